//! An individual property, or what an operation answers: one value in an object.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{MapAccess, Visitor},
    ser::SerializeMap,
};

use crate::{
    codec::{generic_number::GenericNumber, nullable::Nullable, serde_codec::Serde},
    dynamic::{annotations::Annotations, properties::DynamicProperties},
    model::odata_type::ODataType,
    payload::{
        envelope,
        envelope::{CONTEXT, EnvelopeBuilder, VALUE},
    },
    runtime::ser,
    validate::{Validate, path::Path, violation::Violations},
};

/// The body of a request for one primitive property, or for an operation that answers one primitive value: `{"value": ...}`.
///
/// An entity or a complex value comes without such an object: read it as its own type. A collection is a
/// [`Collection`](crate::Collection). Where the property may be null, take `PropertyValue<Option<T>>`.
///
/// ```
/// use odata_core::{json, payload::PropertyValue};
///
/// let text = r#"{"@odata.context":"$metadata#Orders(1)/weight","value":"INF"}"#;
/// let weight: PropertyValue<f64> = json::from_str(text)?;
/// assert_eq!(weight.value, f64::INFINITY);
/// assert_eq!(json::to_string(&weight)?, text);
/// assert_eq!(json::to_string(&PropertyValue::new(true))?, r#"{"value":true}"#);
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// # Errors
///
/// EnvelopeBuilder refuses a body without `value`, a member that comes twice, and what `T` refuses.
///
/// Source: OData JSON Format 4.01, sections 11 and 18.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PropertyValue<T> {
    /// The value.
    pub value: T,
    /// `context` (section 4.5.1), as it came: see [`ContextUrl`](crate::context::ContextUrl).
    pub context: Option<String>,
    /// Other control information and annotations, in order and exact.
    pub annotations: Annotations,
    /// Members that the format does not define, in order and exact.
    pub undeclared: DynamicProperties,
}

impl<T> PropertyValue<T> {
    /// A value with nothing around it.
    #[must_use]
    pub const fn new(value: T) -> Self {
        PropertyValue {
            value,
            context: None,
            annotations: Annotations::new(),
            undeclared: DynamicProperties::new(),
        }
    }

    /// The value alone.
    #[must_use]
    pub fn into_value(self) -> T {
        self.value
    }
}

impl<T> From<T> for PropertyValue<T> {
    fn from(value: T) -> Self {
        PropertyValue::new(value)
    }
}

impl<T: ODataType> ODataType for PropertyValue<T> {
    const NAME: &'static str = T::NAME;

    fn accepts(name: &str) -> bool {
        T::accepts(name)
    }
}

impl<T: Validate> Validate for PropertyValue<T> {
    fn check(&self, at: &Path<'_>, violations: &mut Violations) {
        self.value.check(&at.property(VALUE), violations);
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for PropertyValue<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(PropertyValueVisitor(PhantomData))
    }
}

struct PropertyValueVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for PropertyValueVisitor<T> {
    type Value = PropertyValue<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with a `value`")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        let (value, envelope) =
            envelope::read::<GenericNumber, T, A>(map, EnvelopeBuilder::of_property())?;
        Ok(PropertyValue {
            value,
            context: envelope.context,
            annotations: envelope.annotations,
            undeclared: envelope.undeclared,
        })
    }
}

impl<T: Serialize> Serialize for PropertyValue<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        envelope::write_control::<Nullable<Serde>, _, _>(&mut map, CONTEXT, &self.context)?;
        envelope::write_annotations(&mut map, &self.annotations)?;
        ser::put::<GenericNumber, T, _>(&mut map, VALUE, &self.value)?;
        self.undeclared.0.write(&mut map)?;
        map.end()
    }
}
