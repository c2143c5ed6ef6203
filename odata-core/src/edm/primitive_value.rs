//! `Edm.PrimitiveType`.

use std::fmt;

use serde::{
    de::{Deserialize, Deserializer, Error, Unexpected},
    ser::{Serialize, Serializer},
};

use crate::{
    codec::RawJson, edm::primitive::Primitive, model::ODataType, raw::captured::capture,
    validate::Validate,
};

/// A value of any primitive type: `Edm.PrimitiveType`, which excludes only objects and collections.
///
/// It holds the exact JSON text. The type annotation of the property defines which primitive it is; without one, `true` and `false` are
/// Booleans, numbers are Doubles and strings are Strings (JSON 4.01 §4.5.3). With the feature `geo`, GeoJSON objects are primitives as
/// well.
///
/// ```
/// use odata_core::edm::{Date, PrimitiveValue};
///
/// let value: PrimitiveValue = serde_json::from_str(r#""2026-01-31""#)?;
/// assert_eq!(value.get::<Date>()?, "2026-01-31".parse()?);
/// assert!(serde_json::from_str::<PrimitiveValue>(r#"{"a":1}"#).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Source: CSDL 4.01 §3.4.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct PrimitiveValue(RawJson);

impl PrimitiveValue {
    /// Deserializes the value.
    ///
    /// # Errors
    /// The value is not a `T`; the error has what was expected and found.
    pub fn get<'a, T: Deserialize<'a>>(&'a self) -> Result<T, crate::error::Error> {
        self.0.get()
    }

    /// Returns the JSON text.
    #[must_use]
    pub fn as_json(&self) -> &RawJson {
        &self.0
    }
}

impl ODataType for PrimitiveValue {
    const NAME: &'static str = "Edm.PrimitiveType";

    /// Accepts any primitive, and any name outside `Edm`, which may be a type definition.
    fn accepts(name: &str) -> bool {
        Primitive::from_name(name).is_some() || !name.starts_with("Edm.")
    }
}

impl Validate for PrimitiveValue {}

impl<'de> Deserialize<'de> for PrimitiveValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = capture(deserializer)?;
        let unexpected = match json.as_bytes() {
            [b'{', ..] if is_geo_json(&json) => None,
            [b'{', ..] => Some(Unexpected::Map),
            [b'[', ..] => Some(Unexpected::Seq),
            b"null" => Some(Unexpected::Unit),
            _ => None,
        };
        match unexpected {
            None => RawJson::from_captured(&json).map(Self),
            Some(found) => Err(D::Error::invalid_type(
                found,
                &"a string, a number, true or false",
            )),
        }
    }
}

fn is_geo_json(json: &str) -> bool {
    cfg!(feature = "geo") && Primitive::Geography.check(json).is_ok()
}

impl Serialize for PrimitiveValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// Displays the JSON text.
impl fmt::Display for PrimitiveValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for PrimitiveValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PrimitiveValue({})", self.0)
    }
}

impl From<bool> for PrimitiveValue {
    fn from(value: bool) -> Self {
        Self(RawJson::from_trusted(value.to_string()))
    }
}

impl From<&str> for PrimitiveValue {
    fn from(value: &str) -> Self {
        Self(RawJson::from_trusted(
            serde_json::Value::from(value).to_string(),
        ))
    }
}

macro_rules! from_numbers {
    ($($type:ident)*) => {$(
        impl From<$type> for PrimitiveValue {
            fn from(value: $type) -> Self {
                Self(RawJson::from_trusted(value.to_string()))
            }
        }
    )*};
}

from_numbers! { i8 u8 i16 u16 i32 u32 i64 u64 }

crate::codec::property_type::property_type! {
    [] PrimitiveValue,
}
