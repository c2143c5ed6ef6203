//! A hierarchy: dispatch by tag, conversions, access to the base.

mod access;

use access::{access, conversions};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;

use super::{at, lookup::short};
use crate::model::{
    Bounds, bounded,
    hierarchy::{Hierarchy, Other, Variant},
    with_de,
};

pub(crate) fn expand(model: &Hierarchy<'_>) -> TokenStream {
    let Some(base) = &model.base else {
        return TokenStream::new();
    };
    let types = types(model);
    let named = named(model);
    let read = read(model);
    let write = write(model);
    let validate = validate(model);
    let access = access(model);
    let checks = model.generics.params.is_empty().then(|| {
        model.variants.iter().map(|variant| {
            let ty = variant.ty;
            quote_spanned! {at(ty.span())=>
                const _: () = <#ty as _odata::read::Variant>::TYPES.assert_derive_from(<#base as _odata::ODataResource>::TYPE);
            }
        }).collect::<TokenStream>()
    });
    let known = known_list(model);
    quote!(#known #named #types #read #write #validate #access #checks)
}

/// What the uses of a hierarchy with mistakes need, so that they are not found wrong, too.
pub(crate) fn fallback(model: &Hierarchy<'_>) -> TokenStream {
    let ident = model.ident;
    let (_, ty_generics, _) = model.generics.split_for_impl();
    let named_generics = bounded(model.generics, Bounds::Named);
    let (named_impl, _, named_where) = named_generics.split_for_impl();
    let read_generics = with_de(&bounded(model.generics, Bounds::Read));
    let (read_impl, _, read_where) = read_generics.split_for_impl();
    let write_generics = bounded(model.generics, Bounds::Write);
    let (write_impl, _, write_where) = write_generics.split_for_impl();
    let validate_generics = bounded(model.generics, Bounds::Validate);
    let (validate_impl, _, validate_where) = validate_generics.split_for_impl();
    let conversions =
        (model.base.is_some() && types_are_distinct(model)).then(|| conversions(model));
    quote! {
        #[automatically_derived]
        impl #named_impl _odata::ODataType for #ident #ty_generics #named_where {
            const NAME: &'static str = "";
        }
        #[automatically_derived]
        impl #named_impl _odata::read::Variant for #ident #ty_generics #named_where {
            const TYPES: _odata::read::Types = _odata::read::Types::Many(&[]);
        }
        #[automatically_derived]
        impl #read_impl _odata::read::ReadVariant<'__de> for #ident #ty_generics #read_where {
            fn read<__A: _odata::serde::de::MapAccess<'__de>>(
                _: _odata::read::Arrival<'_, '__de, __A>,
            ) -> ::core::result::Result<Self, __A::Error> {
                _odata::read::no_variant()
            }
            fn read_boxed<__A: _odata::serde::de::MapAccess<'__de>>(
                _: _odata::read::Arrival<'_, '__de, __A>,
            ) -> ::core::result::Result<_odata::Box<Self>, __A::Error> {
                _odata::read::no_variant()
            }
        }
        #[automatically_derived]
        impl #read_impl _odata::serde::Deserialize<'__de> for #ident #ty_generics #read_where {
            fn deserialize<__D: _odata::serde::Deserializer<'__de>>(_: __D) -> ::core::result::Result<Self, __D::Error> {
                _odata::read::no_variant()
            }
        }
        #[automatically_derived]
        impl #write_impl _odata::write::WriteVariant for #ident #ty_generics #write_where {
            fn write<__S: _odata::serde::Serializer>(&self, _: &str, serializer: __S) -> ::core::result::Result<__S::Ok, __S::Error> {
                _odata::write::nothing::<__S>(serializer)
            }
        }
        #[automatically_derived]
        impl #write_impl _odata::serde::Serialize for #ident #ty_generics #write_where {
            fn serialize<__S: _odata::serde::Serializer>(&self, serializer: __S) -> ::core::result::Result<__S::Ok, __S::Error> {
                _odata::write::nothing::<__S>(serializer)
            }
        }
        #[automatically_derived]
        impl #validate_impl _odata::Validate for #ident #ty_generics #validate_where {}
        #conversions
    }
}

/// Whether each variant's type is another's, so that the conversions from them do not conflict.
fn types_are_distinct(model: &Hierarchy<'_>) -> bool {
    let mut types: Vec<String> = model
        .variants
        .iter()
        .map(|it| it.ty.to_token_stream().to_string())
        .collect();
    let count = types.len();
    types.sort();
    types.dedup();
    types.len() == count
}

