//! The body of a response that reports an error.

pub(crate) mod detail;
pub(crate) mod inner;
pub(crate) mod wire;

use std::fmt;

pub(crate) use crate::payload::odata_error::{detail::ErrorDetail, inner::InnerError};
use crate::{
    codec::raw_json::RawJson,
    dynamic::members::{Iter, Members},
    error::Error,
    validate::{
        Validate,
        path::Path,
        violation::{Violation, Violations},
    },
};

/// A member that may be absent or null.
type Tri<T> = Option<Option<T>>;

/// The OData error response: what went wrong, for programs (`code`) and for people (`message`).
///
/// Reading is tolerant: `code` and `message` may be missing or null, as some services have it, and what the protocol
/// does not define is kept and written back. Under [`ReadOptions::strict`](crate::ReadOptions::strict) both must
/// be there, in the details, too; [`conforms`](Self::conforms) tells of any body whether it keeps to the protocol.
///
/// ```
/// use odata_core::ODataError;
///
/// let body = r#"{"error":{"code":"Request_BadRequest","message":"The request is invalid.",
///     "innerError":{"date":"2024-01-01T00:00:00","request-id":"0a1b","client-request-id":"2c3d"}}}"#;
/// let error: ODataError = odata_core::json::from_str(body)?;
/// assert_eq!(error.code(), Some("Request_BadRequest"));
/// assert_eq!(error.inner_error().and_then(|it| it.request_id()).as_deref(), Some("0a1b"));
/// assert_eq!(error.to_string(), "Request_BadRequest: The request is invalid.");
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// Source: OData JSON Format 4.01, section 21.1.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ODataError {
    error: MainError,
    /// Members beside `error`: none by the protocol.
    more: Members,
}

/// The value of `error`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct MainError {
    code: Tri<String>,
    message: Tri<String>,
    target: Tri<String>,
    details: Tri<Vec<ErrorDetail>>,
    inner: Tri<InnerError>,
    /// Microsoft Graph's spelling of `innererror`.
    capital_inner: bool,
    more: Members,
}

impl ODataError {
    /// An error with a code, which does not depend on the language, and a message in the language asked for.
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
        let error = MainError {
            code: Some(Some(code.into())),
            message: Some(Some(message.into())),
            ..MainError::default()
        };
        ODataError {
            error,
            more: Members::new(),
        }
    }

    /// The same error with what it is about, such as the name of a property.
    #[must_use]
    pub fn with_target(mut self, target: impl Into<String>) -> Self {
        self.error.target = Some(Some(target.into()));
        self
    }

    /// The same error with one more detail.
    #[must_use]
    pub fn with_detail(mut self, detail: ErrorDetail) -> Self {
        let details = self.error.details.get_or_insert_default();
        details.get_or_insert_default().push(detail);
        self
    }

    /// The same error with information for those who debug the service. Take care what it tells: everybody can read it.
    #[must_use]
    pub fn with_inner_error(mut self, inner: InnerError) -> Self {
        self.error.inner = Some(Some(inner));
        self
    }

    /// `code`: what went wrong, for programs. `None` where the service left it out or sent null.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.error.code.as_ref()?.as_deref()
    }

    /// `message`: what went wrong, for people.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.error.message.as_ref()?.as_deref()
    }

    /// `target`: what the error is about.
    #[must_use]
    pub fn target(&self) -> Option<&str> {
        self.error.target.as_ref()?.as_deref()
    }

    /// `details`: the errors that this one is made of.
    #[must_use]
    pub fn details(&self) -> &[ErrorDetail] {
        match &self.error.details {
            Some(Some(details)) => details,
            _ => &[],
        }
    }

    /// `innererror`, in Microsoft Graph `innerError`: information for those who debug the service.
    #[must_use]
    pub fn inner_error(&self) -> Option<&InnerError> {
        self.error.inner.as_ref()?.as_ref()
    }

    /// Annotations of the error and members that the protocol does not define, in order and exact.
    #[must_use]
    pub fn more(&self) -> Iter<'_> {
        self.error.more.iter()
    }

    /// The exact JSON of one of [`more`](Self::more).
    #[must_use]
    pub fn raw(&self, name: &str) -> Option<&RawJson> {
        self.error.more.raw(name)
    }

    /// Whether the body keeps to the protocol: code and message are there and not empty, in every detail, too, and
    /// nothing stands beside `error`.
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
    /// Everything that does not.
    pub fn conforms(&self) -> Result<(), Violations> {
        let mut violations = Violations::new();
        let root = Path::root();
        let at = &root.property("error");
        check_text(&self.error.code, &at.property("code"), &mut violations);
        check_text(
            &self.error.message,
            &at.property("message"),
            &mut violations,
        );
        if let Some(None) = self.error.details {
            violations.push(&at.property("details"), "type", "must be an array");
        }
        let details = at.property("details");
        for (index, detail) in self.details().iter().enumerate() {
            detail.conforms(&details.index(index), &mut violations);
        }
        if let Some(None) = self.error.inner {
            violations.push(
                &at.property(self.error.inner_name()),
                "type",
                "must be an object",
            );
        }
        for (name, _) in self.more.iter() {
            violations.push(
                &root.property(name),
                "undeclared",
                "does not belong beside `error`",
            );
        }
        violations.into_result()
    }
}

