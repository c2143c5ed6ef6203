//! Findings of a reader.

use std::{fmt, ops::Range};

use crate::location::Location;

/// The severity of a finding.
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
    /// The stable short name of the rule: `xml`, `json`, `version`, `unknown-element`,
    /// `unknown-attribute`, `missing-attribute`, `repeated-element`.
    pub rule: &'static str,
    /// The position of the fault.
    pub location: Location,
    /// The part of a schema that has the fault, by its own position: that of the name of a type, operation, term or container. `None`
    /// for a fault of the document or a schema.
    pub part: Option<Location>,
    /// The message: what is wrong, then what to write.
    pub message: String,
}

/// Collects the findings about one text.
pub(crate) struct Findings<'a> {
    pub(crate) file: usize,
    /// The part that is being read: see [`Diagnostic::part`].
    pub(crate) part: Option<Location>,
    pub(crate) diagnostics: &'a mut Vec<Diagnostic>,
}

impl<'a> Findings<'a> {
    pub(crate) fn new(file: usize, diagnostics: &'a mut Vec<Diagnostic>) -> Self {
        let part = None;
        Self {
            file,
            part,
            diagnostics,
        }
    }

    pub(crate) fn location(&self, Range { start, end }: Range<usize>) -> Location {
        let file = self.file;
        Location { file, start, end }
    }

    pub(crate) fn error(&mut self, rule: &'static str, range: Range<usize>, message: String) {
        self.push(Severity::Error, rule, range, message);
    }

    pub(crate) fn warning(&mut self, rule: &'static str, range: Range<usize>, message: String) {
        self.push(Severity::Warning, rule, range, message);
    }

    fn push(&mut self, severity: Severity, rule: &'static str, at: Range<usize>, message: String) {
        let location = self.location(at);
        self.diagnostics.push(Diagnostic {
            severity,
            rule,
            location,
            part: self.part,
            message,
        });
    }
}
