//! What is filled while a resource is read, and how it becomes the whole.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::{Generics, spanned::Spanned};

use super::has_placeholder;
use crate::{
    expand::at,
    model::{Resource, Role},
};

/// What is filled while reading, and how it becomes the whole.
pub(super) struct Building {
    /// The struct of parts, where one may be needed.
    pub(super) definition: TokenStream,
    pub(super) way: TokenStream,
    pub(super) parts: TokenStream,
    pub(super) whole: TokenStream,
}

impl Building {
    pub(super) fn of(model: &Resource<'_>, generics: &Generics) -> Building {
        let in_place = model.fields.iter().all(has_placeholder);
        let way = match (in_place, model.base()) {
            (true, None) => {
                return Building {
                    definition: TokenStream::new(),
                    way: quote!(_odata::read::InPlace),
                    parts: quote!(()),
                    whole: TokenStream::new(),
                };
            }
            (true, Some(base)) => {
                let ty = base.ty;
                quote_spanned!(at(ty.span())=> _odata::read::WayOf<'__de, #ty>)
            }
            (false, _) => quote!(_odata::read::InParts),
        };
        let (definition, parts) = parts(model, generics);
        Building {
            whole: whole(model, &parts),
            definition,
            way,
            parts,
        }
    }
}

/// The struct of parts and its type. Only with a base does it need `'__de`, which says what the base's parts are.
fn parts(model: &Resource<'_>, generics: &Generics) -> (TokenStream, TokenStream) {
    let generics = if model.base().is_some() {
        generics
    } else {
        model.generics
    };
    let (_, ty_generics, clause) = generics.split_for_impl();
    let params = &generics.params;
    let fields = model.fields.iter().map(|field| {
        let (ident, ty) = (field.ident, field.ty);
        match &field.role {
            Role::Base => quote_spanned!(at(ty.span())=> #ident: _odata::read::Partial<'__de, #ty>),
            _ if !has_placeholder(field) => quote!(#ident: ::core::option::Option<#ty>),
            _ => quote!(#ident: #ty),
        }
    });
    (
        quote!(#[allow(missing_docs, missing_debug_implementations, unreachable_pub)] pub struct __Parts<#params> #clause { #(#fields,)* }),
        quote!(__Parts #ty_generics),
    )
}

/// The whole from `parts`.
fn whole(model: &Resource<'_>, parts: &TokenStream) -> TokenStream {
    let fields = model.fields.iter().map(|field| {
        let (ident, ty) = (field.ident, field.ty);
        match &field.role {
            Role::Base => {
                quote_spanned!(at(ty.span())=> #ident: _odata::read::whole::<#ty>(parts.#ident)?)
            }
            _ if !has_placeholder(field) => quote!(#ident: parts.#ident?),
            _ => quote!(#ident: parts.#ident),
        }
    });
    quote! {
        #[inline]
        fn whole(parts: #parts) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(Self { #(#fields,)* })
        }
    }
}
