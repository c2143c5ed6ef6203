//! `WriteResource`, and `Serialize` through it.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::{bags::bags, base::Base, codec};
use crate::model::{Bounds, Resource, mentions_parameter};

pub(super) fn expand(model: &Resource<'_>) -> TokenStream {
    let (level, base_fields) = match model.base() {
        Some(base) => {
            let (member, resolver) = (base.ident, Base::of(model).map(|it| it.resolver));
            (
                // A base that is more private than the type is reported at this item.
                quote_spanned!(base.span=> type Level = _ser::DerivedFrom<#resolver>;),
                Some(quote!(_ser::write_base::<#resolver, __W>(&self.#member, members))),
            )
        }
        None => (
            quote!(
                type Level = _ser::Root;
            ),
            None,
        ),
    };
    let properties = model.properties().map(|(field, property)| {
        let (member, name) = (field.ident, &property.name);
        if property.shape.is_nav() {
            let ty = field.ty;
            // Whether the type can be written is known only without parameters.
            return if mentions_parameter(ty, model.item.generics) {
                quote_spanned!(field.span=> members.navigation(#name, &self.#member))
            } else {
                quote_spanned! {field.span=>
                    _odata::navigation::FieldWriter::<#ty>::write::<__W>(members, #name, &self.#member)
                }
            };
        }
        let codec = codec::of(&model.item, property);
        quote_spanned! {field.span=>
            members.property::<#codec, _>(#name, &self.#member)
        }
    });
    let fields = base_fields.into_iter().chain(properties);
    let bags = bags_of_chain(model);
    let write = model.item.implement(
        Bounds::Write,
        quote!(_ser::WriteResource),
        quote! {
            #level
            #[allow(unused_variables)]
            fn fields<'__a, __W: _ser::WriteMembers>(&'__a self, members: &'__a mut __W) {
                #(#fields;)*
            }
            #bags
        },
    );
    let serialize = model.item.serialize(
        TokenStream::new(),
        quote!(_ser::write_resource::<Self, __S>(self, serializer)),
    );
    quote!(#write #serialize)
}

/// Returns the bags of the chain; nothing if all are the base's, which the runtime finds itself.
fn bags_of_chain(model: &Resource<'_>) -> TokenStream {
    let own: Vec<TokenStream> = bags(model)
        .map(|bag| bag.set("bags", &quote!(&self), "as_bag"))
        .collect();
    if own.is_empty() {
        return TokenStream::new();
    }
    let inherited = match model.base() {
        Some(_) => quote!(_ser::Bags::of_base(self)),
        None => quote!(_ser::Bags::NONE),
    };
    quote! {
        #[inline]
        fn bags(&self) -> _ser::Bags<'_> {
            let mut bags = #inherited;
            #(#own)*
            bags
        }
    }
}
