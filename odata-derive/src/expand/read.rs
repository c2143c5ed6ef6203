//! `ReadResource` and the one-line `Deserialize` over it.

mod building;

use building::Building;
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::{Type, spanned::Spanned};

use super::{at, codec, describe, lookup::place};
use crate::model::{Bounds, Default, Field, Property, Resource, Role, bounded, with_de};

pub(crate) fn expand(model: &Resource<'_>) -> TokenStream {
    if model.is_abstract {
        let deserialize = deserialize(
            model,
            quote!(_odata::read::abstract_type::<Self, __D>(deserializer)),
        );
        let resource = read_resource(model);
        return quote!(#resource #deserialize);
    }
    let deserialize = deserialize(
        model,
        quote!(_odata::read::resource::<Self, __D>(deserializer)),
    );
    let resource = read_resource(model);
    quote!(#resource #deserialize)
}

/// A reader of nothing: it fits wherever the type is a base, an item or a variant, and is never called.
pub(crate) fn fallback(model: &Resource<'_>) -> TokenStream {
    let ident = model.ident;
    let generics = with_de(&bounded(model.generics, Bounds::Read));
    let (impl_generics, _, clause) = generics.split_for_impl();
    let (_, ty_generics, _) = model.generics.split_for_impl();
    let deserialize = deserialize(
        model,
        quote!(_odata::read::abstract_type::<Self, __D>(deserializer)),
    );
    quote! {
        #[automatically_derived]
        #[allow(unused_variables)]
        impl #impl_generics _odata::read::ReadResource<'__de> for #ident #ty_generics #clause {
            type Filled = (_odata::read::InParts, ());
            const REQUIRED: _odata::read::Seen = _odata::read::Seen::NONE;
            fn start() {}
            fn visit<__A: _odata::serde::de::MapAccess<'__de>>(partial: &mut (), place: u16, map: &mut __A) -> ::core::result::Result<(), __A::Error> {
                _odata::read::pass_over(map)
            }
        }
        #deserialize
    }
}

fn deserialize(model: &Resource<'_>, body: TokenStream) -> TokenStream {
    let ident = model.ident;
    let generics = with_de(&bounded(model.generics, Bounds::Read));
    let (impl_generics, _, clause) = generics.split_for_impl();
    let (_, ty_generics, _) = model.generics.split_for_impl();
    // Inlined where it is called, since it holds how the type is dropped, and so does the caller.
    quote! {
        #[automatically_derived]
        impl #impl_generics _odata::serde::Deserialize<'__de> for #ident #ty_generics #clause {
            #[inline]
            fn deserialize<__D: _odata::serde::Deserializer<'__de>>(deserializer: __D) -> ::core::result::Result<Self, __D::Error> {
                #body
            }
        }
    }
}

fn read_resource(model: &Resource<'_>) -> TokenStream {
    let ident = model.ident;
    let generics = with_de(&bounded(model.generics, Bounds::Read));
    let (impl_generics, _, clause) = generics.split_for_impl();
    let (_, ty_generics, _) = model.generics.split_for_impl();

    let visit = visit(model);
    let sinks = sinks(model);
    let start = model.fields.iter().map(start_of);
    // A patch is a part by nature, whatever the type it patches requires.
    let of_patch = model.is_patch.then(|| {
        quote!(
            const REQUIRED: _odata::read::Seen = _odata::read::Seen::NONE;
            const IS_WHOLE: bool = false;
        )
    });
    let Building {
        definition,
        way,
        parts,
        whole,
    } = Building::of(model, &generics);
    let with = codec::with_modules(model.generics, model.properties());
    quote! {
        #with
        #definition
        #[automatically_derived]
        impl #impl_generics _odata::read::ReadResource<'__de> for #ident #ty_generics #clause {
            type Filled = (#way, #parts);
            #of_patch
            #[inline]
            fn start() -> _odata::read::Partial<'__de, Self> {
                _odata::read::Partial::<'__de, Self> { #(#start,)* }
            }
            #visit
            #sinks
            #whole
        }
    }
}

/// Whether the field can be filled in place: something stands in for it until its property comes.
fn has_placeholder(field: &Field<'_>) -> bool {
    match &field.role {
        Role::Property(property) => {
            property.default.is_some()
                || (property.with.is_none() && property.shape.has_placeholder())
                || property.shape.is_option()
        }
        _ => true,
    }
}

