//! Arrays and objects.

use serde::de::{DeserializeSeed, MapAccess, SeqAccess};
use serde_json::Error;

use crate::raw::text_parser::{TextParser, name::NameParser};

/// The items of an array.
pub(super) struct Items<'p, 'de> {
    parser: &'p mut TextParser<'de>,
    is_first: bool,
}

impl<'p, 'de> Items<'p, 'de> {
    #[inline]
    pub(super) fn new(parser: &'p mut TextParser<'de>) -> Self {
        Items {
            parser,
            is_first: true,
        }
    }
}

impl<'de> SeqAccess<'de> for Items<'_, 'de> {
    type Error = Error;

    #[inline]
    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        if self.parser.has_item(&mut self.is_first)? {
            seed.deserialize(&mut *self.parser).map(Some)
        } else {
            Ok(None)
        }
    }
}

/// The members of an object.
pub(super) struct Members<'p, 'de> {
    parser: &'p mut TextParser<'de>,
    is_first: bool,
}

impl<'p, 'de> Members<'p, 'de> {
    #[inline]
    pub(super) fn new(parser: &'p mut TextParser<'de>) -> Self {
        Members {
            parser,
            is_first: true,
        }
    }
}

impl<'de> MapAccess<'de> for Members<'_, 'de> {
    type Error = Error;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        if self.parser.has_member(&mut self.is_first)? {
            seed.deserialize(NameParser(&mut *self.parser)).map(Some)
        } else {
            Ok(None)
        }
    }

    #[inline]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        self.parser.colon()?;
        seed.deserialize(&mut *self.parser)
    }
}
