//! Validation rules of a field.

mod digits;
mod limit;

use std::collections::HashSet;

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{
    Expr, Path, Token,
    ext::IdentExt,
    parse::{Parse, ParseStream, Parser as _},
    punctuated::Punctuated,
};

pub(crate) use self::digits::Digits;
use super::Shape;
use crate::{
    attr::{Entries, PathValue, did_you_mean},
    errors::Errors,
};

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
    /// The rules of the value's own type do not run.
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
    check_rules(&rules, shape, errors);
    rules
}

/// Reports rules that are given twice, that a type of this shape always meets, or that it never can.
fn check_rules(rules: &[Rule], shape: &Shape<'_>, errors: &mut Errors) {
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

/// Reports a rule that a type of this shape always meets or never can.
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
        RuleKind::OneOf(values) => check_one_of(values, errors),
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

/// Reports lists of allowed values that are written in another way, and a value that is given twice.
fn check_one_of(values: &TokenStream, errors: &mut Errors) {
    let parser = Punctuated::<Expr, Token![,]>::parse_terminated;
    let mut seen = HashSet::new();
    if let Some(advice) = advice_for_one_of(values) {
        errors.at(
            values,
            format_args!("`one_of` requires the allowed values: write `{advice}`"),
        );
        return;
    }
    for value in parser.parse2(values.clone()).unwrap_or_default() {
        let text = value.to_token_stream().to_string();
        if !seen.insert(text.clone()) {
            errors.at(
                &value,
                format_args!("duplicate value `{text}` in `one_of`: remove one"),
            );
        }
    }
}

/// Returns what to write for values in an array, alternatives as in a pattern, and a range.
fn advice_for_one_of(values: &TokenStream) -> Option<String> {
    let trees: Vec<TokenTree> = values.clone().into_iter().collect();
    let is = |it: &TokenTree, wanted: char| matches!(it, TokenTree::Punct(punct) if punct.as_char() == wanted);
    if let [before @ .., TokenTree::Group(list)] = trees.as_slice()
        && list.delimiter() == Delimiter::Bracket
        && before.iter().all(|it| is(it, '&'))
    {
        return Some(format!("one_of({})", list.stream()));
    }
    if trees
        .windows(2)
        .any(|pair| pair.iter().all(|it| is(it, '.')))
    {
        return Some("range(min = 1, max = 5)".to_owned());
    }
    let is_alternative = trees
        .windows(2)
        .any(|pair| matches!(pair, [bar, TokenTree::Literal(_)] if is(bar, '|')));
    is_alternative.then(|| format!("one_of({})", values.to_string().replace(" |", ",")))
}

/// Rules separated by commas. A wrong rule is skipped and its error is in `problems`.
struct Rules {
    rules: Vec<Rule>,
    problems: Option<syn::Error>,
}

impl Parse for Rules {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let (mut rules, mut problems): (Vec<Rule>, Option<syn::Error>) = (Vec::new(), None);
        while !input.is_empty() {
            match input.parse() {
                Ok(rule) => rules.push(rule),
                Err(error) => match &mut problems {
                    Some(all) => all.combine(error),
                    none => *none = Some(error),
                },
            }
            while !input.is_empty() && !input.peek(Token![,]) {
                input.parse::<TokenTree>()?;
            }
            input.parse::<Option<Token![,]>>()?;
        }
        Ok(Rules { rules, problems })
    }
}

impl Parse for Rule {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let name = input.call(Ident::parse_any)?;
        let kind = kind(&name, input)?;
        if input.is_empty() || input.peek(Token![,]) {
            let span = name.span();
            return Ok(Rule { span, kind });
        }
        Err(match kind {
            RuleKind::Required | RuleKind::Skip => {
                input.error(format!("`{name}` takes no value: write `{name}`"))
            }
            _ => input.error(format!("expected a comma after the rule `{name}`")),
        })
    }
}

