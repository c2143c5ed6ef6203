//! Limits and allowed values that are constants: the macro cannot compare them.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote_spanned};
use syn::{Expr, Token, UnOp, parse::Parser as _, punctuated::Punctuated};

use crate::{
    expand::impls::span_of,
    model::{Property, Resource, Rule, RuleKind, mentions_parameter},
};

/// The assertions that some value meets both limits of a rule, and that allowed values differ.
pub(super) fn about_limits(model: &Resource<'_>) -> TokenStream {
    (model.properties())
        .flat_map(|(_, property)| {
            let rules = property.rules.iter();
            rules.map(|rule| of_rule(rule, property, model))
        })
        .collect()
}

fn of_rule(rule: &Rule, property: &Property<'_>, model: &Resource<'_>) -> TokenStream {
    let (assertion, least, most) = match &rule.kind {
        RuleKind::Length { min, max } => ("assert_limits", min, max),
        // The compiler can compare no others in a constant.
        RuleKind::Range { min, max } if property.shape.innermost_number().is_some() => {
            ("assert_limits", min, max)
        }
        RuleKind::Digits(digits) => ("assert_scale", &digits.scale, &digits.precision),
        RuleKind::OneOf(values) => return distinct_values(values, rule, property, model),
        RuleKind::Each(rules) => {
            return (rules.iter().map(|rule| of_rule(rule, property, model))).collect();
        }
        _ => return TokenStream::new(),
    };
    let (Some(least), Some(most)) = (least, most) else {
        return TokenStream::new();
    };
    let limits = [least, most];
    let is_comparable = |it: &&Expr| is_literal(it) || is_constant(it, model);
    if limits.iter().all(|it| is_literal(it)) || !limits.iter().all(is_comparable) {
        return TokenStream::new();
    }
    let [least_text, most_text] = limits.map(text_of);
    let assertion = format_ident!("{assertion}");
    // The limits are compared as variables: a lint forbids some comparisons with the literal 0.
    quote_spanned! {span_of(least)=> {
        let (least, most) = (#least, #most);
        _assert::#assertion(least > most, [#least_text, #most_text]);
    }}
}

/// The assertion that no two of the values of `one_of` are equal. Nothing if the macro has compared them, or a constant cannot.
fn distinct_values(
    values: &TokenStream,
    rule: &Rule,
    property: &Property<'_>,
    model: &Resource<'_>,
) -> TokenStream {
    let item = property.shape.item().unwrap_or(&property.shape);
    let number = item.number().map(|it| it.to_token_stream().to_string());
    let is_integer = number.is_some_and(|it| !it.starts_with('f'));
    let parser = Punctuated::<Expr, Token![,]>::parse_terminated;
    let values: Vec<Expr> =
        (parser.parse2(values.clone())).map_or_else(|_| Vec::new(), |it| it.into_iter().collect());
    let constants = values.iter().filter(|it| is_constant(it, model)).count();
    let literals = values.iter().filter(|it| is_literal(it)).count();
    if constants == 0 || values.len() < 2 || constants + literals < values.len() {
        return TokenStream::new();
    }
    let texts = values.iter().map(text_of);
    let span = span_of(&rule.span);
    if is_integer {
        quote_spanned!(span=> _assert::assert_distinct_numbers(&[#(#values as i128),*], &[#(#texts),*]);)
    } else if item.is_text() {
        quote_spanned!(span=> _assert::assert_distinct_texts(&[#(#values),*], &[#(#texts),*]);)
    } else {
        TokenStream::new()
    }
}

/// Returns the limit as users write it: the compiler puts spaces between all tokens.
fn text_of(limit: &Expr) -> String {
    let text = limit.to_token_stream().to_string();
    text.replace(" :: ", "::").replace("- ", "-")
}

fn is_literal(limit: &Expr) -> bool {
    match limit {
        Expr::Lit(_) => true,
        Expr::Unary(it) => matches!(it.op, UnOp::Neg(_)) && is_literal(&it.expr),
        Expr::Group(it) => is_literal(&it.expr),
        _ => false,
    }
}

/// Returns whether the limit is the path of a constant that does not depend on the item's parameters.
fn is_constant(limit: &Expr, model: &Resource<'_>) -> bool {
    let limit = match limit {
        Expr::Unary(it) if matches!(it.op, UnOp::Neg(_)) => &*it.expr,
        Expr::Group(it) => &*it.expr,
        other => other,
    };
    let Expr::Path(path) = limit else {
        return false;
    };
    let is_own = (path.path.segments.first()).is_some_and(|it| it.ident == "Self");
    !is_own && !mentions_parameter(path, model.item.generics)
}
