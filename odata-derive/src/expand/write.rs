//! `WriteResource`, and `Serialize` through it.

use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};

use super::{bags::bags, base::Base, codec, repeated::Repeated};
use crate::model::{Bounds, Field, Property, Resource, mentions_parameter};

/// Shorter runs of properties with one codec are written one by one.
const MIN_RUN: usize = 4;

pub(super) fn expand(model: &Resource<'_>) -> TokenStream {
    let (level, base_fields) = match model.base() {
        Some(base) => {
            let (member, resolver) = (base.ident, Base::of(model).map(|it| it.resolver));
            (
                // A base that is more private than the type is reported at this item.
                quote_spanned!(base.span=> type Level = _ser::DerivedFrom<#resolver>;),
                Some(quote!(members.base::<#resolver>(&self.#member))),
            )
        }
        None => (
            quote!(
                type Level = _ser::Root;
            ),
            None,
        ),
    };
    // One call writes all properties of a run, because the compiler takes much longer for a call than for an element.
    let properties: Vec<_> = model.properties().collect();
    let runs: Vec<_> = properties
        .chunk_by(|(_, it), (_, next)| it.codec.is_some() && it.codec == next.codec)
        .collect();
    let alone = runs.iter().filter(|it| it.len() < MIN_RUN);
    let declared = (alone.clone().next())
        .map(|_| quote!(let declared = <Self as _odata::ODataResource>::TYPE;));
    let mut functions = Repeated::of(model, alone.copied().flatten().map(|(_, it)| *it));
    let mut statements = Vec::new();
    for run in runs {
        if run.len() < MIN_RUN {
            statements.extend(
                run.iter()
                    .map(|(field, it)| property(model, field, it, &mut functions)),
            );
        } else {
            statements.extend(run_of_properties(model, run));
        }
    }
    let functions = functions.definitions;
    let fields = base_fields.into_iter().chain(statements);
    let bags = bags_of_chain(model);
    let write = model.item.implement(
        Bounds::Write,
        quote!(_ser::WriteResource),
        quote! {
            #level
            #[allow(unused_variables)]
            fn fields<'__a, __W: _ser::WriteMembers>(&'__a self, members: &'__a mut __W) {
                #functions
                #declared
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

/// Writes a property.
fn property(
    model: &Resource<'_>,
    field: &Field<'_>,
    property: &Property<'_>,
    functions: &mut Repeated,
) -> TokenStream {
    let member = field.ident;
    let position = Literal::u16_suffixed(model.position(property));
    if property.shape.is_nav() {
        let ty = field.ty;
        // Whether the type can be written is known only without parameters.
        return if mentions_parameter(ty, model.item.generics) {
            quote_spanned!(field.span=> members.navigation(declared, #position, &self.#member))
        } else {
            quote_spanned! {field.span=>
                _odata::navigation::FieldWriter::<#ty>::write::<__W>(members, declared, #position, &self.#member)
            }
        };
    }
    let codec = || codec::of(&model.item, property);
    let function = functions.function("write", property, |function| {
        let (codec, ty) = (codec(), field.ty);
        quote_spanned! {field.span=>
            fn #function<__W: _ser::WriteMembers>(members: &mut __W, declared: &'static _odata::StructuredType, position: u16, value: &#ty) {
                members.property::<#codec, _>(declared, position, value);
            }
        }
    });
    if let Some(function) = function {
        return quote!(#function(members, declared, #position, &self.#member));
    }
    let codec = codec();
    quote_spanned!(field.span=> members.property::<#codec, _>(declared, #position, &self.#member))
}

/// Writes properties with one codec.
fn run_of_properties(
    model: &Resource<'_>,
    run: &[(&Field<'_>, &Property<'_>)],
) -> Option<TokenStream> {
    let (field, property) = run.first()?;
    let codec = codec::of(&model.item, property);
    let names = run.iter().map(|(_, it)| &it.name);
    let members = run.iter().map(|(it, _)| it.ident);
    Some(quote_spanned! {field.span=>
        members.properties::<#codec, _>(&[#(#names),*], &[#(&self.#members),*])
    })
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
