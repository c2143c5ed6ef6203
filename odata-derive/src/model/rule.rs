//! Validation rules of a field.

use proc_macro2::{Group, Ident, Span, TokenStream};
use syn::{
    Expr, Path, Token,
    ext::IdentExt,
    parse::{Parse, ParseStream},
    punctuated::Punctuated,
};

use crate::{
    attr::{Entries, nearest},
    errors::Errors,
};

/// One rule.
pub(crate) enum Rule {
    OneOf(TokenStream),
    Length {
        min: Option<Expr>,
        max: Option<Expr>,
    },
    Range {
        min: Option<Expr>,
        max: Option<Expr>,
    },
    Required(Span),
    Custom(Path),
    Nested(Span),
    Each(Vec<Rule>),
}

const NAMES: &[&str] = &[
    "one_of", "length", "range", "required", "custom", "nested", "each",
];

/// The rules that the `validate` entries of a field state.
pub(crate) fn read(entries: &Entries, errors: &mut Errors) -> Vec<Rule> {
    let mut rules = Vec::new();
    for entry in entries.all("validate") {
        match entry.content.list() {
            Some(tokens) => rules.extend(errors.keep(syn::parse2::<Rules>(tokens)).into_iter().flat_map(|it| it.0)),
            None => errors.at_span(entry.span(), "on a field, `validate` takes a list of rules: `validate(length(max = 64), custom = my_check)`"),
        }
    }
    rules
}

struct Rules(Vec<Rule>);

impl Parse for Rules {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        if input.is_empty() {
            return Err(input.error(format!("expected a rule: {}", NAMES.join(", "))));
        }
        Ok(Rules(
            Punctuated::<Rule, Token![,]>::parse_terminated(input)?
                .into_iter()
                .collect(),
        ))
    }
}

impl Parse for Rule {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let name = input.call(Ident::parse_any)?;
        match name.to_string().as_str() {
            "one_of" => {
                let values = arguments(input, &name, "one_of(A, B)")?;
                if values.is_empty() {
                    return Err(syn::Error::new(
                        name.span(),
                        "`one_of` names the values that are allowed: `one_of(A, B)`",
                    ));
                }
                Ok(Rule::OneOf(values))
            }
            "length" => bounds(input, &name, "length(min = 1, max = 64)")
                .map(|(min, max)| Rule::Length { min, max }),
            "range" => bounds(input, &name, "range(min = 0, max = 100)")
                .map(|(min, max)| Rule::Range { min, max }),
            "required" => Ok(Rule::Required(name.span())),
            "nested" => Ok(Rule::Nested(name.span())),
            "custom" => {
                if !input.peek(Token![=]) {
                    return Err(syn::Error::new(
                        name.span(),
                        "`custom` names a function: `custom = my_check`",
                    ));
                }
                input.parse::<Token![=]>()?;
                let path = input.parse().map_err(|error| {
                    syn::Error::new(
                        error.span(),
                        "`custom` names a function: `custom = my_check`",
                    )
                })?;
                Ok(Rule::Custom(path))
            }
            "each" => {
                let rules: Rules = syn::parse2(arguments(input, &name, "each(length(max = 64))")?)?;
                Ok(Rule::Each(rules.0))
            }
            other => {
                let hint = nearest(other, NAMES.iter().copied())
                    .map(|it| format!("; did you mean `{it}`?"))
                    .unwrap_or_default();
                Err(syn::Error::new(
                    name.span(),
                    format!("`{other}` is no rule{hint}\nrules: {}", NAMES.join(", ")),
                ))
            }
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
