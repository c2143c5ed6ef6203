//! The base, from the derived type: `AsRef` and `AsMut` always, `Deref` where it is wished for.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Field, Resource};

pub(crate) fn expand(model: &Resource<'_>) -> TokenStream {
    let parts = parts(model, model.base());
    let access = access(model);
    quote!(#access #parts)
}

/// The same way to the base, of which nothing is asked.
pub(crate) fn fallback(model: &Resource<'_>) -> TokenStream {
    let parts = parts(model, None);
    let access = access(model);
    quote!(#access #parts)
}

fn access(model: &Resource<'_>) -> TokenStream {
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

/// The parts of a chain by type: a hierarchy's way to the base, however many levels are between. By `TypeId`, so not for types
/// that borrow.
fn parts(model: &Resource<'_>, base: Option<&Field<'_>>) -> TokenStream {
    if model.generics.lifetimes().next().is_some() {
        return TokenStream::new();
    }
    let ident = model.ident;
    let mut generics = model.generics.clone();
    for param in model.generics.type_params().map(|it| it.ident.clone()) {
        generics
            .make_where_clause()
            .predicates
            .push(syn::parse_quote!(#param: 'static));
    }
    let (impl_generics, ty_generics, clause) = generics.split_for_impl();
    let (part, part_mut) = match base {
        Some(base) => {
            let member = base.ident;
            (
                quote!(_odata::write::Parts::part(&self.#member, id)),
                quote!(_odata::write::Parts::part_mut(&mut self.#member, id)),
            )
        }
        None => (
            quote!(::core::option::Option::None),
            quote!(::core::option::Option::None),
        ),
    };
    quote! {
        #[automatically_derived]
        impl #impl_generics _odata::write::Parts for #ident #ty_generics #clause {
            #[inline]
            fn part(&self, id: ::core::any::TypeId) -> ::core::option::Option<&dyn ::core::any::Any> {
                if _odata::write::is::<Self>(id) {
                    return ::core::option::Option::Some(self);
                }
                #part
            }
            #[inline]
            fn part_mut(&mut self, id: ::core::any::TypeId) -> ::core::option::Option<&mut dyn ::core::any::Any> {
                if _odata::write::is::<Self>(id) {
                    return ::core::option::Option::Some(self);
                }
                #part_mut
            }
        }
    }
}
