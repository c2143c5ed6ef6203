//! Error responses.

pub(crate) mod convert;
pub(crate) mod detail;
pub(crate) mod inner_error;
pub(crate) mod wire;

use std::fmt;

use crate::{
    codec::RawJson,
    dynamic::{Members, members::Iter},
    error::Error,
    payload::odata_error::{
        detail::{ErrorDetail, NullableMember},
        inner_error::InnerError,
    },
    validate::{Path, Validate, Violations},
};

/// The body of an error response: a `code` for programs, a `message` for people.
///
/// Reading is tolerant. `code` and `message` may be missing or null, because some services omit them, and undefined members are preserved
/// and written back. [`ReadOptions::strict`](crate::ReadOptions::strict) requires both, also in the details; [`conforms`](Self::conforms)
/// checks any body against the protocol.
///
/// ```
/// use odata_core::{ODataError, json};
///
/// let body = r#"{"error":{"code":"Request_BadRequest","message":"The request is invalid.",
///     "innerError":{"date":"2024-01-01T00:00:00","request-id":"0a1b","client-request-id":"2c3d"}}}"#;
/// let error: ODataError = json::from_str(body)?;
/// assert_eq!(error.code(), Some("Request_BadRequest"));
/// assert_eq!(error.inner_error().and_then(|it| it.request_id()).as_deref(), Some("0a1b"));
/// assert_eq!(error.to_string(), "Request_BadRequest: The request is invalid.");
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// # Errors
///
/// Reading rejects a body without `error`, a member of the wrong type, and a member that occurs twice.
///
/// Source: JSON 4.01 §21.1.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ODataError {
    /// Boxed, so that a `Result` with this error is small.
    error: Box<ErrorObject>,
    /// Members beside `error`. The protocol defines none.
    siblings: Members,
}

/// The value of `error`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct ErrorObject {
    /// The members that a detail also has, and those that the protocol does not define.
    own: ErrorDetail,
    details: NullableMember<Vec<ErrorDetail>>,
    inner_error: NullableMember<InnerError>,
    /// Whether the inner error has the name that Microsoft Graph uses, `innerError`.
    is_camel_case: bool,
}

impl ODataError {
    /// Creates an error with a code, which does not depend on the language, and a message in the language of the request.
    ///
    /// ```
    /// use odata_core::{ODataError, payload::ErrorDetail};
    ///
    /// let error = ODataError::new("ValidationFailed", "The request cannot be denied now.")
    ///     .with_target("state")
    ///     .with_detail(ErrorDetail::new("WrongStage", "Only a new request can be denied.").with_target("stage"));
    /// assert_eq!(
    ///     serde_json::to_string(&error)?,
    ///     r#"{"error":{"code":"ValidationFailed","message":"The request cannot be denied now.","target":"state","details":[{"code":"WrongStage","message":"Only a new request can be denied.","target":"stage"}]}}"#
    /// );
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn new(code: impl Into<String>, message: impl Into<String>) -> Self {
        let error = ErrorObject {
            own: ErrorDetail::new(code, message),
            ..ErrorObject::default()
        };
        ODataError {
            error: Box::new(error),
            siblings: Members::new(),
        }
    }

    /// Sets the target of the error, such as the name of a property.
    #[must_use]
    pub fn with_target(mut self, target: impl Into<String>) -> Self {
        self.error.own = std::mem::take(&mut self.error.own).with_target(target);
        self
    }

    /// Adds a detail.
    #[must_use]
    pub fn with_detail(mut self, detail: ErrorDetail) -> Self {
        let details = self.error.details.get_or_insert_default();
        details.get_or_insert_default().push(detail);
        self
    }

    /// Sets information for those who debug the service. Every client can read it: do not include anything secret.
    #[must_use]
    pub fn with_inner_error(mut self, inner_error: InnerError) -> Self {
        self.error.inner_error = Some(Some(inner_error));
        self
    }

