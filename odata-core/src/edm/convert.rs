//! Conversions between the Edm primitives and the types of other crates, each behind the feature with the name of the crate.
//!
//! A conversion is exact or an error: no digit is truncated, no offset rounded, no leap second moved. It is a `From` if the target has
//! all values of the source, else a `TryFrom` with a [`ConversionError`].

use std::fmt;

/// Implements conversions that are exact or fail: the source, the target, its name in the error, and a function that returns `None` if
/// there is no such value.
macro_rules! exact {
    ($($(#[$doc:meta])* $source:ty => $target:ty, $name:literal: |$value:ident| $convert:block)*) => {$(
        $(#[$doc])*
        impl TryFrom<$source> for $target {
            type Error = $crate::edm::convert::ConversionError;

            fn try_from($value: $source) -> Result<Self, Self::Error> {
                let convert = |$value: $source| -> Option<Self> { $convert };
                convert($value).ok_or_else(|| Self::Error::new($value, $name))
            }
        }
    )*};
}

/// Implements conversions of values through those of references.
#[cfg(any(feature = "bigdecimal", feature = "jiff", feature = "rust_decimal"))]
macro_rules! by_value {
    ($($source:ty => $target:ty),*) => {$(
        impl TryFrom<$source> for $target {
            type Error = $crate::edm::convert::ConversionError;

            fn try_from(value: $source) -> Result<Self, Self::Error> {
                (&value).try_into()
            }
        }
    )*};
}

#[cfg(feature = "bigdecimal")]
mod bigdecimal;
#[cfg(feature = "chrono")]
mod chrono;
#[cfg(feature = "jiff")]
mod jiff;
#[cfg(feature = "rust_decimal")]
mod rust_decimal;
mod std_time;
#[cfg(feature = "time")]
mod time;
#[cfg(feature = "uuid")]
mod uuid;

/// The error for a value that the target type cannot represent exactly.
///
/// ```
/// use std::time::Duration;
///
/// use odata_core::edm;
///
/// let negative: edm::Duration = "-PT1S".parse()?;
/// let error = Duration::try_from(negative).unwrap_err();
/// assert_eq!(error.to_string(), "-PT1S cannot be converted exactly to std::time::Duration");
/// # Ok::<(), edm::ParseError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConversionError {
    value: Box<str>,
    target: &'static str,
}

impl ConversionError {
    #[cold]
    fn new(value: impl fmt::Display, target: &'static str) -> Self {
        Self {
            value: value.to_string().into(),
            target,
        }
    }

    /// Returns the value as text.
    #[must_use]
    pub fn value(&self) -> &str {
        &self.value
    }

    /// Returns the name of the target type.
    #[must_use]
    pub fn target(&self) -> &'static str {
        self.target
    }
}

impl fmt::Display for ConversionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} cannot be converted exactly to {}",
            self.value, self.target
        )
    }
}

impl std::error::Error for ConversionError {}

const PICOSECONDS_PER_NANOSECOND: u64 = 1_000;

/// Converts a fraction of a second from nanoseconds.
fn picoseconds(nanoseconds: u32) -> u64 {
    u64::from(nanoseconds) * PICOSECONDS_PER_NANOSECOND
}

/// Converts a signed fraction of a second from nanoseconds.
fn signed_picoseconds(nanoseconds: impl Into<i64>) -> i64 {
    nanoseconds.into() * PICOSECONDS_PER_NANOSECOND.cast_signed()
}

/// Converts a fraction of a second to nanoseconds; `None` if it has finer digits.
fn nanoseconds(picosecond: u64) -> Option<u32> {
    let is_exact = picosecond.is_multiple_of(PICOSECONDS_PER_NANOSECOND);
    u32::try_from(picosecond / PICOSECONDS_PER_NANOSECOND)
        .ok()
        .filter(|_| is_exact)
}

/// Converts a signed fraction of a second to nanoseconds; `None` if it has finer digits.
fn signed_nanoseconds(picoseconds: i64) -> Option<i32> {
    let nanoseconds = nanoseconds(picoseconds.unsigned_abs())?.cast_signed();
    Some(nanoseconds * picoseconds.signum() as i32)
}

/// Converts an offset from UTC in seconds to minutes; `None` if it has seconds.
#[cfg(any(feature = "chrono", feature = "jiff", feature = "time"))]
fn whole_minutes(offset: i32) -> Option<i16> {
    i16::try_from(offset / 60).ok().filter(|_| offset % 60 == 0)
}
