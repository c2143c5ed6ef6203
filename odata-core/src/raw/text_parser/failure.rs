//! Errors. Nothing here runs before an error is met, so all of it may read the text again.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{self, Error as _, Expected, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor},
};
use serde_json::Error;

use crate::raw::{locate::line_and_column, text_parser::TextParser};

impl TextParser<'_> {
    /// Returns serde_json's error for the text, whose next token is not JSON or not allowed here.
    #[cold]
    #[inline(never)]
    pub(super) fn syntax_error(&self) -> Error {
        match serde_json::from_str::<AnyValue>(self.text) {
            Err(error) => error,
            Ok(_) => self.positioned(Error::custom("invalid JSON")),
        }
    }

    /// Returns the error for a token that is JSON, but not of the kinds that serde_json expects at that offset.
    #[cold]
    #[inline(never)]
    pub(super) fn expected_value(&mut self, offset: usize) -> Error {
        if self.peek() == 0 {
            self.syntax_error()
        } else {
            self.error_in::<IgnoredAny>(offset, "?")
        }
    }

    /// Returns serde_json's error for the token from here to `end`, read as a `T`.
    #[cold]
    pub(super) fn error_of<T: for<'a> Deserialize<'a>>(&self, end: usize) -> Error {
        self.error_in::<T>(self.at, self.text.get(self.at..end).unwrap_or_default())
    }

    /// Returns the error for a container with more values than its visitor reads. `last` is the byte that would end it.
    #[cold]
    #[inline(never)]
    pub(super) fn not_closed(&mut self, last: u8) -> Error {
        let mut next = self.peek();
        let mut has_trailing_comma = next == b',';
        if has_trailing_comma && last == b']' {
            self.at += 1;
            next = self.peek();
            has_trailing_comma = next == b']';
        }
        if next == 0 {
            self.syntax_error()
        } else if has_trailing_comma {
            self.error_in::<AnyValue>(self.at.saturating_sub(3), "[0,]")
        } else {
            self.trailing_characters()
        }
    }

    /// Returns the error for what follows a value here.
    #[cold]
    pub(super) fn trailing_characters(&self) -> Error {
        self.error_in::<IgnoredAny>(self.at.saturating_sub(1), "0?")
    }

    /// Returns serde_json's error for `text` as a `T`, as if it began at that offset.
    fn error_in<T: for<'a> Deserialize<'a>>(&self, offset: usize, text: &str) -> Error {
        let blank = |byte: &u8| if *byte == b'\n' { '\n' } else { ' ' };
        let before = self.text.as_bytes().iter().take(offset).map(blank);
        let padded: String = before.chain(text.chars()).collect();
        match serde_json::from_str::<T>(&padded) {
            Err(error) => error,
            Ok(_) => self.positioned(Error::custom("invalid JSON")),
        }
    }

    /// Adds the position to an error that has none.
    #[cold]
    #[inline(never)]
    pub(super) fn positioned(&self, error: Error) -> Error {
        if error.line() > 0 {
            return error;
        }
        let (line, column) = line_and_column(self.text, self.at);
        // serde_json removes the position from the message again.
        Error::custom(format_args!("{error} at line {line} column {column}"))
    }

    /// Returns the error for a value of another type.
    #[cold]
    #[inline(never)]
    pub(super) fn invalid_type(&mut self, expected: &dyn Expected) -> Error {
        match self.unexpected(expected) {
            Ok(error) => self.positioned(error),
            Err(error) => error,
        }
    }

    fn unexpected(&mut self, expected: &dyn Expected) -> Result<Error, Error> {
        let text;
        let found = match self.peek() {
            b'n' => self.keyword("null").map(|()| Unexpected::Unit)?,
            b't' => self.keyword("true").map(|()| Unexpected::Bool(true))?,
            b'f' => self.keyword("false").map(|()| Unexpected::Bool(false))?,
            b'-' | b'0'..=b'9' => self.number(true)?.unexpected(),
            b'"' => {
                text = self.string()?;
                Unexpected::Str(&text)
            }
            b'[' => Unexpected::Seq,
            b'{' => Unexpected::Map,
            _ => return Err(self.syntax_error()),
        };
        Ok(Error::invalid_type(found, expected))
    }
}

/// Any value, read as by a visitor that accepts every type: unlike [`IgnoredAny`], it checks numbers, strings and depth.
struct AnyValue;

impl<'de> Deserialize<'de> for AnyValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

impl<'de> Visitor<'de> for AnyValue {
    type Value = AnyValue;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<AnyValue, E> {
        Ok(self)
    }

    fn visit_i64<E: de::Error>(self, _: i64) -> Result<AnyValue, E> {
        Ok(self)
    }

    fn visit_u64<E: de::Error>(self, _: u64) -> Result<AnyValue, E> {
        Ok(self)
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<AnyValue, E> {
        Ok(self)
    }

    fn visit_str<E: de::Error>(self, _: &str) -> Result<AnyValue, E> {
        Ok(self)
    }

    fn visit_unit<E: de::Error>(self) -> Result<AnyValue, E> {
        Ok(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<AnyValue, A::Error> {
        while items.next_element::<AnyValue>()?.is_some() {}
        Ok(self)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<AnyValue, A::Error> {
        while members.next_entry::<AnyValue, AnyValue>()?.is_some() {}
        Ok(self)
    }
}
