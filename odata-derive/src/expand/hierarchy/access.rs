//! From a hierarchy to what it holds: conversions, methods, the base part.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::inner;
use crate::model::hierarchy::{Hierarchy, Other};

/// Conversions, and the base part of whichever it is.
pub(super) fn access(model: &Hierarchy<'_>) -> TokenStream {
    let conversions = conversions(model);
    let base_part = base_part(model);
    quote!(#conversions #base_part)
}

/// `From<Variant>`, `as_x`, `into_x`.
pub(super) fn conversions(model: &Hierarchy<'_>) -> TokenStream {
    let ident = model.ident;
    let (impl_generics, ty_generics, clause) = model.generics.split_for_impl();
    let from = model.variants.iter().map(|variant| {
        let (name, ty) = (variant.ident, variant.ty);
        let value = if variant.boxed { quote!(_odata::Box::new(value)) } else { quote!(value) };
        let boxed = variant.boxed.then(|| {
            quote! {
                #[automatically_derived]
                impl #impl_generics ::core::convert::From<_odata::Box<#ty>> for #ident #ty_generics #clause {
                    fn from(value: _odata::Box<#ty>) -> Self {
                        Self::#name(value)
                    }
                }
            }
        });
        quote! {
            #[automatically_derived]
            impl #impl_generics ::core::convert::From<#ty> for #ident #ty_generics #clause {
                fn from(value: #ty) -> Self {
                    Self::#name(#value)
                }
            }
            #boxed
        }
    });
    let methods = model.variants.iter().map(|variant| {
        let (name, ty, snake) = (variant.ident, variant.ty, snake(variant.ident));
        let (by_ref, by_mut, into) = (
            format_ident!("as_{snake}"),
            format_ident!("as_{snake}_mut"),
            format_ident!("into_{snake}"),
        );
        let (value, value_mut, owned) = if variant.boxed {
            (quote!(&**value), quote!(&mut **value), quote!(*value))
        } else {
            (quote!(value), quote!(value), quote!(value))
        };
        let doc = format!("The value, where it is a [`{name}`](Self::{name}).");
        let doc_into =
            format!("The value, where it is a [`{name}`](Self::{name}); itself otherwise.");
        quote! {
            #[doc = #doc]
            #[inline]
            pub fn #by_ref(&self) -> ::core::option::Option<&#ty> {
                #[allow(unreachable_patterns)]
                match self {
                    Self::#name(value) => ::core::option::Option::Some(#value),
                    _ => ::core::option::Option::None,
                }
            }
            #[doc = #doc]
            #[inline]
            pub fn #by_mut(&mut self) -> ::core::option::Option<&mut #ty> {
                #[allow(unreachable_patterns)]
                match self {
                    Self::#name(value) => ::core::option::Option::Some(#value_mut),
                    _ => ::core::option::Option::None,
                }
            }
            #[doc = #doc_into]
            ///
            /// # Errors
            /// The value itself, where it is another variant.
            #[inline]
            pub fn #into(self) -> ::core::result::Result<#ty, Self> {
                #[allow(unreachable_patterns)]
                match self {
                    Self::#name(value) => ::core::result::Result::Ok(#owned),
                    other => ::core::result::Result::Err(other),
                }
            }
        }
    });
    quote! {
        #(#from)*
        #[automatically_derived]
        impl #impl_generics #ident #ty_generics #clause {
            #(#methods)*
        }
    }
}

/// The base part, found by type, which takes types without lifetimes.
fn base_part(model: &Hierarchy<'_>) -> TokenStream {
    let (ident, base) = (model.ident, &model.base);
    if !model.generics.params.is_empty() {
        return TokenStream::new();
    }
    let arms = model.variants.iter().map(|variant| {
        let (name, inner) = (variant.ident, inner(variant));
        quote!(Self::#name(value) => _odata::write::Parts::part(#inner, id))
    });
    let arms_mut = model.variants.iter().map(|variant| {
        let (name, inner) = (
            variant.ident,
            if variant.boxed {
                quote!(&mut **value)
            } else {
                quote!(value)
            },
        );
        quote!(Self::#name(value) => _odata::write::Parts::part_mut(#inner, id))
    });
    let other: Vec<TokenStream> = model
        .other
        .iter()
        .map(|Other { ident, .. }| quote!(Self::#ident(_) => ::core::option::Option::None,))
        .collect();
    let doc = "The part that every type here has; `None` where the type is not known.";
    quote! {
        #[automatically_derived]
        impl _odata::write::Parts for #ident {
            #[inline]
            fn part(&self, id: ::core::any::TypeId) -> ::core::option::Option<&dyn ::core::any::Any> {
                match self {
                    #(#arms,)*
                    #(#other)*
                }
            }
            #[inline]
            fn part_mut(&mut self, id: ::core::any::TypeId) -> ::core::option::Option<&mut dyn ::core::any::Any> {
                match self {
                    #(#arms_mut,)*
                    #(#other)*
                }
            }
        }
        #[automatically_derived]
        impl #ident {
            #[doc = #doc]
            #[inline]
            pub fn base(&self) -> ::core::option::Option<&#base> {
                _odata::write::Parts::part(self, ::core::any::TypeId::of::<#base>())?.downcast_ref()
            }
            #[doc = #doc]
            #[inline]
            pub fn base_mut(&mut self) -> ::core::option::Option<&mut #base> {
                _odata::write::Parts::part_mut(self, ::core::any::TypeId::of::<#base>())?.downcast_mut()
            }
        }
    }
}

/// `GivenName` as `given_name`.
fn snake(ident: &Ident) -> String {
    let mut name = String::new();
    for c in ident.to_string().chars() {
        if c.is_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.extend(c.to_lowercase());
    }
    name
}
