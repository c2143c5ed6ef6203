//! Generic types with several arguments among the types of properties: OData has no generic types, and they all have one name.

use std::collections::HashMap;

use proc_macro2::TokenStream;
use quote::quote_spanned;
use syn::{GenericArgument, PathArguments, Type};

use crate::{
    expand::impls::span_of,
    model::{Resource, compact, mentions_parameter, ungrouped},
};

/// Returns the assertions that a generic type with other arguments has the same properties.
pub(super) fn about_arguments(model: &Resource<'_>) -> TokenStream {
    let mut types = Vec::new();
    for (field, property) in model.properties() {
        if property.edm.is_none() && property.with.is_none() {
            collect(field.ty, &mut types);
        }
    }
    let mut first_types: HashMap<String, &Type> = HashMap::new();
    let mut assertions = TokenStream::new();
    for (name, ty) in types {
        if mentions_parameter(ty, model.item.generics) {
            continue;
        }
        let first = *first_types.entry(name).or_insert(ty);
        let (first_text, text) = (compact(first), compact(ty));
        if first_text != text {
            assertions.extend(quote_spanned! {span_of(ty)=>
                _assert::assert_same_type(
                    _base::IsResource::<#first>::TYPE,
                    _base::IsResource::<#ty>::TYPE,
                    [#first_text, #text],
                );
            });
        }
    }
    assertions
}

/// Adds the types with arguments that the type mentions, each with its name.
fn collect<'a>(ty: &'a Type, types: &mut Vec<(String, &'a Type)>) {
    let Type::Path(path) = ungrouped(ty) else {
        return;
    };
    let Some(last) = path.path.segments.last() else {
        return;
    };
    let PathArguments::AngleBracketed(list) = &last.arguments else {
        return;
    };
    // These types have no OData name of their own.
    let is_wrapper = [
        "Option",
        "Vec",
        "Box",
        "Nav",
        "NavCollection",
        "Flags",
        "Cow",
    ]
    .iter()
    .any(|it| last.ident == it);
    if !is_wrapper {
        types.push((last.ident.to_string(), ty));
    }
    for argument in &list.args {
        if let GenericArgument::Type(ty) = argument {
            collect(ty, types);
        }
    }
}
