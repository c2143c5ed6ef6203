//! The common part of the primitives whose JSON is a string.

use std::{
    fmt::{self, Display},
    marker::PhantomData,
};

use serde::de::{Error, Expected, Unexpected, Visitor};

use crate::edm::{error::Reason, primitive::Primitive};

/// A primitive whose JSON form is a string.
pub(crate) trait TextForm: Sized {
    /// The primitive, for messages.
    const PRIMITIVE: Primitive;

    /// Parses the content of the string, or returns the rule that it breaks.
    fn read(text: &str) -> Result<Self, Reason>;
}

/// Reads a [`TextForm`] from a string of any format.
pub(crate) struct TextVisitor<T>(PhantomData<T>);

impl<T> TextVisitor<T> {
    pub(crate) fn new() -> Self {
        Self(PhantomData)
    }
}

impl<T: TextForm> Visitor<'_> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        T::PRIMITIVE.expected().fmt(f)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        T::read(text).map_err(|reason| invalid(T::PRIMITIVE, text, &reason))
    }
}

#[cold]
fn invalid<E: Error>(primitive: Primitive, found: &str, reason: &str) -> E {
    E::invalid_value(Unexpected::Str(found), &BrokenRule { primitive, reason })
}

/// The expected primitive, and the rule that the value breaks.
pub(crate) struct BrokenRule<'a> {
    pub(crate) primitive: Primitive,
    pub(crate) reason: &'a str,
}

impl Expected for BrokenRule<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.primitive.expected(), self.reason)
    }
}

/// A short text on the stack, so that a serializer or formatter receives a value in one piece. `N` includes the quotation marks for the
/// serializer.
pub(crate) struct Line<const N: usize> {
    bytes: [u8; N],
    len: usize,
}

impl<const N: usize> Line<N> {
    pub(crate) fn new() -> Self {
        Self {
            bytes: [b'"'; N],
            len: 1,
        }
    }

    /// Adds an ASCII character. `N` has room for the longest value of the type.
    #[inline]
    pub(crate) fn push(&mut self, byte: u8) {
        if let Some(slot) = self.bytes.get_mut(self.len) {
            *slot = byte;
            self.len += 1;
        }
    }

    /// Adds two digits.
    #[inline]
    pub(crate) fn push_two(&mut self, number: u8) {
        self.push(b'0' + number / 10 % 10);
        self.push(b'0' + number % 10);
    }

    /// Adds the digits of a number below 100.
    #[inline]
    pub(crate) fn push_short(&mut self, number: u8) {
        if number >= 10 {
            self.push(b'0' + number / 10);
        }
        self.push(b'0' + number % 10);
    }

    /// Adds the decimal digits of `number`, padded with zeros to `width` (20 at most).
    pub(crate) fn push_padded(&mut self, mut number: u64, width: usize) {
        let mut digits = [b'0'; 20];
        let mut used = 0;
        for slot in digits.iter_mut().rev() {
            if number == 0 && used >= width {
                break;
            }
            *slot = b'0' + (number % 10) as u8;
            number /= 10;
            used += 1;
        }
        for &digit in digits.iter().skip(20 - used) {
            self.push(digit);
        }
    }

    pub(crate) fn as_str(&self) -> &str {
        self.part(1..self.len)
    }

    /// Returns the text in quotation marks. The closing one is already there, since the buffer is initialized with them.
    pub(crate) fn quoted(&self) -> &str {
        self.part(0..self.len + 1)
    }

    fn part(&self, range: std::ops::Range<usize>) -> &str {
        self.bytes
            .get(range)
            .and_then(|bytes| std::str::from_utf8(bytes).ok())
            .unwrap_or_default()
    }
}

/// A text of fixed length, in quotation marks.
impl<const N: usize> From<[u8; N]> for Line<N> {
    fn from(bytes: [u8; N]) -> Self {
        Self {
            bytes,
            len: N.saturating_sub(1),
        }
    }
}

/// Implements the traits that follow from [`TextForm`] and a `fn text(&self)`, whose result has `as_str`.
macro_rules! text_form {
    (@serialize $type:ident) => {
        impl ::serde::Serialize for $type {
            #[inline]
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::raw::quoted::write_quoted(self.text().quoted(), serializer)
            }
        }
    };
    (@serialize $type:ident $write:path) => {
        impl ::serde::Serialize for $type {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $write(self, serializer)
            }
        }
    };
    // `$write` serializes the value if its text depends on the options.
    ($type:ident $(, $write:path)?) => {
        impl ::std::str::FromStr for $type {
            type Err = $crate::edm::error::ParseError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                <Self as $crate::edm::text_form::TextForm>::read(text).map_err(|reason| {
                    $crate::edm::error::ParseError::new($crate::edm::primitive::Primitive::$type, text, reason)
                })
            }
        }

        impl TryFrom<&str> for $type {
            type Error = $crate::edm::error::ParseError;

            fn try_from(text: &str) -> Result<Self, Self::Error> {
                text.parse()
            }
        }

        /// Displays the canonical text.
        impl ::std::fmt::Display for $type {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(self.text().as_str())
            }
        }

        impl ::std::fmt::Debug for $type {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                write!(f, concat!(stringify!($type), "({})"), self.text().as_str())
            }
        }

        $crate::edm::text_form::text_form!(@serialize $type $($write)?);

        impl<'de> ::serde::Deserialize<'de> for $type {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                deserializer.deserialize_str($crate::edm::text_form::TextVisitor::new())
            }
        }
    };
}

pub(crate) use text_form;

/// Implements equality, order and hash with the result of a method.
macro_rules! compared_by {
    ($type:ident, $key:ident) => {
        impl PartialEq for $type {
            fn eq(&self, other: &Self) -> bool {
                self.$key() == other.$key()
            }
        }

        impl Eq for $type {}

        impl PartialOrd for $type {
            fn partial_cmp(&self, other: &Self) -> Option<::std::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }

        impl Ord for $type {
            fn cmp(&self, other: &Self) -> ::std::cmp::Ordering {
                self.$key().cmp(&other.$key())
            }
        }

        impl ::std::hash::Hash for $type {
            fn hash<H: ::std::hash::Hasher>(&self, state: &mut H) {
                self.$key().hash(state);
            }
        }
    };
}

pub(crate) use compared_by;
