//! `WriteResource` and the one-line `Serialize` over it.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::{
    at, codec,
    read::{Bag, bags},
};
use crate::model::{Bounds, Resource, bounded};

pub(crate) fn expand(model: &Resource<'_>) -> TokenStream {
    let ident = model.ident;
    let generics = bounded(model.generics, Bounds::Write);
    let (impl_generics, _, clause) = generics.split_for_impl();
    let (_, ty_generics, _) = model.generics.split_for_impl();
    let level = match model.base() {
        Some(base) => {
            let ty = base.ty;
            quote_spanned!(at(ty.span())=> _odata::write::Below<#ty>)
        }
        None => quote!(_odata::write::Root),
    };
    let base_fields = model.base().map(|base| {
        let member = base.ident;
        quote_spanned!(at(base.ty.span())=> _odata::write::WriteResource::fields::<__M>(&self.#member, members))
    });
    let properties = model.properties().map(|(field, property)| {
        let (member, name) = (field.ident, &property.name);
        if property.shape.is_related() {
            return quote_spanned!(at(field.ty.span())=> _odata::write::related::<_, __M>(members, #name, &self.#member));
        }
        let codec = codec::of(model.generics, property);
        quote_spanned!(at(field.ty.span())=> _odata::write::property::<#codec, _, __M>(members, #name, &self.#member))
    });
    let fields = base_fields.into_iter().chain(properties);
    let bags = bags_of(model);
    let serialize = serialize(
        model,
        quote!(_odata::write::resource::<Self, __S>(self, serializer)),
    );
    quote! {
        #[automatically_derived]
        impl #impl_generics _odata::write::WriteResource for #ident #ty_generics #clause {
            type Level = #level;
            #[allow(unused_variables)]
            fn fields<__M: _odata::serde::ser::SerializeMap>(&self, members: &mut _odata::write::Members<__M>) {
                #(#fields;)*
            }
            #bags
        }
        #serialize
    }
}

/// A writer of nothing.
pub(crate) fn fallback(model: &Resource<'_>) -> TokenStream {
    let ident = model.ident;
    let generics = bounded(model.generics, Bounds::Write);
    let (impl_generics, _, clause) = generics.split_for_impl();
    let (_, ty_generics, _) = model.generics.split_for_impl();
    let serialize = serialize(model, quote!(_odata::write::nothing::<__S>(serializer)));
    quote! {
        #[automatically_derived]
        impl #impl_generics _odata::write::WriteResource for #ident #ty_generics #clause {
            type Level = _odata::write::Root;
            fn fields<__M: _odata::serde::ser::SerializeMap>(&self, _: &mut _odata::write::Members<__M>) {}
        }
        #serialize
    }
}

fn serialize(model: &Resource<'_>, body: TokenStream) -> TokenStream {
    let ident = model.ident;
    let generics = bounded(model.generics, Bounds::Write);
    let (impl_generics, _, clause) = generics.split_for_impl();
    let (_, ty_generics, _) = model.generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics _odata::serde::Serialize for #ident #ty_generics #clause {
            fn serialize<__S: _odata::serde::Serializer>(&self, serializer: __S) -> ::core::result::Result<__S::Ok, __S::Error> {
                #body
            }
        }
    }
}

/// The bags, where this level has one; otherwise they are the base's, which need not be said.
fn bags_of(model: &Resource<'_>) -> TokenStream {
    let own: Vec<TokenStream> = bags(model)
        .map(|bag| {
            let Bag { place, field, kept } = bag;
            let (member, ty) = (field.ident, field.ty);
            let bag = quote_spanned!(at(ty.span())=> <#ty as _odata::Keeps<#kept>>::as_bag(&self.#member));
            quote!(bags.#place = ::core::option::Option::Some(#bag);)
        })
        .collect();
    if own.is_empty() {
        return TokenStream::new();
    }
    let start = match model.base() {
        Some(base) => {
            let member = base.ident;
            quote!(_odata::write::WriteResource::bags(&self.#member))
        }
        None => quote!(_odata::write::Bags::NONE),
    };
    quote! {
        #[inline]
        fn bags(&self) -> _odata::write::Bags<'_> {
            let mut bags = #start;
            #(#own)*
            bags
        }
    }
}
