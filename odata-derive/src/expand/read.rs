//! `ReadResource`, and `Deserialize` through it.

mod parts;

use parts::Parts;
use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};
use syn::Type;

use super::{bags::bags, codec, describe, impls::span_of};
use crate::model::{Bounds, DefaultValue, Field, NonProperty, Property, Resource, Role};

pub(super) fn expand(model: &Resource<'_>) -> TokenStream {
    let resource = read_resource(model);
    let function = if model.is_abstract {
        quote!(abstract_type)
    } else {
        quote!(resource)
    };
    // Inlined where it is called, since it holds how the type is dropped, and so does the caller.
    let deserialize = model.item.deserialize(
        quote!(#[inline]),
        quote!(_odata::read::#function::<Self, __D>(deserializer)),
    );
    quote!(#resource #deserialize)
}

fn read_resource(model: &Resource<'_>) -> TokenStream {
    let with_codecs = codec::with_codecs(model);
    let Parts {
        definition,
        strategy,
        ty,
        build,
    } = Parts::of(model);
    // A patch never has all properties, whatever the resource requires.
    let of_patch = model.is_patch.then(|| {
        quote! {
            const REQUIRED: _odata::read::Seen = _odata::read::Seen::NONE;
            const IS_WHOLE: bool = false;
        }
    });
    let initial_values = model.fields.iter().map(initial_value);
    let visit = visit(model);
    let sinks = sinks(model);
    let read = model.item.implement(
        Bounds::Read,
        quote!(_odata::read::ReadResource<'__de>),
        quote! {
            type Filled = (#strategy, #ty);
            #of_patch
            #[inline]
            fn start() -> _odata::read::Partial<'__de, Self> {
                _odata::read::Partial::<'__de, Self> { #(#initial_values,)* }
            }
            #visit
            #sinks
            #build
        },
    );
    quote!(#with_codecs #definition #read)
}

/// The value of a field before its property is read.
fn initial_value(field: &Field<'_>) -> TokenStream {
    let (ident, ty) = (field.ident, field.ty);
    let value = match &field.role {
        Role::NonProperty(NonProperty::Base) => {
            quote_spanned!(span_of(ty)=> <#ty as _odata::read::ReadResource<'__de>>::start())
        }
        Role::NonProperty(_) => default_of(ty),
        Role::Property(property) => match &property.default {
            Some(DefaultValue::Function(path)) => quote_spanned!(span_of(path)=> #path()),
            Some(DefaultValue::Trait) => default_of(ty),
            None if property.shape.is_option() || !field.has_initial_value() => {
                quote!(::core::option::Option::None)
            }
            None => quote!(::core::default::Default::default()),
        },
    };
    quote!(#ident: #value)
}

fn default_of(ty: &Type) -> TokenStream {
    quote_spanned!(span_of(ty)=> <#ty as ::core::default::Default>::default())
}

/// Reads the property with a given slot.
fn visit(model: &Resource<'_>) -> TokenStream {
    let arms = model.properties().map(|(field, property)| {
        let (slot, member) = (Literal::u16_suffixed(property.slot), field.ident);
        if property.shape.is_nav() {
            return nav_arm(field, property);
        }
        let codec = codec::of(&model.item, property);
        let setter = if field.has_initial_value() {
            quote!(set)
        } else {
            quote!(set_part)
        };
        quote_spanned! {span_of(field.ty)=>
            #slot => _odata::read::#setter::<#codec, _, __A>(&mut partial.#member, map)
        }
    });
    // The slot of a property for which a patch has no field is in no base either, and is skipped at the root.
    let otherwise = match model.base() {
        Some(base) => {
            let (member, ty) = (base.ident, base.ty);
            let declared = Literal::u16_suffixed(model.declared);
            quote_spanned! {span_of(ty)=>
                <#ty as _odata::read::ReadResource<'__de>>::visit::<__A>(&mut partial.#member, place.wrapping_sub(#declared), map)
            }
        }
        None => quote!(_odata::read::pass_over(map)),
    };
    let assertions = assertions(model);
    quote! {
        #[allow(unused_variables)]
        fn visit<__A: _odata::serde::de::MapAccess<'__de>>(
            partial: &mut _odata::read::Partial<'__de, Self>,
            place: u16,
            map: &mut __A,
        ) -> ::core::result::Result<(), __A::Error> {
            #assertions
            match place {
                #(#arms,)*
                _ => #otherwise,
            }
        }
    }
}

/// The arm of a navigation property and of the control information about it.
fn nav_arm(field: &Field<'_>, property: &Property<'_>) -> TokenStream {
    let (member, is_nullable) = (field.ident, !property.is_not_nullable);
    let slots = NAV_OFFSETS.map(|offset| Literal::u16_suffixed(property.slot + offset));
    quote_spanned! {span_of(field.ty)=>
        #(#slots)|* => _odata::member::read::<_, __A>(&mut partial.#member, place, #is_nullable, map)
    }
}

/// What the runtime adds to the slot of a navigation property for the property itself, its link, its count and its next link
/// (`odata_core::navigation::member`).
const NAV_OFFSETS: [u16; 4] = [0, 0x1000, 0x2000, 0x3000];

/// The assertions about a type with parameters.
fn assertions(model: &Resource<'_>) -> TokenStream {
    if !model.has_parameters() {
        return TokenStream::new();
    }
    let assertions = describe::assertions_about(model, &quote!(Self));
    if assertions.is_empty() {
        return assertions;
    }
    quote!(const { #assertions })
}

/// The bags of the chain, while a value is read.
fn sinks(model: &Resource<'_>) -> TokenStream {
    let base = model.base().map(|base| {
        let (member, ty) = (base.ident, base.ty);
        quote_spanned! {span_of(ty)=>
            <#ty as _odata::read::ReadResource<'__de>>::sinks(&mut partial.#member)
        }
    });
    let own: Vec<TokenStream> = bags(model)
        .map(|bag| bag.set("sinks", &quote!(&mut partial), "as_bag_mut"))
        .collect();
    let body = match (base, own.is_empty()) {
        (None, true) => return TokenStream::new(),
        (Some(base), true) => base,
        (base, false) => {
            let inherited = base.unwrap_or_else(|| quote!(_odata::read::Sinks::NONE));
            quote!(let mut sinks = #inherited; #(#own)* sinks)
        }
    };
    quote! {
        fn sinks<'__s>(partial: &'__s mut _odata::read::Partial<'__de, Self>) -> _odata::read::Sinks<'__s> {
            #body
        }
    }
}
