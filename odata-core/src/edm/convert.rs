//! Conversions between the Edm primitives and the types of other crates, each behind the feature with the name of the crate.
//!
//! A conversion is exact or an error: no digit is truncated, no offset rounded, no leap second moved. It is a `From` if the target has
//! all values of the source, else a `TryFrom` with a [`ConversionError`].

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

const PICOSECONDS: u64 = 1_000;

/// Converts a fraction of a second to nanoseconds; `None` if it has finer digits.
fn nanoseconds(picosecond: u64) -> Option<u32> {
    if picosecond.is_multiple_of(PICOSECONDS) {
        u32::try_from(picosecond / PICOSECONDS).ok()
    } else {
        None
    }
}

/// Converts a signed fraction of a second to nanoseconds; `None` if it has finer digits.
fn signed_nanoseconds(picoseconds: i64) -> Option<i32> {
    let nanoseconds = nanoseconds(picoseconds.unsigned_abs())?.cast_signed();
    Some(if picoseconds < 0 {
        -nanoseconds
    } else {
        nanoseconds
    })
}
