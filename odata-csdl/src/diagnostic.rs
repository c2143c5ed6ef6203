//! Findings of a reader.

use std::fmt;

use crate::location::Location;

/// How serious a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Severity {
    /// The input cannot be used.
    Error,
    /// The input breaks a rule but can be used.
    Warning,
    /// Information that needs no action.
    Note,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        })
    }
}

/// One finding of a reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Whether the document can be used.
    pub severity: Severity,
    /// The stable short name of the rule: `xml`, `json`, `version`, `unknown-element`, `unknown-attribute`.
    pub rule: &'static str,
    /// The position of the fault.
    pub location: Location,
    /// What is wrong, then what to write.
    pub message: String,
}

impl Diagnostic {
    pub(crate) fn error(
        rule: &'static str,
        location: Location,
        message: impl Into<String>,
    ) -> Self {
        Self {
            severity: Severity::Error,
            rule,
            location,
            message: message.into(),
        }
    }

    pub(crate) fn warning(
        rule: &'static str,
        location: Location,
        message: impl Into<String>,
    ) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(rule, location, message)
        }
    }
}
