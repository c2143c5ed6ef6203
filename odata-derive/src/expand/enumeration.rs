//! An enumeration: its description, and its variants by position in both directions. All else is the runtime's.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;

use super::lookup::{self, short};
use crate::model::enumeration::Enumeration;

pub(crate) fn expand(model: &Enumeration<'_>) -> TokenStream {
    let variants: Vec<TokenStream> = model
        .members
        .iter()
        .map(|it| {
            let ident = it.ident;
            quote!(Self::#ident)
        })
        .collect();
    let described = described(model, &variants);
    let table = table(model, &variants);
    let methods = methods(model);
    let text = text(model);
    let serde = serde(
        model,
        &quote!(_odata::enumeration::read::<Self, D>(deserializer)),
        &quote!(_odata::enumeration::write(self, serializer)),
    );
    let default = default(model);
    let flags = flags(model);
    quote!(#described #table #methods #text #serde #default #flags)
}

/// Impls that only keep other errors away: an enumeration without members.
pub(crate) fn fallback(model: &Enumeration<'_>) -> TokenStream {
    let serde = serde(
        model,
        &quote!(::core::result::Result::Err(
            <D::Error as _odata::serde::de::Error>::custom("")
        )),
        &quote!(_odata::write::nothing::<S>(serializer)),
    );
    let ident = model.ident;
    let (impl_generics, ty_generics, clause) = model.generics.split_for_impl();
    let named = quote! {
        #[automatically_derived]
        impl #impl_generics _odata::ODataType for #ident #ty_generics #clause {
            const NAME: &'static str = "";
        }
    };
    if !model.generics.params.is_empty() {
        return quote!(#named #serde);
    }
    let described = description(model, &[], quote!());
    let methods = methods(model);
    let text = text(model);
    let default = default(model);
    let flags = flags(model);
    quote! {
        #named
        #described
        #[automatically_derived]
        impl _odata::enumeration::MemberTable for #ident {
            const OTHER: ::core::option::Option<fn(_odata::String) -> Self> = ::core::option::Option::None;
            fn find(_: &str) -> u16 {
                _odata::enumeration::UNLISTED
            }
            fn member(_: u16) -> ::core::option::Option<Self> {
                ::core::option::Option::None
            }
            fn index(&self) -> ::core::result::Result<u16, &str> {
                ::core::result::Result::Err("")
            }
        }
        #methods
        #text
        #serde
        #default
        #flags
    }
}

fn described(model: &Enumeration<'_>, variants: &[TokenStream]) -> TokenStream {
    let (ident, name) = (model.ident, model.qualified());
    let members = model.valued().map(|(member, value)| {
        let name = format!("\"{}\"", member.name);
        // The range was checked.
        let value = Literal::i64_unsuffixed(i64::try_from(value).unwrap_or_default());
        quote!(_odata::enumeration::Member::new(#name, #value))
    });
    let described = description(model, variants, quote!(#(#members),*));
    quote! {
        #[automatically_derived]
        impl _odata::ODataType for #ident {
            const NAME: &'static str = #name;
        }
        #described
    }
}

fn description(
    model: &Enumeration<'_>,
    variants: &[TokenStream],
    members: TokenStream,
) -> TokenStream {
    let (ident, name) = (model.ident, model.qualified());
    let alias = model
        .alias
        .as_ref()
        .map_or_else(String::new, |alias| format!("{alias}.{}", model.name));
    let underlying = format_ident!("{}", model.underlying.name().trim_start_matches("Edm."));
    let flags = model.flags;
    let case_insensitive = model.case_insensitive.is_some();
    let keeps_unlisted = model.other.is_some();
    quote! {
        #[automatically_derived]
        impl _odata::ODataEnum for #ident {
            const TYPE: &'static _odata::enumeration::EnumType = &_odata::enumeration::EnumType {
                name: #name,
                alias: #alias,
                underlying: _odata::Primitive::#underlying,
                is_flags: #flags,
                is_case_insensitive: #case_insensitive,
                keeps_unlisted: #keeps_unlisted,
                members: &[#members],
            };
            const ALL: &'static [Self] = &[#(#variants),*];
        }
    }
}

fn table(model: &Enumeration<'_>, variants: &[TokenStream]) -> TokenStream {
    let ident = model.ident;
    let names = model.members.iter().map(|it| it.name.as_str());
    let find = lookup::position(&quote!(name), names, &quote!(_odata::enumeration::UNLISTED));
    let indices: Vec<Literal> = (0..model.members.len()).map(short).collect();
    let (other, kept) = match &model.other {
        Some(other) => {
            let (name, ty) = (other.ident, other.ty);
            let text = quote_spanned!(ty.span()=> <#ty as _odata::enumeration::KeptText>);
            (
                quote!(::core::option::Option::Some(|text| Self::#name(#text::keep(text)))),
                Some(quote!(Self::#name(text) => ::core::result::Result::Err(#text::text(text)),)),
            )
        }
        None => (quote!(::core::option::Option::None), None),
    };
    quote! {
        #[automatically_derived]
        impl _odata::enumeration::MemberTable for #ident {
            const OTHER: ::core::option::Option<fn(_odata::String) -> Self> = #other;
            #[inline]
            fn find(name: &str) -> u16 {
                #find
            }
            #[inline]
            fn member(index: u16) -> ::core::option::Option<Self> {
                ::core::option::Option::Some(match index {
                    #(#indices => #variants,)*
                    _ => return ::core::option::Option::None,
                })
            }
            #[inline]
            fn index(&self) -> ::core::result::Result<u16, &str> {
                match self {
                    #(#variants => ::core::result::Result::Ok(#indices),)*
                    #kept
                }
            }
        }
    }
}

/// What users call without the trait in scope.
fn methods(model: &Enumeration<'_>) -> TokenStream {
    let ident = model.ident;
    quote! {
        #[automatically_derived]
        #[allow(dead_code)]
        impl #ident {
            /// Every member in source order, without the variant that keeps unlisted ones.
            pub const ALL: &'static [Self] = <Self as _odata::ODataEnum>::ALL;
            /// The member's name on the wire; of an unlisted one, the text that came.
            #[inline]
            pub fn as_str(&self) -> &str {
                _odata::ODataEnum::as_str(self)
            }
            /// The member's value; of an unlisted one, the number that came, where it was one.
            pub fn value(&self) -> ::core::option::Option<i64> {
                _odata::ODataEnum::value(self)
            }
            /// The member that has this value.
            pub fn from_value(value: i64) -> ::core::option::Option<Self> {
                _odata::ODataEnum::from_value(value)
            }
            /// The member's name after that of its type and a dot.
            pub fn qualified(&self) -> _odata::String {
                _odata::ODataEnum::qualified(self)
            }
            /// The member of a qualified name.
            ///
            /// # Errors
            /// Where the text does not begin with the type's name, or names no member and there is no variant to keep it.
            pub fn from_qualified(text: &str) -> ::core::result::Result<Self, _odata::enumeration::UnknownMember> {
                _odata::ODataEnum::from_qualified(text)
            }
        }
    }
}

/// `Display` and `FromStr`.
fn text(model: &Enumeration<'_>) -> TokenStream {
    let ident = model.ident;
    quote! {
        #[automatically_derived]
        impl ::core::fmt::Display for #ident {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(_odata::ODataEnum::as_str(self))
            }
        }
        #[automatically_derived]
        impl ::core::str::FromStr for #ident {
            type Err = _odata::enumeration::UnknownMember;
            fn from_str(text: &str) -> ::core::result::Result<Self, _odata::enumeration::UnknownMember> {
                _odata::enumeration::parse(text)
            }
        }
    }
}

fn serde(model: &Enumeration<'_>, read: &TokenStream, write: &TokenStream) -> TokenStream {
    let ident = model.ident;
    let (impl_generics, ty_generics, clause) = model.generics.split_for_impl();
    let read_generics = crate::model::with_de(model.generics);
    let (read_impl, ..) = read_generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #read_impl _odata::serde::Deserialize<'__de> for #ident #ty_generics #clause {
            #[inline]
            #[allow(unused_variables)]
            fn deserialize<D: _odata::serde::Deserializer<'__de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                #read
            }
        }
        #[automatically_derived]
        impl #impl_generics _odata::serde::Serialize for #ident #ty_generics #clause {
            #[inline]
            fn serialize<S: _odata::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                #write
            }
        }
        #[automatically_derived]
        impl #impl_generics _odata::Validate for #ident #ty_generics #clause {}
    }
}

/// `Default`, where a member is marked as it.
fn default(model: &Enumeration<'_>) -> Option<TokenStream> {
    let member = model.members.iter().find(|it| it.default.is_some())?;
    let (ident, name) = (model.ident, member.ident);
    Some(quote! {
        #[automatically_derived]
        impl ::core::default::Default for #ident {
            fn default() -> Self {
                Self::#name
            }
        }
    })
}

/// `a | b` for members that combine.
fn flags(model: &Enumeration<'_>) -> Option<TokenStream> {
    let ident = model.ident;
    model.flags.then(|| {
        quote! {
            #[automatically_derived]
            impl _odata::ODataFlags for #ident {}
            #[automatically_derived]
            impl ::core::ops::BitOr for #ident {
                type Output = _odata::Flags<Self>;
                fn bitor(self, other: Self) -> Self::Output {
                    ::core::ops::BitOr::bitor(<Self::Output as ::core::convert::From<Self>>::from(self), other)
                }
            }
        }
    })
}
