//! Text that is passed to visitors as a map with one entry.

use serde::de::{DeserializeSeed, MapAccess, value::BorrowedStrDeserializer};
use serde_json::Error;

/// A map with one entry: a private name of serde_json and the text, or the name of a member and the type that its object may have.
pub(super) struct Verbatim<'de> {
    name: Option<&'de str>,
    text: &'de str,
}

impl<'de> Verbatim<'de> {
    pub(super) fn new(name: &'de str, text: &'de str) -> Self {
        Verbatim {
            name: Some(name),
            text,
        }
    }
}

impl<'de> MapAccess<'de> for Verbatim<'de> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        match self.name.take() {
            Some(name) => seed
                .deserialize(BorrowedStrDeserializer::new(name))
                .map(Some),
            None => Ok(None),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        seed.deserialize(BorrowedStrDeserializer::new(self.text))
    }
}
