//! `Validate`: the rules of the base, then those of the fields in source order, then those of the type.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::{Expr, Path, Type};

use super::impls::span_of;
use crate::model::{Property, Resource, Rule, RuleKind, Shape};

pub(super) fn expand(model: &Resource<'_>) -> TokenStream {
    let base = model.base().map(|base| {
        let member = base.ident;
        quote_spanned!(span_of(base.ty)=> _odata::Validate::check(&self.#member, at, violations);)
    });
    let fields = model
        .properties()
        .filter(|(_, property)| !property.rules.is_empty())
        .map(|(field, property)| {
            let (member, name) = (field.ident, &property.name);
            let rules = property
                .rules
                .iter()
                .map(|rule| of_field(rule, property, &quote!(self.#member)));
            quote! {{
                let at = &at.property(#name);
                #(#rules)*
            }}
        });
    let validators = model
        .validators
        .iter()
        .map(|path| call(path, &quote!(self)));
    model
        .item
        .validate(quote!(#[inline]), quote!(#base #(#fields)* #(#validators)*))
}

/// Checks a rule of a field. All rules but `required` are about the value inside of options and boxes, and hold if there is none.
fn of_field(rule: &Rule, property: &Property<'_>, field: &TokenStream) -> TokenStream {
    match rule.kind {
        RuleKind::Required if property.is_in_patch => {
            quote_spanned!(span_of(&rule.span)=> _odata::patch::not_null(&#field, at, violations);)
        }
        RuleKind::Required => {
            quote_spanned!(span_of(&rule.span)=> _odata::validate::rule::required(&#field, at, violations);)
        }
        _ => with_value(&property.shape, &quote!(&#field), &|value, shape| {
            of_patched_value(rule, value, shape).unwrap_or_else(|| of_value(rule, value, shape))
        }),
    }
}

/// A function about a value, on a field of a patch that holds a change of it: the function is called if the change replaces the
/// value.
fn of_patched_value(rule: &Rule, value: &TokenStream, shape: &Shape<'_>) -> Option<TokenStream> {
    let (RuleKind::Custom(_), Shape::Serde(Type::Path(ty))) = (&rule.kind, shape) else {
        return None;
    };
    let patched = &ty.qself.as_ref()?.ty;
    ty.path.segments.iter().find(|it| it.ident == "Patchable")?;
    let rule = of_value(rule, &quote!(value), shape);
    Some(quote! {
        if let ::core::option::Option::Some(value) = <#patched as _odata::Patchable>::replaced(#value) {
            #rule
        }
    })
}

/// Calls `body` for the value inside of options and boxes; `reference` is an expression for a reference to them.
fn with_value(
    shape: &Shape<'_>,
    reference: &TokenStream,
    body: &dyn Fn(&TokenStream, &Shape<'_>) -> TokenStream,
) -> TokenStream {
    match shape {
        Shape::Option(inner) => {
            let body = with_value(inner, &quote!(value), body);
            quote!(if let ::core::option::Option::Some(value) = #reference { #body })
        }
        Shape::Boxed(inner) => with_value(inner, &quote!(&**#reference), body),
        other => body(reference, other),
    }
}

fn of_value(rule: &Rule, value: &TokenStream, shape: &Shape<'_>) -> TokenStream {
    let span = span_of(&rule.span);
    match &rule.kind {
        RuleKind::OneOf(values) => {
            quote_spanned!(span=> _odata::validate::rule::one_of(#value, &[#values], at, violations);)
        }
        RuleKind::Length { min, max } => {
            let range = range(min.as_ref(), max.as_ref());
            quote_spanned!(span=> _odata::validate::rule::length(#value, #range, at, violations);)
        }
        RuleKind::Range { min, max } => {
            let range = range(min.as_ref(), max.as_ref());
            quote_spanned!(span=> _odata::validate::rule::range(#value, #range, at, violations);)
        }
        RuleKind::Custom(path) => call(path, value),
        RuleKind::Nested => {
            quote_spanned!(span=> _odata::validate::rule::nested(#value, at, violations);)
        }
        // Rules of items are about items that are not null.
        RuleKind::Required => TokenStream::new(),
        RuleKind::Each(rules) => {
            let item = shape.item().unwrap_or(shape);
            let rules = rules.iter().map(|rule| {
                with_value(item, &quote!(item), &|value, shape| {
                    of_value(rule, value, shape)
                })
            });
            quote_spanned! {span=>
                _odata::validate::rule::each(#value, at, violations, |item, at, violations| {
                    #(#rules)*
                });
            }
        }
    }
}

/// Calls a function of the user. An error about its signature is reported at its path.
fn call(path: &Path, value: &TokenStream) -> TokenStream {
    let (span, name) = (span_of(path), name_of(path));
    quote_spanned!(span=> _odata::validate::rule::custom(#path(#value), #name, at, violations);)
}

fn range(min: Option<&Expr>, max: Option<&Expr>) -> TokenStream {
    // `..=` is one token, which cannot be made from `..` and `=`.
    match max {
        Some(max) => quote!(#min..=#max),
        None => quote!(#min..),
    }
}

/// The name of the rule in a violation: the last segment.
fn name_of(path: &Path) -> String {
    path.segments
        .last()
        .map(|it| it.ident.to_token_stream().to_string())
        .unwrap_or_default()
}
