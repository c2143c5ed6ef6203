//! The field of a patch type that uses the type parameters of fields that the patch does not have, such as keys and skipped fields.

use proc_macro2::Span;
use quote::ToTokens;
use syn::{Ident, Type, parse_quote};

use super::{field::PatchField, patched_type::PatchedType};
use crate::model::{Resource, mentions};

/// Returns the name and the type of the field, unless the other fields mention all parameters.
pub(super) fn marker(model: &Resource<'_>, patched: &PatchedType) -> Option<(Ident, Type)> {
    let fields = (model.fields.iter()).filter(|it| PatchField::of(it, patched).is_some());
    let types: Vec<_> = fields.map(|it| it.ty.to_token_stream()).collect();
    let parameters = model.item.generics.type_params().map(|it| &it.ident);
    let unused: Vec<&Ident> = parameters
        .filter(|parameter| !types.iter().any(|ty| mentions(ty.clone(), parameter)))
        .collect();
    if unused.is_empty() {
        return None;
    }
    let ident = Ident::new("__parameters", Span::call_site());
    // Pointers as arguments of a function: the type is `Send` and `Sync`, and the parameters may be unsized.
    Some((
        ident,
        parse_quote!(::core::marker::PhantomData<fn(#(*const #unused),*)>),
    ))
}
