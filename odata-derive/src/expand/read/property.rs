//! The function that reads the property with a given slot.

use std::collections::HashMap;

use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};

use super::{assertions, base_reader};
use crate::{
    expand::codec,
    model::{Field, Item, Property, Resource, mentions_parameter},
};

/// Reads the property with a given slot.
pub(super) fn read_property(model: &Resource<'_>) -> TokenStream {
    let arms = arms(model);
    // A patch has no field for some slots. Each level passes them to its base, and the root skips the value.
    let otherwise = match model.base() {
        Some(base) => {
            let member = base.ident;
            let declared = Literal::u16_suffixed(model.declared);
            let reader = base_reader(model);
            quote!(#reader::read_property::<__A>(&mut builder.#member, slot.in_base(#declared), map))
        }
        None => quote!(_de::skip_value(map)),
    };
    let assertions = assertions(model);
    let (checked, use_of_checked) = if assertions.is_empty() {
        (None, None)
    } else {
        (
            Some(quote!(const CHECKED: () = { #assertions };)),
            Some(quote!(
                const { <Self as _de::ReadResource<'__de>>::CHECKED }
            )),
        )
    };
    quote! {
        #checked
        #[inline]
        #[allow(unused_variables)]
        fn read_property<'__a, __A: _serde::de::MapAccess<'__de>>(
            builder: &'__a mut _de::Builder<'__de, Self>,
            slot: _de::Slot,
            map: &'__a mut __A,
        ) -> _odata::Result<(), __A::Error> {
            #use_of_checked
            match slot.number() {
                #(#arms,)*
                _ => #otherwise,
            }
        }
    }
}

/// Returns the arm of a navigation property and of the control information about it.
fn nav_arm(item: &Item<'_>, field: &Field<'_>, property: &Property<'_>) -> TokenStream {
    let is_nullable = if property.shape.is_collection() {
        property.allows_null_collection
    } else {
        !property.is_not_nullable
    };
    let member = field.ident;
    let slot = Literal::u16_suffixed(property.slot);
    if property.derived_types.is_some() {
        let types = codec::listed_types(property);
        return quote_spanned! {field.span=>
            #slot => _odata::navigation::read_member_of_listed_types::<#types, _, __A>(&mut builder.#member, slot.member(), #is_nullable, map)
        };
    }
    let ty = field.ty;
    // Whether the type can be read is known only without parameters.
    let function = if mentions_parameter(ty, item.generics) {
        quote!(_odata::navigation::read_member::<_, __A>)
    } else {
        quote!(_odata::navigation::FieldReader::<'__de, #ty>::read::<__A>)
    };
    quote_spanned! {field.span=>
        #slot => #function(&mut builder.#member, slot.member(), #is_nullable, map)
    }
}

/// Returns an arm for each codec. One call reads all properties with a codec, because the compiler takes much longer for a call than for
/// the choice of a field.
fn arms<'m>(model: &'m Resource<'m>) -> Vec<TokenStream> {
    let mut groups: Vec<Vec<(&Field<'_>, &Property<'_>)>> = Vec::new();
    let mut positions = HashMap::new();
    for (field, property) in model.properties() {
        let known = property.codec.and_then(|codec| positions.get(&codec));
        match known.and_then(|position: &usize| groups.get_mut(*position)) {
            Some(group) => group.push((field, property)),
            None => {
                if let Some(codec) = property.codec {
                    positions.insert(codec, groups.len());
                }
                groups.push(vec![(field, property)]);
            }
        }
    }
    groups
        .iter()
        .filter_map(|it| arm(&model.item, it))
        .collect()
}

fn arm(item: &Item<'_>, fields: &[(&Field<'_>, &Property<'_>)]) -> Option<TokenStream> {
    let ((field, property), others) = fields.split_first()?;
    if property.shape.is_nav() {
        return Some(nav_arm(item, field, property));
    }
    let codec = codec::of(item, property);
    let setter = if field.has_initial_value() {
        quote!(read_field)
    } else {
        quote!(read_required)
    };
    let slot = Literal::u16_suffixed(property.slot);
    let member = field.ident;
    if others.is_empty() {
        return Some(quote_spanned! {field.span=>
            #slot => _de::#setter::<#codec, _, __A>(&mut builder.#member, map)
        });
    }
    // As alternatives: the compiler makes slower code of ranges.
    let slots = fields.iter().map(|(_, it)| Literal::u16_suffixed(it.slot));
    let choices = others.iter().map(|(field, property)| {
        let (slot, member) = (Literal::u16_suffixed(property.slot), field.ident);
        quote_spanned!(field.span=> #slot => &mut builder.#member,)
    });
    Some(quote_spanned! {field.span=>
        #(#slots)|* => _de::#setter::<#codec, _, __A>(
            match slot.number() {
                #(#choices)*
                _ => &mut builder.#member,
            },
            map,
        )
    })
}
