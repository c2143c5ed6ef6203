//! A hierarchy: reading by type tag, writing, and access to the values.

mod access;

pub(super) use access::{base_part, conversions};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::Type;

use super::{base::with_static_lifetimes, definition, impls::span_of, index::index_literal};
use crate::model::{
    Bounds, compact,
    hierarchy::{Hierarchy, OtherVariant, Variant},
    mentions_parameter, stand_ins, type_argument,
};

pub(super) fn expand(model: &Hierarchy<'_>, base: &Type) -> TokenStream {
    // An item of its own, so that an error about its type is reported once.
    let known = model.known.as_ref().map(|list| {
        let path = &list.path;
        let span = span_of(path);
        if list.is_checked {
            let names = quote_spanned!(span=> _odata::TypeNames::names(&#path));
            // No constant: the compiler would visit each of its names again.
            return quote! {
                fn __known() -> &'static [&'static str] {
                    #names
                }
            };
        }
        let list = quote_spanned!(span=> &#path);
        let assertion = quote_spanned!(span=> _assert::assert_sorted(__KNOWN));
        quote! {
            const __KNOWN: &[&str] = #list;
            const _: () = #assertion;
            fn __known() -> &'static [&'static str] {
                __KNOWN
            }
        }
    });
    let types = types(model, base);
    let read = read(model, base);
    let write = write(model);
    let validate = validate(model);
    let conversions = conversions(model);
    let base_part = base_part(model, base, false);
    let assertions = assertions(model, base);
    quote!(#known #types #read #write #validate #conversions #base_part #assertions)
}

/// Returns the assertions about the types of the variants. An item with parameters is checked with stand-ins in their place.
fn assertions(model: &Hierarchy<'_>, base: &Type) -> TokenStream {
    let Some(stand_ins) = stand_ins(&model.item) else {
        return TokenStream::new();
    };
    let holder_of = |variant: &Variant<'_>| {
        let ty = with_static_lifetimes(variant.ty.to_token_stream());
        // If a type with parameters is not a variant, the error is that of its impl of `Variant`.
        if mentions_parameter(variant.ty, model.item.generics) {
            quote_spanned!(span_of(variant.ty)=> _de::TypesOf::<#ty>)
        } else {
            quote_spanned!(span_of(variant.ty)=> <#ty as _de::Variant>)
        }
    };
    let types_of = |variant: &Variant<'_>| {
        let holder = holder_of(variant);
        quote_spanned!(span_of(variant.ty)=> #holder::TYPES)
    };
    let types = model.variants.iter().map(types_of);
    let base_ty = with_static_lifetimes(base.to_token_stream());
    let base_text = compact(base);
    let has_arguments = type_argument(base).is_some();
    let checks = model.variants.iter().map(|variant| {
        let (holder, types) = (holder_of(variant), types_of(variant));
        let base = quote!(_base::IsResource::<#base_ty>::TYPE);
        let is_default = variant.default.is_some();
        // A base without arguments is one type only.
        let same_arguments = has_arguments.then(|| {
            quote_spanned! {span_of(variant.ty)=>
                _assert::assert_same_arguments(#types, #base, #base_text);
            }
        });
        quote_spanned! {span_of(variant.ty)=>
            _assert::assert_derived(#types, #holder::IS_PATCH, #base, #is_default);
            #same_arguments
        }
    });
    let span = span_of(base);
    let no_patch = quote_spanned! {span=>
        _assert::assert_base(_base::IsResource::<#base_ty>::KIND, #base_text);
    };
    let all_types = if model.item.generics.params.is_empty() {
        types_of_all(model)
    } else {
        quote!(_de::VariantTypes::Many(&[#(#types),*]))
    };
    let all = quote_spanned! {span=>
        _assert::assert_distinct(#all_types, if _base::IsResource::<#base_ty>::VALUE {
            _odata::None
        } else {
            _odata::Some(#base_text)
        });
    };
    quote!(const _: () = { #stand_ins #no_patch #(#checks)* #all };)
}

/// Returns a constant of the base; that of an empty type if the base is not a resource. `with_bounds` is an expression for it under bounds of
/// the user's own, which hide whether the base is a resource.
fn base_constant(
    model: &Hierarchy<'_>,
    base: &Type,
    name: TokenStream,
    with_bounds: TokenStream,
) -> TokenStream {
    if model.item.generics.params.is_empty() || model.item.bound.is_none() {
        quote!(_base::IsResource::<#base>::#name)
    } else {
        with_bounds
    }
}

/// Returns the description of the base; one without a name if it is not a resource.
fn base_type(model: &Hierarchy<'_>, base: &Type) -> TokenStream {
    let with_bounds = quote!(<#base as _odata::ODataResource>::TYPE);
    base_constant(model, base, quote!(TYPE), with_bounds)
}

fn variant_types<'a>(model: &'a Hierarchy<'a>) -> impl Iterator<Item = TokenStream> {
    model.variants.iter().map(|variant| {
        let ty = variant.ty;
        quote_spanned!(span_of(ty)=> <#ty as _de::Variant>::TYPES)
    })
}

/// Returns the types of all variants of a hierarchy without parameters. An item inside of another one cannot use `Self`.
fn types_of_all(model: &Hierarchy<'_>) -> TokenStream {
    let ident = model.item.ident;
    quote!(<#ident as _de::Variant>::TYPES)
}

/// The direction of the functions of a variant's type.
#[derive(Clone, Copy)]
enum Access {
    Read,
    Write,
    Base,
}

/// Returns the type that has the functions of a variant's type. A type that cannot be a variant causes no further errors.
fn access_to(model: &Hierarchy<'_>, ty: &Type, access: Access) -> TokenStream {
    // With bounds of the user's own, a type that has the functions could seem to have none.
    let has_own_bounds = model.item.bound.is_some() && mentions_parameter(ty, model.item.generics);
    match (access, has_own_bounds) {
        (Access::Read, true) => quote!(<#ty as _de::ReadVariant<'__de>>),
        (Access::Write, true) => quote!(<#ty as _ser::WriteVariant>),
        (Access::Base, true) => quote!(<#ty as _ser::BaseAccess>),
        (Access::Read, false) => quote!(_de::VariantReader::<'__de, #ty>),
        (Access::Write, false) => quote!(_ser::VariantWriter::<#ty>),
        (Access::Base, false) => quote!(_ser::VariantBase::<#ty>),
    }
}

/// Returns the list of `known`.
fn known(model: &Hierarchy<'_>) -> TokenStream {
    match &model.known {
        Some(_) => quote!(__known()),
        None => quote!(&[]),
    }
}

/// The hierarchy has the name of its base: a property that is declared with the base's type holds it.
fn types(model: &Hierarchy<'_>, base: &Type) -> TokenStream {
    let (has_other, known) = (model.other.is_some(), known(model));
    let constant = |name, with_bounds| base_constant(model, base, name, with_bounds);
    let base_type = base_type(model, base);
    let base_name = constant(quote!(NAME), quote!(<#base as _odata::ODataType>::NAME));
    let base_kind = constant(quote!(KIND), quote!(<#base as _odata::ODataType>::KIND));
    let description = constant(quote!(DESCRIBE), quote!(_odata::describe::<#base>));
    let variants: Vec<&Type> = model.variants.iter().map(|variant| variant.ty).collect();
    let definition = definition::of_hierarchy(&model.item, &variants);
    let odata_type = model.item.implement(
        Bounds::Type,
        quote!(_odata::ODataType),
        quote! {
            const NAME: &'static str = #base_name;
            const KIND: _odata::TypeKind = _odata::TypeKind::hierarchy(#description, #base_kind);
            #[inline]
            fn accepts(name: &str) -> bool {
                _de::accepts(#base_type, <Self as _de::Variant>::TYPES, #has_other, #known, name)
            }
            #definition
        },
    );
    let types = variant_types(model);
    let other = has_other.then(|| {
        quote!(
            const HAS_OTHER: bool = true;
        )
    });
    let variant = model.item.implement(
        Bounds::Type,
        quote!(_de::Variant),
        quote! {
            const TYPES: _de::VariantTypes = _de::VariantTypes::Many(&[#(#types),*]);
            #other
        },
    );
    let property_type = model.item.property_type("ValueOf");
    quote!(#odata_type #property_type #variant)
}

fn read(model: &Hierarchy<'_>, base: &Type) -> TokenStream {
    let item = &model.item;
    let find = if item.generics.params.is_empty() {
        let types = types_of_all(model);
        quote! {
            static NAMES: _de::VariantIndex = _de::VariantIndex::new(#types);
            NAMES.find(name)
        }
    } else {
        quote!(_de::VariantIndex::search(
            <Self as _de::Variant>::TYPES,
            name
        ))
    };
    let mut default = quote!(_odata::None);
    let mut arms = Vec::new();
    for (i, variant) in model.variants.iter().enumerate() {
        let (index, name, ty) = (index_literal(i), variant.ident, variant.ty);
        if variant.default.is_some() {
            default = quote_spanned!(span_of(ty)=> _odata::Some((#index, <#ty as _de::Variant>::TYPE_NAME)));
        }
        let reader = if variant.is_boxed {
            quote!(read_boxed)
        } else {
            quote!(read)
        };
        let access = access_to(model, ty, Access::Read);
        arms.push(quote! {
            #index => match #access::#reader::<__A>(input) {
                _odata::Ok(value) => _odata::Ok(Self::#name(value)),
                _odata::Err(error) => _odata::Err(error),
            }
        });
    }
    let other = match model.other {
        Some(OtherVariant { ident, ty }) => {
            let resource = quote_spanned!(span_of(ty)=> <#ty as _odata::BagField<_odata::DynamicResource>>::from_bag(resource));
            quote!(_odata::Some(Self::#ident(#resource)))
        }
        None => quote!(_odata::None),
    };
    let known = known(model);
    let base_type = base_type(model, base);
    let hierarchy = item.implement(
        Bounds::Read,
        quote!(_de::ReadHierarchy<'__de>),
        quote! {
            const BASE: &'static _odata::StructuredType = #base_type;
            const DEFAULT: _odata::Option<(u16, &'static str)> = #default;
            fn known() -> &'static [&'static str] {
                #known
            }
            #[inline]
            fn find(name: &str) -> _odata::Option<(u16, &'static str)> {
                #find
            }
            fn read<__A: _serde::de::MapAccess<'__de>>(
                variant: u16,
                input: _de::TaggedInput<'_, '__de, __A>,
            ) -> _odata::Result<Self, __A::Error> {
                match variant {
                    #(#arms,)*
                    _ => _de::no_variant(),
                }
            }
            #[allow(unused_variables)]
            fn other(resource: _odata::DynamicResource) -> _odata::Option<Self> {
                #other
            }
        },
    );
    let variant = item.implement(
        Bounds::Read,
        quote!(_de::ReadVariant<'__de>),
        quote! {
            fn read<__A: _serde::de::MapAccess<'__de>>(
                input: _de::TaggedInput<'_, '__de, __A>,
            ) -> _odata::Result<Self, __A::Error> {
                _de::read_nested::<Self, __A>(input)
            }
            fn read_boxed<__A: _serde::de::MapAccess<'__de>>(
                input: _de::TaggedInput<'_, '__de, __A>,
            ) -> _odata::Result<_odata::Box<Self>, __A::Error> {
                _de::read_nested::<Self, __A>(input).map(_odata::Box::new)
            }
        },
    );
    let deserialize = item.deserialize(
        TokenStream::new(),
        quote!(_de::read_hierarchy::<Self, __D>(deserializer)),
    );
    quote!(#hierarchy #variant #deserialize)
}

fn write(model: &Hierarchy<'_>) -> TokenStream {
    let arms = model.variants.iter().map(|variant| {
        let (name, inner) = (variant.ident, inner(variant));
        let access = access_to(model, variant.ty, Access::Write);
        (
            quote!(Self::#name(value) => #access::write::<__S>(#inner, declared, serializer)),
            quote!(Self::#name(value) => #access::type_name(#inner)),
        )
    });
    let (arms, names): (Vec<_>, Vec<_>) = arms.unzip();
    let resource = model.other.map(|OtherVariant { ty, .. }| {
        quote_spanned!(span_of(ty)=> <#ty as _odata::BagField<_odata::DynamicResource>>::as_bag(resource))
    });
    let other = model.other.map(|OtherVariant { ident, .. }| {
        quote!(Self::#ident(resource) => _serde::Serialize::serialize(#resource, serializer),)
    });
    let other_type_name = model.other.map(|OtherVariant { ident, .. }| {
        quote!(Self::#ident(resource) => _odata::DynamicResource::type_name(#resource),)
    });
    let variant = model.item.implement(
        Bounds::Write,
        quote!(_ser::WriteVariant),
        quote! {
            #[allow(unused_variables)]
            fn write<__S: _serde::Serializer>(&self, declared: &str, serializer: __S) -> _odata::Result<__S::Ok, __S::Error> {
                match self {
                    #(#arms,)*
                    #other
                }
            }
            fn type_name(&self) -> _odata::Option<&str> {
                match self {
                    #(#names,)*
                    #other_type_name
                }
            }
        },
    );
    let serialize = model.item.serialize(
        TokenStream::new(),
        quote!(_ser::WriteVariant::write::<__S>(
            self,
            <Self as _odata::ODataType>::NAME,
            serializer
        )),
    );
    quote!(#variant #serialize)
}

fn validate(model: &Hierarchy<'_>) -> TokenStream {
    let arms = model.variants.iter().map(|variant| {
        let (name, inner) = (variant.ident, inner(variant));
        quote!(Self::#name(value) => _validate::nested::Nested(#inner).check(at, violations))
    });
    let other = model
        .other
        .map(|OtherVariant { ident, .. }| quote!(Self::#ident(_) => {}));
    model.item.validate(
        quote!(#[allow(unused_variables)]),
        quote!(match self { #(#arms,)* #other }),
    )
}

/// Returns the value in a variant, without its box, if `value` is a reference to the variant's field.
fn inner(variant: &Variant<'_>) -> TokenStream {
    if variant.is_boxed {
        quote!(&**value)
    } else {
        quote!(value)
    }
}
