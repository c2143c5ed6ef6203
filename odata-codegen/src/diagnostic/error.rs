//! The error of a run.

use std::fmt;

use odata_csdl::Severity;

use super::finding::Diagnostic;

/// The error of a run that generated nothing: all findings, at least one of which is an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    diagnostics: Vec<Diagnostic>,
}

impl Error {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self::from_diagnostics(vec![Diagnostic {
            severity: Severity::Error,
            rule: "output",
            position: None,
            message: message.into(),
        }])
    }

    pub(crate) fn from_diagnostics(diagnostics: Vec<Diagnostic>) -> Self {
        Self { diagnostics }
    }

    /// Returns all findings of the run in the order of the files, warnings and notes included.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }
}

/// Writes the errors, one per line.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let errors = self
            .diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.severity == Severity::Error);
        for (index, diagnostic) in errors.enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{diagnostic}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}
