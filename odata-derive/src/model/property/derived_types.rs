//! `derived_types` and `declared_type`: the types that the values of a property may have.

use std::collections::HashSet;

use proc_macro2::Span;
use quote::ToTokens;
use syn::{Token, Type, parse::Parser, punctuated::Punctuated, spanned::Spanned};

use crate::{
    attr::{Entries, Entry, TypeValue},
    errors::Errors,
    model::shape::Shape,
};

/// Parses the list of types.
pub(super) fn parse(
    entries: &Entries,
    shape: &Shape<'_>,
    errors: &mut Errors,
) -> Option<(Vec<Type>, Span)> {
    let entry = entry_with_effect(entries, "derived_types", shape, errors)?;
    let span = entry.ident.span();
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
                "an empty list allows no value: write `{}`",
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

/// Parses the type that the model declares for the property.
pub(super) fn declared_type(
    entries: &Entries,
    shape: &Shape<'_>,
    errors: &mut Errors,
) -> Option<(Type, Span)> {
    let entry = entry_with_effect(entries, "declared_type", shape, errors)?;
    let span = entry.ident.span();
    if shape.is_nav() {
        errors.at_span(
            span,
            "`declared_type` is not for `Nav` and `NavCollection`: remove it, and use the hierarchy of the declared type",
        );
        return None;
    }
    Some((entry.ty(errors)?, span))
}

/// Returns the entry of a key about the types of values, if these can be of several types.
fn entry_with_effect<'a>(
    entries: &'a Entries,
    key: &str,
    shape: &Shape<'_>,
    errors: &mut Errors,
) -> Option<&'a Entry> {
    let entry = entries.get(key)?;
    let span = entry.ident.span();
    for other in ["edm", "with"] {
        if entries.has(other) {
            errors.at_span(
                span,
                format_args!(
                    "`{key}` has no effect beside `{other}`, which hides the type of the value: remove one of them"
                ),
            );
            return None;
        }
    }
    if shape.is_primitive() || shape.item().is_some_and(Shape::is_primitive) {
        errors.at_span(
            span,
            format_args!("`{key}` requires a hierarchy, and this type is primitive: remove it"),
        );
        return None;
    }
    Some(entry)
}
