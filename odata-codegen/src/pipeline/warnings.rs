//! The warnings of a build script.

use crate::diagnostic::{Diagnostic, Severity};

/// Number of warnings of one rule that are shown one by one.
const MAX_OF_RULE: usize = 3;

/// Returns a line for each warning, or for each rule with many of them: Cargo shows all lines in every build.
pub(super) fn warnings(findings: &[Diagnostic]) -> Vec<String> {
    let warnings = findings
        .iter()
        .filter(|finding| finding.severity == Severity::Warning);
    let rules = Diagnostic::by_rule(warnings);
    let lines = rules.into_iter().flat_map(|rule| {
        if rule.len() <= MAX_OF_RULE {
            return rule.iter().map(ToString::to_string).collect();
        }
        let summary = Diagnostic::summary(&rule);
        vec![format!("{summary}; `odata-codegen --check` lists all")]
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::warnings;
    use crate::diagnostic::{Diagnostic, Severity};

    fn finding(severity: Severity, rule: &'static str, message: &str) -> Diagnostic {
        Diagnostic {
            severity,
            rule,
            position: None,
            message: message.to_owned(),
        }
    }

    #[test]
    fn many_warnings_of_one_rule_are_one_line() {
        let many = ["a", "b", "c", "d"].map(|it| finding(Severity::Warning, "facet", it));
        let few = ["e", "f"].map(|it| finding(Severity::Warning, "version", it));
        let note = finding(Severity::Note, "unsupported", "g");
        let all = [&many[..2], &few, &many[2..], &[note]].concat();
        assert_eq!(
            warnings(&all),
            [
                "warning: 4 × facet, first: a; `odata-codegen --check` lists all",
                "warning[version]: e",
                "warning[version]: f",
            ]
        );
    }
}
