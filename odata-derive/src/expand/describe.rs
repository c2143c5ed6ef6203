//! `ODataType` and `ODataResource`: the constant description, and the model rules that cross types.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::at;
use crate::model::{Bounds, Field, Kind, Property, Resource, Role, Shape, WriteType, bounded};

pub(crate) fn expand(model: &Resource<'_>) -> TokenStream {
    let named = named(model);
    let described = described(model);
    quote!(#named #described)
}

/// A description of nothing: without a name, so that no rule is found broken after the mistakes that were reported.
pub(crate) fn fallback(model: &Resource<'_>) -> TokenStream {
    let ident = model.ident;
    let named = named(model);
    let generics = bounded(model.generics, Bounds::Named);
    let (impl_generics, _, clause) = generics.split_for_impl();
    let (_, ty_generics, _) = model.generics.split_for_impl();
    quote! {
        #named
        #[automatically_derived]
        impl #impl_generics _odata::ODataResource for #ident #ty_generics #clause {
            const TYPE: &'static _odata::StructuredType =
                &_odata::StructuredType::new("", "", ::core::option::Option::None, _odata::says::NOTHING, &[]);
        }
    }
}

fn named(model: &Resource<'_>) -> TokenStream {
    let ident = model.ident;
    let generics = bounded(model.generics, Bounds::Named);
    let (impl_generics, _, clause) = generics.split_for_impl();
    let (_, ty_generics, _) = model.generics.split_for_impl();
    let name = model.qualified();
    quote! {
        #[automatically_derived]
        impl #impl_generics _odata::ODataType for #ident #ty_generics #clause {
            const NAME: &'static str = #name;
        }
    }
}

/// A patch is described by what it changes.
pub(crate) fn of_patch(model: &Resource<'_>, target: &Ident) -> TokenStream {
    let ident = model.ident;
    let named = named(model);
    let generics = bounded(model.generics, Bounds::Named);
    let (impl_generics, _, clause) = generics.split_for_impl();
    let (_, ty_generics, _) = model.generics.split_for_impl();
    quote! {
        #named
        #[automatically_derived]
        impl #impl_generics _odata::ODataResource for #ident #ty_generics #clause {
            const TYPE: &'static _odata::StructuredType = <#target #ty_generics as _odata::ODataResource>::TYPE;
        }
    }
}

