//! From the model to tokens, an impl a file. Logic stays in the runtime.

mod codec;
mod describe;
mod enumeration;
mod hierarchy;
mod inherit;
mod lookup;
mod patch;
mod read;
#[cfg(test)]
mod snapshots;
mod validate;
mod write;

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{Data, DeriveInput, Path};

use crate::{
    check,
    errors::Errors,
    model::{Resource, enumeration::Enumeration, hierarchy::Hierarchy, refuse_union},
};

/// `#[derive(ODataResource)]`.
pub(crate) fn resource_or_hierarchy(input: &DeriveInput) -> TokenStream {
    let mut errors = Errors::new();
    let (krate, items, patch) = match &input.data {
        Data::Struct(data) => {
            let model = Resource::read(input, data, &mut errors);
            check::resource(&model, &mut errors);
            if errors.is_empty() {
                let patch = model
                    .patch
                    .and_then(|span| patch::expand(&model, input, span, &mut errors));
                (model.krate.clone(), resource(&model), patch)
            } else {
                (model.krate.clone(), resource_fallback(&model), None)
            }
        }
        Data::Enum(data) => {
            let model = Hierarchy::read(input, data, &mut errors);
            check::hierarchy(&model, &mut errors);
            let items = if errors.is_empty() {
                hierarchy::expand(&model)
            } else {
                hierarchy::fallback(&model)
            };
            (model.krate, items, None)
        }
        Data::Union(_) => {
            refuse_union(input, &mut errors);
            return errors.into_tokens();
        }
    };
    let errors = errors.into_tokens();
    let items = in_scope(&krate, items);
    quote!(#items #patch #errors)
}

/// `#[derive(ODataEnum)]`.
pub(crate) fn enumeration(input: &DeriveInput) -> TokenStream {
    let mut errors = Errors::new();
    let model = Enumeration::read(input, &mut errors);
    check::enumeration(&model, &mut errors);
    let items = if errors.is_empty() {
        enumeration::expand(&model)
    } else {
        enumeration::fallback(&model)
    };
    let errors = errors.into_tokens();
    let items = in_scope(&model.krate, items);
    quote!(#items #errors)
}

/// Where an error of the generated code is shown. Names in it are looked up as in all generated code: a struct that a macro wrote has
/// spans in which the expansion's own variables would not be found.
fn at(span: Span) -> Span {
    Span::call_site().located_at(span)
}

/// Items in a scope of their own, where the runtime is `_odata` whatever the user calls it.
fn in_scope(krate: &Path, items: TokenStream) -> TokenStream {
    quote! {
        #[doc(hidden)]
        #[allow(clippy::all, clippy::pedantic, non_upper_case_globals, unused_qualifications, deprecated)]
        const _: () = {
            use #krate::__private as _odata;
            #items
        };
    }
}

fn resource(model: &Resource<'_>) -> TokenStream {
    let describe = describe::expand(model);
    let read = read::expand(model);
    let write = write::expand(model);
    let validate = validate::expand(model);
    let inherit = inherit::expand(model);
    // Last, because they are the value of the scope's constant.
    let checks = describe::checks(model);
    quote!(#describe #read #write #validate #inherit #checks)
}

/// Impls that only keep other errors away: after a mistake, whoever uses the type should not be told that it is no resource.
fn resource_fallback(model: &Resource<'_>) -> TokenStream {
    let describe = describe::fallback(model);
    let read = read::fallback(model);
    let write = write::fallback(model);
    let validate = validate::fallback(model);
    let inherit = inherit::expand(model);
    quote!(#describe #read #write #validate #inherit)
}
