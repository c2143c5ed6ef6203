//! Error responses for errors and violations.

use crate::{
    error::{Error, ErrorKind},
    payload::odata_error::{ODataError, detail::ErrorDetail},
    validate::{Violation, Violations},
};

impl From<&Violations> for ODataError {
    /// Creates an error with a detail for each violation: the rule is the code, the pointer is the target.
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
        from_violations(violations.iter())
    }
}

impl From<Violations> for ODataError {
    fn from(violations: Violations) -> Self {
        ODataError::from(&violations)
    }
}

fn from_violations<'a>(violations: impl ExactSizeIterator<Item = &'a Violation>) -> ODataError {
    let message = match violations.len() {
        1 => "A rule is broken.".to_owned(),
        count => format!("{count} rules are broken."),
    };
    violations.map(ErrorDetail::from).fold(
        ODataError::new("ValidationFailed", message),
        ODataError::with_detail,
    )
}

impl From<&Error> for ODataError {
    /// Creates the response to a body that could not be read: the target is the pointer of the error. Violations become details.
    fn from(error: &Error) -> Self {
        if error.kind() == ErrorKind::Validation {
            return from_violations(error.violations());
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
