//! `ODataType` and `ODataResource`: the constant description, and the model rules that cross types.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};

use super::{at, read::is_required};
use crate::model::{Bounds, Field, Kind, Property, Resource, Role, Shape, bounded};

pub(crate) fn expand(model: &Resource<'_>) -> TokenStream {
    let named = named(model);
    let described = described(model);
    let checks = checks(model);
    quote!(#named #described #checks)
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
            const TYPE: &'static _odata::StructuredType = &_odata::StructuredType {
                name: "",
                alias: "",
                kind: _odata::Kind::Complex,
                is_abstract: false,
                is_open: false,
                denies_undeclared: false,
                base: ::core::option::Option::None,
                bags: 0,
                own: &[],
            };
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
    let name = model.qualified();
    let alias = model
        .alias
        .as_ref()
        .map_or_else(String::new, |alias| format!("{alias}.{}", model.name));
    let is_abstract = model.is_abstract;
    let opens = model.open.is_some();
    let denies = model.deny_undeclared.is_some();
    let base = model.base().map(|it| it.ty);
    let kind = match (model.kind, base) {
        (Some((Kind::Entity, _)), _) => quote!(_odata::Kind::Entity),
        (Some((Kind::Complex, _)), _) => quote!(_odata::Kind::Complex),
        (None, _) if model.has_key() => quote!(_odata::Kind::Entity),
        (None, Some(base)) => quote!(<#base as _odata::ODataResource>::TYPE.kind),
        (None, None) => quote!(_odata::Kind::Complex),
    };
    let base_type = match base {
        Some(base) => quote!(::core::option::Option::Some(<#base as _odata::ODataResource>::TYPE)),
        None => quote!(::core::option::Option::None),
    };
    // What one level says, all below it have.
    let inherited = |own: bool, field: TokenStream| match base {
        Some(base) if !own => quote!(<#base as _odata::ODataResource>::TYPE.#field),
        _ => quote!(#own),
    };
    let is_open = inherited(opens, quote!(is_open));
    let is_denying = inherited(denies, quote!(denies_undeclared));
    let bags = {
        let own = bags(model).map(|(bag, ..)| quote!(_odata::bag::#bag));
        let base = base.map(|base| quote!(<#base as _odata::ODataResource>::TYPE.bags));
        let all = base.into_iter().chain(own);
        quote!(0 #(| #all)*)
    };
    quote! {
        #[automatically_derived]
        impl #impl_generics _odata::ODataResource for #ident #ty_generics #clause {
            const TYPE: &'static _odata::StructuredType = &_odata::StructuredType {
                name: #name,
                alias: #alias,
                kind: #kind,
                is_abstract: #is_abstract,
                is_open: #is_open,
                denies_undeclared: #is_denying,
                bags: #bags,
                base: #base_type,
                own: &[#(#properties),*],
            };
        }
    }
}

fn property_of(property: &Property<'_>) -> TokenStream {
    let name = &property.name;
    let nullable = (property.shape.is_option() || property.shape.is_related())
        && !property.not_nullable
        && !property.shape.is_collection()
        && property.key.is_none();
    let flags = [
        (nullable, quote!(_odata::flag::NULLABLE)),
        (
            property.shape.is_collection(),
            quote!(_odata::flag::COLLECTION),
        ),
        (
            property.shape.item().is_some_and(Shape::is_option),
            quote!(_odata::flag::NULLABLE_ITEMS),
        ),
        (property.key.is_some(), quote!(_odata::flag::KEY)),
        (property.navigation, quote!(_odata::flag::NAVIGATION)),
        (property.shape.is_related(), quote!(_odata::flag::LINKS)),
        (property.computed, quote!(_odata::flag::COMPUTED)),
        (is_required(property), quote!(_odata::flag::REQUIRED)),
    ];
    let flags = flags
        .into_iter()
        .filter(|(is_set, _)| *is_set)
        .map(|(_, flag)| flag);
    let flags = quote!(0 #(| #flags)*);
    match &property.edm {
        Some(edm) => quote! {
            _odata::Property { name: #name, type_name: #edm, accepts: _odata::any_type, flags: #flags }
        },
        None => {
            let leaf = property.shape.leaf();
            quote!(_odata::Property::of::<#leaf>(#name, #flags))
        }
    }
}

/// Constants that do not evaluate where a rule is broken. Those of a type with parameters are referred to from its reader, since such
/// constants are evaluated only where they are used.
fn checks(model: &Resource<'_>) -> TokenStream {
    if model.has_parameters() {
        return TokenStream::new();
    }
    let rules = rules(model, &quote!(__DECLARED));
    if rules.is_empty() {
        return rules;
    }
    let ident = model.ident;
    let lifetimes = model.generics.lifetimes().map(|_| quote!('static));
    quote! {
        const _: () = {
            const __DECLARED: &_odata::StructuredType = <#ident<#(#lifetimes),*> as _odata::ODataResource>::TYPE;
            #rules
        };
    }
}

/// The rules that a type with these attributes might break, each with the span of what would be wrong.
pub(super) fn rules(model: &Resource<'_>, declared: &TokenStream) -> TokenStream {
    let mut rules = TokenStream::new();
    let own = model.properties().count();
    if own > MOST || (own > 0 && model.base().is_some()) {
        rules.extend(
            quote_spanned!(at(model.ident.span())=> _odata::check::assert_width(#declared);),
        );
    }
    let opens = model
        .open
        .map(|span| quote_spanned!(at(span)=> _odata::check::assert_open(#declared);));
    if model.base().is_none() {
        return rules;
    }
    let arms = model.properties().enumerate().map(|(i, (field, _))| {
        quote_spanned!(at(field.ident.span())=> #i => _odata::check::fail_redeclared(#declared, #i),)
    });
    if own > 0 {
        rules.extend(quote! {
            match _odata::check::redeclared(#declared) {
                #(#arms)*
                _ => {}
            }
        });
    }
    let key = model.properties().find_map(|(_, property)| property.key);
    if let Some(span) = key {
        rules.extend(quote_spanned!(at(span)=> _odata::check::assert_one_key(#declared);));
    }
    if let Some(span) = model.kind.map(|(_, span)| span).or(key) {
        rules.extend(quote_spanned!(at(span)=> _odata::check::assert_kind(#declared);));
    }
    rules.extend(opens);
    rules.extend(bags(model).map(|(bag, name, field)| {
        quote_spanned!(at(field.ident.span())=> _odata::check::assert_one_bag(#declared, _odata::bag::#bag, #name);)
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
