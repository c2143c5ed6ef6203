//! Access to the base: `AsRef` and `AsMut`, and with `deref` also `Deref` and `DerefMut`.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::{GenericParam, Type, spanned::Spanned};

use super::impls::span_of;
use crate::model::{Bounds, Resource, bounded, compact, mentions_one, stand_ins};

/// The base as the runtime resolves it: its type, or an empty one if it is not a resource, which is reported once.
#[derive(Clone)]
pub(super) struct Base {
    /// The runtime's `BaseOf`, which has the functions.
    pub(super) resolver: TokenStream,
    /// The type.
    pub(super) ty: TokenStream,
}

impl Base {
    pub(super) fn of(model: &Resource<'_>) -> Option<Base> {
        let ty = model.base()?.ty;
        if is_resolved(model) {
            let generics = arguments(model, ty);
            Some(Base {
                resolver: quote!(__Base #generics),
                ty: quote!(_base::Resolved<__Base #generics>),
            })
        } else {
            Some(Base {
                resolver: quote!(_base::BaseOf<#ty, { _base::base_form::OPEN }>),
                ty: ty.to_token_stream(),
            })
        }
    }

    /// Returns the runtime's type for the strategy with which the base is filled.
    pub(super) fn strategy(model: &Resource<'_>) -> Option<TokenStream> {
        let Base { resolver, ty } = Base::of(model)?;
        Some(if is_resolved(model) {
            quote!(<#resolver as _de::BaseStrategy>::Strategy)
        } else {
            quote!(_de::StrategyOf<'__de, #ty>)
        })
    }

    /// Returns the resolver, if the scope of the impls has an alias of it.
    pub(super) fn alias_name(model: &Resource<'_>) -> Option<TokenStream> {
        let base = Base::of(model).filter(|_| is_resolved(model))?;
        Some(base.resolver)
    }

    /// Returns the alias that the resolved base has in the scope of the impls.
    pub(super) fn alias(model: &Resource<'_>) -> Option<TokenStream> {
        let ty = model.base().filter(|_| is_resolved(model))?.ty;
        let parameters: Vec<_> = parameters(model, ty)
            .map(|it| match it {
                GenericParam::Lifetime(it) => it.lifetime.to_token_stream(),
                GenericParam::Type(it) => it.ident.to_token_stream(),
                GenericParam::Const(it) => {
                    let (ident, ty) = (&it.ident, &it.ty);
                    quote!(const #ident: #ty)
                }
            })
            .collect();
        let generics = (!parameters.is_empty()).then(|| quote!(<#(#parameters),*>));
        // Whether it is a resource does not depend on the arguments.
        let stand_ins = model
            .has_parameters()
            .then(|| stand_ins(&model.item))
            .flatten();
        let with_static = with_static_lifetimes(ty.to_token_stream());
        Some(quote! {
            type __Base #generics = _base::BaseOf<#ty, {
                #stand_ins
                _base::IsResource::<#with_static>::FORM
            }>;
        })
    }

    /// Returns an expression whose evaluation is the error about a base that is not a resource.
    pub(super) fn assertion(model: &Resource<'_>) -> Option<TokenStream> {
        let ty = model.base().filter(|_| is_resolved(model))?.ty;
        let span = ty.span();
        let text = compact(ty);
        let stand_ins = (model.has_parameters())
            .then(|| stand_ins(&model.item))
            .flatten();
        let with_static = with_static_lifetimes(ty.to_token_stream());
        let is_base = quote_spanned! {span_of(ty)=>
            _assert::assert_base(_base::IsResource::<#with_static>::KIND, #text);
        };
        if model.has_parameters() {
            let generics = bounded(&model.item, Bounds::Type);
            let (impl_generics, _, clause) = generics.split_for_impl();
            let check = quote_spanned!(span=> let _ = <#ty as _base::BaseResource>::TYPE;);
            return Some(quote! {
                #[allow(dead_code, unused_lifetimes, clippy::extra_unused_lifetimes)]
                fn __base #impl_generics () #clause { #check }
                {
                    #stand_ins
                    #is_base
                }
            });
        }
        let check = quote_spanned!(span=> let _ = <#with_static as _base::BaseResource>::TYPE;);
        Some(quote!(#check #is_base))
    }
}

/// Returns the parameters of the alias: those that the base mentions, because an alias cannot have unused ones.
fn parameters<'a>(
    model: &Resource<'a>,
    base: &'a Type,
) -> impl Iterator<Item = &'a GenericParam> + use<'a> {
    let parameters = model.item.generics.params.iter();
    parameters.filter(move |it| mentions_one(base, it))
}

/// Returns the arguments of the alias.
fn arguments(model: &Resource<'_>, base: &Type) -> Option<TokenStream> {
    let arguments: Vec<_> = parameters(model, base)
        .map(|it| match it {
            GenericParam::Lifetime(it) => it.lifetime.to_token_stream(),
            GenericParam::Type(it) => it.ident.to_token_stream(),
            GenericParam::Const(it) => it.ident.to_token_stream(),
        })
        .collect();
    (!arguments.is_empty()).then(|| quote!(<#(#arguments),*>))
}

/// Returns whether the base can be checked before the type is used: not if a parameter has bounds that stand-ins may not meet. The base of
/// a patch is a patch type.
fn is_resolved(model: &Resource<'_>) -> bool {
    !model.is_patch && stand_ins(&model.item).is_some()
}

/// Returns the type with `'static` for each lifetime: a constant cannot use the item's own.
pub(super) fn with_static_lifetimes(tokens: TokenStream) -> TokenStream {
    let mut is_lifetime = false;
    tokens
        .into_iter()
        .map(|token| match token {
            TokenTree::Punct(punct) => {
                is_lifetime = punct.as_char() == '\'';
                TokenTree::Punct(punct)
            }
            TokenTree::Ident(ident) if is_lifetime => {
                is_lifetime = false;
                TokenTree::Ident(Ident::new("static", ident.span()))
            }
            TokenTree::Group(group) => {
                let inner = with_static_lifetimes(group.stream());
                let mut replaced = Group::new(group.delimiter(), inner);
                replaced.set_span(group.span());
                TokenTree::Group(replaced)
            }
            other => other,
        })
        .collect()
}

pub(super) fn expand(model: &Resource<'_>) -> TokenStream {
    let Some(base) = model.base() else {
        return TokenStream::new();
    };
    let (field, base, field_span) = (base.ident, base.ty, base.span);
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
    // A base that is more private than the type is reported at this item.
    let target = quote_spanned!(field_span=> type Target = #base;);
    let deref = implement(
        quote!(::core::ops::Deref),
        quote! {
            #target
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
