//! One finding, and all findings of a run.

use std::fmt;

use odata_csdl::{Location, Severity};

use super::files::{Position, Sources};

/// A finding, displayed as `metadata.xml:12:7: warning[open-below-open]: ...`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Whether nothing is generated because of it.
    pub severity: Severity,
    /// The stable short name of the rule: `abstract-below-concrete`, `type-unknown`, `xml`.
    pub rule: &'static str,
    /// The position, or `None` for a finding about the whole run.
    pub position: Option<Position>,
    /// What is wrong, then what to write.
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

/// The findings of a run.
#[derive(Debug, Default)]
pub(crate) struct Diagnostics(Vec<(Location, Diagnostic)>);

impl Diagnostics {
    pub(crate) fn push(
        &mut self,
        sources: &Sources,
        severity: Severity,
        rule: &'static str,
        location: Location,
        message: impl Into<String>,
    ) {
        let diagnostic = Diagnostic {
            severity,
            rule,
            position: Some(sources.position(location)),
            message: message.into(),
        };
        self.0.push((location, diagnostic));
    }

    /// Adds a finding about the whole run.
    pub(crate) fn general(
        &mut self,
        severity: Severity,
        rule: &'static str,
        message: impl Into<String>,
    ) {
        let after_all_files = Location {
            file: usize::MAX,
            ..Location::default()
        };
        let diagnostic = Diagnostic {
            severity,
            rule,
            position: None,
            message: message.into(),
        };
        self.0.push((after_all_files, diagnostic));
    }

    pub(crate) fn has_errors(&self) -> bool {
        let mut found = self.0.iter();
        found.any(|(_, found)| found.severity == Severity::Error)
    }

    /// Returns all findings in the order of the files, so that two runs over one input have the same output.
    pub(crate) fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.0
            .sort_by(|(left, a), (right, b)| (left, &a.message).cmp(&(right, &b.message)));
        self.0.dedup();
        self.0.into_iter().map(|(_, found)| found).collect()
    }
}