fn described(model: &Resource<'_>) -> TokenStream {
    let properties = model
        .properties()
        .map(|(_, property)| property_of(property));
    let ident = model.ident;
    let generics = bounded(model.generics, Bounds::Named);
    let (impl_generics, _, clause) = generics.split_for_impl();
    let (_, ty_generics, _) = model.generics.split_for_impl();
    let tag = format!("\"#{}\"", model.qualified());
    let alias = model
        .alias
        .as_ref()
        .map_or_else(String::new, |alias| format!("{alias}.{}", model.name));
    let base = match model.base().map(|it| it.ty) {
        Some(base) => quote_spanned! {at(base.span())=>
            ::core::option::Option::Some(<#base as _odata::ODataResource>::TYPE)
        },
        None => quote!(::core::option::Option::None),
    };
    let says = says(model);
    let names: Vec<&str> = model.properties().map(|(_, it)| it.name.as_str()).collect();
    let own = if names.is_empty() {
        quote!(&[])
    } else {
        let names = names.join(" ");
        quote!(&_odata::Property::called(#names, [#(#properties),*]))
    };
    quote! {
        #[automatically_derived]
        impl #impl_generics _odata::ODataResource for #ident #ty_generics #clause {
            const TYPE: &'static _odata::StructuredType =
                &_odata::StructuredType::new(#tag, #alias, #base, #says, #own);
        }
    }
}

/// What the type itself says; what its base does, the runtime adds.
fn says(model: &Resource<'_>) -> TokenStream {
    let kind = model.kind.map(|(kind, _)| kind);
    let tagged = match model.write_type {
        WriteType::Always => true,
        WriteType::Never => false,
        WriteType::Derived => model.base().is_some(),
    };
    let is_entity = kind == Some(Kind::Entity) || (kind.is_none() && model.has_key());
    let bits = [
        (model.is_abstract, quote!(ABSTRACT)),
        (model.open.is_some(), quote!(OPEN)),
        (model.deny_undeclared.is_some(), quote!(DENIES_UNDECLARED)),
        (is_entity, quote!(ENTITY)),
        (kind == Some(Kind::Complex), quote!(COMPLEX)),
        (tagged, quote!(TAGGED)),
    ];
    let own = bits.into_iter().filter(|(is_set, _)| *is_set);
    let all = own
        .map(|(_, bit)| bit)
        .chain(bags(model).map(|(bag, ..)| bag));
    any_of(&quote!(says), all)
}

/// These of the runtime's bits.
fn any_of(of: &TokenStream, bits: impl Iterator<Item = TokenStream>) -> TokenStream {
    let mut bits = bits.peekable();
    if bits.peek().is_none() {
        return quote!(_odata::#of::NOTHING);
    }
    quote!(#(_odata::#of::#bits)|*)
}

fn property_of(property: &Property<'_>) -> TokenStream {
    let nullable = (property.shape.is_option() || property.shape.is_related())
        && !property.not_nullable
        && !property.shape.is_collection();
    let flags = [
        (nullable, quote!(NULLABLE)),
        (property.shape.is_collection(), quote!(COLLECTION)),
        (
            property.shape.item().is_some_and(Shape::is_option),
            quote!(NULLABLE_ITEMS),
        ),
        (property.key.is_some(), quote!(KEY)),
        (property.navigation, quote!(NAVIGATION)),
        (property.shape.is_related(), quote!(LINKS)),
        (property.computed, quote!(COMPUTED)),
        (property.is_required(), quote!(REQUIRED)),
    ];
    let flags = flags.into_iter().filter(|(is_set, _)| *is_set);
    let flags = any_of(&quote!(flag), flags.map(|(_, flag)| flag));
    match &property.edm {
        Some(edm) => quote! {
            _odata::Property::of_named(&_odata::Named { name: #edm, accepts: _odata::any_type }, #flags)
        },
        None => {
            let leaf = property.shape.leaf();
            quote!(_odata::Property::of::<#leaf>(#flags))
        }
    }
}

/// Constants that do not evaluate where a rule is broken. Those of a type with parameters are referred to from its reader, since such
/// constants are evaluated only where they are used.
pub(crate) fn checks(model: &Resource<'_>) -> TokenStream {
    if model.has_parameters() {
        return TokenStream::new();
    }
    let ident = model.ident;
    let lifetimes = model.generics.lifetimes().map(|_| quote!('static));
    let rules = rules(model, &quote!(#ident<#(#lifetimes),*>));
    if rules.is_empty() {
        return rules;
    }
    quote!({ #rules })
}

/// The rules that a type with these attributes might break, each with the span of what would be wrong.
pub(super) fn rules(model: &Resource<'_>, declared: &TokenStream) -> TokenStream {
    let mut rules = TokenStream::new();
    let own = model.properties().count();
    if own > MOST || (own > 0 && model.base().is_some()) {
        rules.extend(
            quote_spanned!(at(model.ident.span())=> _odata::check::assert_width::<#declared>();),
        );
    }
    let opens = model
        .open
        .map(|span| quote_spanned!(at(span)=> _odata::check::assert_open::<#declared>();));
    if model.base().is_none() {
        return rules;
    }
    let arms = model.properties().enumerate().map(|(i, (field, _))| {
        quote_spanned!(at(field.ident.span())=> #i => _odata::check::fail_redeclared::<#declared>(#i),)
    });
    if own > 0 {
        rules.extend(quote! {
            match _odata::check::redeclared::<#declared>() {
                #(#arms)*
                _ => {}
            }
        });
    }
    let key = model.properties().find_map(|(_, property)| property.key);
    if let Some(span) = key {
        rules.extend(quote_spanned!(at(span)=> _odata::check::assert_one_key::<#declared>();));
    }
    if let Some(span) = model.kind.map(|(_, span)| span).or(key) {
        rules.extend(quote_spanned!(at(span)=> _odata::check::assert_kind::<#declared>();));
    }
    rules.extend(opens);
    rules.extend(bags(model).map(|(bag, name, field)| {
        quote_spanned!(at(field.ident.span())=> _odata::check::assert_one_bag::<#declared>(_odata::says::#bag, #name);)
    }));
    rules
}

/// The properties that the runtime counts: a type without a base that has no more need not be asked.
const MOST: usize = 512;

/// The fields for what no level declares: the runtime's constant, the key, the field.
fn bags<'a>(
    model: &'a Resource<'a>,
) -> impl Iterator<Item = (TokenStream, &'static str, &'a Field<'a>)> {
    model.fields.iter().filter_map(|field| {
        let (bag, name) = match field.role {
            Role::DynamicProperties => (quote!(DYNAMIC), "dynamic_properties"),
            Role::Annotations => (quote!(ANNOTATIONS), "annotations"),
            Role::Control => (quote!(CONTROL), "control"),
            Role::Etag => (quote!(ETAG), "etag"),
            Role::Id => (quote!(ID), "id"),
            _ => return None,
        };
        Some((bag, name, field))
    })
}
