//! An individual property, or what an operation answers: one value in an object.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{MapAccess, Visitor},
    ser::SerializeMap,
};

use crate::codec::generic_number::ByType;
use crate::codec::nullable::Opt;
use crate::codec::serde_codec::Plain;
use crate::dynamic::annotations::Annotations;
use crate::dynamic::properties::DynamicProperties;
use crate::model::odata_type::ODataType;
use crate::payload::envelope;
use crate::payload::envelope::CONTEXT;
use crate::payload::envelope::Reading;
use crate::payload::envelope::VALUE;
use crate::runtime::ser;
use crate::validate::Validate;
use crate::validate::path::Path;
use crate::validate::violation::Violations;

/// The body of a request for one primitive property, or for an operation that answers one primitive value: `{"value": ...}`.
///
/// An entity or a complex value comes without such an object: read it as its own type. A collection is a
/// [`Collection`](crate::Collection). Where the property may be null, take `Wrapped<Option<T>>`.
///
/// ```
/// use odata_core::{json, payload::Wrapped};
///
/// let text = r#"{"@odata.context":"$metadata#Orders(1)/weight","value":"INF"}"#;
/// let weight: Wrapped<f64> = json::from_str(text)?;
/// assert_eq!(weight.value, f64::INFINITY);
/// assert_eq!(json::to_string(&weight)?, text);
/// assert_eq!(json::to_string(&Wrapped::new(true))?, r#"{"value":true}"#);
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// # Errors
///
/// Reading refuses a body without `value`, a member that comes twice, and what `T` refuses.
///
/// Source: OData JSON Format 4.01, sections 11 and 18.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Wrapped<T> {
    /// The value.
    pub value: T,
    /// `context` (section 4.5.1), as it came: see [`ContextUrl`](crate::context::ContextUrl).
    pub context: Option<String>,
    /// Other control information and annotations, in order and exact.
    pub annotations: Annotations,
    /// Members that the format does not define, in order and exact.
    pub undeclared: DynamicProperties,
}

impl<T> Wrapped<T> {
    /// A value with nothing around it.
    #[must_use]
    pub const fn new(value: T) -> Self {
        Wrapped {
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

impl<T> From<T> for Wrapped<T> {
    fn from(value: T) -> Self {
        Wrapped::new(value)
    }
}

impl<T: ODataType> ODataType for Wrapped<T> {
    const NAME: &'static str = T::NAME;

    fn accepts(name: &str) -> bool {
        T::accepts(name)
    }
}

impl<T: Validate> Validate for Wrapped<T> {
    fn check(&self, at: &Path<'_>, violations: &mut Violations) {
        self.value.check(&at.property(VALUE), violations);
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Wrapped<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(WrappedVisitor(PhantomData))
    }
}

struct WrappedVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for WrappedVisitor<T> {
    type Value = Wrapped<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with a `value`")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        let (value, envelope) = envelope::read::<ByType, T, A>(map, Reading::of_property())?;
        Ok(Wrapped {
            value,
            context: envelope.context,
            annotations: envelope.annotations,
            undeclared: envelope.undeclared,
        })
    }
}

impl<T: Serialize> Serialize for Wrapped<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        envelope::write_control::<Opt<Plain>, _, _>(&mut map, CONTEXT, &self.context)?;
        envelope::write_annotations(&mut map, &self.annotations)?;
        ser::put::<ByType, T, _>(&mut map, VALUE, &self.value)?;
        self.undeclared.0.write(&mut map)?;
        map.end()
    }
}
