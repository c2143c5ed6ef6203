//! Which of the runtime's codecs reads and writes a field.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::Generics;

use crate::model::{Bounds, Field, Property, Shape, bounded, is_parameter, is_text, with_de};

/// The codec of a property's field, as a type.
pub(crate) fn of(generics: &Generics, property: &Property<'_>) -> TokenStream {
    let codec = if property.with.is_some() {
        let (name, (_, ty_generics, _)) = (with_name(property), generics.split_for_impl());
        if property.in_patch {
            quote!(_odata::read::Present<#name #ty_generics>)
        } else {
            quote!(#name #ty_generics)
        }
    } else {
        field(generics, property)
    };
    if property.case_insensitive {
        quote!(_odata::read::CaseInsensitive<#codec>)
    } else {
        codec
    }
}

/// The outermost shape says what null and absence mean (DESIGN of presence: `T`, `Option<T>`, `Option<Option<T>>`).
fn field(generics: &Generics, property: &Property<'_>) -> TokenStream {
    match &property.shape {
        Shape::Option(inner) => {
            let value = value(inner, generics, property);
            // Absence apart from null; a collection, whose items may be null but not itself; `nullable = false`.
            if inner.is_option() || inner.is_collection() || property.not_nullable {
                quote!(_odata::read::Present<#value>)
            } else {
                quote!(_odata::read::Opt<#value>)
            }
        }
        other => value(other, generics, property),
    }
}

fn value(shape: &Shape<'_>, generics: &Generics, property: &Property<'_>) -> TokenStream {
    match shape {
        Shape::Option(inner) => {
            let inner = value(inner, generics, property);
            quote!(_odata::read::Opt<#inner>)
        }
        Shape::Seq(inner) => {
            let inner = value(inner, generics, property);
            quote!(_odata::read::Seq<#inner>)
        }
        Shape::Boxed(inner) => {
            let inner = value(inner, generics, property);
            quote!(_odata::read::Boxed<#inner>)
        }
        Shape::Number(_) => quote!(_odata::read::Number),
        Shape::CowStr(_) if property.borrow => quote!(_odata::read::BorrowedStr),
        // It may be a number, which nobody sees before the type is used.
        Shape::Plain(ty) if is_parameter(ty, generics) => quote!(_odata::read::ByType),
        Shape::CowStr(_) => quote!(_odata::read::Text),
        Shape::Plain(ty) if is_text(ty) => quote!(_odata::read::Text),
        Shape::Plain(_) | Shape::Related { .. } => quote!(_odata::read::Plain),
    }
}

/// The codec of a property with `with`.
fn with_name(property: &Property<'_>) -> Ident {
    format_ident!("__With{}", property.place)
}

/// The codecs that `with` asks for: a module's `deserialize` and `serialize`.
pub(crate) fn with_modules<'a>(
    generics: &Generics,
    fields: impl Iterator<Item = (&'a Field<'a>, &'a Property<'a>)>,
) -> TokenStream {
    let mut all = TokenStream::new();
    for (field, property) in fields {
        let Some(module) = &property.with else {
            continue;
        };
        let (name, ty) = (with_name(property), property.own_type(field));
        let declaration = declaration(&name, generics);
        let (_, ty_generics, _) = generics.split_for_impl();
        let read_generics = with_de(&bounded(generics, Bounds::Read));
        let write_generics = bounded(generics, Bounds::Write);
        let (read_impl, _, read_where) = read_generics.split_for_impl();
        let (write_impl, _, write_where) = write_generics.split_for_impl();
        let absent = (property.shape.is_option() && !property.in_patch).then(|| {
            quote! {
                fn is_absent(value: &#ty) -> bool {
                    value.is_none()
                }
            }
        });
        all.extend(quote! {
            #declaration
            #[automatically_derived]
            impl #read_impl _odata::read::ReadAs<'__de, #ty> for #name #ty_generics #read_where {
                fn read<__D: _odata::serde::Deserializer<'__de>>(deserializer: __D) -> ::core::result::Result<#ty, __D::Error> {
                    #module::deserialize(deserializer)
                }
            }
            #[automatically_derived]
            impl #write_impl _odata::write::WriteAs<#ty> for #name #ty_generics #write_where {
                #absent
                fn write<__S: _odata::serde::Serializer>(value: &#ty, serializer: __S) -> ::core::result::Result<__S::Ok, __S::Error> {
                    #module::serialize(value, serializer)
                }
            }
        });
    }
    all
}

/// A codec's struct: with the item's parameters, since the codec's impls have them.
fn declaration(name: &Ident, generics: &Generics) -> TokenStream {
    if generics.params.is_empty() {
        return quote!(struct #name;);
    }
    let (params, clause) = (&generics.params, &generics.where_clause);
    let lifetimes = generics.lifetimes().map(|it| &it.lifetime);
    let types = generics.type_params().map(|it| &it.ident);
    quote! {
        #[allow(dead_code, missing_debug_implementations)]
        struct #name<#params>(::core::marker::PhantomData<(#(&#lifetimes (),)* #(*const #types,)*)>) #clause;
    }
}
