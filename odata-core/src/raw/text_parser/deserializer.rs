//! serde's interface to the parser.

use std::borrow::Cow;

use serde::{Deserializer, de::Visitor};
use serde_json::Error;

use crate::raw::{
    text_parser::{
        TextParser,
        containers::{Items, Members},
        string::Bytes,
        variant::{UnitVariant, Variant},
        verbatim::Verbatim,
    },
    verbatim::RAW_VALUE,
};

/// Methods for numbers.
macro_rules! numbers {
    ($($method:ident: $parse:ident($($any:literal)?);)*) => {$(
        #[inline]
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            let result = match self.peek() {
                b'-' | b'0'..=b'9' => self.$parse($($any)?)?.visit(visitor),
                _ => return Err(self.invalid_type(&visitor)),
            };
            result.map_err(|error| self.positioned(error))
        }
    )*};
}

impl<'de> Deserializer<'de> for &mut TextParser<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let result = match self.peek() {
            b'"' => return self.deserialize_str(visitor),
            b'-' | b'0'..=b'9' => self.number(true)?.visit(visitor),
            b'n' => return self.deserialize_unit(visitor),
            b't' | b'f' => return self.deserialize_bool(visitor),
            b'[' => return self.deserialize_seq(visitor),
            b'{' => return self.deserialize_map(visitor),
            _ => return Err(self.syntax_error()),
        };
        result.map_err(|error| self.positioned(error))
    }

    #[inline]
    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let value = match self.peek() {
            b't' => self.keyword("true").map(|()| true)?,
            b'f' => self.keyword("false").map(|()| false)?,
            _ => return Err(self.invalid_type(&visitor)),
        };
        visitor
            .visit_bool(value)
            .map_err(|error| self.positioned(error))
    }

    numbers! {
        deserialize_i8: number(false);
        deserialize_i16: number(false);
        deserialize_i32: number(false);
        deserialize_i64: number(false);
        deserialize_u8: number(false);
        deserialize_u16: number(false);
        deserialize_u32: number(false);
        deserialize_u64: number(false);
        deserialize_f32: single();
        deserialize_f64: number(false);
    }

    fn deserialize_i128<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let result = match self.peek() {
            b'-' | b'0'..=b'9' => visitor.visit_i128(self.wide_integer()?),
            _ => return Err(self.invalid_type(&visitor)),
        };
        result.map_err(|error| self.positioned(error))
    }

    fn deserialize_u128<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let result = match self.peek() {
            b'-' | b'0'..=b'9' => visitor.visit_u128(self.wide_integer()?),
            _ => return Err(self.invalid_type(&visitor)),
        };
        result.map_err(|error| self.positioned(error))
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    #[inline]
    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.peek() != b'"' {
            return Err(self.invalid_type(&visitor));
        }
        let result = match self.string()? {
            Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
            Cow::Owned(text) => visitor.visit_str(&text),
        };
        result.map_err(|error| self.positioned(error))
    }

    #[inline]
    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let result = match self.peek() {
            b'"' => match self.plain_string() {
                Some(text) => visitor.visit_borrowed_bytes(text.as_bytes()),
                None => visitor.visit_bytes(&self.escaped_string::<Bytes>()?.0),
            },
            b'[' => return self.deserialize_seq(visitor),
            _ => return Err(self.invalid_type(&visitor)),
        };
        result.map_err(|error| self.positioned(error))
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_bytes(visitor)
    }

    #[inline]
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.peek() == b'n' {
            self.keyword("null")?;
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.peek() != b'n' {
            return Err(self.invalid_type(&visitor));
        }
        self.keyword("null")?;
        visitor.visit_unit().map_err(|error| self.positioned(error))
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_unit(visitor)
    }

    /// A value that serde_json passes on as text is recognized by this name.
    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        if name == RAW_VALUE {
            let text = self.skip()?;
            return visitor.visit_map(Verbatim::new(RAW_VALUE, text));
        }
        visitor.visit_newtype_struct(self)
    }

    #[inline]
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.peek() != b'[' {
            return Err(self.invalid_type(&visitor));
        }
        self.open()?;
        match visitor.visit_seq(Items::new(self)) {
            Ok(value) => self.close(b']').map(|()| value),
            Err(error) => Err(self.failed(b']', error)),
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_seq(visitor)
    }

    #[inline]
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.peek() != b'{' {
            return Err(self.invalid_type(&visitor));
        }
        self.open()?;
        match visitor.visit_map(Members::new(self)) {
            Ok(value) => self.close(b'}').map(|()| value),
            Err(error) => Err(self.failed(b'}', error)),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        if self.peek() == b'[' {
            self.deserialize_seq(visitor)
        } else {
            self.deserialize_map(visitor)
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.peek() {
            b'"' => visitor.visit_enum(UnitVariant(self)),
            b'{' => {
                self.open()?;
                let result = visitor.visit_enum(Variant(&mut *self));
                self.remaining += 1;
                let value = result?;
                if self.peek() != b'}' {
                    return Err(self.expected_value(self.at - 1));
                }
                self.at += 1;
                Ok(value)
            }
            _ => Err(self.expected_value(self.at)),
        }
    }

    #[inline]
    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.skip()?;
        visitor.visit_unit()
    }
}
