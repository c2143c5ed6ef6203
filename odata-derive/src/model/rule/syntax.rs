//! The syntax of rules: `length(max = 64), required`.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use syn::{
    Expr, Token,
    ext::IdentExt,
    parse::{Parse, ParseStream},
};

use super::{NAMES, Rule, RuleKind, digits, limit};
use crate::attr::{PathValue, did_you_mean};

/// Rules separated by commas. A wrong rule is skipped and its error is in `problems`.
pub(super) struct Rules {
    pub(super) rules: Vec<Rule>,
    pub(super) problems: Option<syn::Error>,
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
            let word = input
                .call(Ident::parse_any)
                .map_err(|error| limit::incomplete(error.span(), example))?;
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
            let value = limit::value_of(&word, example, input)?;
            if limit.replace(value).is_some() {
                return Err(syn::Error::new(
                    word.span(),
                    format!("duplicate limit `{word}`: write `{example}`"),
                ));
            }
            if !input.is_empty() {
                input
                    .parse::<Token![,]>()
                    .map_err(|error| limit::incomplete(error.span(), example))?;
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
