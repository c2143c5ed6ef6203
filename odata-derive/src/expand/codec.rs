//! The codec of a field: the runtime's type that reads and writes it.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::{Path, Type, spanned::Spanned};

use super::impls::span_of;
use crate::model::{
    Bounds, Item, Property, Resource, Shape, is_parameter, is_text, mentions, mentions_parameter,
    stand_ins, type_argument,
};

/// Returns the codec of a property's field.
pub(super) fn of(item: &Item<'_>, property: &Property<'_>) -> TokenStream {
    let codec = if property.with.is_some() {
        let (name, (_, ty_generics, _)) = (with_codec(property), item.generics.split_for_impl());
        if property.is_in_patch {
            quote!(_codec::NonNull<#name #ty_generics>)
        } else {
            quote!(#name #ty_generics)
        }
    } else {
        of_field(item, property)
    };
    if property.is_case_insensitive {
        quote!(_codec::CaseInsensitive<#codec>)
    } else {
        codec
    }
}

/// Returns the codec of the outermost shape, which determines what null and absence mean.
fn of_field(item: &Item<'_>, property: &Property<'_>) -> TokenStream {
    let value = |shape| {
        let codec = of_value(shape, item, property);
        if property.allows_null_collection {
            quote!(_codec::NullCollection<#codec>)
        } else {
            codec
        }
    };
    match &property.shape {
        // `None` is absence only: null is an inner `None`, or an error.
        Shape::Option(inner)
            if inner.is_option() || inner.is_collection() || property.is_not_nullable =>
        {
            let value = value(inner);
            quote!(_codec::NonNull<#value>)
        }
        shape => value(shape),
    }
}

fn of_value(shape: &Shape<'_>, item: &Item<'_>, property: &Property<'_>) -> TokenStream {
    let (wrapper, inner) = match shape {
        Shape::Option(inner) => ("Nullable", inner),
        Shape::Collection(inner) => ("Items", inner),
        Shape::Boxed(inner) => ("Boxed", inner),
        Shape::Number(_) => return quote!(_codec::Number),
        Shape::CowStr(_) if property.is_borrowed => return quote!(_codec::BorrowedStr),
        // It may be a number, which only the instantiated type shows.
        Shape::Serde(ty) if is_parameter(ty, item.generics) => {
            return quote!(_codec::GenericNumber);
        }
        Shape::CowStr(_) => return quote!(_codec::Text),
        Shape::Serde(ty) if is_text(ty) => return quote!(_codec::Text),
        Shape::Serde(ty)
            if property.edm.is_none() && !is_patch_type(ty) && !Shape::is_builtin(ty) =>
        {
            let codec = of_value_type(ty, item, property);
            return match property.derived_types {
                Some(_) => {
                    let (types, span) = (listed_types(property), ty.span());
                    let is_variant = if mentions_parameter(ty, item.generics) {
                        quote!(true)
                    } else {
                        quote!({ _de::TypesOf::<#ty>::IS_VARIANT })
                    };
                    quote_spanned!(span=> _codec::OfListedTypes<#codec, #types, #is_variant>)
                }
                None => codec,
            };
        }
        Shape::Serde(ty) if property.edm.is_some() && !is_patch_type(ty) => {
            return serde_codec(ty, item);
        }
        Shape::Serde(_) | Shape::Nav { .. } => return quote!(_codec::Serde),
    };
    let inner = of_value(inner, item, property);
    let wrapper = format_ident!("{wrapper}");
    quote!(_codec::#wrapper<#inner>)
}

/// Returns the codec of the type of a property's values.
pub(super) fn of_value_type(ty: &Type, item: &Item<'_>, property: &Property<'_>) -> TokenStream {
    let codec = of_type(ty, item);
    let Some((declared, _)) = &property.declared_type else {
        return codec;
    };
    let is_open = [ty, declared]
        .into_iter()
        .any(|it| mentions_parameter(it, item.generics));
    let is_below = if is_open {
        quote!(true)
    } else {
        quote! {
            { _de::TypesOf::<#ty>::IS_HIERARCHY && _base::IsResource::<#declared>::VALUE }
        }
    };
    quote_spanned!(ty.span()=> _codec::DeclaredAs<#codec, #ty, #declared, #is_below>)
}

/// Returns the codec of a property's type.
pub(super) fn of_type(ty: &Type, item: &Item<'_>) -> TokenStream {
    if !is_checked(ty, item) {
        return quote_spanned!(ty.span()=> <#ty as _codec::PropertyType>::Codec);
    }
    quote! {
        <_codec::CodecOf<#ty, { _codec::IsProperty::<#ty>::VALUE }>
            as _codec::ResolveCodec>::Codec
    }
}

/// Returns whether the type is checked before its codec is used. The bounds of a generic type do not hold for all arguments, and the
/// compiler would report each of them.
pub(super) fn is_checked(ty: &Type, item: &Item<'_>) -> bool {
    type_argument(ty).is_some() && !mentions_parameter(ty, item.generics)
}

/// Returns the codec of a type that serde reads and writes. Any other type is reported once, if possible before it is used.
fn serde_codec(ty: &Type, item: &Item<'_>) -> TokenStream {
    let Some(stand_ins) = stand_ins_for(ty, item) else {
        return quote!(_codec::Serde);
    };
    quote! {
        _codec::CheckedSerde<{
            #stand_ins
            _codec::IsReadable::<#ty>::VALUE && _codec::IsWritable::<#ty>::VALUE
        }>
    }
}

/// Returns the items that let the compiler check whether serde supports the type: one for each type parameter, with a concrete type (see
/// [`stand_ins`]). There are none if the type mentions no parameter. `None` if the type cannot be checked before it is used.
pub(super) fn stand_ins_for(ty: &Type, item: &Item<'_>) -> Option<TokenStream> {
    if !mentions_parameter(ty, item.generics) {
        return Some(TokenStream::new());
    }
    let has_lifetime =
        (item.generics.lifetimes()).any(|it| mentions(ty.to_token_stream(), &it.lifetime.ident));
    if is_parameter(ty, item.generics) || has_lifetime {
        return None;
    }
    stand_ins(item)
}

/// Returns whether the type is that of a nested patch.
fn is_patch_type(ty: &Type) -> bool {
    matches!(ty, Type::Verbatim(_))
}

/// Returns the name of the codec of a property with `with`.
fn with_codec(property: &Property<'_>) -> Ident {
    format_ident!("__With{}", property.slot)
}

/// Returns the name of the list of a property with `derived_types`.
pub(super) fn listed_types(property: &Property<'_>) -> Ident {
    format_ident!("__Types{}", property.slot)
}

/// Returns the lists of the properties with `derived_types`.
pub(super) fn lists_of_types(model: &Resource<'_>) -> TokenStream {
    let lists = model.properties().filter_map(|(_, property)| {
        let (paths, _) = property.derived_types.as_ref()?;
        let ident = listed_types(property);
        let names = paths
            .iter()
            .map(|path| quote_spanned!(path.span()=> _base::IsResource::<#path>::NAME));
        Some(quote! {
            struct #ident;
            impl _codec::ListedTypes for #ident {
                const NAMES: &'static [&'static str] = &[#(#names),*];
            }
        })
    });
    lists.collect()
}

/// Returns the codecs of the properties with `with`, which call the module's `deserialize` and `serialize`.
pub(super) fn with_codecs(model: &Resource<'_>) -> TokenStream {
    let item = &model.item;
    let (_, ty_generics, _) = item.generics.split_for_impl();
    let mut codecs = TokenStream::new();
    for (field, property) in model.properties() {
        let Some(module) = &property.with else {
            continue;
        };
        let (name, ty) = (with_codec(property), property.type_for_with(field));
        let declaration = declaration(&name, item);
        // Functions that the module lacks are reported at its path.
        let span = span_of(module);
        let deserialize = quote_spanned!(module.span()=> #module::deserialize);
        let deserializer = deserializer_name(item, module, ty);
        let deserialize = quote_spanned! {span=>
            _codec::read_with::<#ty, #deserializer, _>(#deserialize, deserializer)
        };
        let serialize = quote_spanned!(module.span()=> #module::serialize);
        let serialize = quote_spanned!(span=> #serialize(value, serializer));
        let read = item.implement_for(
            Bounds::Read,
            quote!(_codec::ReadAs<'__de, #ty> for #name #ty_generics),
            quote! {
                fn read<#deserializer: _serde::Deserializer<'__de>>(
                    deserializer: #deserializer,
                ) -> _odata::Result<#ty, #deserializer::Error> {
                    #deserialize
                }
            },
        );
        let is_absent = (property.shape.is_option() && !property.is_in_patch).then(|| {
            quote! {
                fn is_absent(value: &#ty) -> bool {
                    value.is_none()
                }
            }
        });
        let write = item.implement_for(
            Bounds::Write,
            quote!(_codec::WriteAs<#ty> for #name #ty_generics),
            quote! {
                #is_absent
                fn write<__S: _serde::Serializer>(value: &#ty, serializer: __S) -> _odata::Result<__S::Ok, __S::Error> {
                    #serialize
                }
            },
        );
        codecs.extend(quote!(#declaration #read #write));
    }
    codecs
}

/// Returns the name of the parameter of a deserializer: the usual one, which the compiler shows in its errors, unless it is in use.
fn deserializer_name(item: &Item<'_>, module: &Path, ty: &Type) -> Ident {
    let (usual, own) = (format_ident!("D"), format_ident!("__D"));
    let params = &item.generics.params;
    let is_in_use = mentions(quote!(#module #ty #params), &usual);
    if is_in_use { own } else { usual }
}

/// Returns the struct of a codec, with the item's parameters, since its impls have them.
fn declaration(name: &Ident, item: &Item<'_>) -> TokenStream {
    let (params, clause) = (&item.generics.params, &item.generics.where_clause);
    if params.is_empty() {
        return quote!(struct #name;);
    }
    let lifetimes = item.generics.lifetimes().map(|it| &it.lifetime);
    let types = item.generics.type_params().map(|it| &it.ident);
    quote! {
        #[allow(dead_code, missing_debug_implementations)]
        struct #name<#params>(::core::marker::PhantomData<(#(&#lifetimes (),)* #(*const #types,)*)>) #clause;
    }
}
