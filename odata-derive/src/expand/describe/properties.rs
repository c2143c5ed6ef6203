//! The descriptions of a type's own properties.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::{Type, spanned::Spanned};

use super::{any_of, names_of_set_flags, value_type};
use crate::{
    expand::{codec, impls::span_of},
    model::{Item, Property, Resource, Shape, is_parameter, mentions_parameter},
};

/// Returns the descriptions of the own properties. Equal ones are written once, because the compiler evaluates each that is written.
pub(super) fn own_properties(model: &Resource<'_>) -> TokenStream {
    let names: Vec<&str> = model.properties().map(|(_, it)| it.name.as_str()).collect();
    if names.is_empty() {
        return quote!(&_odata::OwnProperties::NONE);
    }
    let (mut keys, mut different, mut positions) = (Vec::new(), Vec::new(), Vec::new());
    for (_, property) in model.properties() {
        let key = property.codec.map(|codec| (codec, flags(property)));
        let known = keys.iter().position(|it| key.is_some() && *it == key);
        positions.push(known.unwrap_or(keys.len()));
        if known.is_none() {
            keys.push(key);
            different.push(property_description(&model.item, property));
        }
    }
    let as_bytes: Result<Vec<u8>, _> = positions.iter().map(|it| u8::try_from(*it)).collect();
    let names = names.join("\n");
    match as_bytes {
        Ok(positions) if positions.len() > different.len() => {
            let positions = Literal::byte_string(&positions);
            quote!(&_odata::OwnProperties::repeated(#names, #positions, [#(#different),*]))
        }
        _ => {
            let all = positions.iter().filter_map(|it| different.get(*it));
            quote!(&_odata::OwnProperties::new(#names, [#(#all),*]))
        }
    }
}

/// Returns the flags of a property, each with whether it is set.
pub(in crate::expand) fn flags(property: &Property<'_>) -> [(bool, &'static str); 8] {
    let shape = &property.shape;
    let is_nullable = (shape.is_option() || shape.is_nav())
        && !property.is_not_nullable
        && !shape.is_collection();
    let has_nullable_items = shape.item().is_some_and(Shape::is_option);
    [
        (is_nullable, "NULLABLE"),
        (shape.is_collection(), "COLLECTION"),
        (has_nullable_items, "NULLABLE_ITEMS"),
        (property.key.is_some(), "KEY"),
        (property.is_navigation, "NAVIGATION"),
        (property.is_computed, "COMPUTED"),
        (property.is_required(), "REQUIRED"),
        (
            property.is_not_nullable && property.default.is_some(),
            "OPTIONAL",
        ),
    ]
}

fn property_description(item: &Item<'_>, property: &Property<'_>) -> TokenStream {
    let shape = &property.shape;
    let flags = flags(property);
    // Nearly all properties have one of these flags, and the compiler evaluates a constant once for all properties of a type.
    let constant = match &*names_of_set_flags(&flags).collect::<Vec<_>>() {
        [flag @ ("NULLABLE" | "REQUIRED" | "COLLECTION")] => Some(format_ident!("{flag}")),
        _ => None,
    };
    let flags = any_of("property_flag", names_of_set_flags(&flags));
    let ty = shape.innermost();
    match &property.edm {
        Some(edm) => quote! {
            _odata::Property::of_named(
                &_odata::TypeRef::renamed(#edm, <_odata::OwnTypeOf<#ty>>::OWN_TYPE),
                #flags
            )
        },
        // Another type called `Nav`, with a codec of its own.
        None if property.with.is_some() && Shape::of(ty).is_nav() => {
            quote!(_odata::Property::of::<#ty>(#flags))
        }
        None if shape.is_nav() && !mentions_parameter(ty, item.generics) => {
            let target = value_type(shape);
            let codec = quote_spanned!(target.span()=> <#target as _codec::PropertyType>::Codec);
            let declared = described(&codec, target, property);
            let field = quote_spanned!(span_of(ty)=> <#ty as _odata::NavigationField>::FLAG);
            quote!(_odata::Property::of_named(#declared, #flags | #field))
        }
        None if shape.is_nav() => {
            quote!(_odata::Property::of::<#ty>(#flags | _odata::property_flag::LINKS))
        }
        None => match shape.type_of_user() {
            // With the span of the type, so that the same error about it elsewhere is reported once.
            Some(ty) if !is_parameter(ty, item.generics) => {
                let codec = codec::of_value_type(ty, item, property);
                let constant = constant.filter(|_| property.derived_types.is_none());
                let declared = described(&codec, ty, property);
                match constant {
                    Some(constant) => quote!(<#codec as _codec::Described>::#constant),
                    None => quote!(_odata::Property::of_named(#declared, #flags)),
                }
            }
            _ => match constant {
                Some(constant) => quote!(_odata::PropertyOf::<#ty>::#constant),
                None => quote!(_odata::Property::of::<#ty>(#flags)),
            },
        },
    }
}

/// Returns the description of the type of a value, with the types that `derived_types` lists.
fn described(codec: &TokenStream, value: &Type, property: &Property<'_>) -> TokenStream {
    let described = quote!(<#codec as _codec::Described>::TYPE);
    if property.derived_types.is_none() {
        return described;
    }
    let types = codec::listed_types(property);
    quote! {
        &_odata::TypeRef::with_derived_types(
            #described,
            &_odata::DerivedTypes::new(
                <#types as _codec::ListedTypes>::NAMES,
                _de::TypesOf::<#value>::is_listed,
            ),
        )
    }
}