/// What a field starts with.
fn start_of(field: &Field<'_>) -> TokenStream {
    let (ident, ty) = (field.ident, field.ty);
    let value = match &field.role {
        Role::Base => {
            quote_spanned!(at(ty.span())=> <#ty as _odata::read::ReadResource<'__de>>::start())
        }
        Role::Property(property) => match &property.default {
            Some(Default::Function(path)) => quote_spanned!(at(path.span())=> #path()),
            Some(Default::Trait) => default(ty),
            None if property.shape.is_option() || !has_placeholder(field) => {
                quote!(::core::option::Option::None)
            }
            None => quote!(::core::default::Default::default()),
        },
        _ => default(ty),
    };
    quote!(#ident: #value)
}

fn default(ty: &Type) -> TokenStream {
    quote_spanned!(at(ty.span())=> <#ty as ::core::default::Default>::default())
}

fn visit(model: &Resource<'_>) -> TokenStream {
    let arms = model.properties().map(|(field, property)| {
        let (i, member) = (place(property.place), field.ident);
        if property.shape.is_related() {
            return related(field, property);
        }
        let codec = codec::of(model.generics, property);
        let setter = if has_placeholder(field) {
            quote!(set)
        } else {
            quote!(set_part)
        };
        quote_spanned!(at(field.ty.span())=> #i => _odata::read::#setter::<#codec, _, __A>(&mut partial.#member, map))
    });
    // A property that a patch has no field for fits no base either, and ends at the root, where it is read over.
    let otherwise = match model.base() {
        Some(base) => {
            let (member, ty, own) = (base.ident, base.ty, place(model.own));
            quote_spanned!(at(ty.span())=> <#ty as _odata::read::ReadResource<'__de>>::visit::<__A>(&mut partial.#member, place.wrapping_sub(#own), map))
        }
        None => quote!(_odata::read::pass_over(map)),
    };
    let checks = referred_checks(model);
    quote! {
        #[allow(unused_variables)]
        fn visit<__A: _odata::serde::de::MapAccess<'__de>>(
            partial: &mut _odata::read::Partial<'__de, Self>,
            place: u16,
            map: &mut __A,
        ) -> ::core::result::Result<(), __A::Error> {
            #checks
            match place {
                #(#arms,)*
                _ => #otherwise,
            }
        }
    }
}

/// A navigation property, and the members that say something of it.
fn related(field: &Field<'_>, property: &Property<'_>) -> TokenStream {
    let (member, is_nullable) = (field.ident, !property.not_nullable);
    let members = RELATED.map(|it| place(property.place + it));
    quote_spanned! {at(field.ty.span())=>
        #(#members)|* => _odata::member::read::<_, __A>(&mut partial.#member, place, #is_nullable, map)
    }
}

/// What the runtime adds to a navigation property's place for its link, its count and its next link: `odata_core::navigation::member`.
const RELATED: [u16; 4] = [0, 0x1000, 0x2000, 0x3000];

/// The model rules of a type with parameters.
fn referred_checks(model: &Resource<'_>) -> TokenStream {
    if !model.has_parameters() {
        return TokenStream::new();
    }
    let rules = describe::rules(model, &quote!(Self));
    if rules.is_empty() {
        return rules;
    }
    quote!(const { #rules })
}

fn sinks(model: &Resource<'_>) -> TokenStream {
    let base = model.base().map(|base| {
        let (member, ty) = (base.ident, base.ty);
        quote_spanned!(at(ty.span())=> <#ty as _odata::read::ReadResource<'__de>>::sinks(&mut partial.#member))
    });
    let own: Vec<TokenStream> = bags(model)
        .map(|bag| {
            let Bag { place, field, kept } = bag;
            let (member, ty) = (field.ident, field.ty);
            let bag = quote_spanned!(at(ty.span())=> <#ty as _odata::Keeps<#kept>>::as_bag_mut(&mut partial.#member));
            quote!(sinks.#place = ::core::option::Option::Some(#bag);)
        })
        .collect();
    if base.is_none() && own.is_empty() {
        return TokenStream::new();
    }
    let start = base.unwrap_or_else(|| quote!(_odata::read::Sinks::NONE));
    let body = if own.is_empty() {
        start
    } else {
        quote!(let mut sinks = #start; #(#own)* sinks)
    };
    quote! {
        fn sinks<'__s>(partial: &'__s mut _odata::read::Partial<'__de, Self>) -> _odata::read::Sinks<'__s> {
            #body
        }
    }
}

/// A field that takes what is not declared.
pub(super) struct Bag<'a> {
    /// Its place in the runtime's structs.
    pub(super) place: TokenStream,
    pub(super) field: &'a Field<'a>,
    /// The type that it has.
    pub(super) kept: TokenStream,
}

pub(super) fn bags<'a>(model: &'a Resource<'a>) -> impl Iterator<Item = Bag<'a>> {
    model.fields.iter().filter_map(|field| {
        let text = || quote!(::core::option::Option<_odata::String>);
        let (place, kept) = match field.role {
            Role::DynamicProperties => (quote!(dynamic), quote!(_odata::DynamicProperties)),
            Role::Annotations => (quote!(annotations), quote!(_odata::Annotations)),
            Role::Control => (quote!(control), quote!(_odata::ControlInformation)),
            Role::Etag => (quote!(etag), text()),
            Role::Id => (quote!(id), text()),
            _ => return None,
        };
        Some(Bag { place, field, kept })
    })
}
