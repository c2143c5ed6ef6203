//! `ODataType` and `ODataResource`: the constant description, and the model rules that cross types.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use crate::model::{Bounds, Kind, Property, Resource, Role, bounded};

pub(crate) fn expand(model: &Resource<'_>) -> TokenStream {
    let named = named(model);
    let described = described(
        model,
        model
            .properties()
            .map(|(_, property)| property_of(property)),
    );
    let checks = checks(model);
    quote!(#named #described #checks)
}

pub(crate) fn fallback(model: &Resource<'_>) -> TokenStream {
    let named = named(model);
    let described = described(model, std::iter::empty());
    quote!(#named #described)
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

fn described(model: &Resource<'_>, properties: impl Iterator<Item = TokenStream>) -> TokenStream {
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
    let [dynamic, annotations] = own_bags(model);
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
    let has_dynamic = inherited(dynamic, quote!(has_dynamic_properties));
    let has_annotations = inherited(annotations, quote!(has_annotations));
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
                has_dynamic_properties: #has_dynamic,
                has_annotations: #has_annotations,
                base: #base_type,
                own: &[#(#properties),*],
            };
        }
    }
}

fn property_of(property: &Property<'_>) -> TokenStream {
    let name = &property.name;
    let (type_name, accepts) = match &property.edm {
        Some(edm) => (quote!(#edm), quote!(_odata::any_type)),
        None => {
            let leaf = property.shape.leaf();
            (
                quote!(<#leaf as _odata::ODataType>::NAME),
                quote!(<#leaf as _odata::ODataType>::accepts),
            )
        }
    };
    let nullable = property.shape.is_option()
        && !property.not_nullable
        && !property.shape.is_collection()
        && property.key.is_none();
    let flags = [
        (nullable, quote!(_odata::flag::NULLABLE)),
        (
            property.shape.is_collection(),
            quote!(_odata::flag::COLLECTION),
        ),
        (property.key.is_some(), quote!(_odata::flag::KEY)),
        (property.navigation, quote!(_odata::flag::NAVIGATION)),
        (property.computed, quote!(_odata::flag::COMPUTED)),
    ];
    let flags = flags
        .into_iter()
        .filter(|(is_set, _)| *is_set)
        .map(|(_, flag)| flag);
    quote!(_odata::Property { name: #name, type_name: #type_name, accepts: #accepts, flags: 0 #(| #flags)* })
}

/// Whether the type itself has a field for dynamic properties, and for annotations.
fn own_bags(model: &Resource<'_>) -> [bool; 2] {
    [
        model
            .field_of(|it| matches!(it, Role::DynamicProperties))
            .is_some(),
        model
            .field_of(|it| matches!(it, Role::Annotations))
            .is_some(),
    ]
}

/// The rules that cross types, as calls that do not evaluate where one is broken. Those of a type with parameters are referred to
/// from its reader, since such constants are evaluated only where they are used.
pub(super) fn rules(model: &Resource<'_>, declared: &TokenStream) -> Vec<TokenStream> {
    let mut rules = Vec::new();
    if model.base().is_some() {
        let [dynamic, annotations] = own_bags(model);
        rules.push(quote!(_odata::check::assert_kind_of_base(#declared);));
        if model.properties().next().is_some() {
            rules.push(quote!(_odata::check::assert_not_redeclared(#declared);));
            rules.push(quote!(_odata::check::assert_width(#declared);));
        }
        if dynamic || annotations {
            rules.push(quote!(_odata::check::assert_one_bag(#declared, #dynamic, #annotations);));
        }
        if model.has_key() {
            rules.push(quote!(_odata::check::assert_one_key(#declared);));
        }
        if model.open.is_some() {
            rules.push(quote!(_odata::check::assert_open_keeps(#declared);));
        }
    }
    rules
}

fn checks(model: &Resource<'_>) -> TokenStream {
    if model.has_parameters() {
        return TokenStream::new();
    }
    let rules = rules(model, &quote!(__DECLARED));
    if rules.is_empty() {
        return TokenStream::new();
    }
    let ident = model.ident;
    let lifetimes = model.generics.lifetimes().map(|_| quote!('static));
    quote_spanned! {ident.span()=>
        const _: () = {
            const __DECLARED: &_odata::StructuredType = <#ident<#(#lifetimes),*> as _odata::ODataResource>::TYPE;
            #(#rules)*
        };
    }
}
