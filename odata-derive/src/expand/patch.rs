//! The patch type of a resource (`patch`): a resource whose properties may all be absent, and the methods that create and apply it.

mod codec;
mod definition;
mod field;
mod marker;
mod patched_type;

use std::collections::HashSet;

use definition::{definition, export, name, parsed, patch_model};
use field::PatchField;
use marker::marker;
use patched_type::PatchedType;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::DeriveInput;

use super::{base, describe, fallback, impls::scoped, read, validate, write};
use crate::{
    errors::Errors,
    model::{Bounds, Field, Item, Resource, bounded},
};

/// Returns the patch type, which is in the module of the resource, and its impls.
pub(super) fn expand(
    model: &Resource<'_>,
    input: &DeriveInput,
    span: Span,
    errors: &mut Errors,
) -> Option<TokenStream> {
    let patched = PatchedType::of(model);
    let marker = marker(model, &patched);
    let marker = marker.as_ref().map(|(ident, ty)| Field::marker(ident, ty));
    let fields: Vec<PatchField<'_>> = model
        .fields
        .iter()
        .filter_map(|field| PatchField::of(field, &patched))
        .chain(marker.as_ref().map(PatchField::marker))
        .collect();
    let definition = definition(model, input, &fields, &patched, false);
    let parsed = errors.ok(parsed(model, input, &fields, &patched))?;
    let patch = patch_model(model, &parsed, &fields, &patched)?;

    let describe = describe::of_patch(&patch, model.item.ident);
    let read = read::expand(&patch);
    let write = write::expand(&patch);
    let validate = validate::expand(&patch);
    let base = base::expand(&patch);
    let members: Vec<&Ident> = fields.iter().map(|it| it.field.ident).collect();
    let own = patch_impls(model, &patch.item, &members, &fields, span);
    let std = std_impls(&patch.item, &patched, &fields);
    let assertions: Vec<TokenStream> = fields
        .iter()
        .filter_map(|it| it.assertion(&patched))
        .collect();
    let assertions = (!assertions.is_empty()).then(|| {
        if !model.has_parameters() {
            return quote!(const _: () = { #(#assertions)* };);
        }
        let generics = bounded(&model.item, Bounds::Patch);
        let (impl_generics, _, clause) = generics.split_for_impl();
        quote! {
            #[allow(dead_code)]
            fn __patched #impl_generics () #clause { #(#assertions)* }
        }
    });
    let resource = resource_impls(&model.item, patch.item.ident, &fields);
    let impls = scoped(
        &model.item,
        quote!(#describe #read #write #validate #base #own #std #resource #assertions),
    );
    let export = export(model, input);
    Some(quote!(#definition #export #impls))
}

/// Returns the patch type of a resource with errors: with the fields, so that its uses cause no errors of their own, but without effect.
pub(super) fn fallback(model: &Resource<'_>, input: &DeriveInput) -> Option<TokenStream> {
    let patched = PatchedType::of(model);
    let marker = marker(model, &patched);
    let marker = marker.as_ref().map(|(ident, ty)| Field::marker(ident, ty));
    let mut names = HashSet::new();
    let fields: Vec<PatchField<'_>> = model
        .fields
        .iter()
        .filter(|it| names.insert(it.ident.to_string()))
        .filter_map(|field| PatchField::of(field, &patched))
        .chain(marker.as_ref().map(PatchField::marker))
        .collect();
    let definition = definition(model, input, &fields, &patched, false);
    let parsed = parsed(model, input, &fields, &patched).ok()?;
    let patch = patch_model(model, &parsed, &fields, &patched)?;
    let items = fallback::resource(&patch);
    let no_fields: [PatchField<'_>; 0] = [];
    let members = fields.iter().map(|it| it.field.ident).collect::<Vec<_>>();
    let own = patch_impls(model, &patch.item, &members, &no_fields, Span::call_site());
    let std = std_impls(&patch.item, &patched, &fields);
    let resource = resource_impls(&model.item, patch.item.ident, &no_fields);
    let impls = scoped(&model.item, quote!(#items #own #std #resource));
    let export = export(model, input);
    Some(quote!(#definition #export #impls))
}

/// Returns the methods of the patch type, and the impls of the standard library's traits.
fn patch_impls(
    resource: &Resource<'_>,
    patch: &Item<'_>,
    members: &[&Ident],
    fields: &[PatchField<'_>],
    span: Span,
) -> TokenStream {
    let (target, name) = (resource.item.ty(), name(resource).to_string());
    // Without fields, for a resource with errors, there is no difference.
    let differences = fields.iter().map(|it| {
        let (member, difference) = (it.field.ident, it.diff());
        quote!(#member: #difference,)
    });
    let rest = fields
        .is_empty()
        .then(|| quote!(.._odata::Default::default()));
    let empty_checks = fields.iter().filter_map(PatchField::is_empty);
    let apply = quote_spanned!(span=> _patch::apply_to(target, self));
    let default = patch.implement(
        Bounds::None,
        quote!(_odata::Default),
        quote! {
            fn default() -> Self {
                Self { #(#members: _odata::Default::default(),)* }
            }
        },
    );
    let debug = patch.implement(
        Bounds::Write,
        quote!(::core::fmt::Debug),
        quote! {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                _patch::debug(self, #name, f)
            }
        },
    );
    let methods = patch.inherent(
        Bounds::Patch,
        quote! {
            /// Returns the change from `old` to `new`: empty if they are equal.
            #[must_use]
            pub fn diff(old: &#target, new: &#target) -> Self {
                Self { #(#differences)* #rest }
            }

            /// Returns whether the patch changes nothing.
            #[must_use]
            pub fn is_empty(&self) -> bool {
                true #(&& #empty_checks)*
            }

            /// Applies the patch.
            ///
            /// # Errors
            /// If it sets a complex value that was null and lacks a property that the value's type requires. The target is then
            /// unchanged.
            pub fn apply_to(self, target: &mut #target) -> _odata::Result<(), _odata::Error> {
                #apply
            }
        },
    );
    quote!(#default #debug #[allow(dead_code)] #methods)
}

/// Returns the impls of `Clone` and `PartialEq` of the patch type, through the codecs: a type that has neither is reported once.
fn std_impls(patch: &Item<'_>, patched: &PatchedType, fields: &[PatchField<'_>]) -> TokenStream {
    let members = fields.iter().map(|it| it.field.ident);
    let clones = fields.iter().map(|it| it.clone(patched));
    let clone = patch.implement(
        Bounds::Patch,
        quote!(::core::clone::Clone),
        quote! {
            fn clone(&self) -> Self {
                Self { #(#members: #clones,)* }
            }
        },
    );
    let comparisons = fields.iter().map(|it| it.is_equal(patched));
    let partial_eq = patch.implement(
        Bounds::Patch,
        quote!(::core::cmp::PartialEq),
        quote! {
            #[allow(unused_variables)]
            fn eq(&self, other: &Self) -> bool {
                true #(&& #comparisons)*
            }
        },
    );
    quote!(#clone #partial_eq)
}

/// Returns the impls of the resource: as a value that has a patch, and as a base of types that have one.
fn resource_impls(resource: &Item<'_>, patch: &Ident, fields: &[PatchField<'_>]) -> TokenStream {
    let (_, ty_generics, _) = resource.generics.split_for_impl();
    let members = fields.iter().map(|it| it.field.ident);
    let values = fields.iter().map(PatchField::create);
    let steps = fields.iter().map(PatchField::apply);
    let rest = fields
        .is_empty()
        .then(|| quote!(.._odata::Default::default()));
    let as_base = resource.implement(
        Bounds::Patch,
        quote!(_patch::PatchedBase),
        quote! {
            type Level = #patch #ty_generics;

            fn diff_level(old: &Self, new: &Self) -> Self::Level {
                #patch::diff(old, new)
            }

            fn is_level_empty(patch: &Self::Level) -> bool {
                patch.is_empty()
            }

            fn level_to_patch(&self) -> Self::Level {
                #patch { #(#members: #values,)* #rest }
            }

            #[allow(unused_variables)]
            fn apply_level(&mut self, patch: Self::Level) -> _odata::Result<(), _odata::Error> {
                #(#steps)*
                _odata::Ok(())
            }
        },
    );
    let as_value = resource.implement(
        Bounds::Patch,
        quote!(_odata::Patchable),
        quote! {
            type Patch = #patch #ty_generics;

            fn diff(old: &Self, new: &Self) -> _odata::Option<Self::Patch> {
                let patch = #patch::diff(old, new);
                if patch.is_empty() {
                    _odata::None
                } else {
                    _odata::Some(patch)
                }
            }

            fn to_patch(&self) -> Self::Patch {
                _patch::PatchedBase::level_to_patch(self)
            }

            fn apply(&mut self, patch: Self::Patch) -> _odata::Result<(), _odata::Error> {
                _patch::PatchedBase::apply_level(self, patch)
            }

            fn create(patch: Self::Patch) -> _odata::Result<Self, _odata::Error> {
                _patch::create(&patch)
            }
        },
    );
    quote!(#as_base #as_value)
}
