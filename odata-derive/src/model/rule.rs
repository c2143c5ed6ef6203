//! Validation rules of a field.

mod check;
mod digits;
mod limit;
mod one_of;
mod syntax;

use proc_macro2::{Span, TokenStream};
use syn::{Expr, Path};

pub(crate) use self::digits::Digits;
use self::syntax::Rules;
use super::Shape;
use crate::{attr::Entries, errors::Errors};

/// A rule, and the span of its name.
#[derive(Clone)]
pub(crate) struct Rule {
    pub(crate) span: Span,
    pub(crate) kind: RuleKind,
}

/// The requirement of a rule.
#[derive(Clone)]
pub(crate) enum RuleKind {
    OneOf(TokenStream),
    Length {
        min: Option<Expr>,
        max: Option<Expr>,
    },
    Range {
        min: Option<Expr>,
        max: Option<Expr>,
    },
    Digits(Digits),
    Required,
    Custom(Path),
    /// Excludes the rules of the value's own type.
    Skip,
    Each(Vec<Rule>),
}

impl RuleKind {
    /// Returns the name of a rule that has an effect only once.
    fn name_if_unique(&self) -> Option<&'static str> {
        match self {
            RuleKind::OneOf(_) => Some("one_of"),
            RuleKind::Length { .. } => Some("length"),
            RuleKind::Range { .. } => Some("range"),
            RuleKind::Digits(_) => Some("digits"),
            RuleKind::Required => Some("required"),
            RuleKind::Skip => Some("skip"),
            RuleKind::Each(_) => Some("each"),
            RuleKind::Custom(_) => None,
        }
    }
}

const NAMES: &[&str] = &[
    "one_of", "length", "range", "digits", "required", "custom", "skip", "each",
];

/// Parses the rules in the `validate` entries of a field.
pub(super) fn parse(entries: &Entries, shape: &Shape<'_>, errors: &mut Errors) -> Vec<Rule> {
    let mut rules = Vec::new();
    for entry in entries.all("validate") {
        let tokens = entry.list();
        if tokens.is_empty() {
            errors.at_span(
                entry.span(),
                format_args!(
                    "expected a rule: write `validate(length(max = 64))`\nrules: {}",
                    NAMES.join(", ")
                ),
            );
        } else if let Some(list) = errors.ok(syn::parse2::<Rules>(tokens)) {
            rules.extend(list.rules);
            if let Some(error) = list.problems {
                errors.add(error);
            }
        }
    }
    check::check_rules(&rules, shape, errors);
    rules
}

#[cfg(test)]
mod tests {
    use super::NAMES;

    #[test]
    fn the_reference_has_an_anchor_and_an_example_for_each_rule_and_no_other() {
        let documented: Vec<(&str, &str)> = include_str!("../../../odata-core/src/attributes.md")
            .split("<a id=\"rule-")
            .skip(1)
            .filter_map(|rule| rule.split_once("\"></a>"))
            .collect();
        let names: Vec<&str> = documented.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, NAMES);
        for (name, text) in documented {
            assert!(text.starts_with(&format!("\n#### `{name}")), "{name}");
            let text = text.split("<a id=").next().unwrap_or_default();
            assert!(text.contains("```\n"), "{name} has no example");
        }
    }
}
