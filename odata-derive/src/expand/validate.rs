//! `Validate`: the rules of the base, then those of the fields in source order, then those of the type.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Expr, Path, Type};

use super::{base::Base, impls::span_of, repeated::Repeated};
use crate::model::{Digits, Field, Property, Resource, Rule, RuleKind, Shape};

pub(super) fn expand(model: &Resource<'_>) -> TokenStream {
    let base = model.base().map(|base| {
        let (member, resolver) = (base.ident, Base::alias_name(model));
        match resolver {
            // A base with parameters is a resource only under bounds that this impl does not have.
            Some(_) if model.has_parameters() => nested(&quote!(self.#member), &quote!(at)),
            Some(resolver) => {
                quote!(_base::check::<#resolver>(&self.#member, at, violations);)
            }
            None => quote!(_odata::Validate::check(&self.#member, at, violations);),
        }
    });
    let only_nested = (model.properties().map(|(_, it)| it))
        .filter(|it| it.rules.is_empty() && it.has_nested_rules());
    let mut functions = Repeated::of(model, only_nested);
    let fields: Vec<TokenStream> = model
        .properties()
        .filter_map(|(field, property)| of_property(field, property, &mut functions))
        .collect();
    let functions = functions.definitions;
    let validators = model
        .validators
        .iter()
        .map(|path| call(path, &quote!(self)));
    let statements = quote!(#functions #base #(#fields)* #(#validators)*);
    if statements.is_empty() {
        return model.item.validate(TokenStream::new(), statements);
    }
    model.item.validate(quote!(#[inline]), statements)
}

/// Checks the rules of a property: its own, and then those of its type.
fn of_property(
    field: &Field<'_>,
    property: &Property<'_>,
    functions: &mut Repeated,
) -> Option<TokenStream> {
    let (member, ty, name) = (field.ident, field.ty, &property.name);
    let rules: Vec<TokenStream> = property
        .rules
        .iter()
        .map(|rule| {
            // With the rule's span, at which the compiler reports a value that it cannot check.
            let field = quote_spanned!(span_of(&rule.span)=> self.#member);
            of_field(rule, property, &field)
        })
        .filter(|it| !it.is_empty())
        .collect();
    let field = quote!(self.#member);
    match (rules.is_empty(), property.has_nested_rules()) {
        (true, false) => None,
        (true, true) => {
            let function = functions.function("check", property, |function| {
                quote! {
                    fn #function(value: &#ty, at: &_validate::Path<'_>, name: &'static str, violations: &mut _validate::Violations) {
                        _validate::nested::Nested(value).check_property(at, name, violations);
                    }
                }
            });
            Some(match function {
                Some(function) => quote!(#function(&#field, at, #name, violations);),
                None => quote! {
                    _validate::nested::Nested(&#field).check_property(at, #name, violations);
                },
            })
        }
        (false, has_nested) => {
            let nested = has_nested.then(|| nested(&field, &quote!(at)));
            Some(quote! {{
                let at = &at.property(#name);
                #(#rules)*
                #nested
            }})
        }
    }
}

/// Checks the rules of the value's own type, if it has any.
fn nested(value: &TokenStream, at: &TokenStream) -> TokenStream {
    quote!(_validate::nested::Nested(&#value).check(#at, violations);)
}

/// Checks a rule of a field. All rules but `required` are about the value inside of options and boxes, and hold if there is none.
fn of_field(rule: &Rule, property: &Property<'_>, field: &TokenStream) -> TokenStream {
    match rule.kind {
        RuleKind::Required if property.is_in_patch => {
            quote_spanned!(span_of(&rule.span)=> _patch::not_null(&#field, at, violations);)
        }
        RuleKind::Required => {
            quote_spanned!(span_of(&rule.span)=> _validate::rule::required(&#field, at, violations);)
        }
        _ => with_value(
            rule,
            &property.shape,
            &quote_spanned!(span_of(&rule.span)=> &#field),
            &|value, shape| {
                of_patched_value(rule, property, value, shape)
                    .unwrap_or_else(|| of_value(rule, value, shape))
            },
        ),
    }
}

/// Returns the call of a rule on a field of a patch. The field holds a change of a value, and the rule is called if the change replaces the
/// value.
fn of_patched_value(
    rule: &Rule,
    property: &Property<'_>,
    value: &TokenStream,
    shape: &Shape<'_>,
) -> Option<TokenStream> {
    let (RuleKind::Custom(_), Shape::Serde(Type::Verbatim(_))) = (&rule.kind, shape) else {
        return None;
    };
    let change = property.nested_patch.as_ref()?;
    let rule = of_value(rule, &quote!(value), shape);
    Some(quote! {
        if let _odata::Some(value) = #change::replaced(#value) {
            #rule
        }
    })
}

/// Calls `body` for the value inside of options and boxes; `reference` is an expression for a reference to them.
fn with_value(
    rule: &Rule,
    shape: &Shape<'_>,
    reference: &TokenStream,
    body: &dyn Fn(&TokenStream, &Shape<'_>) -> TokenStream,
) -> TokenStream {
    match shape {
        Shape::Option(inner) => {
            let value = Ident::new("value", span_of(&rule.span));
            let body = with_value(rule, inner, &value.to_token_stream(), body);
            quote!(if let _odata::Some(#value) = #reference { #body })
        }
        Shape::Boxed(inner) => with_value(
            rule,
            inner,
            &quote_spanned!(span_of(&rule.span)=> &**#reference),
            body,
        ),
        other => body(reference, other),
    }
}

fn of_value(rule: &Rule, value: &TokenStream, shape: &Shape<'_>) -> TokenStream {
    let span = span_of(&rule.span);
    match &rule.kind {
        RuleKind::OneOf(values) => {
            quote_spanned!(span=> _validate::rule::one_of(&[#values]).check(#value, at, violations);)
        }
        RuleKind::Length { min, max } => {
            let [min, max] = [min, max].map(|it| it.as_ref().map(length));
            let range = range(min.as_ref(), max.as_ref(), span);
            quote_spanned!(span=> _validate::rule::length(#value, #range, at, violations);)
        }
        RuleKind::Range { min, max } => {
            let range = range(min.as_ref(), max.as_ref(), span);
            quote_spanned!(span=> _validate::rule::range(#value, #range, at, violations);)
        }
        RuleKind::Digits(digits) => {
            let (precision, scale) = digit_limits(digits);
            quote_spanned!(span=> _validate::rule::digits(#value, #precision, #scale, at, violations);)
        }
        RuleKind::Custom(path) => call(path, value),
        // Rules of items are about items that are not null.
        RuleKind::Required | RuleKind::Skip => TokenStream::new(),
        RuleKind::Each(rules) => {
            let item = shape.item().unwrap_or(shape);
            let rules = rules.iter().map(|rule| {
                with_value(rule, item, &quote!(item), &|value, shape| {
                    of_value(rule, value, shape)
                })
            });
            quote_spanned! {span=>
                _validate::rule::each(#value, at, violations, |item, at, violations| {
                    #(#rules)*
                });
            }
        }
    }
}

/// Calls a function of the user. An error about its signature is reported at its path.
fn call(path: &Path, value: &TokenStream) -> TokenStream {
    let (span, name) = (span_of(path), name_of(path));
    quote_spanned!(span=> _validate::rule::check(#value, #path, #name, at, violations);)
}

fn digit_limits(digits: &Digits) -> (TokenStream, TokenStream) {
    let precision = match &digits.precision {
        Some(most) => quote!(_odata::Some(#most)),
        None => quote!(_odata::None),
    };
    let scale = match &digits.scale {
        Some(most) => quote!(_validate::rule::Scale::AtMost(#most)),
        None if digits.is_floating => quote!(_validate::rule::Scale::Floating),
        None => quote!(_validate::rule::Scale::Variable),
    };
    (precision, scale)
}

/// Returns the limit of a length. A constant of another type is one error, at the constant.
fn length(limit: &Expr) -> Expr {
    match limit {
        Expr::Lit(_) => limit.clone(),
        _ => Expr::Verbatim(quote!({
            let limit: ::core::primitive::usize = #limit;
            limit
        })),
    }
}

/// Returns the range, with the span of its rule, at which the compiler reports limits of another type.
fn range(min: Option<&Expr>, max: Option<&Expr>, span: Span) -> TokenStream {
    // `..=` is one token, which cannot be made from `..` and `=`.
    match max {
        Some(max) => quote_spanned!(span=> #min..=#max),
        None => quote_spanned!(span=> #min..),
    }
}

/// Returns the name of the rule in a violation: the last segment.
fn name_of(path: &Path) -> String {
    path.segments
        .last()
        .map(|it| it.ident.to_token_stream().to_string())
        .unwrap_or_default()
}
