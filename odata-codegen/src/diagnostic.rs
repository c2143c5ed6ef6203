//! What a run has to say about the metadata: errors, warnings and notes, each with its place and its rule.

mod error;
mod files;

use std::fmt;

pub use error::Error;
pub use files::Position;
pub(crate) use files::Sources;
use odata_csdl::Location;
pub use odata_csdl::Severity;

/// One finding, printed as `metadata.xml:12:7: warning[open-below-open]: ...`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Whether it stops the run.
    pub severity: Severity,
    /// The short name of the rule, stable from version to version: `abstract-below-concrete`, `type-unknown`, `xml`.
    pub rule: &'static str,
    /// Where; `None` where no single place is meant.
    pub position: Option<Position>,
    /// What is wrong, in one sentence.
    pub message: String,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(position) = &self.position {
            write!(f, "{position}: ")?;
        }
        write!(f, "{}[{}]: {}", self.severity, self.rule, self.message)
    }
}

/// Collects findings while the metadata is read, checked and turned into Rust.
#[derive(Debug, Default)]
pub(crate) struct Diagnostics {
    found: Vec<(Location, Diagnostic)>,
}

impl Diagnostics {
    pub(crate) fn push(
        &mut self,
        sources: &Sources,
        severity: Severity,
        rule: &'static str,
        at: Location,
        message: impl Into<String>,
    ) {
        let position = Some(sources.position(at));
        self.found.push((
            at,
            Diagnostic {
                severity,
                rule,
                position,
                message: message.into(),
            },
        ));
    }

    pub(crate) fn error(
        &mut self,
        sources: &Sources,
        rule: &'static str,
        at: Location,
        message: impl Into<String>,
    ) {
        self.push(sources, Severity::Error, rule, at, message);
    }

    /// A finding about the run as a whole.
    pub(crate) fn general(
        &mut self,
        severity: Severity,
        rule: &'static str,
        message: impl Into<String>,
    ) {
        let at = Location {
            file: usize::MAX,
            ..Location::default()
        };
        self.found.push((
            at,
            Diagnostic {
                severity,
                rule,
                position: None,
                message: message.into(),
            },
        ));
    }

    pub(crate) fn has_errors(&self) -> bool {
        self.found
            .iter()
            .any(|(_, found)| found.severity == Severity::Error)
    }

    /// All findings in the order of the files, so that two runs over the same input say the same.
    pub(crate) fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.found
            .sort_by(|(left, a), (right, b)| (left, &a.message).cmp(&(right, &b.message)));
        self.found.dedup();
        self.found
            .into_iter()
            .map(|(_, diagnostic)| diagnostic)
            .collect()
    }
}
