//! `ReadResource` and the one-line `Deserialize` over it.

use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Generics, Type, spanned::Spanned};

use super::{
    at, codec, describe,
    lookup::{self, place, short},
};
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
    let Building { pick, finish, .. } = Building::of_nothing();
    let deserialize = deserialize(
        model,
        quote!(_odata::read::abstract_type::<Self, __D>(deserializer)),
    );
    quote! {
        #[automatically_derived]
        #[allow(unused_variables)]
        impl #impl_generics _odata::read::ReadResource<'__de> for #ident #ty_generics #clause {
            type Partial = ();
            type Pick<__W, __P> = #pick;
            const OFFSET: u16 = 0;
            const COUNT: u16 = 0;
            const REQUIRED: _odata::read::Seen = _odata::read::Seen::NONE;
            fn start() {}
            fn index(key: &str) -> u16 {
                _odata::read::UNKNOWN
            }
            fn visit<__A: _odata::serde::de::MapAccess<'__de>>(partial: &mut (), index: u16, map: &mut __A) -> ::core::result::Result<(), __A::Error> {
                _odata::read::pass_over(map)
            }
            fn sinks(partial: &mut ()) -> _odata::read::Sinks<'_> {
                _odata::read::Sinks::NONE
            }
            #finish
        }
        #deserialize
    }
}

