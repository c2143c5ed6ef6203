//! Names of members.

use std::borrow::Cow;

use serde::{
    Deserializer,
    de::{Error as _, Unexpected, Visitor},
};
use serde_json::Error;

use crate::raw::text_parser::{TextParser, look_ahead};

/// Parses a name. Numbers and booleans may be names of members of maps.
pub(super) struct NameParser<'p, 'de>(pub(super) &'p mut TextParser<'de>);

/// Methods for numbers in quotation marks.
macro_rules! numbers {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            let text = self.0.string()?;
            let value = match &text {
                Cow::Borrowed(text) => TextParser::new(text).whole_number(),
                Cow::Owned(_) => None,
            };
            let result = match value {
                Some(number) => number.visit(visitor),
                None => Err(Error::invalid_type(Unexpected::Str(&text), &visitor)),
            };
            result.map_err(|error| self.0.positioned(error))
        }
    )*};
}

impl<'de> Deserializer<'de> for NameParser<'_, 'de> {
    type Error = Error;

    #[inline]
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0.string()? {
            Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
            Cow::Owned(text) => visitor.visit_str(&text),
        }
    }

    numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_u8 deserialize_u16 deserialize_u32
        deserialize_u64 deserialize_f32 deserialize_f64
    }

    fn deserialize_i128<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let text = self.0.string()?;
        let result = match text.parse() {
            Ok(value) => visitor.visit_i128(value),
            Err(_) => Err(Error::invalid_type(Unexpected::Str(&text), &visitor)),
        };
        result.map_err(|error| self.0.positioned(error))
    }

    fn deserialize_u128<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let text = self.0.string()?;
        let result = match text.parse() {
            Ok(value) => visitor.visit_u128(value),
            Err(_) => Err(Error::invalid_type(Unexpected::Str(&text), &visitor)),
        };
        result.map_err(|error| self.0.positioned(error))
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let text = self.0.string()?;
        let result = match &*text {
            "true" => visitor.visit_bool(true),
            "false" => visitor.visit_bool(false),
            text => Err(Error::invalid_type(Unexpected::Str(text), &visitor)),
        };
        result.map_err(|error| self.0.positioned(error))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        if name == crate::raw::verbatim::RAW_VALUE {
            return self.0.deserialize_newtype_struct(name, visitor);
        }
        if name == look_ahead::NAME_AND_TAG {
            return self.0.name_and_tag(visitor);
        }
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.0.deserialize_enum(name, variants, visitor)
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.0.deserialize_bytes(visitor)
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.0.deserialize_bytes(visitor)
    }

    serde::forward_to_deserialize_any! {
        char str string unit unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}
