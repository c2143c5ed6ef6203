//! Findings on stderr: each with the line of the metadata that it is about, and grouped by rule if there are many.

mod quote;

use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use odata_codegen::{Diagnostic, Position, Severity};
use quote::Quote;

/// Number of lines that grouped findings may have.
const MAX_LINES: usize = 40;
/// Number of findings of one rule that are shown one by one.
const MAX_OF_RULE: usize = 3;

/// Writes findings to stderr: errors, then warnings, then notes; among each, first those that change the generated types.
///
/// Many findings of one rule, and findings that need more than [`MAX_LINES`], are grouped by rule unless `all` is set.
pub(crate) fn print(findings: &[Diagnostic], all: bool) {
    anstream::eprint!("{}", Report::default().text(findings, all));
}

/// The text of findings, and the files that it quotes.
#[derive(Default)]
struct Report {
    /// The lines of each file; none if the file cannot be read.
    files: HashMap<PathBuf, Vec<String>>,
}

impl Report {
    fn text(&mut self, findings: &[Diagnostic], all: bool) -> String {
        let mut findings: Vec<&Diagnostic> = findings.iter().collect();
        findings.sort_by_key(|finding| (finding.severity, !finding.changes_types()));
        if all {
            return findings
                .iter()
                .map(|finding| self.finding(finding))
                .collect();
        }
        let rules = Diagnostic::by_rule(findings);
        let (single, grouped): (Vec<_>, Vec<_>) =
            rules.iter().partition(|rule| rule.len() <= MAX_OF_RULE);
        let single = single.into_iter().flatten();
        let shown: Vec<String> = single.map(|finding| self.finding(finding)).collect();
        let lines: usize = shown.iter().map(|text| text.lines().count()).sum();
        if lines + grouped.len() <= MAX_LINES {
            let groups = grouped.into_iter().map(|rule| group(rule));
            return shown.concat() + &groups.collect::<String>();
        }
        // One line is for the total.
        let hidden = rules.len().saturating_sub(MAX_LINES - 1);
        let mut text: String = rules
            .iter()
            .take(MAX_LINES - 1)
            .map(|rule| group(rule))
            .collect();
        if hidden > 0 {
            text.push_str(&format!("and {hidden} more rules; --verbose for all\n"));
        }
        text
    }

    fn finding(&mut self, finding: &Diagnostic) -> String {
        let level = match finding.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            _ => Level::NOTE,
        };
        let title = level.primary_title(&finding.message).id(finding.rule);
        let mut group = Group::with_title(title);
        if let Some(position) = &finding.position {
            let path = position.path.to_string_lossy();
            let origin = || {
                Origin::path(path.clone())
                    .line(position.line)
                    .char_column(position.column)
            };
            let quote = self
                .line(position)
                .and_then(|line| Quote::new(line, position.column));
            group = match quote {
                Some(quote) => {
                    let marked = AnnotationKind::Primary.span(quote.range).label(quote.label);
                    let snippet = Snippet::source(quote.text)
                        .line_start(position.line)
                        .annotation(marked);
                    if quote.is_cut {
                        group.element(origin()).element(snippet)
                    } else {
                        group.element(snippet.path(path))
                    }
                }
                None => group.element(origin()),
            };
        }
        Renderer::styled().render(&[group]) + "\n"
    }

    fn line(&mut self, position: &Position) -> Option<&str> {
        let lines = self
            .files
            .entry(position.path.clone())
            .or_insert_with(|| lines(&position.path));
        lines.get(position.line.checked_sub(1)?).map(String::as_str)
    }
}

fn lines(path: &Path) -> Vec<String> {
    let text = odata_csdl::decode(fs::read(path).unwrap_or_default()).unwrap_or_default();
    text.lines().map(str::to_owned).collect()
}

/// Returns the findings of one rule in one line.
fn group(rule: &[&Diagnostic]) -> String {
    let rest = if rule.len() > 1 {
        "; --verbose for all"
    } else {
        ""
    };
    format!("{}{rest}\n", Diagnostic::summary(rule))
}