fn deserialize(model: &Resource<'_>, body: TokenStream) -> TokenStream {
    let ident = model.ident;
    let generics = with_de(&bounded(model.generics, Bounds::Read));
    let (impl_generics, _, clause) = generics.split_for_impl();
    let (_, ty_generics, _) = model.generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics _odata::serde::Deserialize<'__de> for #ident #ty_generics #clause {
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

    let base = model.base().map(|it| (it.ident, it.ty));
    let offset = base.map_or_else(
        || quote!(0),
        |(_, ty)| quote!(<#ty as _odata::read::ReadResource<'__de>>::COUNT),
    );
    let count = short(model.declared());
    let required = required(model);
    let index = index(model);
    let visit = visit(model);
    let sinks = sinks(model);
    let start = model.fields.iter().map(start_of);
    let whole = model.is_patch.then(|| {
        quote!(
            const IS_WHOLE: bool = false;
        )
    });
    let building = Building::of(model, &generics);
    let Building {
        parts,
        partial,
        pick,
        finish,
    } = building;
    let with = codec::with_modules(model.generics, model.properties());
    quote! {
        #with
        #parts
        #[automatically_derived]
        impl #impl_generics _odata::read::ReadResource<'__de> for #ident #ty_generics #clause {
            type Partial = #partial;
            type Pick<__W, __P> = #pick;
            const OFFSET: u16 = #offset;
            const COUNT: u16 = Self::OFFSET + #count;
            const REQUIRED: _odata::read::Seen = #required;
            #whole
            #[inline]
            fn start() -> Self::Partial {
                Self::Partial { #(#start,)* }
            }
            #index
            #visit
            #sinks
            #finish
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

/// A property that must be there: anything that is no `Option` and has no default.
fn is_required(property: &Property<'_>) -> bool {
    !property.shape.is_option() && !property.shape.is_related() && property.default.is_none()
}

fn required(model: &Resource<'_>) -> TokenStream {
    let own: Vec<Literal> = model
        .properties()
        .filter(|(_, it)| is_required(it))
        .map(|(_, it)| place(it.index))
        .collect();
    let base = match model.base() {
        Some(base) => {
            let ty = base.ty;
            quote!(<#ty as _odata::read::ReadResource<'__de>>::REQUIRED)
        }
        None => quote!(_odata::read::Seen::NONE),
    };
    if own.is_empty() {
        base
    } else {
        quote!(_odata::read::Seen::with(#base, Self::OFFSET, &[#(#own),*]))
    }
}

/// What a field starts with.
fn start_of(field: &Field<'_>) -> TokenStream {
    let (ident, ty) = (field.ident, field.ty);
    let value = match &field.role {
        Role::Base => quote!(<#ty as _odata::read::ReadResource<'__de>>::start()),
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

/// `index`: the own names, then the base's.
fn index(model: &Resource<'_>) -> TokenStream {
    let otherwise = match model.base() {
        Some(base) => {
            let ty = base.ty;
            quote!(<#ty as _odata::read::ReadResource<'__de>>::index(key))
        }
        None => quote!(_odata::read::UNKNOWN),
    };
    let is_empty = model.declared() == 0;
    let body = if is_empty {
        otherwise
    } else {
        let names = model.declared_names();
        let own = lookup::position(&quote!(key), names.into_iter(), &quote!(return #otherwise));
        quote!(Self::OFFSET + #own)
    };
    let allow = is_empty.then(|| quote!(#[allow(unused_variables)]));
    quote! {
        #allow
        #[inline]
        fn index(key: &str) -> u16 {
            #body
        }
    }
}

fn visit(model: &Resource<'_>) -> TokenStream {
    let arms = model.properties().map(|(field, property)| {
        let (i, member) = (place(property.index), field.ident);
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
    let passed_over: Vec<Literal> = model.passed_over.iter().map(|(_, i)| place(*i)).collect();
    let passed_over = (!passed_over.is_empty())
        .then(|| quote!(#(#passed_over)|* => _odata::read::pass_over(map),));
    let otherwise = match model.base() {
        Some(base) => {
            let (member, ty) = (base.ident, base.ty);
            quote!(<#ty as _odata::read::ReadResource<'__de>>::visit::<__A>(&mut partial.#member, index, map))
        }
        None => quote!(_odata::read::pass_over(map)),
    };
    let checks = referred_checks(model);
    quote! {
        #[allow(unused_variables)]
        fn visit<__A: _odata::serde::de::MapAccess<'__de>>(
            partial: &mut Self::Partial,
            index: u16,
            map: &mut __A,
        ) -> ::core::result::Result<(), __A::Error> {
            #checks
            match index.wrapping_sub(Self::OFFSET) {
                #(#arms,)*
                #passed_over
                _ => #otherwise,
            }
        }
    }
}

/// A navigation property, and the members that say something of it.
fn related(field: &Field<'_>, property: &Property<'_>) -> TokenStream {
    let (member, is_nullable) = (field.ident, !property.not_nullable);
    let members = RELATED.map(|it| place(property.index + it));
    quote_spanned! {at(field.ty.span())=>
        #(#members)|* => _odata::member::read::<_, __A>(&mut partial.#member, index.wrapping_sub(Self::OFFSET), #is_nullable, map)
    }
}

/// What the runtime adds to a navigation property's index for its link, its count and its next link: `odata_core::navigation::member`.
const RELATED: [u16; 4] = [0, 0x1000, 0x2000, 0x3000];

/// The model rules of a type with parameters.
fn referred_checks(model: &Resource<'_>) -> TokenStream {
    if !model.has_parameters() {
        return TokenStream::new();
    }
    let rules = describe::rules(model, &quote!(__declared));
    if rules.is_empty() {
        return rules;
    }
    quote! {
        const {
            let __declared = <Self as _odata::ODataResource>::TYPE;
            #rules
        }
    }
}

fn sinks(model: &Resource<'_>) -> TokenStream {
    let base = model.base().map(|base| {
        let (member, ty) = (base.ident, base.ty);
        quote!(<#ty as _odata::read::ReadResource<'__de>>::sinks(&mut partial.#member))
    });
    let own: Vec<TokenStream> = bags(model)
        .map(|bag| {
            let Bag { place, field, kept } = bag;
            let (member, ty) = (field.ident, field.ty);
            let bag = quote_spanned!(at(ty.span())=> <#ty as _odata::Keeps<#kept>>::as_bag_mut(&mut partial.#member));
            quote!(sinks.#place = ::core::option::Option::Some(#bag);)
        })
        .collect();
    let start = base.unwrap_or_else(|| quote!(_odata::read::Sinks::NONE));
    let body = if own.is_empty() {
        start
    } else {
        quote!(let mut sinks = #start; #(#own)* sinks)
    };
    quote! {
        #[allow(unused_variables)]
        #[inline]
        fn sinks(partial: &mut Self::Partial) -> _odata::read::Sinks<'_> {
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

/// What is filled while reading, and how it becomes the whole.
struct Building {
    /// The struct of parts, where one may be needed.
    parts: TokenStream,
    partial: TokenStream,
    pick: TokenStream,
    finish: TokenStream,
}

impl Building {
    fn of(model: &Resource<'_>, generics: &Generics) -> Building {
        let in_place = model.fields.iter().all(has_placeholder);
        match (in_place, model.base()) {
            (true, None) => Building {
                parts: TokenStream::new(),
                partial: quote!(Self),
                pick: quote!(__W),
                finish: quote! {
                    #[inline]
                    fn finish(partial: Self) -> ::core::option::Option<Self> {
                        ::core::option::Option::Some(partial)
                    }
                    #[inline]
                    fn rebuild<__W, __P>(pick: __W, _: impl ::core::ops::FnOnce(__P) -> ::core::option::Option<__W>) -> ::core::option::Option<__W> {
                        ::core::option::Option::Some(pick)
                    }
                    #[inline]
                    fn finish_boxed(partial: _odata::Box<Self>) -> ::core::option::Option<_odata::Box<Self>> {
                        ::core::option::Option::Some(partial)
                    }
                    #[inline]
                    fn rebuild_boxed<__W, __P>(
                        pick: _odata::Box<__W>,
                        _: impl ::core::ops::FnOnce(__P) -> ::core::option::Option<__W>,
                    ) -> ::core::option::Option<_odata::Box<__W>> {
                        ::core::option::Option::Some(pick)
                    }
                },
            },
            (true, Some(base)) => Building::by_base(model, generics, base),
            (false, _) => Building::of_parts(model, generics),
        }
    }

    /// Of a type with mistakes nothing can be built.
    fn of_nothing() -> Building {
        Building {
            parts: TokenStream::new(),
            partial: quote!(()),
            pick: quote!(__P),
            finish: quote! {
                fn finish(parts: ()) -> ::core::option::Option<Self> {
                    ::core::option::Option::None
                }
                fn rebuild<__W, __P>(pick: __P, f: impl ::core::ops::FnOnce(__P) -> ::core::option::Option<__W>) -> ::core::option::Option<__W> {
                    f(pick)
                }
                fn finish_boxed(parts: _odata::Box<()>) -> ::core::option::Option<_odata::Box<Self>> {
                    ::core::option::Option::None
                }
                fn rebuild_boxed<__W, __P>(
                    pick: _odata::Box<__P>,
                    f: impl ::core::ops::FnOnce(__P) -> ::core::option::Option<__W>,
                ) -> ::core::option::Option<_odata::Box<__W>> {
                    f(*pick).map(_odata::Box::new)
                }
            },
        }
    }

    /// The base decides whether the whole is filled, or parts are.
    fn by_base(model: &Resource<'_>, generics: &Generics, base: &Field<'_>) -> Building {
        let ty = base.ty;
        let (parts, parts_type) = parts(model, generics);
        let whole = whole(model);
        let base = quote!(<#ty as _odata::read::ReadResource<'__de>>);
        Building {
            parts,
            partial: quote!(#base::Pick<Self, #parts_type>),
            pick: quote!(#base::Pick<__W, __P>),
            finish: quote! {
                #[inline]
                fn finish(partial: Self::Partial) -> ::core::option::Option<Self> {
                    #base::rebuild::<Self, #parts_type>(partial, |parts| #whole)
                }
                #[inline]
                fn rebuild<__W, __P>(
                    pick: Self::Pick<__W, __P>,
                    f: impl ::core::ops::FnOnce(__P) -> ::core::option::Option<__W>,
                ) -> ::core::option::Option<__W> {
                    #base::rebuild::<__W, __P>(pick, f)
                }
                #[inline]
                fn finish_boxed(partial: _odata::Box<Self::Partial>) -> ::core::option::Option<_odata::Box<Self>> {
                    #base::rebuild_boxed::<Self, #parts_type>(partial, |parts| #whole)
                }
                #[inline]
                fn rebuild_boxed<__W, __P>(
                    pick: _odata::Box<Self::Pick<__W, __P>>,
                    f: impl ::core::ops::FnOnce(__P) -> ::core::option::Option<__W>,
                ) -> ::core::option::Option<_odata::Box<__W>> {
                    #base::rebuild_boxed::<__W, __P>(pick, f)
                }
            },
        }
    }

    /// A part has nothing to stand in for it.
    fn of_parts(model: &Resource<'_>, generics: &Generics) -> Building {
        let (parts, parts_type) = parts(model, generics);
        let whole = whole(model);
        Building {
            parts,
            partial: parts_type,
            pick: quote!(__P),
            finish: quote! {
                #[inline]
                fn finish(parts: Self::Partial) -> ::core::option::Option<Self> {
                    #whole
                }
                #[inline]
                fn rebuild<__W, __P>(pick: __P, f: impl ::core::ops::FnOnce(__P) -> ::core::option::Option<__W>) -> ::core::option::Option<__W> {
                    f(pick)
                }
                #[inline]
                fn finish_boxed(parts: _odata::Box<Self::Partial>) -> ::core::option::Option<_odata::Box<Self>> {
                    Self::finish(*parts).map(_odata::Box::new)
                }
                #[inline]
                fn rebuild_boxed<__W, __P>(
                    pick: _odata::Box<__P>,
                    f: impl ::core::ops::FnOnce(__P) -> ::core::option::Option<__W>,
                ) -> ::core::option::Option<_odata::Box<__W>> {
                    f(*pick).map(_odata::Box::new)
                }
            },
        }
    }
}

/// The struct of parts and its type. Only with a base does it need `'__de`, which says what the base's parts are.
fn parts(model: &Resource<'_>, generics: &Generics) -> (TokenStream, TokenStream) {
    let generics = if model.base().is_some() {
        generics
    } else {
        model.generics
    };
    let (_, ty_generics, clause) = generics.split_for_impl();
    let params = &generics.params;
    let fields = model.fields.iter().map(|field| {
        let (ident, ty) = (field.ident, field.ty);
        match &field.role {
            Role::Base => quote!(#ident: <#ty as _odata::read::ReadResource<'__de>>::Partial),
            _ if !has_placeholder(field) => quote!(#ident: ::core::option::Option<#ty>),
            _ => quote!(#ident: #ty),
        }
    });
    (
        quote!(#[allow(missing_docs, missing_debug_implementations, unreachable_pub)] pub struct __Parts<#params> #clause { #(#fields,)* }),
        quote!(__Parts #ty_generics),
    )
}

/// The whole from `parts`.
fn whole(model: &Resource<'_>) -> TokenStream {
    let fields = model.fields.iter().map(|field| {
        let (ident, ty) = (field.ident, field.ty);
        match &field.role {
            Role::Base => {
                quote!(#ident: <#ty as _odata::read::ReadResource<'__de>>::finish(parts.#ident)?)
            }
            _ if !has_placeholder(field) => quote!(#ident: parts.#ident?),
            _ => quote!(#ident: parts.#ident),
        }
    });
    quote!(::core::option::Option::Some(Self { #(#fields,)* }))
}
