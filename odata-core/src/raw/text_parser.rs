//! A parser for text in memory.
//!
//! It accepts the texts that serde_json accepts, passes the same values to visitors and returns serde_json's errors at the same positions.
//! It is faster, because the text is known to be UTF-8, and smaller, because little of it is generic: the code for each visitor only calls
//! functions that exist once. What is rare is left to serde_json: strings with escapes, captured containers, and the errors of syntax, for
//! which serde_json reads the text again.

use std::borrow::Cow;

use serde::{Deserialize, de::IgnoredAny};
use serde_json::{Error, value::RawValue};

use crate::raw::scan::find_special;

#[cfg(test)]
mod agreement;
mod containers;
mod deserializer;
mod failure;
mod look_ahead;
mod name;
mod number;
mod string;
mod variant;
mod verbatim;

pub(crate) use crate::raw::text_parser::look_ahead::NameAndTag;

/// serde_json's limit for nested containers.
const MAX_DEPTH: u8 = 128;

/// Parses a text.
pub(crate) struct TextParser<'de> {
    text: &'de str,
    /// The offset of the next byte.
    at: usize,
    /// The containers that may still be entered.
    remaining: u8,
}

impl<'de> TextParser<'de> {
    pub(crate) fn new(text: &'de str) -> Self {
        TextParser {
            text,
            at: 0,
            remaining: MAX_DEPTH,
        }
    }

    /// Rejects everything but white space after the value.
    pub(crate) fn end(&mut self) -> Result<(), Error> {
        self.skip_space();
        if self.at == self.text.len() {
            Ok(())
        } else {
            Err(self.trailing_characters())
        }
    }

    /// Skips white space. Returns the next byte, or zero at the end, which begins no token.
    #[inline]
    fn peek(&mut self) -> u8 {
        match self.text.as_bytes().get(self.at) {
            Some(byte) if *byte > b' ' => *byte,
            _ => self.skip_space(),
        }
    }

    #[inline(never)]
    fn skip_space(&mut self) -> u8 {
        let bytes = self.text.as_bytes();
        while let Some(b' ' | b'\n' | b'\t' | b'\r') = bytes.get(self.at) {
            self.at += 1;
        }
        bytes.get(self.at).copied().unwrap_or_default()
    }

    /// Returns the bytes that are left.
    #[inline]
    fn rest(&self) -> &'de [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    /// Skips `null`, `true` or `false`.
    #[inline]
    fn keyword(&mut self, word: &str) -> Result<(), Error> {
        if self.rest().starts_with(word.as_bytes()) {
            self.at += word.len();
            Ok(())
        } else {
            Err(self.syntax_error())
        }
    }

    /// Enters the container that begins here.
    #[inline]
    fn open(&mut self) -> Result<(), Error> {
        self.remaining = self.remaining.saturating_sub(1);
        if self.remaining == 0 {
            return Err(self.syntax_error());
        }
        self.at += 1;
        Ok(())
    }

    /// Leaves a container, whose last byte is `last`.
    fn close(&mut self, last: u8) -> Result<(), Error> {
        self.remaining += 1;
        if self.peek() == last {
            self.at += 1;
            Ok(())
        } else {
            Err(self.not_closed(last))
        }
    }

    /// Leaves a container whose visitor failed. Returns the error with its position.
    #[cold]
    #[inline(never)]
    fn failed(&mut self, last: u8, error: Error) -> Error {
        self.remaining += 1;
        match self.peek() {
            next if next == last => self.at += 1,
            // serde_json looks at the next item.
            b',' if last == b']' => {
                self.at += 1;
                self.skip_space();
            }
            _ => {}
        }
        self.positioned(error)
    }

    /// Skips the value that begins here. Returns its text.
    fn skip(&mut self) -> Result<&'de str, Error> {
        let first = self.peek();
        let start = self.at;
        if first == b'"' && self.plain_string().is_some() {
            return Ok(self.text.get(start..self.at).unwrap_or_default());
        }
        let rest = self.text.get(start..).unwrap_or_default();
        match <&RawValue>::deserialize(&mut serde_json::Deserializer::from_str(rest)) {
            Ok(value) => {
                self.at += value.get().len();
                Ok(value.get())
            }
            Err(_) => Err(self.error_of::<IgnoredAny>(self.text.len())),
        }
    }

    /// Returns whether an array has one more item.
    #[inline]
    fn has_item(&mut self, is_first: &mut bool) -> Result<bool, Error> {
        if let [b',', next, ..] = self.rest()
            && *next > b' '
            && *next != b']'
            && !*is_first
        {
            self.at += 1;
            return Ok(true);
        }
        self.has_item_after_space(is_first)
    }

    #[inline(never)]
    fn has_item_after_space(&mut self, is_first: &mut bool) -> Result<bool, Error> {
        let mut next = self.peek();
        if next == b']' {
            return Ok(false);
        }
        if *is_first {
            *is_first = false;
            return Ok(true);
        }
        if next == b',' {
            self.at += 1;
            next = self.peek();
            if next != b']' {
                return Ok(true);
            }
        }
        Err(self.syntax_error())
    }

    /// Returns whether an object has one more member. Its name is then the next token.
    #[inline]
    fn has_member(&mut self, is_first: &mut bool) -> Result<bool, Error> {
        if let [b',', b'"', ..] = self.rest()
            && !*is_first
        {
            self.at += 1;
            return Ok(true);
        }
        self.has_member_after_space(is_first)
    }

    #[inline(never)]
    fn has_member_after_space(&mut self, is_first: &mut bool) -> Result<bool, Error> {
        let mut next = self.peek();
        if next == b'}' {
            return Ok(false);
        }
        if *is_first {
            *is_first = false;
        } else if next == b',' {
            self.at += 1;
            next = self.peek();
        } else {
            return Err(self.syntax_error());
        }
        if next == b'"' {
            Ok(true)
        } else {
            Err(self.syntax_error())
        }
    }

    /// Skips the colon after a name.
    #[inline]
    fn colon(&mut self) -> Result<(), Error> {
        if self.peek() == b':' {
            self.at += 1;
            Ok(())
        } else {
            Err(self.syntax_error())
        }
    }

    /// Parses the string that begins here.
    #[inline]
    fn string(&mut self) -> Result<Cow<'de, str>, Error> {
        match self.plain_string() {
            Some(text) => Ok(Cow::Borrowed(text)),
            None => self.escaped_string().map(Cow::Owned),
        }
    }

    /// Parses the string that begins here, if it has no escapes.
    #[inline]
    fn plain_string(&mut self) -> Option<&'de str> {
        let start = self.at + 1;
        let bytes = self.text.as_bytes();
        let end = start + find_special::<true>(bytes.get(start..)?);
        if *bytes.get(end)? != b'"' {
            return None;
        }
        let text = self.text.get(start..end)?;
        self.at = end + 1;
        Some(text)
    }
}
