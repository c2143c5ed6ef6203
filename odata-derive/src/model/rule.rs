//! Validation rules of a field.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use syn::{
    Expr, Path, Token,
    ext::IdentExt,
    parse::{Parse, ParseStream},
};

use super::Shape;
use crate::{
    attr::{Entries, nearest},
    errors::Errors,
};

/// One rule, and where it stands.
#[derive(Clone)]
pub(crate) struct Rule {
    pub(crate) span: Span,
    pub(crate) kind: RuleKind,
}

/// What it asks.
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
    Required,
    Custom(Path),
    Nested,
    Each(Vec<Rule>),
}

const NAMES: &[&str] = &[
    "one_of", "length", "range", "required", "custom", "nested", "each",
];

/// The rules that the `validate` entries of a field state.
pub(crate) fn read(entries: &Entries, shape: &Shape<'_>, errors: &mut Errors) -> Vec<Rule> {
    let mut rules = Vec::new();
    for entry in entries.all("validate") {
        let tokens = entry.content.list().unwrap_or_default();
        if tokens.is_empty() {
            errors.at_span(
                entry.span(),
                format_args!(
                    "expected a rule, such as `length(max = 64)`\nrules: {}",
                    NAMES.join(", ")
                ),
            );
        } else if let Some(list) = errors.keep(syn::parse2::<Rules>(tokens)) {
            rules.extend(list.rules);
            if let Some(error) = list.problems {
                errors.add(error);
            }
        }
    }
    for rule in &rules {
        check_shape(rule, shape, errors);
    }
    rules
}

/// Rules that a type of this shape always keeps or never can.
fn check_shape(rule: &Rule, shape: &Shape<'_>, errors: &mut Errors) {
    match &rule.kind {
        RuleKind::Required if !shape.is_option() => errors.at_span(
            rule.span,
            "`required` is for an `Option`: a property of any other type must be there anyway",
        ),
        RuleKind::Range { .. } if shape.item().is_some() => errors.at_span(
            rule.span,
            "`range` is about one value: write `each(range(...))` for the items of a collection",
        ),
        RuleKind::OneOf(_) if shape.item().is_some() => errors.at_span(
            rule.span,
            "`one_of` is about one value: write `each(one_of(...))` for the items of a collection",
        ),
        RuleKind::Each(rules) => match shape.item() {
            Some(item) => {
                for rule in rules {
                    check_shape(rule, item, errors);
                }
            }
            None if shape.is_single() => errors.at_span(
                rule.span,
                "`each` is for a collection: state the rules of a single value without it",
            ),
            None => {}
        },
        _ => {}
    }
}

/// Rules with commas between them. One that is wrong is reported and read over.
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
            RuleKind::Required | RuleKind::Nested => {
                input.error(format!("`{name}` takes no value: write `{name}` alone"))
            }
            _ => input.error(format!("expected a comma after the rule `{name}`")),
        })
    }
}

fn kind(name: &Ident, input: ParseStream) -> syn::Result<RuleKind> {
    let wrong = |message: String| syn::Error::new(name.span(), message);
    match name.to_string().as_str() {
        "one_of" => {
            let values = arguments(input, name, "one_of(A, B)")?;
            if values.is_empty() {
                return Err(wrong(
                    "`one_of` names the values that are allowed: `one_of(A, B)`".to_owned(),
                ));
            }
            Ok(RuleKind::OneOf(values))
        }
        "length" => bounds(input, name, "length(min = 1, max = 64)")
            .map(|(min, max)| RuleKind::Length { min, max }),
        "range" => bounds(input, name, "range(min = 0, max = 100)")
            .map(|(min, max)| RuleKind::Range { min, max }),
        "required" => Ok(RuleKind::Required),
        "nested" => Ok(RuleKind::Nested),
        "custom" => {
            let message = "`custom` names a function: `custom = my_check`";
            if !input.peek(Token![=]) {
                return Err(wrong(message.to_owned()));
            }
            input.parse::<Token![=]>()?;
            let path = input.parse();
            path.map(RuleKind::Custom)
                .map_err(|error| syn::Error::new(error.span(), message))
        }
        "each" => {
            let example = "each(length(max = 64))";
            let list: Rules = syn::parse2(arguments(input, name, example)?)?;
            match list.problems {
                Some(error) => Err(error),
                None if list.rules.is_empty() => Err(wrong(format!(
                    "`each` states the rules of an item: `{example}`"
                ))),
                None => Ok(RuleKind::Each(list.rules)),
            }
        }
        other => {
            let hint = nearest(other, NAMES.iter().copied())
                .map(|it| format!("; did you mean `{it}`?"))
                .unwrap_or_default();
            Err(wrong(format!(
                "`{other}` is no rule{hint}\nrules: {}",
                NAMES.join(", ")
            )))
        }
    }
}

fn arguments(input: ParseStream, name: &Ident, example: &str) -> syn::Result<TokenStream> {
    if !input.peek(syn::token::Paren) {
        return Err(syn::Error::new(
            name.span(),
            format!("`{name}` takes a list: `{example}`"),
        ));
    }
    Ok(input.parse::<Group>()?.stream())
}

type Limits = (Option<Expr>, Option<Expr>);

/// `min = ..., max = ...`, at least one.
fn bounds(input: ParseStream, name: &Ident, example: &str) -> syn::Result<Limits> {
    let tokens = arguments(input, name, example)?;
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
                        format!("`{other}` is no limit: `{example}`"),
                    ));
                }
            };
            input.parse::<Token![=]>()?;
            *limit = Some(input.parse::<Expr>()?);
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
            format!("`{name}` needs a limit: `{example}`"),
        ));
    }
    Ok((min, max))
}
