//! The value that reading fills: the resource itself, or a struct of its parts, from which the resource is built.

use proc_macro2::TokenStream;
use quote::quote;

use crate::{
    expand::base::Base,
    model::{Bounds, NonProperty, Resource, Role, bounded},
};

/// The generated type that holds the properties while a resource is read, and the code that builds the resource from it.
pub(super) struct Parts {
    /// The struct of parts, if one may be needed.
    pub(super) definition: TokenStream,
    /// The runtime's type for the strategy: filled in place, in parts, or like the base.
    pub(super) strategy: TokenStream,
    /// The type of the struct of parts.
    pub(super) ty: TokenStream,
    /// The function that builds the resource.
    pub(super) build: TokenStream,
}

impl Parts {
    pub(super) fn of(model: &Resource<'_>) -> Parts {
        let base = Base::of(model);
        let in_place = || Parts {
            definition: TokenStream::new(),
            strategy: quote!(_de::InPlace),
            ty: quote!(()),
            build: TokenStream::new(),
        };
        if model.item.default.is_some() {
            return in_place();
        }
        let strategy = match (model.has_initial_values(), Base::strategy(model)) {
            (true, None) => return in_place(),
            (true, Some(of_base)) => of_base,
            (false, _) => quote!(_de::FromParts),
        };
        // The parts of a base depend on the lifetime of the input.
        let bounds = if model.base().is_some() {
            Bounds::Read
        } else {
            Bounds::None
        };
        let generics = bounded(&model.item, bounds);
        let (_, ty_generics, clause) = generics.split_for_impl();
        let params = &generics.params;
        // Taken out of the parts first, as a whole: then one drop is enough for all that an early return leaves.
        let mut take_base = None;
        let (mut types, mut values) = (Vec::new(), Vec::new());
        for field in &model.fields {
            let (ident, ty) = (field.ident, field.ty);
            let (part, value) = match &field.role {
                Role::NonProperty(NonProperty::Base) => {
                    let resolver = base.as_ref().map(|it| &it.resolver);
                    let ty = base.as_ref().map(|it| &it.ty);
                    take_base = Some(quote! {
                        let _odata::Some(base) = _de::take_base::<#resolver>(&mut parts.#ident) else {
                            return _odata::None;
                        };
                    });
                    (quote!(_de::Builder<'__de, #ty>), quote!(base))
                }
                _ if field.has_initial_value() => (quote!(#ty), quote!(parts.#ident)),
                _ => (quote!(_odata::Option<#ty>), quote!(parts.#ident?)),
            };
            types.push(quote!(#ident: #part));
            values.push(quote!(#ident: #value));
        }
        let binding = take_base.as_ref().map(|_| quote!(mut));
        Parts {
            definition: quote! {
                #[allow(missing_docs, missing_debug_implementations, unreachable_pub)]
                pub struct __Parts<#params> #clause { #(#types,)* }
            },
            strategy,
            build: quote! {
                #[inline]
                fn build(#binding parts: __Parts #ty_generics) -> _odata::Option<Self> {
                    #take_base
                    _odata::Some(Self { #(#values,)* })
                }
            },
            ty: quote!(__Parts #ty_generics),
        }
    }
}
