//! `ReadResource`, and `Deserialize` through it.

mod parts;
mod property;

use parts::Parts;
use proc_macro2::{Span, TokenStream};
use property::read_property;
use quote::{ToTokens, quote, quote_spanned};
use syn::Type;

use super::{assertions, bags::bags, base::Base, codec, impls::span_of};
use crate::model::{
    Bounds, DefaultValue, Field, NonProperty, Resource, Role, mentions_lifetime, stand_in,
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
    let patch_constants = model.is_patch.then(|| {
        quote! {
            const REQUIRED: _de::Required = _de::Required::None;
            const IS_WHOLE: bool = false;
        }
    });
    let new_builder = new_builder(model);
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
            #patch_constants
            #[inline]
            fn new_builder() -> _de::Builder<'__de, Self> {
                #new_builder
            }
            #read_property
            #bags_mut
            #build
        },
    );
    quote!(#with_codecs #lists_of_types #definition #read)
}

/// Returns the value of the builder before properties are read.
fn new_builder(model: &Resource<'_>) -> TokenStream {
    let base = Base::of(model);
    let Some(default) = model.item.default else {
        let values = (model.fields.iter()).map(|field| initial_value(field, base.as_ref()));
        return quote!(_de::Builder::<'__de, Self> { #(#values,)* });
    };
    // A struct without this trait is reported at the key.
    let value = quote_spanned!(span_of(&default)=> <Self as _odata::Default>::default());
    let own: Vec<_> = (model.properties())
        .filter(|(_, property)| property.default.is_some())
        .map(|(field, _)| initial_value(field, base.as_ref()))
        .collect();
    if own.is_empty() {
        value
    } else {
        quote!(Self { #(#own,)* ..#value })
    }
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

/// Returns the implementation that reads the properties of the base.
fn base_reader(model: &Resource<'_>) -> Option<TokenStream> {
    let Base { resolver, ty } = Base::of(model)?;
    Some(if model.item.default.is_some() {
        quote!(<#resolver as _de::BaseInPlace<'__de>>)
    } else {
        quote!(<#ty as _de::ReadResource<'__de>>)
    })
}

/// Returns the bags of the chain, while a value is read.
fn bags_mut(model: &Resource<'_>) -> TokenStream {
    let base = model.base().map(|base| {
        let (member, reader) = (base.ident, base_reader(model));
        quote!(#reader::bags_mut(&mut builder.#member))
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
