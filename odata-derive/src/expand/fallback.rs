//! The impls of an item with errors. They do nothing; without them, each use of the type would cause another error.

use std::collections::HashSet;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::{base, enumeration as enum_impls, hierarchy as hierarchy_impls};
use crate::model::{
    Bounds, Item, Resource,
    enumeration::Enumeration,
    hierarchy::{Hierarchy, Variant},
    is_itself, is_parameter,
};

pub(super) fn resource(model: &Resource<'_>) -> TokenStream {
    let item = &model.item;
    let common = common_impls(item, &model.name.qualified());
    // Without a name, so that no assertion about the type fails.
    let description = item.implement(
        Bounds::Type,
        quote!(_odata::ODataResource),
        quote! {
            const TYPE: &'static _odata::StructuredType =
                &_odata::StructuredType::new("", "", _odata::None, _odata::type_flag::FROM_PARTS, &_odata::OwnProperties::NONE);
        },
    );
    let read = item.implement(
        Bounds::Read,
        quote!(_de::ReadResource<'__de>),
        quote! {
            type Plan = (_de::FromParts, ());
            const REQUIRED: _de::Required = _de::Required::None;
            fn new_builder() {}
            fn read_property<__A: _serde::de::MapAccess<'__de>>(_: &mut (), _: _de::Slot, map: &mut __A) -> _odata::Result<(), __A::Error> {
                _de::skip_value(map)
            }
        },
    );
    let write = item.implement(
        Bounds::Write,
        quote!(_ser::WriteResource),
        quote! {
            type Level = _ser::Root;
            fn fields<__W: _ser::WriteMembers>(&self, _: &mut __W) {}
        },
    );
    let base = base::expand(model);
    quote!(#common #description #read #write #base)
}

pub(super) fn hierarchy(model: &Hierarchy<'_>) -> TokenStream {
    let item = &model.item;
    let common = common_impls(item, "");
    let types = item.implement(
        Bounds::Type,
        quote!(_de::Variant),
        quote!(
            const TYPES: _de::VariantTypes = _de::VariantTypes::Many(&[]);
        ),
    );
    let read = item.implement(
        Bounds::Read,
        quote!(_de::ReadVariant<'__de>),
        quote! {
            fn read<__A: _serde::de::MapAccess<'__de>>(
                _: _de::TaggedInput<'_, '__de, __A>,
            ) -> _odata::Result<Self, __A::Error> {
                _de::no_variant()
            }
            fn read_boxed<__A: _serde::de::MapAccess<'__de>>(
                _: _de::TaggedInput<'_, '__de, __A>,
            ) -> _odata::Result<_odata::Box<Self>, __A::Error> {
                _de::no_variant()
            }
        },
    );
    let write = item.implement(
        Bounds::Write,
        quote!(_ser::WriteVariant),
        quote! {
            fn write<__S: _serde::Serializer>(&self, _: &str, serializer: __S) -> _odata::Result<__S::Ok, __S::Error> {
                _ser::write_nothing::<__S>(serializer)
            }
            fn type_name(&self) -> _odata::Option<&str> {
                _odata::None
            }
        },
    );
    // The conversions from equal types would conflict, and so would methods of one name.
    let (mut types_seen, mut methods_seen) = (HashSet::new(), HashSet::new());
    let are_types_distinct =
        (model.variants.iter()).all(|it| types_seen.insert(it.ty.to_token_stream().to_string()));
    let are_methods_distinct = (model.variants.iter().flat_map(Variant::methods))
        .all(|it| methods_seen.insert(it.to_string()));
    let is_itself =
        |it: &Variant<'_>| is_itself(it.ty, item.ident) || is_parameter(it.ty, item.generics);
    let conversions = (model.base.is_some()
        && !model.variants.iter().any(is_itself)
        && are_types_distinct
        && are_methods_distinct)
        .then(|| hierarchy_impls::conversions(model));
    let base_part = model
        .base
        .as_ref()
        .map(|base| hierarchy_impls::base_part(model, base, true));
    quote!(#common #types #read #write #conversions #base_part)
}

pub(super) fn enumeration(model: &Enumeration<'_>) -> TokenStream {
    let item = &model.item;
    let common = common_impls(item, "");
    if !item.generics.params.is_empty() {
        return common;
    }
    let table = item.implement(
        Bounds::None,
        quote!(_odata::enumeration::EnumMembers),
        quote! {
            const OTHER: _odata::Option<fn(_odata::String) -> Self> = _odata::None;
            fn find(_: &str) -> u16 {
                _odata::enumeration::UNKNOWN_MEMBER
            }
            fn member(_: u16) -> _odata::Option<Self> {
                _odata::None
            }
            fn index(&self) -> _odata::Result<u16, &str> {
                _odata::Err("")
            }
        },
    );
    let description = enum_impls::description(model, &[], &[]);
    let methods = enum_impls::methods(model);
    quote!(#common #description #table #methods)
}

/// Returns the impls of an item that needs the other derive.
///
/// The item may have that derive as well, and the compiler rejects each impl that both generate. The result is therefore only the impl
/// without which each property of this type would cause an error.
pub(super) fn of_another_derive(item: &Item<'_>) -> TokenStream {
    item.implement(
        Bounds::None,
        quote!(_codec::PropertyType),
        quote! {
            type Codec = _codec::NoCodec<Self>;
        },
    )
}

/// Returns the impls that every item has.
fn common_impls(item: &Item<'_>, name: &str) -> TokenStream {
    let odata_type = item.odata_type(name, None, TokenStream::new(), "ValueOf");
    let none = TokenStream::new;
    let deserialize = item.deserialize(
        quote!(#[allow(unused_variables)]),
        quote!(_de::no_variant()),
    );
    let serialize = item.serialize(none(), quote!(_ser::write_nothing::<__S>(serializer)));
    let validate = item.validate(none(), none());
    quote!(#odata_type #deserialize #serialize #validate)
}
