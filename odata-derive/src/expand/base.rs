//! Access to the base: `AsRef` and `AsMut`, and with `deref` also `Deref` and `DerefMut`.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Bounds, Resource};

pub(super) fn expand(model: &Resource<'_>) -> TokenStream {
    let Some(base) = model.base() else {
        return TokenStream::new();
    };
    let (field, base) = (base.ident, base.ty);
    let implement = |trait_path, body| model.item.implement(Bounds::None, trait_path, body);
    let as_ref = implement(
        quote!(::core::convert::AsRef<#base>),
        quote! {
            #[inline]
            fn as_ref(&self) -> &#base {
                &self.#field
            }
        },
    );
    let as_mut = implement(
        quote!(::core::convert::AsMut<#base>),
        quote! {
            #[inline]
            fn as_mut(&mut self) -> &mut #base {
                &mut self.#field
            }
        },
    );
    if model.deref.is_none() {
        return quote!(#as_ref #as_mut);
    }
    let deref = implement(
        quote!(::core::ops::Deref),
        quote! {
            type Target = #base;
            #[inline]
            fn deref(&self) -> &#base {
                &self.#field
            }
        },
    );
    let deref_mut = implement(
        quote!(::core::ops::DerefMut),
        quote! {
            #[inline]
            fn deref_mut(&mut self) -> &mut #base {
                &mut self.#field
            }
        },
    );
    quote!(#as_ref #as_mut #deref #deref_mut)
}
