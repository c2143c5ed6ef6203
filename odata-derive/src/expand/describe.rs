//! `ODataType` and `ODataResource`: the constant description, and the model rules that cross types.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use crate::model::{Bounds, Kind, Property, Resource, bounded};

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
    let (base_type, is_open, is_denying) = match base {
        Some(base) => (
            quote!(::core::option::Option::Some(<#base as _odata::ODataResource>::TYPE)),
            quote!(#opens || <#base as _odata::ODataResource>::TYPE.is_open),
            quote!(#denies || <#base as _odata::ODataResource>::TYPE.denies_undeclared),
        ),
        None => (
            quote!(::core::option::Option::None),
            quote!(#opens),
            quote!(#denies),
        ),
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

/// Constants that do not evaluate where a rule is broken. Those of a type with parameters are referred to from its reader.
fn checks(model: &Resource<'_>) -> TokenStream {
    if model.base().is_none()
        || model.generics.type_params().next().is_some()
        || model.properties().next().is_none()
    {
        return TokenStream::new();
    }
    let ident = model.ident;
    let statics = statics(model);
    let key = model
        .has_key()
        .then(|| quote!(_odata::check::assert_one_key(__DECLARED);));
    quote_spanned! {ident.span()=>
        const _: () = {
            const __DECLARED: &_odata::StructuredType = <#ident #statics as _odata::ODataResource>::TYPE;
            _odata::check::assert_not_redeclared(__DECLARED);
            #key
        };
    }
}

/// The item's lifetimes, all `'static`.
fn statics(model: &Resource<'_>) -> TokenStream {
    let lifetimes = model.generics.lifetimes().map(|_| quote!('static));
    let consts = model.generics.const_params().map(|it| &it.ident);
    if model.generics.params.is_empty() {
        TokenStream::new()
    } else {
        quote!(<#(#lifetimes,)* #(#consts,)*>)
    }
}
