//! `Validate`: the base's rules, the fields' in source order, then the type's own.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::{Expr, Path};

use crate::model::{Bounds, Property, Resource, Rule, Shape, bounded};

pub(crate) fn expand(model: &Resource<'_>) -> TokenStream {
    let base = model.base().map(|base| {
        let member = base.ident;
        quote!(_odata::Validate::check(&self.#member, at, violations);)
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
    let hooks = model.hooks.iter().map(|path| {
        let name = name_of(path);
        quote!(_odata::validate::rule::custom(#path(self), #name, at, violations);)
    });
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
    match rule {
        Rule::Required(span) => {
            quote_spanned!(*span=> _odata::validate::rule::required(&#place, at, violations);)
        }
        _ => with_value(&property.shape, &quote!(&#place), &|value, shape| {
            of_value(rule, value, shape)
        }),
    }
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
    match rule {
        Rule::OneOf(values) => {
            quote!(_odata::validate::rule::one_of(#value, &[#values], at, violations);)
        }
        Rule::Length { min, max } => {
            let range = range(min.as_ref(), max.as_ref());
            quote!(_odata::validate::rule::length(#value, #range, at, violations);)
        }
        Rule::Range { min, max } => {
            let range = range(min.as_ref(), max.as_ref());
            quote!(_odata::validate::rule::range(#value, #range, at, violations);)
        }
        Rule::Custom(path) => {
            let name = name_of(path);
            quote!(_odata::validate::rule::custom(#path(#value), #name, at, violations);)
        }
        Rule::Nested(span) => {
            quote_spanned!(*span=> _odata::validate::rule::nested(#value, at, violations);)
        }
        // An element is there.
        Rule::Required(_) => TokenStream::new(),
        Rule::Each(rules) => {
            let item = match shape {
                Shape::Seq(item) => item,
                other => other,
            };
            let rules = rules.iter().map(|rule| {
                with_value(item, &quote!(item), &|value, shape| {
                    of_value(rule, value, shape)
                })
            });
            quote! {
                _odata::validate::rule::each(#value, at, violations, |item, at, violations| {
                    #(#rules)*
                });
            }
        }
    }
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
