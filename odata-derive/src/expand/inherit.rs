//! The base, from the derived type: `AsRef` and `AsMut` always, `Deref` where it is wished for.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::Resource;

pub(crate) fn expand(model: &Resource<'_>) -> TokenStream {
    let Some(base) = model.base() else {
        return TokenStream::new();
    };
    let (ident, field, base) = (model.ident, base.ident, base.ty);
    let (impl_generics, ty_generics, clause) = model.generics.split_for_impl();
    let deref = model.deref.map(|_| {
        quote! {
            #[automatically_derived]
            impl #impl_generics ::core::ops::Deref for #ident #ty_generics #clause {
                type Target = #base;
                #[inline]
                fn deref(&self) -> &#base {
                    &self.#field
                }
            }
            #[automatically_derived]
            impl #impl_generics ::core::ops::DerefMut for #ident #ty_generics #clause {
                #[inline]
                fn deref_mut(&mut self) -> &mut #base {
                    &mut self.#field
                }
            }
        }
    });
    quote! {
        #[automatically_derived]
        impl #impl_generics ::core::convert::AsRef<#base> for #ident #ty_generics #clause {
            #[inline]
            fn as_ref(&self) -> &#base {
                &self.#field
            }
        }
        #[automatically_derived]
        impl #impl_generics ::core::convert::AsMut<#base> for #ident #ty_generics #clause {
            #[inline]
            fn as_mut(&mut self) -> &mut #base {
                &mut self.#field
            }
        }
        #deref
    }
}
