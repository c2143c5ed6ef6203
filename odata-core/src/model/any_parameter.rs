//! A stand-in for the type parameters of a type, so that the rules that do not depend on them are checked.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};

use crate::{model::odata_type::ODataType, validate::Validate};

/// Any type: it meets the bounds that type parameters usually have. No value of it is read or written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AnyParameter;

impl ODataType for AnyParameter {
    const NAME: &'static str = "";
}

impl Validate for AnyParameter {}

impl Serialize for AnyParameter {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(ser::Error::custom("there is no value of this type"))
    }
}

impl<'de> Deserialize<'de> for AnyParameter {
    fn deserialize<D: Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
        Err(de::Error::custom("there is no value of this type"))
    }
}
