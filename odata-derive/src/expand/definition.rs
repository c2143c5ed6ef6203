//! `ODataType::define`: what only a CSDL document has. It is expanded with the feature `csdl` alone, so that no other program carries doc
//! comments.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use syn::{Attribute, Expr, ExprLit, ExprUnary, Lit, Meta, Type, UnOp};

use super::base::Base;
use crate::model::{
    Item, Property, Resource, RuleKind, Shape, enumeration::Enumeration, mentions_parameter,
};

/// The snapshots of expansions are those of a program without the feature, whatever else is built with them.
const IS_EXPANDED: bool = cfg!(all(feature = "csdl", not(test)));

pub(super) fn of_resource(model: &Resource<'_>) -> TokenStream {
    if !IS_EXPANDED {
        return TokenStream::new();
    }
    let base =
        Base::of(model).map(|Base { ty, .. }| quote!(<#ty as _odata::ODataType>::define(model);));
    let docs = docs(model.item.documentation());
    let mut order: u32 = 0;
    let details = model
        .properties()
        .enumerate()
        .flat_map(|(index, (_, property))| {
            let index = Literal::usize_unsuffixed(index);
            order += u32::from(property.key.is_some());
            let details = details(property, order);
            details
                .into_iter()
                .map(move |detail| quote!((#index, _odata::Detail::#detail)))
                .collect::<Vec<_>>()
        });
    let details: Vec<TokenStream> = details.collect();
    define(&quote! {
        #base
        model.structured(<Self as _odata::ODataResource>::TYPE, #docs, &[#(#details),*]);
    })
}

/// A patch type has the definition of its resource.
pub(super) fn of_patch(resource: &TokenStream) -> TokenStream {
    if !IS_EXPANDED {
        return TokenStream::new();
    }
    define(&quote!(<#resource as _odata::ODataType>::define(model);))
}

/// The types of the variants define their bases.
pub(super) fn of_hierarchy(item: &Item<'_>, variants: &[&Type]) -> TokenStream {
    if !IS_EXPANDED {
        return TokenStream::new();
    }
    // A type that cannot be a variant causes no further errors.
    let definitions = variants.iter().map(|ty| {
        if item.bound.is_some() && mentions_parameter(ty, item.generics) {
            quote!(<#ty as _de::Variant>::define_type(model);)
        } else {
            quote!(_de::TypesOf::<#ty>::define_type(model);)
        }
    });
    define(&quote! {
        #(#definitions)*
    })
}

pub(super) fn of_enumeration(model: &Enumeration<'_>) -> TokenStream {
    if !IS_EXPANDED {
        return TokenStream::new();
    }
    let own = docs(model.item.documentation());
    let members = (model.members.iter()).map(|member| match model.item.is_undocumented {
        true => String::new(),
        false => docs(member.attributes),
    });
    define(&quote! {
        model.enumeration(<Self as _odata::ODataEnum>::TYPE, #own, &[#(#members),*]);
    })
}

fn define(body: &TokenStream) -> TokenStream {
    quote!(fn define(model: &mut dyn _odata::Define) { #body })
}

/// Returns the doc comment as one text, without the space that each line starts with.
fn docs(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter_map(|attribute| {
        let Meta::NameValue(meta) = &attribute.meta else {
            return None;
        };
        match &meta.value {
            Expr::Lit(ExprLit {
                lit: Lit::Str(text),
                ..
            }) if meta.path.is_ident("doc") => {
                let text = text.value();
                Some(text.strip_prefix(' ').unwrap_or(&text).to_owned())
            }
            _ => None,
        }
    });
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// Returns the details of a property, which is the `order`-th of the key if it is in the key.
fn details(property: &Property<'_>, order: u32) -> Vec<TokenStream> {
    let mut details = Vec::new();
    let docs = docs(property.attributes);
    if !docs.is_empty() {
        details.push(quote!(Docs(#docs)));
    }
    let position = property.key_position.unwrap_or(order);
    if property.key.is_some() {
        details.push(quote!(KeyPosition(#position)));
    }
    if property.is_immutable {
        details.push(quote!(Immutable));
    }
    let item = property.shape.item();
    for rule in &property.rules {
        match (&rule.kind, item) {
            (RuleKind::Each(rules), Some(item)) => {
                for rule in rules {
                    push_limits(&rule.kind, item, &mut details);
                }
            }
            (RuleKind::Length { min, max }, Some(_)) => {
                push(&mut details, "MinItems", min.as_ref());
                push(&mut details, "MaxItems", max.as_ref());
            }
            (kind, _) => push_limits(kind, &property.shape, &mut details),
        }
    }
    details
}

/// Adds the limits of a single value.
fn push_limits(rule: &RuleKind, shape: &Shape<'_>, details: &mut Vec<TokenStream>) {
    match rule {
        RuleKind::Length { max, .. } => push(details, "MaxLength", max.as_ref()),
        RuleKind::Range { min, max } => {
            let ty = shape.innermost();
            let limits = [
                ("Minimum", min, quote!(#min..)),
                ("Maximum", max, quote!(..=#max)),
            ];
            for (name, limit, range) in limits {
                let Some(limit) = limit else { continue };
                let name = quote::format_ident!("{name}");
                // The limit has the type that the rule gives it.
                let text = match literal(limit) {
                    Some(text) => {
                        quote!(<_odata::String as ::core::convert::From<&str>>::from(#text))
                    }
                    None => quote!(_validate::rule::LimitOf::<#ty, _>::new(#range).text()),
                };
                details.push(quote!(#name(#text)));
            }
        }
        RuleKind::Digits(digits) => {
            push(details, "Precision", digits.precision.as_ref());
            push(details, "Scale", digits.scale.as_ref());
            if digits.is_floating {
                details.push(quote!(Scale(<_odata::String as ::core::convert::From<
                    &str,
                >>::from("floating"))));
            }
        }
        _ => {}
    }
}

/// Adds a number: a literal as it is written, another expression by its value.
fn push(details: &mut Vec<TokenStream>, name: &str, limit: Option<&Expr>) {
    let Some(limit) = limit else { return };
    let text = match literal(limit) {
        Some(text) => quote!(<_odata::String as ::core::convert::From<&str>>::from(#text)),
        None => quote!(::std::string::ToString::to_string(&(#limit))),
    };
    let name = quote::format_ident!("{name}");
    details.push(quote!(#name(#text)));
}

/// Returns the digits of a literal number.
fn literal(expression: &Expr) -> Option<String> {
    match expression {
        Expr::Lit(ExprLit { lit, .. }) => match lit {
            Lit::Int(number) => Some(number.base10_digits().to_owned()),
            Lit::Float(number) => Some(number.base10_digits().to_owned()),
            // The limit of a decimal.
            Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        Expr::Unary(ExprUnary {
            op: UnOp::Neg(_),
            expr,
            ..
        }) => Some(format!("-{}", literal(expr)?)),
        _ => None,
    }
}
