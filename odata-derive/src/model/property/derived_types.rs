//! `derived_types`: the types that the values of a property may have.

use std::collections::HashSet;

use proc_macro2::Span;
use quote::ToTokens;
use syn::{Token, Type, parse::Parser, punctuated::Punctuated, spanned::Spanned};

use crate::{
    attr::{Entries, TypeValue},
    errors::Errors,
    model::shape::Shape,
};

/// Parses the list of types.
pub(super) fn parse(
    entries: &Entries,
    shape: &Shape<'_>,
    errors: &mut Errors,
) -> Option<(Vec<Type>, Span)> {
    let entry = entries.get("derived_types")?;
    let span = entry.ident.span();
    for other in ["edm", "with"] {
        if entries.has(other) {
            errors.at_span(
                span,
                format_args!(
                    "`derived_types` has no effect beside `{other}`, which hides the type of the value: remove one of them"
                ),
            );
            return None;
        }
    }
    if shape.is_primitive() || shape.item().is_some_and(Shape::is_primitive) {
        errors.at_span(
            span,
            "`derived_types` is for hierarchies, and a primitive type is not one: remove it",
        );
        return None;
    }
    let list = Punctuated::<TypeValue, Token![,]>::parse_terminated.parse2(entry.list());
    let Ok(list) = list else {
        errors.at_span(
            entry.span(),
            format_args!(
                "`derived_types` requires a list of types: write `{}`",
                entry.key.example
            ),
        );
        return None;
    };
    let types: Vec<Type> = list.into_iter().map(|it| it.0).collect();
    if types.is_empty() {
        errors.at_span(
            entry.span(),
            format_args!(
                "no value has one of no types: write `{}`",
                entry.key.example
            ),
        );
        return None;
    }
    let mut seen = HashSet::new();
    for ty in &types {
        let text = ty.to_token_stream().to_string();
        if !seen.insert(text.clone()) {
            errors.at_span(
                ty.span(),
                format_args!("duplicate type `{text}`: remove one"),
            );
            return None;
        }
    }
    Some((types, span))
}
