//! The limits of `length` and `range`: what is wrong with literals, and with limits that are not written as `min = ...` and `max = ...`.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Expr, Lit, Token, UnOp, parse::ParseStream, spanned::Spanned};

use crate::errors::Errors;

/// A limit that is a literal.
enum Literal {
    Integer(i128),
    Float(f64),
}

impl Literal {
    fn of(limit: &Expr) -> Option<Literal> {
        match limit {
            Expr::Lit(it) => match &it.lit {
                Lit::Int(int) if matches!(int.suffix(), "f32" | "f64") => {
                    int.base10_digits().parse().ok().map(Literal::Float)
                }
                Lit::Int(int) => int.base10_parse().ok().map(Literal::Integer),
                Lit::Float(float) => float.base10_parse().ok().map(Literal::Float),
                Lit::Str(text) => decimal(&text.value()).map(Literal::Float),
                _ => None,
            },
            Expr::Unary(it) if matches!(it.op, UnOp::Neg(_)) => match Literal::of(&it.expr)? {
                Literal::Integer(value) => Some(Literal::Integer(-value)),
                Literal::Float(value) => Some(Literal::Float(-value)),
            },
            Expr::Paren(it) => Literal::of(&it.expr),
            Expr::Group(it) => Literal::of(&it.expr),
            _ => None,
        }
    }

    fn is_greater_than(&self, other: &Literal) -> bool {
        match (self, other) {
            (Literal::Integer(a), Literal::Integer(b)) => a > b,
            (a, b) => a.to_float() > b.to_float(),
        }
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "an integer beside a float is an error of its own"
    )]
    fn to_float(&self) -> f64 {
        match self {
            Literal::Integer(value) => *value as f64,
            Literal::Float(value) => *value,
        }
    }
}

/// Parses the value of a limit.
pub(super) fn value_of(word: &Ident, example: &str, input: ParseStream) -> syn::Result<Expr> {
    let start = |input: ParseStream| {
        if input.is_empty() {
            word.span()
        } else {
            input.span()
        }
    };
    let at = start(input);
    (input.parse::<Token![=]>()).map_err(|_| incomplete(at, example))?;
    let at = start(input);
    input.parse().map_err(|_| incomplete(at, example))
}

/// Returns the error about a limit that is not written as one.
pub(super) fn incomplete(span: Span, example: &str) -> syn::Error {
    let message = format!("expected a limit with its value: write `{example}`");
    syn::Error::new(span, message)
}

/// Reports limits of a length that no length or every length meets.
pub(super) fn check_length(
    span: Span,
    min: Option<&Expr>,
    max: Option<&Expr>,
    errors: &mut Errors,
) {
    for (word, limit) in [("min", min), ("max", max)] {
        let Some(limit) = limit else { continue };
        let problem = match Literal::of(limit) {
            _ if is_text(limit) => "a text",
            Some(Literal::Integer(value)) if value < 0 => "negative",
            Some(Literal::Float(_)) => "a fraction",
            _ => continue,
        };
        errors.at(
            limit,
            format_args!("a length is never {problem}: write `{word} = 1`"),
        );
        return;
    }
    if let (Some(Literal::Integer(0)), None) = (min.and_then(Literal::of), max) {
        errors.at_span(span, "every length is at least 0: remove this rule");
    }
    check_order(min, max, errors);
}

/// Reports limits of another type than the number's, and limits that no number meets.
pub(super) fn check_range(
    min: Option<&Expr>,
    max: Option<&Expr>,
    number: Option<&str>,
    errors: &mut Errors,
) {
    let mut has_error = false;
    for (word, limit) in [("min", min), ("max", max)] {
        let Some(limit) = limit else { continue };
        let is_float = match number {
            Some("f32" | "f64") => true,
            Some(_) => false,
            None => continue,
        };
        match Literal::of(limit) {
            _ if is_text(limit) => {
                let example = if is_float { "1.0" } else { "1" };
                errors.at(
                    limit,
                    format_args!("only a limit of a decimal is a text: write `{word} = {example}`"),
                );
            }
            Some(Literal::Integer(value)) if is_float => errors.at(
                limit,
                format_args!("a limit of a double has a decimal point: write `{word} = {value}.0`"),
            ),
            Some(Literal::Float(_)) if !is_float => errors.at(
                limit,
                format_args!("a limit of an integer has no decimal point: write `{word} = 1`"),
            ),
            Some(Literal::Integer(value)) => match number.and_then(|it| Some((it, range_of(it)?))) {
                Some((number, (least, most))) if value < least || value > most => errors.at(
                    limit,
                    format_args!(
                        "{value} is out of range for `{number}` ({least} to {most}): write a limit in this range"
                    ),
                ),
                _ => continue,
            },
            _ => continue,
        }
        has_error = true;
    }
    if !has_error {
        check_order(min, max, errors);
    }
}

