//! Numbers.

use std::{str::FromStr, sync::OnceLock};

use serde::de::{Unexpected, Visitor};
use serde_json::Error;

use crate::raw::text_parser::{TextParser, verbatim::Verbatim};

/// A number as serde_json passes it to visitors.
#[derive(Clone, Copy)]
pub(super) enum Number<'de> {
    Unsigned(u64),
    Signed(i64),
    Float(f64),
    /// Any text, if serde_json's feature `arbitrary_precision` is on.
    Text(&'de str),
}

/// The key of the map in which serde_json passes the text of a number.
const TEXT: &str = "$serde_json::private::Number";

impl<'de> Number<'de> {
    /// Calls the visitor's method for the number.
    #[inline]
    pub(super) fn visit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Number::Unsigned(value) => visitor.visit_u64(value),
            Number::Signed(value) => visitor.visit_i64(value),
            Number::Float(value) => visitor.visit_f64(value),
            Number::Text(text) => visitor.visit_map(Verbatim::new(TEXT, text)),
        }
    }

    pub(super) fn unexpected(self) -> Unexpected<'de> {
        match self {
            Number::Unsigned(value) => Unexpected::Unsigned(value),
            Number::Signed(value) => Unexpected::Signed(value),
            Number::Float(value) => Unexpected::Float(value),
            Number::Text(_) => Unexpected::Other("number"),
        }
    }
}

/// The maximum number of digits with which every integer fits 64 bits.
const MAX_SAFE_DIGITS: usize = 18;

impl<'de> TextParser<'de> {
    /// Parses the number that begins here. `is_any` is whether the visitor accepts any value.
    pub(super) fn number(&mut self, is_any: bool) -> Result<Number<'de>, Error> {
        let bytes = self.rest();
        let is_negative = bytes.first() == Some(&b'-');
        let (mut value, mut length) = (0_u64, usize::from(is_negative));
        let first = bytes.get(length);
        while let Some(digit @ b'0'..=b'9') = bytes.get(length) {
            value = value.wrapping_mul(10).wrapping_add(u64::from(digit - b'0'));
            length += 1;
        }
        let digits = length - usize::from(is_negative);
        let is_short = match digits {
            1 => true,
            2..=MAX_SAFE_DIGITS => first != Some(&b'0'),
            _ => false,
        };
        if !is_short
            || matches!(bytes.get(length), Some(b'.' | b'e' | b'E'))
            || (is_negative && value == 0)
        {
            return self.long_number(is_any);
        }
        self.at += length;
        Ok(match value.cast_signed() {
            value if is_negative => Number::Signed(-value),
            _ => Number::Unsigned(value),
        })
    }

    /// Parses a number with a fraction, an exponent or many digits, and minus zero.
    #[inline(never)]
    fn long_number(&mut self, is_any: bool) -> Result<Number<'de>, Error> {
        let Some((length, is_integer)) = number_length(self.rest()) else {
            return Err(self.syntax_error());
        };
        let end = self.at + length;
        let text = self.text.get(self.at..end).unwrap_or_default();
        let number = if is_any && has_arbitrary_precision() {
            Number::Text(text)
        } else if is_integer
            && text != "-0"
            && let Some(number) = integer(text)
        {
            number
        } else {
            match text.parse::<f64>() {
                Ok(value) if value.is_finite() => Number::Float(value),
                _ => return Err(self.error_of::<f64>(end)),
            }
        };
        self.at = end;
        Ok(number)
    }

    /// Parses the integer of 128 bits that begins here.
    pub(super) fn wide_integer<T: FromStr>(&mut self) -> Result<T, Error> {
        let Some((length, _)) = number_length(self.rest()) else {
            return Err(self.syntax_error());
        };
        let end = self.at + length;
        let text = self.text.get(self.at..end).unwrap_or_default();
        let Ok(value) = text.parse() else {
            return Err(self.error_of::<i128>(end));
        };
        self.at = end;
        Ok(value)
    }

    /// Parses a text that is one number.
    pub(super) fn whole_number(mut self) -> Option<Number<'de>> {
        let number = self.number(false).ok()?;
        (self.at == self.text.len()).then_some(number)
    }

    /// Parses the `f32` that begins here. It is rounded once, as in serde_json, and not first to an `f64`.
    pub(super) fn single(&mut self) -> Result<Number<'de>, Error> {
        let start = self.at;
        let number = self.number(false)?;
        let Number::Float(_) = number else {
            return Ok(number);
        };
        let text = self.text.get(start..self.at).unwrap_or_default();
        match text.parse::<f32>() {
            Ok(value) if value.is_finite() => Ok(Number::Float(f64::from(value))),
            _ => {
                let end = std::mem::replace(&mut self.at, start);
                Err(self.error_of::<f32>(end))
            }
        }
    }
}

/// Returns an integer, if it has at most 64 bits.
fn integer<'de>(text: &str) -> Option<Number<'de>> {
    if text.starts_with('-') {
        text.parse().ok().map(Number::Signed)
    } else {
        text.parse().ok().map(Number::Unsigned)
    }
}

/// Returns the length of the number at the start, and whether it is an integer (RFC 8259 §6).
fn number_length(bytes: &[u8]) -> Option<(usize, bool)> {
    let digits = |from: usize| {
        let digits = bytes.iter().skip(from).take_while(|it| it.is_ascii_digit());
        from + digits.count()
    };
    let start = usize::from(bytes.first() == Some(&b'-'));
    let mut end = digits(start);
    let has_leading_zero = bytes.get(start) == Some(&b'0') && end > start + 1;
    if end == start || has_leading_zero {
        return None;
    }
    let whole = end;
    if bytes.get(end) == Some(&b'.') {
        let start = end + 1;
        end = digits(start);
        if end == start {
            return None;
        }
    }
    if let Some(b'e' | b'E') = bytes.get(end) {
        let start = match bytes.get(end + 1) {
            Some(b'+' | b'-') => end + 2,
            _ => end + 1,
        };
        end = digits(start);
        if end == start {
            return None;
        }
    }
    Some((end, end == whole))
}

/// Returns whether serde_json's feature `arbitrary_precision` is on, which another crate may decide.
fn has_arbitrary_precision() -> bool {
    static IS_ON: OnceLock<bool> = OnceLock::new();
    *IS_ON.get_or_init(|| {
        serde_json::from_str::<serde_json::Number>("1.00").is_ok_and(|it| it.to_string() == "1.00")
    })
}
