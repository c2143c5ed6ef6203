//! The rule `digits(precision = ..., scale = ...)`: its arguments, and what is wrong with literals.

use proc_macro2::{Ident, Span, TokenStream};
use syn::{
    Expr, ExprLit, Lit, Token,
    ext::IdentExt,
    parse::{ParseStream, Parser},
};

use super::limit::{incomplete, value_of};
use crate::{errors::Errors, model::Shape};

/// An example for messages.
pub(super) const EXAMPLE: &str = "digits(precision = 9, scale = 2)";

/// The digits that a decimal may have.
#[derive(Clone)]
pub(crate) struct Digits {
    pub(crate) precision: Option<Expr>,
    /// `None`: as many as the precision.
    pub(crate) scale: Option<Expr>,
    /// Whether the precision limits the significant digits only.
    pub(crate) is_floating: bool,
}

/// Parses what is in the parentheses.
pub(super) fn parse(tokens: TokenStream, name: &Ident) -> syn::Result<Digits> {
    let error = |span: Span, message: String| syn::Error::new(span, message);
    let mut digits = Digits {
        precision: None,
        scale: None,
        is_floating: false,
    };
    let parser = |input: ParseStream| {
        while !input.is_empty() {
            let word = input
                .call(Ident::parse_any)
                .map_err(|error| incomplete(error.span(), EXAMPLE))?;
            let is_duplicate = match word.to_string().as_str() {
                "floating" => std::mem::replace(&mut digits.is_floating, true),
                "precision" => digits
                    .precision
                    .replace(value_of(&word, EXAMPLE, input)?)
                    .is_some(),
                "scale" => digits
                    .scale
                    .replace(value_of(&word, EXAMPLE, input)?)
                    .is_some(),
                other => {
                    let message = format!("unknown limit `{other}`: write `{EXAMPLE}`");
                    return Err(error(word.span(), message));
                }
            };
            if is_duplicate {
                let message = format!("duplicate limit `{word}`: write `{EXAMPLE}`");
                return Err(error(word.span(), message));
            }
            if !input.is_empty() {
                input
                    .parse::<Token![,]>()
                    .map_err(|error| incomplete(error.span(), EXAMPLE))?;
            }
        }
        Ok(())
    };
    Parser::parse2(parser, tokens)?;
    let message = match &digits {
        Digits {
            scale: Some(_),
            is_floating: true,
            ..
        } => "a floating decimal has no scale: write `digits(precision = 7, floating)`".to_owned(),
        Digits {
            precision: None,
            is_floating: true,
            ..
        } => "`floating` requires a precision: write `digits(precision = 7, floating)`".to_owned(),
        Digits {
            precision: None,
            scale: None,
            ..
        } => format!("`digits` requires `precision` or `scale`: write `{EXAMPLE}`"),
        _ => return Ok(digits),
    };
    Err(error(name.span(), message))
}

/// Reports a value that has no digits to count, and literals that the standard does not allow (CSDL 4.01 §7.2.3, §7.2.4).
pub(super) fn check(span: Span, digits: &Digits, shape: &Shape<'_>, errors: &mut Errors) {
    if shape.item().is_some() {
        errors.at_span(
            span,
            "`digits` cannot be used on a collection: write `each(digits(...))`",
        );
        return;
    }
    if shape.is_primitive() {
        errors.at_span(
            span,
            "`digits` is a rule of decimals: use `edm::Decimal`, or write `range(...)` or `length(...)`",
        );
        return;
    }
    let precision = digits.precision.as_ref();
    match (precision.and_then(literal), digits.scale.as_ref()) {
        (Some(0), _) => errors.at(
            precision,
            "a decimal has at least one digit: write `precision = 1`",
        ),
        (Some(most), Some(scale)) if literal(scale).is_some_and(|it| it > most) => errors.at(
            scale,
            format_args!("the scale is greater than the precision: write `scale = {most}`"),
        ),
        _ => {}
    }
}

fn literal(expression: &Expr) -> Option<u32> {
    match expression {
        Expr::Lit(ExprLit {
            lit: Lit::Int(int), ..
        }) => int.base10_parse().ok(),
        _ => None,
    }
}
