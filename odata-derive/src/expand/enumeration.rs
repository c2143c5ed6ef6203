//! An enumeration: its description, and the mapping between variants and indices. The logic is in the runtime.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;

use super::{
    definition,
    index::{index_literal, index_of},
};
use crate::model::{Bounds, enumeration::Enumeration};

pub(super) fn expand(model: &Enumeration<'_>) -> TokenStream {
    let item = &model.item;
    let variants: Vec<TokenStream> = model
        .members
        .iter()
        .map(|it| {
            let ident = it.ident;
            quote!(Self::#ident)
        })
        .collect();
    let members: Vec<TokenStream> = model
        .members_with_values()
        .map(|(member, value)| {
            let name = format!("\"{}\"", member.name);
            // The value is in range: that was checked.
            let value = Literal::i64_unsuffixed(i64::try_from(value).unwrap_or_default());
            quote!(_odata::enumeration::Member::new(#name, #value))
        })
        .collect();
    let odata_type = item.odata_type(
        &model.name.qualified(),
        Some(if model.is_flags {
            quote!(TypeKind::FlagsMember)
        } else {
            quote!(TypeKind::Enumeration)
        }),
        definition::of_enumeration(model),
        "ValueOf",
    );
    let description = description(model, &variants, &members);
    let table = member_table(model, &variants);
    let methods = methods(model);
    let deserialize = item.deserialize(
        quote!(#[inline]),
        quote!(_odata::enumeration::read::<Self, __D>(deserializer)),
    );
    let serialize = item.serialize(
        quote!(#[inline]),
        quote!(_odata::enumeration::write(self, serializer)),
    );
    let validate = item.validate(TokenStream::new(), TokenStream::new());
    quote!(#odata_type #description #table #methods #deserialize #serialize #validate)
}

/// Returns the impl of `ODataEnum`.
pub(super) fn description(
    model: &Enumeration<'_>,
    variants: &[TokenStream],
    members: &[TokenStream],
) -> TokenStream {
    let (name, alias) = (model.name.qualified(), model.name.qualified_with_alias());
    let underlying = format_ident!("{}", model.underlying.name().trim_start_matches("Edm."));
    let is_flags = model.is_flags;
    let is_case_insensitive = model.case_insensitive.is_some();
    let has_other = model.other.is_some();
    model.item.implement(
        Bounds::None,
        quote!(_odata::ODataEnum),
        quote! {
            const TYPE: &'static _odata::enumeration::EnumType = &_odata::enumeration::EnumType {
                name: #name,
                alias: #alias,
                underlying: _odata::Primitive::#underlying,
                is_flags: #is_flags,
                is_case_insensitive: #is_case_insensitive,
                has_other: #has_other,
                members: &[#(#members),*],
            };
            const ALL: &'static [Self] = &[#(#variants),*];
        },
    )
}

/// Returns the mapping between names, indices and variants.
fn member_table(model: &Enumeration<'_>, variants: &[TokenStream]) -> TokenStream {
    let names = model.members.iter().map(|it| it.name.as_str());
    let index = index_of(
        &quote!(name),
        names,
        &quote!(_odata::enumeration::UNKNOWN_MEMBER),
    );
    let indices: Vec<Literal> = (0..model.members.len()).map(index_literal).collect();
    let (other, other_arm) = match &model.other {
        Some(other) => {
            let (name, ty) = (other.ident, other.ty);
            let text = quote_spanned!(ty.span()=> <#ty as _odata::enumeration::UnknownText>);
            (
                quote!(_odata::Some(|text| Self::#name(#text::from_text(text)))),
                Some(quote!(Self::#name(text) => _odata::Err(#text::as_text(text)),)),
            )
        }
        None => (quote!(_odata::None), None),
    };
    model.item.implement(
        Bounds::None,
        quote!(_odata::enumeration::EnumMembers),
        quote! {
            const OTHER: _odata::Option<fn(_odata::String) -> Self> = #other;
            #[inline]
            fn find(name: &str) -> u16 {
                #index
            }
            #[inline]
            fn member(index: u16) -> _odata::Option<Self> {
                _odata::Some(match index {
                    #(#indices => #variants,)*
                    _ => return _odata::None,
                })
            }
            #[inline]
            fn index(&self) -> _odata::Result<u16, &str> {
                match self {
                    #(#variants => _odata::Ok(#indices),)*
                    #other_arm
                }
            }
        },
    )
}

/// Returns the methods that users call without importing the trait, and the impls of the standard library's traits.
pub(super) fn methods(model: &Enumeration<'_>) -> TokenStream {
    let item = &model.item;
    let implement = |trait_path, body| item.implement(Bounds::None, trait_path, body);
    let inherent = item.inherent(
        Bounds::None,
        quote! {
            /// Every member in source order, without the variant for unknown members.
            pub const ALL: &'static [Self] = <Self as _odata::ODataEnum>::ALL;
            /// Returns the member's OData name; for an unknown member, the text that was read.
            #[inline]
            pub fn as_str(&self) -> &str {
                _odata::ODataEnum::as_str(self)
            }
            /// Returns the member's value; for an unknown member, the number that was read, if it was one.
            pub fn value(&self) -> _odata::Option<i64> {
                _odata::ODataEnum::value(self)
            }
            /// Returns the member with this value.
            pub fn from_value(value: i64) -> _odata::Option<Self> {
                _odata::ODataEnum::from_value(value)
            }
            /// Returns the member's qualified name: `namespace.type.member`.
            pub fn qualified(&self) -> _odata::String {
                _odata::ODataEnum::qualified(self)
            }
            /// Returns the member with this qualified name.
            ///
            /// # Errors
            /// If the text does not start with the type's name, or if the member is unknown and there is no `other` variant.
            pub fn from_qualified(text: &str) -> _odata::Result<Self, _odata::enumeration::UnknownMember> {
                _odata::ODataEnum::from_qualified(text)
            }
        },
    );
    let display = implement(
        quote!(::core::fmt::Display),
        quote! {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(_odata::ODataEnum::as_str(self))
            }
        },
    );
    let from_str = implement(
        quote!(::core::str::FromStr),
        quote! {
            type Err = _odata::enumeration::UnknownMember;
            fn from_str(text: &str) -> _odata::Result<Self, _odata::enumeration::UnknownMember> {
                _odata::enumeration::parse(text)
            }
        },
    );
    let default = model.members.iter().find(|it| it.default.is_some());
    let default = default.map(|member| {
        let name = member.ident;
        implement(
            quote!(_odata::Default),
            quote! {
                fn default() -> Self {
                    Self::#name
                }
            },
        )
    });
    let flags = model.is_flags.then(|| {
        let flags = implement(
            quote!(_odata::ODataFlags),
            quote!(type Codec = _codec::ValueOf<_odata::Flags<Self>>;),
        );
        let bit_or = implement(
            quote!(::core::ops::BitOr),
            quote! {
                type Output = _odata::Flags<Self>;
                fn bitor(self, other: Self) -> _odata::Flags<Self> {
                    ::core::ops::BitOr::bitor(<_odata::Flags<Self> as ::core::convert::From<Self>>::from(self), other)
                }
            },
        );
        quote!(#flags #bit_or)
    });
    quote!(#[allow(dead_code)] #inherent #display #from_str #default #flags)
}
