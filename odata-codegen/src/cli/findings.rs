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
/// Writes findings to stderr: errors, then warnings, then notes.
///
/// More findings than fit into [`MAX_LINES`] are grouped by rule unless `all` are wanted.
pub(crate) fn print(findings: &[Diagnostic], all: bool) {
    anstream::eprint!("{}", Report::default().text(findings, all));
}

/// The text of findings, and the files that it quotes.
#[derive(Default)]
struct Report {
    /// The lines of each file; none if the file cannot be read.
    files: HashMap<PathBuf, Vec<String>>,
}

/// Findings of one rule and severity.
struct Rule<'a> {
    first: &'a Diagnostic,
    count: usize,
}

impl Report {
    fn text(&mut self, findings: &[Diagnostic], all: bool) -> String {
        let mut findings: Vec<&Diagnostic> = findings.iter().collect();
        findings.sort_by_key(|finding| finding.severity);
        // A finding has at least one line.
        if all || findings.len() <= MAX_LINES {
            let text: String = findings
                .iter()
                .map(|finding| self.finding(finding, 1))
                .collect();
            if all || text.lines().count() <= MAX_LINES {
                return text;
            }
        }
        self.grouped(&findings)
    }

    /// The first finding of each rule, with its line of the metadata as long as there is room.
    fn grouped(&mut self, findings: &[&Diagnostic]) -> String {
        let mut rules: Vec<Rule> = Vec::new();
        for finding in findings {
            let rule = rules.iter_mut().find(|rule| {
                (rule.first.severity, rule.first.rule) == (finding.severity, finding.rule)
            });
            match rule {
                Some(rule) => rule.count += 1,
                None => rules.push(Rule {
                    first: finding,
                    count: 1,
                }),
            }
        }
        // One line is for the total.
        rules.truncate(MAX_LINES - 1);
        let mut room = MAX_LINES - 1 - rules.len();
        let mut text = String::new();
        for Rule { first, count } in &rules {
            let long = self.finding(first, *count);
            let additional = long.lines().count().saturating_sub(1);
            if additional <= room {
                room -= additional;
                text.push_str(&long);
            } else {
                text.push_str(&short(first, *count));
            }
        }
        text + &format!(
            "{} of {} findings are shown; `--verbose` shows all\n",
            rules.len(),
            findings.len()
        )
    }

    fn finding(&mut self, finding: &Diagnostic, count: usize) -> String {
        let level = match finding.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            _ => Level::NOTE,
        };
        let title = level.primary_title(&finding.message).id(finding.rule);
        let mut group = Group::with_title(title);
        if let Some(position) = &finding.position {
            let path = position.path.to_string_lossy();
            let mut origin = Origin::path(path.clone());
            if position.line > 0 {
                origin = origin.line(position.line).char_column(position.column);
            }
            let quote = self
                .line(position)
                .and_then(|line| Quote::new(line, position.column));
            group = match quote {
                Some(quote) => {
                    let place = AnnotationKind::Primary.span(quote.place).label(quote.label);
                    let snippet = Snippet::source(quote.text)
                        .line_start(position.line)
                        .annotation(place);
                    if quote.is_cut {
                        group.element(origin).element(snippet)
                    } else {
                        group.element(snippet.path(path))
                    }
                }
                None => group.element(origin),
            };
        }
        if let Some(more) = more(finding, count) {
            group = group.element(Level::NOTE.message(more));
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

fn short(finding: &Diagnostic, count: usize) -> String {
    match more(finding, count) {
        Some(more) => format!("{finding} ({more})\n"),
        None => format!("{finding}\n"),
    }
}

fn more(finding: &Diagnostic, count: usize) -> Option<String> {
    (count > 1).then(|| format!("{} more of `{}`", count - 1, finding.rule))
}
