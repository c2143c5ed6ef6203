//! Reports rules that have no effect on a property, or that no value can meet.

use std::collections::HashSet;

use quote::ToTokens;

use super::{Rule, RuleKind, digits, limit, one_of};
use crate::{errors::Errors, model::Shape};

/// Reports repeated rules, and rules that all values or no values of this shape meet.
pub(super) fn check_rules(rules: &[Rule], shape: &Shape<'_>, errors: &mut Errors) {
    let mut names = HashSet::new();
    for rule in rules {
        if let Some(name) = rule.kind.name_if_unique()
            && !names.insert(name)
        {
            errors.at_span(
                rule.span,
                format_args!("duplicate rule `{name}`: remove one"),
            );
        }
        check_rule(rule, shape, errors);
    }
}

/// Reports a rule that all values or no values of this shape meet.
fn check_rule(rule: &Rule, shape: &Shape<'_>, errors: &mut Errors) {
    match &rule.kind {
        RuleKind::Required if !shape.is_option() => errors.at_span(
            rule.span,
            "`required` has no effect on a property that is not an `Option`: remove it",
        ),
        RuleKind::Range { .. } if shape.item().is_some() => errors.at_span(
            rule.span,
            "`range` cannot be used on a collection: write `each(range(...))`",
        ),
        RuleKind::OneOf(_) if shape.item().is_some() => errors.at_span(
            rule.span,
            "`one_of` cannot be used on a collection: write `each(one_of(...))`",
        ),
        RuleKind::OneOf(values) => one_of::check(values, errors),
        RuleKind::Range { .. } if shape.is_boolean() => errors.at_span(
            rule.span,
            "`range` cannot be used on a Boolean: write `one_of(true)`",
        ),
        RuleKind::Range { .. } if shape.is_text() => errors.at_span(
            rule.span,
            "`range` cannot be used on a text: write `length(...)` for its length",
        ),
        RuleKind::Length { .. } if shape.item().is_none() && shape.number().is_some() => errors
            .at_span(
                rule.span,
                "`length` cannot be used on a number: write `range(...)`",
            ),
        RuleKind::Length { min, max } => {
            limit::check_length(rule.span, min.as_ref(), max.as_ref(), errors)
        }
        RuleKind::Range { min, max } => {
            let number = shape.number().map(|ty| ty.to_token_stream().to_string());
            limit::check_range(min.as_ref(), max.as_ref(), number.as_deref(), errors);
            if number.is_none() {
                limit::check_texts(min.as_ref(), max.as_ref(), errors);
            }
        }
        RuleKind::Digits(digits) => digits::check(rule.span, digits, shape, errors),
        RuleKind::Skip if shape.is_primitive() => errors.at_span(
            rule.span,
            "`skip` has no effect: a primitive type has no rules of its own; remove it",
        ),
        RuleKind::Each(rules) => match shape.item() {
            Some(item) => {
                check_rules(rules, item, errors);
                check_rules_of_items(rules, item, errors);
            }
            None if shape.is_primitive() => errors.at_span(
                rule.span,
                "`each` requires a collection: write the rules without `each`",
            ),
            None => {}
        },
        _ => {}
    }
}

/// Reports rules that have no effect on the items of a collection.
fn check_rules_of_items(rules: &[Rule], item: &Shape<'_>, errors: &mut Errors) {
    for rule in rules {
        match (&rule.kind, item) {
            (RuleKind::Required, Shape::Option(value)) => errors.at_span(
                rule.span,
                format_args!(
                    "`required` has no effect in `each`: write `Vec<{}>`, whose items are never null",
                    value.innermost().to_token_stream()
                ),
            ),
            (RuleKind::Skip, item) if !item.is_primitive() => errors.at_span(
                rule.span,
                "`skip` has no effect in `each`: write `validate(skip)`",
            ),
            _ => {}
        }
    }
}
