//! Exact JSON text.

use std::{borrow::Cow, fmt};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::{
    codec::{ReadAs, generic_number::GenericNumber},
    options::ReadPolicy,
    raw::{captured::capture, locate::locate, scan, write_text},
    session::Session,
};

/// A JSON value as text, exactly as it was read except for white space between tokens.
///
/// Numbers preserve every digit and strings preserve their escapes. It is the value of an entry of
/// [`DynamicProperties`](crate::DynamicProperties) and of an annotation. serde_json reads and writes it verbatim. From another format it
/// is converted to JSON, and numbers are as exact as that format's parser.
///
/// An object in it may have two members of one name, which are both preserved: only the reader of the value can tell what they mean (RFC
/// 8259 §4). For the properties of a resource, declared or dynamic, a second one is an error.
///
/// ```
/// use odata_core::RawJson;
///
/// let price: RawJson = serde_json::from_str("79228162514264337593543950335 ")?;
/// assert_eq!(price.as_str(), "79228162514264337593543950335");
/// assert_eq!(RawJson::new(&[1, 2])?.as_str(), "[1,2]");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RawJson(Box<str>);

impl RawJson {
    /// Serializes a value to JSON text.
    ///
    /// # Errors
    /// The value's `Serialize` fails, or a map in it has keys that are not strings.
    pub fn new<T: Serialize + ?Sized>(value: &T) -> Result<RawJson, crate::error::Error> {
        let text = serde_json::to_string(value).map_err(crate::error::Error::from_write)?;
        Ok(RawJson(text.into()))
    }

    /// Deserializes the value.
    ///
    /// # Errors
    /// The text is not a `T`; the error has the position and what was expected and found.
    pub fn get<'a, T: Deserialize<'a>>(&'a self) -> Result<T, crate::error::Error> {
        let _session = Session::read(ReadPolicy::PLAIN_SERDE, None);
        let mut parser = serde_json::Deserializer::from_str(&self.0);
        GenericNumber::read(&mut parser)
            .and_then(|value| parser.end().map(|()| value))
            .map_err(|error| locate(&self.0, &error))
    }

    /// Returns the text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns whether the value is null.
    pub fn is_null(&self) -> bool {
        &*self.0 == "null"
    }

    /// Creates a value from captured text: removes white space between tokens, and rejects text that is nested deeper than the limit.
    pub(crate) fn from_captured<E: de::Error>(text: &str) -> Result<RawJson, E> {
        scan::check_captured(text)?;
        Ok(RawJson(scan::compact(Cow::Borrowed(text)).into()))
    }

    /// Creates the JSON text of a string.
    pub(crate) fn string(text: &str) -> RawJson {
        RawJson(serde_json::Value::from(text).to_string().into())
    }

    /// Creates a value from JSON text that this crate has written.
    pub(crate) fn from_trusted(text: String) -> RawJson {
        RawJson(text.into())
    }
}

impl crate::model::odata_type::ODataType for RawJson {
    const NAME: &'static str = "Edm.Untyped";

    fn accepts(_: &str) -> bool {
        true
    }
}

impl crate::validate::Validate for RawJson {}

impl fmt::Debug for RawJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for RawJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Default for RawJson {
    fn default() -> Self {
        RawJson("null".into())
    }
}

impl<'de> Deserialize<'de> for RawJson {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        RawJson::from_captured(&capture(deserializer)?)
    }
}

impl Serialize for RawJson {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_text(&self.0, serializer)
    }
}
