//! What went wrong, and where.

pub(crate) mod listing;

use std::fmt;

use crate::validate::{pointer, violation::Violations};

/// What kind of fault it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// Not JSON.
    Syntax,
    /// The body ends too soon; also what an error in the middle of a response looks like (JSON format 4.01, section 21.2).
    Eof,
    /// The reader or writer failed.
    Io,
    /// A JSON value of the wrong type.
    Type,
    /// A value of the right JSON type that the declared type does not have.
    Value,
    /// Null for a property that is not nullable.
    Null,
    /// A required property is missing.
    Missing,
    /// A member that came twice.
    Duplicate,
    /// A property that no level of the type declares, where the options refuse those.
    Undeclared,
    /// A name that no member may have.
    InvalidName,
    /// A type tag that names no type.
    InvalidType,
    /// A type tag of another metadata document.
    ForeignType,
    /// A type that this build does not know.
    UnknownType,
    /// A type that is not the declared one nor derived from it.
    NotDerived,
    /// An abstract type, of which there are no values.
    AbstractType,
    /// No type tag where the declared type is abstract.
    MissingType,
    /// An enumeration member that this build does not know.
    UnknownMember,
    /// Out of order in an ordered payload.
    Order,
    /// Nested too deep.
    Depth,
    /// A body, string, number or object that is too long.
    Length,
    /// Well-formed, but against the rules of the type: see [`Error::violations`].
    Validation,
    /// It cannot be written as JSON.
    Write,
}

/// An error of reading or writing a body.
///
/// ```
/// use odata_core::{ErrorKind, ODataResource};
///
/// #[derive(Debug, ODataResource)]
/// #[odata(namespace = "shop")]
/// struct Order {
///     lines: Vec<i32>,
/// }
///
/// let error = odata_core::json::from_str::<Order>("{\n \"lines\": [1, \"two\"]\n}").unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::Type);
/// assert_eq!(error.pointer(), "/lines/1");
/// assert_eq!((error.line(), error.column()), (2, 19));
/// assert_eq!(error.found(), Some("string \"two\""));
/// ```
#[derive(Debug)]
pub struct Error(Box<Inner>);

#[derive(Debug)]
pub(crate) struct Inner {
    pub(crate) kind: ErrorKind,
    pub(crate) message: String,
    pub(crate) pointer: String,
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) expected: Option<String>,
    pub(crate) found: Option<String>,
    pub(crate) violations: Option<Violations>,
    pub(crate) source: Option<Box<dyn std::error::Error + Send + Sync + 'static>>,
}

impl Error {
    pub(crate) fn new(inner: Inner) -> Error {
        Error(Box::new(inner))
    }

    pub(crate) fn of_kind(kind: ErrorKind, message: impl Into<String>) -> Error {
        Error::new(Inner {
            kind,
            message: message.into(),
            pointer: String::new(),
            line: 0,
            column: 0,
            expected: None,
            found: None,
            violations: None,
            source: None,
        })
    }

    pub(crate) fn from_write(error: serde_json::Error) -> Error {
        if error.is_io() {
            return Error::from_io(error.into());
        }
        let mut this = Error::of_kind(ErrorKind::Write, error.to_string());
        this.0.source = Some(error.into());
        this
    }

    pub(crate) fn from_io(error: std::io::Error) -> Error {
        let mut this = Error::of_kind(ErrorKind::Io, error.to_string());
        this.0.source = Some(error.into());
        this
    }

    pub(crate) fn name(name: &str, rule: &str) -> Error {
        let mut this = Error::of_kind(
            ErrorKind::InvalidName,
            format!("{name:?} cannot be a name here: {rule}"),
        );
        this.0.expected = Some(rule.to_owned());
        this.0.found = Some(name.to_owned());
        this
    }

    pub(crate) fn at_position(mut self, pointer: String, line: usize, column: usize) -> Error {
        (self.0.pointer, self.0.line, self.0.column) = (pointer, line, column);
        self
    }

    /// The same, seen from the object or array that holds it under `name`.
    pub(crate) fn below(mut self, name: &str) -> Error {
        self.0.pointer = pointer::to_member(name) + &self.0.pointer;
        (self.0.line, self.0.column) = (0, 0);
        self
    }

    /// What kind of fault it is.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Where: a JSON pointer (RFC 6901) into the body, empty for the body itself.
    pub fn pointer(&self) -> &str {
        &self.0.pointer
    }

    /// The line of the body, from 1; 0 where there is none (an error of writing).
    pub fn line(&self) -> usize {
        self.0.line
    }

    /// The column in bytes, from 1; 0 at the start of a line or where there is none.
    pub fn column(&self) -> usize {
        self.0.column
    }

    /// What would have been right.
    pub fn expected(&self) -> Option<&str> {
        self.0.expected.as_deref()
    }

    /// What was there.
    pub fn found(&self) -> Option<&str> {
        self.0.found.as_deref()
    }

    /// The rules broken, where the kind is [`ErrorKind::Validation`].
    pub fn violations(&self) -> Option<&Violations> {
        self.0.violations.as_ref()
    }

    /// The message, without place.
    pub fn message(&self) -> &str {
        &self.0.message
    }
}

impl From<Violations> for Error {
    fn from(violations: Violations) -> Error {
        let mut this = Error::of_kind(ErrorKind::Validation, violations.to_string());
        if let Some(first) = violations.first() {
            first.pointer().clone_into(&mut this.0.pointer);
        }
        this.0.violations = Some(violations);
        this
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner {
            message,
            pointer,
            line,
            column,
            violations,
            ..
        } = &*self.0;
        f.write_str(message)?;
        if violations.is_none() && !pointer.is_empty() {
            write!(f, " at {pointer}")?;
        }
        if *line > 0 {
            write!(f, " (line {line} column {column})")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source.as_deref().map(|it| it as _)
    }
}
