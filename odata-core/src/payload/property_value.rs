//! Individual properties and results of operations: one value in an object.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{MapAccess, Visitor},
    ser::SerializeMap,
};

use crate::{
    codec::{GenericNumber, Nullable, Serde},
    dynamic::{Annotations, DynamicProperties},
    model::ODataType,
    payload::envelope::{
        self, VALUE,
        builder::EnvelopeBuilder,
        write::{self, CONTEXT},
    },
    runtime::write_member,
    validate::{Path, Validate, Violations},
};

/// The response to a request for a primitive property or an operation that returns a primitive value: `{"value": ...}`.
///
/// Use `PropertyValue<Option<T>>` if the value may be null. A response with an entity or a complex value has no such object: read it as
/// its own type. A collection is a [`Collection`](crate::Collection).
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
/// Reading rejects a body without `value`, a member that occurs twice, an invalid value, and a type annotation that is not that of the
/// value.
///
/// Source: JSON 4.01 §11 and §18.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PropertyValue<T> {
    /// The value.
    pub value: T,
    /// `context` (JSON 4.01 §4.5.1), unparsed: see [`ContextUrl`](crate::protocol::context_url::ContextUrl).
    pub context: Option<String>,
    /// Other control information and annotations, in order, each with its exact JSON.
    pub annotations: Annotations,
    /// Members that the format does not define, in order, each with its exact JSON.
    pub undeclared: DynamicProperties,
}

impl<T> PropertyValue<T> {
    /// Creates the object around a value.
    #[must_use]
    pub const fn new(value: T) -> Self {
        PropertyValue {
            value,
            context: None,
            annotations: Annotations::new(),
            undeclared: DynamicProperties::new(),
        }
    }

    /// Returns the value.
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
            envelope::read::<GenericNumber, T, A>(map, EnvelopeBuilder::for_property())?;
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
        write::write_control::<Nullable<Serde>, _, _>(&mut map, CONTEXT, &self.context)?;
        write::write_annotations(&mut map, &self.annotations)?;
        write_member::<GenericNumber, T, _>(&mut map, VALUE, &self.value)?;
        self.undeclared.0.write(&mut map)?;
        map.end()
    }
}

crate::codec::property_type::same_type! {
    [T: ODataType] PropertyValue<T>,
}

crate::codec::property_type::not_property! {
    [T] PropertyValue<T>: "a `PropertyValue` is the body of a response or request: write `T`",
}
