//! The names of the kinds of errors.

use std::fmt;

use crate::error::ErrorKind;

impl ErrorKind {
    const fn as_str(self) -> &'static str {
        match self {
            ErrorKind::Syntax => "invalid JSON",
            ErrorKind::Eof => "unexpected end of the body",
            ErrorKind::Io => "failure of the reader or writer",
            ErrorKind::Type => "wrong JSON type",
            ErrorKind::Value => "invalid value",
            ErrorKind::Null => "null is not allowed",
            ErrorKind::Missing => "missing property",
            ErrorKind::Duplicate => "duplicate member",
            ErrorKind::Undeclared => "undeclared property",
            ErrorKind::InvalidName => "invalid name",
            ErrorKind::InvalidType => "invalid type tag",
            ErrorKind::ForeignType => "type of another metadata document",
            ErrorKind::UnknownType => "unknown type",
            ErrorKind::NotDerived => "type not derived from the declared type",
            ErrorKind::AbstractType => "abstract type",
            ErrorKind::MissingType => "missing type tag",
            ErrorKind::UnknownMember => "unknown enumeration member",
            ErrorKind::Order => "wrong order",
            ErrorKind::Depth => "nested too deep",
            ErrorKind::Length => "too long",
            ErrorKind::Validation => "violated rules",
            ErrorKind::ErrorBody => "error response",
            ErrorKind::Write => "cannot be written as JSON",
        }
    }
}

/// Writes a short description, for logs and metrics.
///
/// ```
/// use odata_core::ErrorKind;
///
/// assert_eq!(ErrorKind::Duplicate.to_string(), "duplicate member");
/// ```
impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
