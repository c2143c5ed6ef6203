//! Strings with escapes.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{self, DeserializeOwned, Visitor},
};
use serde_json::Error;

use crate::raw::{scan::after_string, text_parser::TextParser};

impl TextParser<'_> {
    /// Parses the string with escapes that begins here.
    #[cold]
    #[inline(never)]
    pub(super) fn escaped_string<T: DeserializeOwned>(&mut self) -> Result<T, Error> {
        let after = after_string(self.rest().get(1..).unwrap_or_default());
        let end = self.text.len() - after.len();
        let token = self.text.get(self.at..end).unwrap_or_default();
        match serde_json::from_str(token) {
            Ok(text) => {
                self.at = end;
                Ok(text)
            }
            Err(_) => Err(self.error_of::<T>(self.text.len())),
        }
    }
}

/// A string as bytes, in which serde_json accepts control characters and half surrogate pairs.
#[derive(Debug)]
pub(super) struct Bytes(pub(super) Vec<u8>);

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_bytes(BytesVisitor)
    }
}

struct BytesVisitor;

impl Visitor<'_> for BytesVisitor {
    type Value = Bytes;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<Bytes, E> {
        Ok(Bytes(bytes.to_vec()))
    }
}