    /// Returns `code`; `None` if it is missing or null.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.error.own.code()
    }

    /// Returns `message`; `None` if it is missing or null.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.error.own.message()
    }

    /// Returns `target`, such as the name of a property.
    #[must_use]
    pub fn target(&self) -> Option<&str> {
        self.error.own.target()
    }

    /// Returns `details`, the individual errors.
    #[must_use]
    pub fn details(&self) -> &[ErrorDetail] {
        match &self.error.details {
            Some(Some(details)) => details,
            _ => &[],
        }
    }

    /// Returns `innererror` (`innerError` in Microsoft Graph), information for those who debug the service.
    #[must_use]
    pub fn inner_error(&self) -> Option<&InnerError> {
        self.error.inner_error.as_ref()?.as_ref()
    }

    /// Returns the annotations of the error and the members that the protocol does not define, in order, each with its exact JSON.
    #[must_use]
    pub fn other_members(&self) -> Iter<'_> {
        self.error.own.other_members()
    }

    /// Returns the exact JSON of one of [`other_members`](Self::other_members).
    #[must_use]
    pub fn raw(&self, name: &str) -> Option<&RawJson> {
        self.error.own.raw(name)
    }

    /// Checks the body against the protocol: the error and every detail have a code and a message that are not empty, and `error` is the
    /// only member.
    ///
    /// ```
    /// use odata_core::ODataError;
    ///
    /// let error: ODataError = serde_json::from_str(r#"{"error":{"code":"","details":[{"code":"x"}]}}"#)?;
    /// let violations = error.conforms().unwrap_err();
    /// assert_eq!(
    ///     violations.to_string(),
    ///     "/error/code: must not be empty\n/error/message: is required\n/error/details/0/message: is required"
    /// );
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// All violations of the protocol.
    pub fn conforms(&self) -> Result<(), Violations> {
        let mut violations = Violations::new();
        let root = Path::root();
        let at = &root.property("error");
        self.error.own.conforms(at, &mut violations);
        if let Some(None) = self.error.details {
            violations.push(&at.property("details"), "type", "must be an array");
        }
        let details = at.property("details");
        for (index, detail) in self.details().iter().enumerate() {
            detail.conforms(&details.index(index), &mut violations);
        }
        if let Some(None) = self.error.inner_error {
            violations.push(
                &at.property(self.error.inner_error_name()),
                "type",
                "must be an object",
            );
        }
        for (name, _) in self.siblings.iter() {
            violations.push(
                &root.property(name),
                "undeclared",
                "must not be beside `error`",
            );
        }
        violations.into_result()
    }
}

impl ErrorObject {
    const fn inner_error_name(&self) -> &'static str {
        if self.is_camel_case {
            "innerError"
        } else {
            "innererror"
        }
    }
}

/// Writes code and message.
impl fmt::Display for ODataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [code, message] =
            [self.code(), self.message()].map(|text| text.filter(|text| !text.is_empty()));
        match (code, message) {
            (Some(code), Some(message)) => write!(f, "{code}: {message}"),
            (Some(text), None) | (None, Some(text)) => f.write_str(text),
            (None, None) => f.write_str("the service reports an error without code and message"),
        }
    }
}

impl std::error::Error for ODataError {}

/// No rules: an error response is read however incomplete it is. [`conforms`](ODataError::conforms) checks it.
impl Validate for ODataError {}

impl Error {
    /// Returns the OData error that was in the place of a resource ([`ErrorKind::ErrorBody`](crate::ErrorKind::ErrorBody)).
    ///
    /// ```
    /// use odata_core::{ErrorKind, ODataResource, json};
    ///
    /// #[derive(Debug, ODataResource)]
    /// #[odata(namespace = "shop")]
    /// struct Order {
    ///     id: Option<i64>,
    /// }
    ///
    /// let body = r#"{"error":{"code":"NotFound","message":"There is no such order."}}"#;
    /// let error = json::from_str::<Order>(body).unwrap_err();
    /// assert_eq!(error.kind(), ErrorKind::ErrorBody);
    /// assert_eq!(error.odata_error().and_then(|it| it.code().map(str::to_owned)).as_deref(), Some("NotFound"));
    /// ```
    #[must_use]
    pub fn odata_error(&self) -> Option<ODataError> {
        serde_json::from_str(self.error_body()?).ok()
    }
}
