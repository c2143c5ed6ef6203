//! Details of an error response.

use crate::{
    codec::RawJson,
    dynamic::{Members, members::Iter},
    validate::{Path, Violations},
};

/// One of the `details` of an [`ODataError`](super::ODataError): an individual error with its own target.
///
/// ```
/// use odata_core::payload::ErrorDetail;
///
/// let detail = ErrorDetail::new("NotSupported", "$search is not supported").with_target("$search");
/// assert_eq!((detail.code(), detail.target()), (Some("NotSupported"), Some("$search")));
/// ```
///
/// Source: JSON 4.01 §21.1.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ErrorDetail {
    pub(super) code: NullableMember<String>,
    pub(super) message: NullableMember<String>,
    pub(super) target: NullableMember<String>,
    pub(super) other_members: Members,
}

impl ErrorDetail {
    /// Creates a detail with a code and a message.
    pub fn new(code: impl Into<String>, message: impl Into<String>) -> Self {
        ErrorDetail {
            code: Some(Some(code.into())),
            message: Some(Some(message.into())),
            target: None,
            other_members: Members::new(),
        }
    }

    /// Sets the target of the detail, such as the name of a property.
    #[must_use]
    pub fn with_target(mut self, target: impl Into<String>) -> Self {
        self.target = Some(Some(target.into()));
        self
    }

    /// Returns `code`; `None` if it is missing or null.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.code.as_ref()?.as_deref()
    }

    /// Returns `message`; `None` if it is missing or null.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.message.as_ref()?.as_deref()
    }

    /// Returns `target`, such as the name of a property.
    #[must_use]
    pub fn target(&self) -> Option<&str> {
        self.target.as_ref()?.as_deref()
    }

    /// Returns the annotations and the members that the protocol does not define, in order, each with its exact JSON.
    #[must_use]
    pub fn other_members(&self) -> Iter<'_> {
        self.other_members.iter()
    }

    /// Returns the exact JSON of one of [`other_members`](Self::other_members).
    #[must_use]
    pub fn raw(&self, name: &str) -> Option<&RawJson> {
        self.other_members.raw(name)
    }

    pub(super) fn conforms(&self, at: &Path<'_>, violations: &mut Violations) {
        check_text(&self.code, &at.property("code"), violations);
        check_text(&self.message, &at.property("message"), violations);
    }
}

/// A member of an error response: `None` if it is missing, `Some(None)` if it is null.
pub(super) type NullableMember<T> = Option<Option<T>>;

/// Requires that `code` or `message` is neither missing nor null nor empty.
fn check_text(text: &NullableMember<String>, at: &Path<'_>, violations: &mut Violations) {
    match text {
        None => violations.push(at, "required", "is required"),
        Some(None) => violations.push(at, "required", "must not be null"),
        Some(Some(text)) if text.is_empty() => violations.push(at, "length", "must not be empty"),
        Some(Some(_)) => {}
    }
}
