//! Expands the model to tokens, with one file for each impl. The logic is in the runtime.

mod assertions;
mod bags;
mod base;
mod codec;
mod definition;
mod describe;
mod enumeration;
mod fallback;
mod hierarchy;
mod impls;
mod index;
mod patch;
mod read;
mod repeated;
#[cfg(test)]
mod snapshots;
mod validate;
mod write;

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput};

use crate::{
    check,
    errors::Errors,
    model::{
        Resource, enumeration::Enumeration, hierarchy::Hierarchy, is_itself, is_unsized,
        reject_union,
    },
};

/// Expands `#[derive(ODataResource)]`.
pub(crate) fn resource_or_hierarchy(input: &DeriveInput) -> TokenStream {
    let mut errors = Errors::default();
    let (items, patch) = match &input.data {
        Data::Struct(data) => {
            let mut model = Resource::parse(input, data, &mut errors);
            check::resource(&model, &mut errors);
            // Every impl of a type that contains itself, or has no size, would be an error.
            let is_endless = model
                .base()
                .is_some_and(|it| is_itself(it.ty, model.item.ident));
            if is_endless || model.fields.iter().any(|it| is_unsized(it.ty)) {
                return errors.into_tokens();
            }
            if errors.is_empty() {
                let patch = model
                    .patch
                    .and_then(|span| patch::expand(&model, input, span, &mut errors));
                (impls::scoped(&model.item, resource(&model)), patch)
            } else {
                let items = fallback::resource(&model);
                // Bounds that are too weak have been reported; in the patch type, each would be another error.
                model.item.bound = None;
                let patch = model.patch.and_then(|_| patch::fallback(&model, input));
                (impls::scoped(&model.item, items), patch)
            }
        }
        Data::Enum(data) => {
            let model = Hierarchy::parse(input, data, &mut errors);
            check::hierarchy(&model, &mut errors);
            let items = match &model.base {
                Some(base) if errors.is_empty() => hierarchy::expand(&model, base),
                _ if model.is_enumeration => fallback::of_another_derive(&model.item),
                _ => fallback::hierarchy(&model),
            };
            (impls::scoped(&model.item, items), None)
        }
        Data::Union(_) => {
            reject_union(input, &mut errors);
            return errors.into_tokens();
        }
    };
    let errors = errors.into_tokens();
    quote!(#items #patch #errors)
}

/// Expands `#[derive(ODataEnum)]`.
pub(crate) fn enumeration(input: &DeriveInput) -> TokenStream {
    let mut errors = Errors::default();
    let model = Enumeration::parse(input, &mut errors);
    check::enumeration(&model, &mut errors);
    let items = if errors.is_empty() {
        enumeration::expand(&model)
    } else if model.is_of_another_derive {
        fallback::of_another_derive(&model.item)
    } else {
        fallback::enumeration(&model)
    };
    let items = impls::scoped(&model.item, items);
    let errors = errors.into_tokens();
    quote!(#items #errors)
}

fn resource(model: &Resource<'_>) -> TokenStream {
    let describe = describe::expand(model);
    let read = read::expand(model);
    let write = write::expand(model);
    let validate = validate::expand(model);
    let base = base::expand(model);
    let alias = base::Base::alias(model);
    // Last, because they are the value of the scope's constant.
    let assertions = assertions::expand(model);
    quote!(#alias #describe #read #write #validate #base #assertions)
}
