//! One finding, and all findings of a run.

use std::fmt;

use odata_csdl::{Location, Severity};

use super::files::{Position, Sources};

/// A finding, displayed as `metadata.xml:12:7: warning[open-below-open]: ...`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The severity: nothing is generated if there is an error.
    pub severity: Severity,
    /// The stable short name of the rule: `abstract-below-concrete`, `type-unknown`, `xml`.
    pub rule: &'static str,
    /// The position, or `None` for a finding about the whole run.
    pub position: Option<Position>,
    /// The message: what is wrong, then what to write.
    pub message: String,
}

/// The rules of findings because of which the generated types differ from the metadata.
const RULES_THAT_CHANGE_TYPES: [&str; 17] = [
    "action-left-out",
    "base-kind",
    "bound-value",
    "definition-underlying",
    "enum-value",
    "key-unmarked",
    "link-left-out",
    "name-unique",
    "override",
    "property-left-out",
    "property-redeclared",
    "repeated-element",
    "selection",
    "type-left-out",
    "type-unknown",
    "unknown-element",
    "version",
];

impl Diagnostic {
    /// Returns whether the generated types differ from the metadata because of this finding.
    #[must_use]
    pub fn changes_types(&self) -> bool {
        RULES_THAT_CHANGE_TYPES.contains(&self.rule)
    }

    /// Groups findings by severity and rule, in the order of the first finding of each group. Many services have one fault in hundreds of
    /// places.
    #[must_use]
    pub fn by_rule<'a>(findings: impl IntoIterator<Item = &'a Self>) -> Vec<Vec<&'a Self>> {
        let mut groups: Vec<Vec<&Self>> = Vec::new();
        for finding in findings {
            let is_same = |group: &&mut Vec<&Self>| {
                let first = group.first();
                first.is_some_and(|it| (it.severity, it.rule) == (finding.severity, finding.rule))
            };
            match groups.iter_mut().find(is_same) {
                Some(group) => group.push(finding),
                None => groups.push(vec![finding]),
            }
        }
        groups
    }

    /// Returns a line with the number of the findings of one rule, followed by the first of them.
    #[must_use]
    pub fn summary(findings: &[&Self]) -> String {
        let (first, count) = match findings {
            [] => return String::new(),
            [one] => return one.to_string(),
            [first, ..] => (first, findings.len()),
        };
        let position = first.position.as_ref();
        let at = position.map_or_else(String::new, |position| format!(" at {position}"));
        format!(
            "{}: {count} × {}, first{at}: {}",
            first.severity, first.rule, first.message
        )
    }
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
pub(crate) struct Diagnostics(Vec<Found>);

/// A finding with its position, by which findings are sorted.
#[derive(Debug, PartialEq)]
struct Found {
    location: Location,
    /// The type, operation or other part of a schema that has the fault, by the position of its name.
    part: Option<Location>,
    diagnostic: Diagnostic,
}

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
            position: sources.position(location),
            message: message.into(),
        };
        self.0.push(Found {
            location,
            part: None,
            diagnostic,
        });
    }

    /// Adds a fault of a part of a schema, which is an error only if the part is generated.
    pub(crate) fn push_fault(
        &mut self,
        sources: &Sources,
        rule: &'static str,
        location: Location,
        part: Option<Location>,
        message: impl Into<String>,
    ) {
        self.push(sources, Severity::Error, rule, location, message);
        if let Some(found) = self.0.last_mut() {
            found.part = part;
        }
    }

    /// Removes the faults of parts that are not needed.
    pub(crate) fn retain_parts(&mut self, is_needed: impl Fn(Location) -> bool) {
        self.0.retain(|found| found.part.is_none_or(&is_needed));
    }

    /// Adds a finding about the whole run.
    pub(crate) fn push_general(
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
        self.0.push(Found {
            location: after_all_files,
            part: None,
            diagnostic,
        });
    }

    pub(crate) fn has_errors(&self) -> bool {
        let mut found = self.0.iter();
        found.any(|found| found.diagnostic.severity == Severity::Error)
    }

    /// Returns whether there are errors that no selection of types avoids.
    pub(crate) fn has_general_errors(&self) -> bool {
        let mut found = self.0.iter().filter(|found| found.part.is_none());
        found.any(|found| found.diagnostic.severity == Severity::Error)
    }

    /// Returns all findings in the order of the files, so that two runs over one input have the same output.
    pub(crate) fn into_sorted(mut self) -> Vec<Diagnostic> {
        let key = |found: &Found| (found.location, found.diagnostic.message.clone());
        self.0.sort_by_cached_key(key);
        self.0.dedup_by(|a, b| a.diagnostic == b.diagnostic);
        self.0.into_iter().map(|found| found.diagnostic).collect()
    }
}
