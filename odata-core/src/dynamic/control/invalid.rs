//! The error of control information.

use std::fmt;

/// A name or value that is not control information.
///
/// ```
/// use odata_core::ControlInformation;
///
/// let error = ControlInformation::new().insert("@odata.id", "12").unwrap_err();
/// assert_eq!(error.name(), "@odata.id");
/// assert_eq!(error.to_string(), "`@odata.id` must be a string or null");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidControlInformation {
    name: String,
    problem: Problem,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Problem {
    OtherName,
    Json,
    ValueKind(&'static str),
    Duplicate,
}

impl InvalidControlInformation {
    pub(super) fn new(name: &str, problem: Problem) -> Self {
        InvalidControlInformation {
            name: name.to_owned(),
            problem,
        }
    }

    /// Returns the name of the entry.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl fmt::Display for InvalidControlInformation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = &self.name;
        match self.problem {
            Problem::OtherName => write!(
                f,
                "`{name}` is not the name of control information; expected a name such as `@odata.id`"
            ),
            Problem::Json => write!(f, "the value of `{name}` is not JSON"),
            Problem::ValueKind(expected) => write!(f, "`{name}` must be {expected}"),
            Problem::Duplicate => write!(f, "duplicate `{name}`"),
        }
    }
}

impl std::error::Error for InvalidControlInformation {}
