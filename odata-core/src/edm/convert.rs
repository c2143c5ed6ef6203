//! From the Edm primitives to other crates' types and back, each crate behind the feature of its
//! name.
//!
//! A conversion keeps the value or is an error: no digit is cut, no offset rounded, no leap second
//! moved. Where both sides hold all values of the other it is a `From`, else a `TryFrom` with a
//! [`ConversionError`].

use std::fmt;

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

/// A value that the other type does not hold exactly.
///
/// ```
/// use std::time::Duration;
///
/// use odata_core::edm;
///
/// let negative: edm::Duration = "-PT1S".parse()?;
/// let error = Duration::try_from(negative).unwrap_err();
/// assert_eq!(error.to_string(), "-PT1S is no std::time::Duration");
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

    /// The value as text.
    #[must_use]
    pub fn value(&self) -> &str {
        &self.value
    }

    /// The type that does not hold it.
    #[must_use]
    pub fn target(&self) -> &'static str {
        self.target
    }
}

impl fmt::Display for ConversionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is no {}", self.value, self.target)
    }
}

impl std::error::Error for ConversionError {}

const PICOSECONDS: u64 = 1_000;

/// A fraction of a second in nanoseconds, if it has no finer digits.
fn nanoseconds(picosecond: u64) -> Option<u32> {
    if picosecond.is_multiple_of(PICOSECONDS) {
        u32::try_from(picosecond / PICOSECONDS).ok()
    } else {
        None
    }
}

/// A signed fraction of a second in nanoseconds, if it has no finer digits.
fn signed_nanoseconds(picoseconds: i64) -> Option<i32> {
    let nanoseconds = nanoseconds(picoseconds.unsigned_abs())?.cast_signed();
    Some(if picoseconds < 0 {
        -nanoseconds
    } else {
        nanoseconds
    })
}