fn kind(name: &Ident, input: ParseStream) -> syn::Result<RuleKind> {
    let error_at_name = |message: String| syn::Error::new(name.span(), message);
    match name.to_string().as_str() {
        "one_of" => {
            let values = arguments(input, name, "one_of(A, B)")?;
            if values.is_empty() {
                return Err(error_at_name(
                    "`one_of` requires the allowed values: write `one_of(A, B)`".to_owned(),
                ));
            }
            Ok(RuleKind::OneOf(values))
        }
        "length" => limits(input, name, "length(min = 1, max = 64)")
            .map(|(min, max)| RuleKind::Length { min, max }),
        "range" => limits(input, name, "range(min = 0, max = 100)")
            .map(|(min, max)| RuleKind::Range { min, max }),
        "digits" => {
            let tokens = arguments(input, name, digits::EXAMPLE)?;
            digits::parse(tokens, name).map(RuleKind::Digits)
        }
        "required" => Ok(RuleKind::Required),
        "skip" => Ok(RuleKind::Skip),
        "nested" => Err(error_at_name(
            "`nested` is not needed, because the rules of a property's type always run: remove it"
                .to_owned(),
        )),
        "custom" => {
            let message = "`custom` requires the path of a function: write `custom = my_check`";
            if !input.peek(Token![=]) {
                return Err(error_at_name(message.to_owned()));
            }
            input.parse::<Token![=]>()?;
            let path = input.parse::<PathValue>();
            path.map(|it| RuleKind::Custom(it.0))
                .map_err(|error| syn::Error::new(error.span(), message))
        }
        "each" => {
            let example = "each(length(max = 64))";
            let list: Rules = syn::parse2(arguments(input, name, example)?)?;
            match list.problems {
                Some(problems) => Err(problems),
                None if list.rules.is_empty() => Err(error_at_name(format!(
                    "`each` requires the rules of an item: write `{example}`"
                ))),
                None => Ok(RuleKind::Each(list.rules)),
            }
        }
        other => {
            let hint = match replacement(other) {
                Some(replacement) => format!("; write `{replacement}`"),
                None => did_you_mean(other, NAMES.iter().copied()),
            };
            Err(error_at_name(format!(
                "unknown rule `{other}`{hint}\nexpected one of: {}",
                NAMES.join(", ")
            )))
        }
    }
}

/// Returns what to write for a word of another library, or for a limit without its rule.
fn replacement(word: &str) -> Option<&'static str> {
    Some(match word {
        "min" | "minimum" => "range(min = 1)",
        "max" | "maximum" => "range(max = 100)",
        "min_length" | "min_len" | "min_items" | "not_empty" | "non_empty" => "length(min = 1)",
        "max_length" | "max_len" | "max_items" | "len" => "length(max = 64)",
        "precision" | "scale" | "decimal" => digits::EXAMPLE,
        "not_null" | "non_null" => "required",
        "enumeration" | "allowed" | "allowed_values" | "any_of" => "one_of(A, B)",
        "items" | "inner" => "each(length(max = 64))",
        "regex" | "pattern" | "email" | "url" | "ascii" | "contains" | "prefix" | "suffix"
        | "function" | "with" => "custom = my_check",
        _ => return None,
    })
}

fn arguments(input: ParseStream, name: &Ident, example: &str) -> syn::Result<TokenStream> {
    if !input.peek(syn::token::Paren) {
        return Err(syn::Error::new(
            name.span(),
            format!("`{name}` requires a list: write `{example}`"),
        ));
    }
    Ok(input.parse::<Group>()?.stream())
}

type Limits = (Option<Expr>, Option<Expr>);

/// Parses `min = ..., max = ...`, at least one of them.
fn limits(input: ParseStream, name: &Ident, example: &str) -> syn::Result<Limits> {
    let tokens = arguments(input, name, example)?;
    if let Some(advice) = limit::advice(&name.to_string(), &tokens) {
        return Err(syn::Error::new_spanned(
            &tokens,
            format!("`{name}` requires `min` or `max`: write `{advice}`"),
        ));
    }
    let (mut min, mut max) = (None, None);
    let parser = |input: ParseStream| {
        while !input.is_empty() {
            let word = input.call(Ident::parse_any)?;
            let limit = match word.to_string().as_str() {
                "min" => &mut min,
                "max" => &mut max,
                other => {
                    return Err(syn::Error::new(
                        word.span(),
                        format!("unknown limit `{other}`: write `{example}`"),
                    ));
                }
            };
            input.parse::<Token![=]>()?;
            if limit.replace(input.parse::<Expr>()?).is_some() {
                return Err(syn::Error::new(
                    word.span(),
                    format!("duplicate limit `{word}`: write `{example}`"),
                ));
            }
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(())
    };
    syn::parse::Parser::parse2(parser, tokens)?;
    if min.is_none() && max.is_none() {
        return Err(syn::Error::new(
            name.span(),
            format!("`{name}` requires `min` or `max`: write `{example}`"),
        ));
    }
    Ok((min, max))
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