fn is_text(limit: &Expr) -> bool {
    matches!(limit, Expr::Lit(it) if matches!(it.lit, Lit::Str(_)))
}

/// Returns the smallest and the largest value of an integer type.
fn range_of(number: &str) -> Option<(i128, i128)> {
    Some(match number {
        "i8" => (i8::MIN.into(), i8::MAX.into()),
        "i16" => (i16::MIN.into(), i16::MAX.into()),
        "i32" => (i32::MIN.into(), i32::MAX.into()),
        "i64" => (i64::MIN.into(), i64::MAX.into()),
        "u8" => (u8::MIN.into(), u8::MAX.into()),
        "u16" => (u16::MIN.into(), u16::MAX.into()),
        "u32" => (u32::MIN.into(), u32::MAX.into()),
        "u64" => (u64::MIN.into(), u64::MAX.into()),
        _ => return None,
    })
}

/// Reports texts in place of a limit that are not decimals.
pub(super) fn check_texts(min: Option<&Expr>, max: Option<&Expr>, errors: &mut Errors) {
    for (word, limit) in [("min", min), ("max", max)] {
        if let Some(Expr::Lit(it)) = limit
            && let Lit::Str(text) = &it.lit
            && decimal(&text.value()).is_none()
        {
            errors.at(
                text,
                format_args!(
                    "`{}` is not a decimal: write `{word} = \"0.5\"` for a decimal, and a value of the field's type in general",
                    text.value()
                ),
            );
            return;
        }
    }
}

/// Returns the value of the text of a decimal, for comparisons.
fn decimal(text: &str) -> Option<f64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if is_number(whole) && is_number(fraction) {
        text.parse().ok()
    } else {
        None
    }
}

/// Reports literals in the wrong order.
fn check_order(min: Option<&Expr>, max: Option<&Expr>, errors: &mut Errors) {
    let (Some(min), Some(max)) = (min, max) else {
        return;
    };
    if let (Some(low), Some(high)) = (Literal::of(min), Literal::of(max))
        && low.is_greater_than(&high)
    {
        let (min_text, max_text) = (min.to_token_stream(), max.to_token_stream());
        errors.at_span(
            min.span(),
            format_args!(
                "no value meets `min = {min_text}` and `max = {max_text}`: swap the limits"
            ),
        );
    }
}

/// Returns what to write for `range(1..=5)`, `length(3)` and `range(min(1))`; `None` for `min = 1` and the like.
pub(super) fn advice(rule: &str, tokens: &TokenStream) -> Option<String> {
    let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let (first, second) = (trees.first()?, trees.get(1));
    if let (TokenTree::Ident(word), Some(TokenTree::Group(group))) = (first, second)
        && (word == "min" || word == "max")
    {
        return Some(format!("{rule}({word} = {})", group.stream()));
    }
    if let Some(at) = position_of_dots(&trees) {
        let text = |part: &[TokenTree]| part.iter().cloned().collect::<TokenStream>().to_string();
        let (start, rest) = trees.split_at_checked(at)?;
        let rest: Vec<TokenTree> = rest
            .iter()
            .skip(2)
            .skip_while(|it| matches!(it, TokenTree::Punct(punct) if punct.as_char() == '='))
            .cloned()
            .collect();
        let limits: Vec<String> = [("min", text(start)), ("max", text(&rest))]
            .into_iter()
            .filter(|(_, limit)| !limit.is_empty())
            .map(|(word, limit)| format!("{word} = {limit}"))
            .collect();
        return Some(format!("{rule}({})", limits.join(", ")));
    }
    let has_assignment =
        (trees.iter()).any(|it| matches!(it, TokenTree::Punct(punct) if punct.as_char() == '='));
    let is_one_value = !has_assignment
        && !(trees.iter())
            .any(|it| matches!(it, TokenTree::Punct(punct) if punct.as_char() == ','));
    if is_one_value && !matches!(first, TokenTree::Ident(word) if word == "min" || word == "max") {
        return Some(format!("{rule}(max = {tokens})"));
    }
    None
}

/// Returns the position of `..`.
fn position_of_dots(trees: &[TokenTree]) -> Option<usize> {
    let is_dot = |it: &TokenTree| matches!(it, TokenTree::Punct(punct) if punct.as_char() == '.');
    trees.windows(2).position(|pair| pair.iter().all(is_dot))
}