/// `code` or `message`: not missing, not null, not empty.
fn check_text(text: &Tri<String>, at: &Path<'_>, violations: &mut Violations) {
    match text {
        None => violations.push(at, "required", "is required"),
        Some(None) => violations.push(at, "required", "must not be null"),
        Some(Some(text)) if text.is_empty() => violations.push(at, "length", "must not be empty"),
        Some(Some(_)) => {}
    }
}

impl MainError {
    const fn inner_name(&self) -> &'static str {
        if self.capital_inner {
            "innerError"
        } else {
            "innererror"
        }
    }
}

impl fmt::Display for ODataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.code(), self.message()) {
            (Some(code), Some(message)) if !message.is_empty() => write!(f, "{code}: {message}"),
            (Some(code), _) if !code.is_empty() => f.write_str(code),
            (_, Some(message)) if !message.is_empty() => f.write_str(message),
            _ => f.write_str("the service reports an error without saying which"),
        }
    }
}

impl std::error::Error for ODataError {}

/// EnvelopeBuilder does not ask for more than the form; [`conforms`](ODataError::conforms) does.
impl Validate for ODataError {}

impl From<&Violations> for ODataError {
    /// ObjectSeed detail for each violation: the rule is its code, the pointer its target.
    ///
    /// ```
    /// use odata_core::{ODataError, Violation, Violations};
    ///
    /// let violations = Violations::from(Violation::at("state", "must be Denied or Canceled").with_rule("one_of"));
    /// let error = ODataError::from(&violations);
    /// assert_eq!(error.code(), Some("ValidationFailed"));
    /// assert_eq!(error.details()[0].code(), Some("one_of"));
    /// assert_eq!(error.details()[0].target(), Some("/state"));
    /// ```
    fn from(violations: &Violations) -> Self {
        let message = match violations.len() {
            1 => "A rule is broken.".to_owned(),
            count => format!("{count} rules are broken."),
        };
        let details = violations.iter().map(ErrorDetail::from);
        details.fold(
            ODataError::new("ValidationFailed", message),
            ODataError::with_detail,
        )
    }
}

impl From<Violations> for ODataError {
    fn from(violations: Violations) -> Self {
        ODataError::from(&violations)
    }
}

impl From<&Error> for ODataError {
    /// The answer to a body that cannot be read: its target is where the fault is. Broken rules become details.
    fn from(error: &Error) -> Self {
        if let Some(violations) = error.violations() {
            return ODataError::from(violations);
        }
        let body = ODataError::new("InvalidBody", error.to_string());
        if error.pointer().is_empty() {
            body
        } else {
            body.with_target(error.pointer())
        }
    }
}

impl From<Error> for ODataError {
    fn from(error: Error) -> Self {
        ODataError::from(&error)
    }
}

impl From<&Violation> for ErrorDetail {
    fn from(violation: &Violation) -> Self {
        let detail = ErrorDetail::new(violation.rule(), violation.message());
        if violation.pointer().is_empty() {
            detail
        } else {
            detail.with_target(violation.pointer())
        }
    }
}
