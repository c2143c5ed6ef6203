//! The patch type of a resource (`patch`): a resource itself, whose properties may all be absent, and what makes and applies it.

mod definition;
mod kept;

use definition::{definition, patch_model};
use kept::{Change, Kept, Target};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::DeriveInput;

use super::{describe, in_scope, inherit, read, validate, write};
use crate::{
    errors::Errors,
    model::{Bounds, Resource, Role, bounded},
};

/// The patch type, which stands beside the resource, and its impls.
pub(crate) fn expand(
    model: &Resource<'_>,
    input: &DeriveInput,
    span: Span,
    errors: &mut Errors,
) -> Option<TokenStream> {
    let target = Target::of(model);
    let kept: Vec<Kept<'_>> = model
        .fields
        .iter()
        .filter_map(|field| Kept::of(field, &target))
        .collect();
    let item = definition(model, input, &kept);
    let parsed: DeriveInput = errors.keep(syn::parse2(item.clone()))?;
    let patch = patch_model(model, &parsed, &kept)?;

    let describe = describe::of_patch(&patch, model.ident);
    let read = read::expand(&patch);
    let write = write::expand(&patch);
    let validate = validate::expand(&patch);
    let inherit = inherit::expand(&patch);
    let own = own(model, patch.ident, &kept, span);
    let changes = changes(model, patch.ident, &kept);
    let impls = in_scope(
        &model.krate,
        quote!(#describe #read #write #validate #inherit #own #changes),
    );
    Some(quote!(#item #impls))
}

/// The patch type's own methods, and what every such type is.
fn own(model: &Resource<'_>, patch: &Ident, kept: &[Kept<'_>], span: Span) -> TokenStream {
    let target = model.ident;
    let (plain_impl, ty_generics, plain_clause) = model.generics.split_for_impl();
    let generics = bounded(model.generics, Bounds::Patch);
    let (impl_generics, _, clause) = generics.split_for_impl();
    let write = bounded(model.generics, Bounds::Write);
    let (write_impl, _, write_clause) = write.split_for_impl();
    let name = patch.to_string();
    let members = kept.iter().map(|it| it.field.ident);
    let emptiness = kept.iter().filter_map(|kept| {
        let (member, ty) = (kept.field.ident, kept.field.ty);
        match (&kept.change, &kept.field.role) {
            (Change::Base, _) => {
                Some(quote!(<#ty as _odata::change::PatchedBase>::is_level_empty(&self.#member)))
            }
            (Change::Dynamic, _) | (_, Role::Annotations) => Some(quote!(self.#member.is_empty())),
            (Change::Never, _) => None,
            (Change::Linked, _) => Some(quote!(self.#member.is_absent())),
            (Change::By(_) | Change::Set, _) => Some(quote!(self.#member.is_none())),
        }
    });
    let differences = kept.iter().map(|kept| {
        let member = kept.field.ident;
        let value = match &kept.change {
            Change::By(by) => {
                quote!(<#by as _odata::change::Change<_>>::diff(&old.#member, &new.#member))
            }
            Change::Base => {
                quote!(_odata::change::PatchedBase::diff_level(&old.#member, &new.#member))
            }
            Change::Dynamic => quote!(_odata::change::diff_dynamic(&old.#member, &new.#member)),
            Change::Linked => quote!(_odata::change::Linked::diff(&old.#member, &new.#member)),
            Change::Set | Change::Never => quote!(::core::default::Default::default()),
        };
        quote!(#member: #value)
    });
    let apply = quote_spanned!(span=> _odata::change::apply_to(target, self));
    quote! {
        #[automatically_derived]
        impl #plain_impl ::core::default::Default for #patch #ty_generics #plain_clause {
            fn default() -> Self {
                Self { #(#members: ::core::default::Default::default(),)* }
            }
        }
        #[automatically_derived]
        impl #write_impl ::core::fmt::Debug for #patch #ty_generics #write_clause {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                _odata::change::debug(self, #name, f)
            }
        }
        #[automatically_derived]
        #[allow(dead_code)]
        impl #impl_generics #patch #ty_generics #clause {
            /// What makes `new` of `old`: empty where they do not differ.
            #[must_use]
            pub fn diff(old: &#target #ty_generics, new: &#target #ty_generics) -> Self {
                Self { #(#differences,)* }
            }

            /// Whether it changes nothing.
            #[must_use]
            pub fn is_empty(&self) -> bool {
                true #(&& #emptiness)*
            }

            /// Makes the change.
            ///
            /// # Errors
            /// Where it sets up a complex value that was null, and what it says of it is not all that its type requires. Nothing is
            /// changed then.
            pub fn apply_to(self, target: &mut #target #ty_generics) -> ::core::result::Result<(), _odata::Error> {
                #apply
            }
        }
    }
}

/// The same for the resource as a value and as a base.
fn changes(model: &Resource<'_>, patch: &Ident, kept: &[Kept<'_>]) -> TokenStream {
    let target = model.ident;
    let (_, ty_generics, _) = model.generics.split_for_impl();
    let generics = bounded(model.generics, Bounds::Patch);
    let (impl_generics, _, clause) = generics.split_for_impl();
    let whole = kept.iter().map(|kept| {
        let member = kept.field.ident;
        let value = match &kept.change {
            Change::By(by) => quote!(<#by as _odata::change::Change<_>>::whole(&self.#member)),
            Change::Base => quote!(_odata::change::PatchedBase::whole_level(&self.#member)),
            Change::Dynamic => quote!(_odata::change::whole_dynamic(&self.#member)),
            Change::Linked => quote! {
                _odata::change::Linked::diff(&::core::default::Default::default(), &self.#member)
            },
            Change::Set | Change::Never => quote!(::core::default::Default::default()),
        };
        quote!(#member: #value)
    });
    let steps = kept.iter().filter_map(|kept| {
        let member = kept.field.ident;
        match (&kept.change, kept.field.property()) {
            (Change::By(by), Some(property)) => {
                let name = &property.name;
                Some(quote!(_odata::change::apply::<#by, _>(#name, &mut self.#member, patch.#member)?;))
            }
            (Change::Base, _) => {
                Some(quote!(_odata::change::PatchedBase::apply_level(&mut self.#member, patch.#member)?;))
            }
            (Change::Dynamic, _) => {
                Some(quote!(_odata::change::apply_dynamic(&mut self.#member, patch.#member);))
            }
            (Change::Linked, _) => {
                Some(quote!(_odata::change::Linked::apply(&mut self.#member, patch.#member);))
            }
            (Change::Set, _) => Some(quote! {
                if let ::core::option::Option::Some(value) = patch.#member {
                    self.#member = value;
                }
            }),
            _ => None,
        }
    });
    quote! {
        #[automatically_derived]
        #[allow(unused_variables)]
        impl #impl_generics _odata::change::PatchedBase for #target #ty_generics #clause {
            type Level = #patch #ty_generics;

            fn diff_level(old: &Self, new: &Self) -> Self::Level {
                #patch::diff(old, new)
            }

            fn is_level_empty(patch: &Self::Level) -> bool {
                patch.is_empty()
            }

            fn whole_level(&self) -> Self::Level {
                #patch { #(#whole,)* }
            }

            fn apply_level(&mut self, patch: Self::Level) -> ::core::result::Result<(), _odata::Error> {
                #(#steps)*
                ::core::result::Result::Ok(())
            }
        }
        #[automatically_derived]
        impl #impl_generics _odata::Patchable for #target #ty_generics #clause {
            type Patch = #patch #ty_generics;

            fn diff(old: &Self, new: &Self) -> ::core::option::Option<Self::Patch> {
                let patch = #patch::diff(old, new);
                if patch.is_empty() {
                    ::core::option::Option::None
                } else {
                    ::core::option::Option::Some(patch)
                }
            }

            fn whole(&self) -> Self::Patch {
                _odata::change::PatchedBase::whole_level(self)
            }

            fn apply(&mut self, patch: Self::Patch) -> ::core::result::Result<(), _odata::Error> {
                _odata::change::PatchedBase::apply_level(self, patch)
            }

            fn create(patch: Self::Patch) -> ::core::result::Result<Self, _odata::Error> {
                _odata::change::create(&patch)
            }
        }
    }
}