fn variant_types<'a>(model: &'a Hierarchy<'a>) -> impl Iterator<Item = TokenStream> {
    model.variants.iter().map(|variant| {
        let ty = variant.ty;
        quote_spanned!(at(ty.span())=> <#ty as _odata::read::Variant>::TYPES)
    })
}

fn types(model: &Hierarchy<'_>) -> TokenStream {
    let ident = model.ident;
    let generics = bounded(model.generics, Bounds::Named);
    let (impl_generics, _, clause) = generics.split_for_impl();
    let (_, ty_generics, _) = model.generics.split_for_impl();
    let types = variant_types(model);
    quote! {
        #[automatically_derived]
        impl #impl_generics _odata::read::Variant for #ident #ty_generics #clause {
            const TYPES: _odata::read::Types = _odata::read::Types::Many(&[#(#types),*]);
        }
    }
}

/// The hierarchy has its base's name: it is what a property declared as the base holds.
fn named(model: &Hierarchy<'_>) -> TokenStream {
    let (ident, base) = (model.ident, &model.base);
    let generics = bounded(model.generics, Bounds::Named);
    let (impl_generics, _, clause) = generics.split_for_impl();
    let (_, ty_generics, _) = model.generics.split_for_impl();
    let has_other = model.other.is_some();
    let known = known(model);
    quote! {
        #[automatically_derived]
        impl #impl_generics _odata::ODataType for #ident #ty_generics #clause {
            const NAME: &'static str = <#base as _odata::ODataType>::NAME;
            #[inline]
            fn accepts(name: &str) -> bool {
                _odata::read::accepts(<#base as _odata::ODataResource>::TYPE, <Self as _odata::read::Variant>::TYPES, #has_other, #known, name)
            }
        }
    }
}

fn known(model: &Hierarchy<'_>) -> TokenStream {
    match &model.known {
        Some(_) => quote!(__KNOWN),
        None => quote!(&[]),
    }
}

/// The user's list, its type asked for once.
fn known_list(model: &Hierarchy<'_>) -> TokenStream {
    let list = model.known.as_ref().map(|path| {
        let list = quote_spanned!(at(path.span())=> &#path);
        quote!(const __KNOWN: &[&str] = #list;)
    });
    quote!(#list)
}

fn read(model: &Hierarchy<'_>) -> TokenStream {
    let (ident, base) = (model.ident, &model.base);
    let generics = with_de(&bounded(model.generics, Bounds::Read));
    let (impl_generics, _, clause) = generics.split_for_impl();
    let (_, ty_generics, _) = model.generics.split_for_impl();
    let types: Vec<TokenStream> = variant_types(model).collect();
    let find = if model.generics.params.is_empty() {
        quote! {
            static NAMES: _odata::read::Names = _odata::read::Names::new(&[#(#types),*]);
            NAMES.find(name)
        }
    } else {
        quote! {
            let types = const { &[#(#types),*] };
            _odata::read::Names::search(types, name)
        }
    };
    let default = match (0..)
        .zip(&model.variants)
        .find(|(_, it)| it.default.is_some())
    {
        Some((i, variant)) => {
            let (at, ty) = (short(i), variant.ty);
            quote!(::core::option::Option::Some((#at, <#ty as _odata::ODataType>::NAME)))
        }
        None => quote!(::core::option::Option::None),
    };
    let arms = (0..).zip(&model.variants).map(|(i, variant)| {
        let (at, name, ty) = (short(i), variant.ident, variant.ty);
        let reader = if variant.boxed {
            quote!(read_boxed)
        } else {
            quote!(read)
        };
        quote! {
            #at => match <#ty as _odata::read::ReadVariant<'__de>>::#reader::<__A>(arrival) {
                ::core::result::Result::Ok(value) => ::core::result::Result::Ok(Self::#name(value)),
                ::core::result::Result::Err(error) => ::core::result::Result::Err(error),
            }
        }
    });
    let (other, has_other) = match model.other {
        Some(Other { ident, ty }) => {
            let resource = quote_spanned!(at(ty.span())=> <#ty as _odata::Keeps<_odata::DynamicResource>>::from_bag(resource));
            (
                quote!(::core::option::Option::Some(Self::#ident(#resource))),
                true,
            )
        }
        None => (quote!(::core::option::Option::None), false),
    };
    let known = known(model);
    quote! {
        #[automatically_derived]
        impl #impl_generics _odata::read::ReadHierarchy<'__de> for #ident #ty_generics #clause {
            const BASE: &'static _odata::StructuredType = <#base as _odata::ODataResource>::TYPE;
            const DEFAULT: ::core::option::Option<(u16, &'static str)> = #default;
            const HAS_OTHER: bool = #has_other;
            const KNOWN: &'static [&'static str] = #known;
            #[inline]
            fn find(name: &str) -> ::core::option::Option<(u16, &'static str)> {
                #find
            }
            fn read<__A: _odata::serde::de::MapAccess<'__de>>(
                variant: u16,
                arrival: _odata::read::Arrival<'_, '__de, __A>,
            ) -> ::core::result::Result<Self, __A::Error> {
                match variant {
                    #(#arms,)*
                    _ => _odata::read::no_variant(),
                }
            }
            #[allow(unused_variables)]
            fn other(resource: _odata::DynamicResource) -> ::core::option::Option<Self> {
                #other
            }
        }
        #[automatically_derived]
        impl #impl_generics _odata::read::ReadVariant<'__de> for #ident #ty_generics #clause {
            fn read<__A: _odata::serde::de::MapAccess<'__de>>(
                arrival: _odata::read::Arrival<'_, '__de, __A>,
            ) -> ::core::result::Result<Self, __A::Error> {
                _odata::read::nested::<Self, __A>(arrival)
            }
            fn read_boxed<__A: _odata::serde::de::MapAccess<'__de>>(
                arrival: _odata::read::Arrival<'_, '__de, __A>,
            ) -> ::core::result::Result<_odata::Box<Self>, __A::Error> {
                _odata::read::nested::<Self, __A>(arrival).map(_odata::Box::new)
            }
        }
        #[automatically_derived]
        impl #impl_generics _odata::serde::Deserialize<'__de> for #ident #ty_generics #clause {
            fn deserialize<__D: _odata::serde::Deserializer<'__de>>(deserializer: __D) -> ::core::result::Result<Self, __D::Error> {
                _odata::read::hierarchy::<Self, __D>(deserializer)
            }
        }
    }
}

fn write(model: &Hierarchy<'_>) -> TokenStream {
    let (ident, base) = (model.ident, &model.base);
    let generics = bounded(model.generics, Bounds::Write);
    let (impl_generics, _, clause) = generics.split_for_impl();
    let (_, ty_generics, _) = model.generics.split_for_impl();
    let arms = model.variants.iter().map(|variant| {
        let (name, inner) = (variant.ident, inner(variant));
        quote!(Self::#name(value) => _odata::write::WriteVariant::write::<__S>(#inner, declared, serializer))
    });
    let other = model.other.map(|Other { ident, ty }| {
        let resource = quote_spanned!(at(ty.span())=> <#ty as _odata::Keeps<_odata::DynamicResource>>::as_bag(resource));
        quote!(Self::#ident(resource) => _odata::serde::Serialize::serialize(#resource, serializer),)
    });
    quote! {
        #[automatically_derived]
        impl #impl_generics _odata::write::WriteVariant for #ident #ty_generics #clause {
            #[allow(unused_variables)]
            fn write<__S: _odata::serde::Serializer>(&self, declared: &str, serializer: __S) -> ::core::result::Result<__S::Ok, __S::Error> {
                match self {
                    #(#arms,)*
                    #other
                }
            }
        }
        #[automatically_derived]
        impl #impl_generics _odata::serde::Serialize for #ident #ty_generics #clause {
            fn serialize<__S: _odata::serde::Serializer>(&self, serializer: __S) -> ::core::result::Result<__S::Ok, __S::Error> {
                _odata::write::WriteVariant::write::<__S>(self, <#base as _odata::ODataType>::NAME, serializer)
            }
        }
    }
}

/// The variant's value, out of its box, from a reference `value` to its field.
fn inner(variant: &Variant<'_>) -> TokenStream {
    if variant.boxed {
        quote!(&**value)
    } else {
        quote!(value)
    }
}

fn validate(model: &Hierarchy<'_>) -> TokenStream {
    let ident = model.ident;
    let generics = bounded(model.generics, Bounds::Validate);
    let (impl_generics, _, clause) = generics.split_for_impl();
    let (_, ty_generics, _) = model.generics.split_for_impl();
    let arms = model.variants.iter().map(|variant| {
        let (name, inner) = (variant.ident, inner(variant));
        quote!(Self::#name(value) => _odata::Validate::check(#inner, at, violations))
    });
    let other = model
        .other
        .map(|Other { ident, .. }| quote!(Self::#ident(_) => {}));
    quote! {
        #[automatically_derived]
        impl #impl_generics _odata::Validate for #ident #ty_generics #clause {
            #[allow(unused_variables)]
            fn check(&self, at: &_odata::validate::Path<'_>, violations: &mut _odata::validate::Violations) {
                match self {
                    #(#arms,)*
                    #other
                }
            }
        }
    }
}
