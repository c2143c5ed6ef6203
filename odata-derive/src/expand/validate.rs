//! `Validate`: the base's rules, the fields' in source order, then the type's own.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::{Expr, Path, Type, spanned::Spanned};

use super::at;
use crate::model::{Bounds, Property, Resource, Rule, RuleKind, Shape, bounded};

pub(crate) fn expand(model: &Resource<'_>) -> TokenStream {
    let base = model.base().map(|base| {
        let member = base.ident;
        quote_spanned!(at(base.ty.span())=> _odata::Validate::check(&self.#member, at, violations);)
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
    let hooks = model.hooks.iter().map(|path| call(path, &quote!(self)));
    implementation(model, quote!(#base #(#fields)* #(#hooks)*))
}

pub(crate) fn fallback(model: &Resource<'_>) -> TokenStream {
    implementation(model, TokenStream::new())
}

fn implementation(model: &Resource<'_>, body: TokenStream) -> TokenStream {
    let ident = model.ident;
    let generics = bounded(model.generics, Bounds::Validate);
    let (impl_generics, _, clause) = generics.split_for_impl();
    let (_, ty_generics, _) = model.generics.split_for_impl();
    let check = (!body.is_empty()).then(|| {
        quote! {
            #[inline]
            fn check(&self, at: &_odata::validate::Path<'_>, violations: &mut _odata::validate::Violations) {
                #body
            }
        }
    });
    quote! {
        #[automatically_derived]
        impl #impl_generics _odata::Validate for #ident #ty_generics #clause {
            #check
        }
    }
}

/// A rule of a field: about its value where there is one, save `required`, which is about there being one.
fn of_field(rule: &Rule, property: &Property<'_>, place: &TokenStream) -> TokenStream {
    match rule.kind {
        RuleKind::Required if property.in_patch => {
            quote_spanned!(at(rule.span)=> _odata::change::not_null(&#place, at, violations);)
        }
        RuleKind::Required => {
            quote_spanned!(at(rule.span)=> _odata::validate::rule::required(&#place, at, violations);)
        }
        _ => with_value(&property.shape, &quote!(&#place), &|value, shape| {
            in_patch(rule, value, shape).unwrap_or_else(|| of_value(rule, value, shape))
        }),
    }
}

/// A function about a value, where the field holds what changes one: it is asked where that is the new value.
fn in_patch(rule: &Rule, value: &TokenStream, shape: &Shape<'_>) -> Option<TokenStream> {
    let (RuleKind::Custom(_), Shape::Plain(Type::Path(ty))) = (&rule.kind, shape) else {
        return None;
    };
    let whole = &ty.qself.as_ref()?.ty;
    ty.path.segments.iter().find(|it| it.ident == "Patchable")?;
    let rule = of_value(rule, &quote!(value), shape);
    Some(quote! {
        if let ::core::option::Option::Some(value) = <#whole as _odata::Patchable>::replaced(#value) {
            #rule
        }
    })
}

/// Goes through options and boxes to the value.
fn with_value(
    shape: &Shape<'_>,
    place: &TokenStream,
    body: &dyn Fn(&TokenStream, &Shape<'_>) -> TokenStream,
) -> TokenStream {
    match shape {
        Shape::Option(inner) => {
            let body = with_value(inner, &quote!(value), body);
            quote!(if let ::core::option::Option::Some(value) = #place { #body })
        }
        Shape::Boxed(inner) => with_value(inner, &quote!(&**#place), body),
        other => body(place, other),
    }
}

fn of_value(rule: &Rule, value: &TokenStream, shape: &Shape<'_>) -> TokenStream {
    let span = at(rule.span);
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
        // An item is there; where it may be null, this rule is about the values.
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

/// A function of the user's: an error about its parameter or its answer is shown where it is named.
fn call(path: &Path, value: &TokenStream) -> TokenStream {
    let (span, name) = (at(path.span()), name_of(path));
    quote_spanned!(span=> _odata::validate::rule::custom(#path(#value), #name, at, violations);)
}

fn range(min: Option<&Expr>, max: Option<&Expr>) -> TokenStream {
    // `..=` is one token: it cannot be put together from `..` and `=`.
    match max {
        Some(max) => quote!(#min..=#max),
        None => quote!(#min..),
    }
}

/// The last segment: the rule's name in a violation.
fn name_of(path: &Path) -> String {
    path.segments
        .last()
        .map(|it| it.ident.to_token_stream().to_string())
        .unwrap_or_default()
}
