//! Errors of reading and writing.

pub(crate) mod listing;
pub(crate) mod text_enum;

use std::fmt;

pub(crate) use crate::error::{listing::Listing, text_enum::text_enum};
use crate::validate::{Violation, Violations, pointer};

text_enum! {
    /// The kind of an [`Error`].
    ///
    /// Match on it to decide how to respond: a service answers most kinds with status 400, and [`Depth`](Self::Depth) and
    /// [`Length`](Self::Length) with 413.
    ///
    /// ```
    /// use odata_core::{ErrorKind, json};
    ///
    /// let error = json::from_str::<Vec<i32>>("[1, 2").unwrap_err();
    /// assert_eq!(error.kind(), ErrorKind::Eof);
    /// ```
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    pub enum ErrorKind {
        /// The text is not JSON.
        Syntax = "invalid JSON",
        /// The body ends too soon. A service also breaks off a response if an error occurs while it sends one (JSON 4.01 §21.2).
        Eof = "unexpected end of the body",
        /// The reader or writer failed.
        Io = "failure of the reader or writer",
        /// The value has the wrong JSON type.
        Type = "wrong JSON type",
        /// The value has the right JSON type, but is not a value of the declared type.
        Value = "invalid value",
        /// A property that is not nullable is null.
        Null = "null is not allowed",
        /// A required property is missing.
        Missing = "missing property",
        /// A member occurs twice.
        Duplicate = "duplicate member",
        /// The type does not declare this property, and the options reject such properties.
        Undeclared = "undeclared property",
        /// No member can have this name.
        InvalidName = "invalid name",
        /// The type tag is not the name of a type.
        InvalidType = "invalid type tag",
        /// The type tag refers to another metadata document.
        ForeignType = "type of another metadata document",
        /// No type with the name in the type tag is defined in this build.
        UnknownType = "unknown type",
        /// The type is neither the declared type nor derived from it.
        NotDerived = "type not derived from the declared type",
        /// The type is abstract and has no values.
        AbstractType = "abstract type",
        /// The type tag is missing, and the declared type is abstract.
        MissingType = "missing type tag",
        /// The enumeration does not define this member.
        UnknownMember = "unknown enumeration member",
        /// A member is out of order in an ordered payload.
        Order = "wrong order",
        /// The value is nested too deep.
        Depth = "nested too deep",
        /// A body, string, number or object is too long.
        Length = "too long",
        /// The value violates rules of its type; see [`Error::violations`].
        Validation = "violated rules",
        /// The body is an OData error in the place of a resource; see [`Error::odata_error`].
        ErrorBody = "error response",
        /// The value cannot be written as JSON.
        Write = "cannot be written as JSON",
    }

    fn as_str;
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// An error of reading or writing a body.
///
/// It has a kind, the position in the body and, where possible, what was expected and what was found.
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
pub struct Error(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    message: String,
    pointer: String,
    line: usize,
    column: usize,
    expected: Option<String>,
    found: Option<String>,
    violations: Option<Violations>,
    /// The error body that was read as a resource.
    error_body: Option<String>,
    source: Option<Box<dyn std::error::Error + Send + Sync + 'static>>,
}

impl Error {
    pub(crate) fn of_kind(kind: ErrorKind, message: impl Into<String>) -> Error {
        Error(Box::new(Inner {
            kind,
            message: message.into(),
            pointer: String::new(),
            line: 0,
            column: 0,
            expected: None,
            found: None,
            violations: None,
            error_body: None,
            source: None,
        }))
    }

    pub(crate) fn with_details(
        mut self,
        expected: Option<String>,
        found: Option<String>,
        error_body: Option<String>,
    ) -> Error {
        (self.0.expected, self.0.found) = (expected, found);
        self.0.error_body = error_body;
        self
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

    pub(crate) fn invalid_name(name: &str, rule: &str) -> Error {
        let mut this = Error::of_kind(
            ErrorKind::InvalidName,
            format!("invalid name {name:?}: {rule}"),
        );
        this.0.expected = Some(rule.to_owned());
        this.0.found = Some(name.to_owned());
        this
    }

    pub(crate) fn at_position(mut self, pointer: String, line: usize, column: usize) -> Error {
        (self.0.pointer, self.0.line, self.0.column) = (pointer, line, column);
        self
    }

    /// Returns the error relative to the object that has the value as its member `name`.
    pub(crate) fn below(mut self, name: &str) -> Error {
        self.0.pointer = pointer::to_member(name) + &self.0.pointer;
        (self.0.line, self.0.column) = (0, 0);
        self
    }

    /// Removes line and column.
    pub(crate) fn without_position(mut self) -> Error {
        (self.0.line, self.0.column) = (0, 0);
        self
    }

    /// Returns the kind of the error.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Returns the JSON pointer (RFC 6901) to the value in the body. It is empty for the body itself.
    pub fn pointer(&self) -> &str {
        &self.0.pointer
    }

    /// Returns the line in the body, from 1, or 0 if there is none, as for an error of writing.
    pub fn line(&self) -> usize {
        self.0.line
    }

    /// Returns the column in bytes, from 1, or 0 at the start of a line and if there is no line.
    pub fn column(&self) -> usize {
        self.0.column
    }

    /// Returns what was expected.
    pub fn expected(&self) -> Option<&str> {
        self.0.expected.as_deref()
    }

    /// Returns what was found.
    pub fn found(&self) -> Option<&str> {
        self.0.found.as_deref()
    }

    /// Returns the violated rules. There are none unless the kind is [`ErrorKind::Validation`].
    ///
    /// ```
    /// use odata_core::{ODataResource, json};
    ///
    /// #[derive(Debug, ODataResource)]
    /// #[odata(namespace = "shop")]
    /// struct Order {
    ///     #[odata(validate(length(min = 1)))]
    ///     lines: Vec<i32>,
    /// }
    ///
    /// let error = json::from_str::<Order>(r#"{"lines":[]}"#).unwrap_err();
    /// for violation in error.violations() {
    ///     assert_eq!((violation.pointer(), violation.rule()), ("/lines", "length"));
    /// }
    /// ```
    pub fn violations(&self) -> std::slice::Iter<'_, Violation> {
        match &self.0.violations {
            Some(violations) => violations.iter(),
            None => [].iter(),
        }
    }

    /// Returns the text of the error body that was read as a resource.
    pub(crate) fn error_body(&self) -> Option<&str> {
        self.0.error_body.as_deref()
    }

    /// Returns the message without the position.
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

/// Formats the kind and the text of `Display`, because a program whose `main` returns the error prints its `Debug` form.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Error")
            .field(&self.0.kind)
            .field(&format_args!("{self}"))
            .finish()
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source.as_deref().map(|it| it as _)
    }
}
