//! ObjectSeed of the errors that an error is made of.

use crate::{
    codec::raw_json::RawJson,
    dynamic::members::{Iter, Members},
    payload::odata_error::{Tri, check_text},
    validate::{path::Path, violation::Violations},
};

/// An entry of `details` in an [`ODataError`](super::ODataError).
///
/// ```
/// use odata_core::payload::ErrorDetail;
///
/// let detail = ErrorDetail::new("NotSupported", "$search is not supported").with_target("$search");
/// assert_eq!((detail.code(), detail.target()), (Some("NotSupported"), Some("$search")));
/// ```
///
/// Source: OData JSON Format 4.01, section 21.1.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ErrorDetail {
    pub(super) code: Tri<String>,
    pub(super) message: Tri<String>,
    pub(super) target: Tri<String>,
    pub(super) more: Members,
}

impl ErrorDetail {
    /// A detail with a code and a message.
    pub fn new(code: impl Into<String>, message: impl Into<String>) -> Self {
        ErrorDetail {
            code: Some(Some(code.into())),
            message: Some(Some(message.into())),
            target: None,
            more: Members::new(),
        }
    }

    /// The same detail with what it is about, such as the name of a property.
    #[must_use]
    pub fn with_target(mut self, target: impl Into<String>) -> Self {
        self.target = Some(Some(target.into()));
        self
    }

    /// `code`: what went wrong, for programs.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.code.as_ref()?.as_deref()
    }

    /// `message`: what went wrong, for people.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.message.as_ref()?.as_deref()
    }

    /// `target`: what the detail is about.
    #[must_use]
    pub fn target(&self) -> Option<&str> {
        self.target.as_ref()?.as_deref()
    }

    /// Annotations and members that the protocol does not define, in order and exact.
    #[must_use]
    pub fn more(&self) -> Iter<'_> {
        self.more.iter()
    }

    /// The exact JSON of one of [`more`](Self::more).
    #[must_use]
    pub fn raw(&self, name: &str) -> Option<&RawJson> {
        self.more.raw(name)
    }

    pub(super) fn conforms(&self, at: &Path<'_>, violations: &mut Violations) {
        check_text(&self.code, &at.property("code"), violations);
        check_text(&self.message, &at.property("message"), violations);
    }
}
