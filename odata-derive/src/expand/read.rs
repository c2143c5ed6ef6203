//! `ReadResource`, and `Deserialize` through it.

mod parts;

use parts::Parts;
use proc_macro2::{Literal, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Type;

use super::{assertions, bags::bags, base::Base, codec, impls::span_of};
use crate::model::{
    Bounds, DefaultValue, Field, Item, NonProperty, Property, Resource, Role, mentions_lifetime,
    mentions_parameter, stand_in,
};

pub(super) fn expand(model: &Resource<'_>) -> TokenStream {
    let resource = read_resource(model);
    let function = if model.is_abstract {
        quote!(reject_abstract)
    } else {
        quote!(read_resource)
    };
    // Inlined into the caller, which also contains the code that drops the type: that code is then generated once.
    let deserialize = model.item.deserialize(
        quote!(#[inline]),
        quote!(_de::#function::<Self, __D>(deserializer)),
    );
    quote!(#resource #deserialize)
}

fn read_resource(model: &Resource<'_>) -> TokenStream {
    let with_codecs = codec::with_codecs(model);
    let lists_of_types = codec::lists_of_types(model);
    let Parts {
        definition,
        strategy,
        ty,
        build,
    } = Parts::of(model);
    // A patch never has all properties, whatever the resource requires.
    let of_patch = model.is_patch.then(|| {
        quote! {
            const REQUIRED: _de::Required = _de::Required::None;
            const IS_WHOLE: bool = false;
        }
    });
    let base = Base::of(model);
    let initial_values = model
        .fields
        .iter()
        .map(|field| initial_value(field, base.as_ref()));
    let read_property = read_property(model);
    let bags_mut = bags_mut(model);
    // A base that is more private than the type is reported at this item.
    let span = model.base().map_or_else(Span::call_site, |it| it.span);
    let plan = quote_spanned!(span=> type Plan = (#strategy, #ty););
    let read = model.item.implement(
        Bounds::Read,
        quote!(_de::ReadResource<'__de>),
        quote! {
            #plan
            #of_patch
            #[inline]
            fn new_builder() -> _de::Builder<'__de, Self> {
                _de::Builder::<'__de, Self> { #(#initial_values,)* }
            }
            #read_property
            #bags_mut
            #build
        },
    );
    quote!(#with_codecs #lists_of_types #definition #read)
}

/// Returns the value of a field before its property is read.
fn initial_value(field: &Field<'_>, base: Option<&Base>) -> TokenStream {
    let (ident, ty) = (field.ident, field.ty);
    let value = match &field.role {
        Role::NonProperty(NonProperty::Base) => {
            let base = base.map(|it| &it.ty);
            quote!(<#base as _de::ReadResource<'__de>>::new_builder())
        }
        Role::NonProperty(_) => default_of(ty),
        Role::Property(property) => match &property.default {
            Some(DefaultValue::Function(path)) => {
                // The type of a field that borrows has another lifetime than the function's result.
                let ty = (!mentions_lifetime(ty)).then_some(ty);
                let ty = ty.map_or_else(|| quote!(_), ToTokens::to_token_stream);
                quote_spanned!(span_of(path)=> _de::default_from::<#ty, _>(#path))
            }
            Some(DefaultValue::Trait) => default_of(ty),
            None if property.shape.is_option() || !field.has_initial_value() => {
                quote!(_odata::None)
            }
            // With the span of the type, so that the error about another type of that name is reported once.
            None if property.shape.is_nav() => {
                quote_spanned!(field.span=> <#ty as _odata::NavigationField>::absent())
            }
            None => quote!(_odata::Default::default()),
        },
    };
    quote!(#ident: #value)
}

fn default_of(ty: &Type) -> TokenStream {
    quote_spanned!(span_of(ty)=> <#ty as _odata::Default>::default())
}

/// Reads the property with a given slot.
fn read_property(model: &Resource<'_>) -> TokenStream {
    let arms = model.properties().map(|(field, property)| {
        let (slot, member) = (Literal::u16_suffixed(property.slot), field.ident);
        if property.shape.is_nav() {
            return nav_arm(&model.item, field, property);
        }
        let codec = codec::of(&model.item, property);
        let setter = if field.has_initial_value() {
            quote!(read_field)
        } else {
            quote!(read_required)
        };
        quote_spanned! {field.span=>
            #slot => _de::#setter::<#codec, _, __A>(&mut builder.#member, map)
        }
    });
    // A patch has no field for some slots. Each level passes them to its base, and the root skips the value.
    let otherwise = match model.base() {
        Some(base) => {
            let (member, ty) = (base.ident, Base::of(model).map(|it| it.ty));
            let declared = Literal::u16_suffixed(model.declared);
            quote! {
                <#ty as _de::ReadResource<'__de>>::read_property::<__A>(&mut builder.#member, slot.in_base(#declared), map)
            }
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

/// Returns the assertions about a type with parameters.
fn assertions(model: &Resource<'_>) -> TokenStream {
    if !model.has_parameters() {
        return TokenStream::new();
    }
    if stand_in(&model.item).is_some() {
        // The rest is checked without parameters.
        assertions::about_properties(model, &quote!(Self), true)
    } else {
        assertions::about_type(model, &quote!(Self), true)
    }
}

/// Returns the bags of the chain, while a value is read.
fn bags_mut(model: &Resource<'_>) -> TokenStream {
    let base = model.base().map(|base| {
        let (member, ty) = (base.ident, Base::of(model).map(|it| it.ty));
        quote! {
            <#ty as _de::ReadResource<'__de>>::bags_mut(&mut builder.#member)
        }
    });
    let own: Vec<TokenStream> = bags(model)
        .map(|bag| bag.set("bags", &quote!(&mut builder), "as_bag_mut"))
        .collect();
    let body = match (base, own.is_empty()) {
        (None, true) => return TokenStream::new(),
        (Some(base), true) => base,
        (base, false) => {
            let inherited = base.unwrap_or_else(|| quote!(_de::BagsMut::NONE));
            quote!(let mut bags = #inherited; #(#own)* bags)
        }
    };
    quote! {
        fn bags_mut<'__s>(builder: &'__s mut _de::Builder<'__de, Self>) -> _de::BagsMut<'__s> {
            #body
        }
    }
}
