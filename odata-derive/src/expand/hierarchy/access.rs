//! Access to the value in a hierarchy: conversions, methods, and the base that all variants have.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::Type;

use super::{Access, Hierarchy, OtherVariant, Variant, access_to, inner};
use crate::model::{Bounds, is_parameter};

/// Returns `From` and `TryFrom` for each variant's type, `as_x`, `as_x_mut`, `into_x` and `is_x` for each variant, and `type_name`.
pub(in crate::expand) fn conversions(model: &Hierarchy<'_>) -> TokenStream {
    let item = &model.item;
    let from = |name: &Ident, ty: TokenStream, value: TokenStream| {
        item.implement(
            Bounds::None,
            quote!(::core::convert::From<#ty>),
            quote! {
                fn from(value: #ty) -> Self {
                    Self::#name(#value)
                }
            },
        )
    };
    let try_from = |variant: &Variant<'_>| {
        let (ty, this) = (variant.ty, item.ty());
        let [_, _, into_name, _] = variant.methods();
        // For a type parameter alone, the impl would be for any type.
        (!is_parameter(ty, item.generics)).then(|| {
            item.implement_for(
                Bounds::None,
                quote!(::core::convert::TryFrom<#this> for #ty),
                quote! {
                    type Error = #this;
                    #[inline]
                    fn try_from(value: #this) -> _odata::Result<Self, #this> {
                        value.#into_name()
                    }
                },
            )
        })
    };
    let (mut impls, mut methods) = (TokenStream::new(), TokenStream::new());
    let with_access = model.variants.iter().filter(|_| model.has_accessors);
    for variant in with_access {
        let (name, ty) = (variant.ident, variant.ty);
        impls.extend(try_from(variant));
        if variant.is_boxed {
            impls.extend(from(name, quote!(#ty), quote!(_odata::Box::new(value))));
            impls.extend(from(name, quote!(_odata::Box<#ty>), quote!(value)));
            methods.extend(access_methods(
                variant,
                [quote!(&**value), quote!(&mut **value), quote!(*value)],
            ));
        } else {
            impls.extend(from(name, quote!(#ty), quote!(value)));
            methods.extend(access_methods(variant, [(); 3].map(|()| quote!(value))));
        }
    }
    let methods = (!methods.is_empty()).then(|| {
        let methods = item.inherent(Bounds::None, methods);
        // The last pattern of a method is not reachable in an enum with one variant.
        quote!(#[allow(unreachable_patterns)] #methods)
    });
    let type_name = item.inherent(
        Bounds::Write,
        quote! {
            /// Returns the qualified name of the value's type; `None` if the value has none.
            pub fn type_name(&self) -> _odata::Option<&str> {
                _ser::WriteVariant::type_name(self)
            }
        },
    );
    quote!(#impls #methods #[allow(dead_code)] #type_name)
}

/// Returns the methods of a variant. The expressions take its value out of its box, by reference, by mutable reference and by value.
fn access_methods(
    variant: &Variant<'_>,
    [by_ref, by_mut, by_value]: [TokenStream; 3],
) -> TokenStream {
    let (name, ty) = (variant.ident, variant.ty);
    let [as_name, as_name_mut, into_name, is_name] = variant.methods();
    let is_doc = format!(" Whether it is the variant [`{name}`](Self::{name}).");
    let doc = format!(" Returns the value of the variant [`{name}`](Self::{name}).");
    quote! {
        #[doc = #doc]
        #[inline]
        pub fn #as_name(&self) -> _odata::Option<&#ty> {
            match self {
                Self::#name(value) => _odata::Some(#by_ref),
                _ => _odata::None,
            }
        }
        #[doc = #doc]
        #[inline]
        pub fn #as_name_mut(&mut self) -> _odata::Option<&mut #ty> {
            match self {
                Self::#name(value) => _odata::Some(#by_mut),
                _ => _odata::None,
            }
        }
        #[doc = #doc]
        ///
        /// # Errors
        /// If `self` is another variant, returns it unchanged.
        #[inline]
        pub fn #into_name(self) -> _odata::Result<#ty, Self> {
            match self {
                Self::#name(value) => _odata::Ok(#by_value),
                other => _odata::Err(other),
            }
        }
        #[doc = #is_doc]
        #[inline]
        pub fn #is_name(&self) -> bool {
            match self {
                Self::#name(_) => true,
                _ => false,
            }
        }
    }
}

/// Returns `base` and `base_mut`. The base is found by its `TypeId`, which only types without lifetimes have. The model of an enum with
/// errors may lack variants.
pub(in crate::expand) fn base_part(
    model: &Hierarchy<'_>,
    base: &Type,
    has_errors: bool,
) -> TokenStream {
    let item = &model.item;
    if !item.generics.params.is_empty() {
        return TokenStream::new();
    }
    let arms = model.variants.iter().map(|variant| {
        let (name, inner) = (variant.ident, inner(variant));
        let inner_mut = if variant.is_boxed {
            quote!(&mut **value)
        } else {
            quote!(value)
        };
        let access = access_to(model, variant.ty, Access::Base);
        (
            quote!(Self::#name(value) => #access::part(#inner, id)),
            quote!(Self::#name(value) => #access::part_mut(#inner_mut, id)),
        )
    });
    let (arms, arms_mut): (Vec<_>, Vec<_>) = arms.unzip();
    let other = match model.other {
        _ if has_errors => Some(quote!(
            #[allow(unreachable_patterns)]
            _
        )),
        Some(OtherVariant { ident, .. }) => Some(quote!(Self::#ident(_))),
        None => None,
    };
    let other = other.map(|pattern| quote!(#pattern => _odata::None,));
    let parts = item.implement(
        Bounds::None,
        quote!(_ser::BaseAccess),
        quote! {
            #[inline]
            fn part(&self, id: ::core::any::TypeId) -> _odata::Option<&dyn ::core::any::Any> {
                match self {
                    #(#arms,)*
                    #other
                }
            }
            #[inline]
            fn part_mut(&mut self, id: ::core::any::TypeId) -> _odata::Option<&mut dyn ::core::any::Any> {
                match self {
                    #(#arms_mut,)*
                    #other
                }
            }
        },
    );
    let doc = " Returns the base of the value; `None` if the value's type is unknown.";
    let methods = item.inherent(
        Bounds::None,
        quote! {
            #[doc = #doc]
            #[inline]
            pub fn base(&self) -> _odata::Option<&#base> {
                _ser::BaseAccess::part(self, ::core::any::TypeId::of::<#base>())?.downcast_ref()
            }
            #[doc = #doc]
            #[inline]
            pub fn base_mut(&mut self) -> _odata::Option<&mut #base> {
                _ser::BaseAccess::part_mut(self, ::core::any::TypeId::of::<#base>())?.downcast_mut()
            }
        },
    );
    quote!(#parts #methods)
}
