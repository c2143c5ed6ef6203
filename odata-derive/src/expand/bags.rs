//! The fields for members that no type of the chain declares, and the names that the runtime has for them.

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};

use super::impls::span_of;
use crate::model::{Field, NonProperty, Resource, Role};

/// A field for undeclared content.
pub(super) struct Bag<'a> {
    pub(super) field: &'a Field<'a>,
    /// The key that marks the field.
    pub(super) key: &'static str,
    /// The runtime's constant for it, in the flags of a type.
    pub(super) flag: &'static str,
    /// Its field in the runtime's `Bags` and `BagsMut`.
    member: &'static str,
    /// The type that the field should have.
    ty: TokenStream,
}

/// Returns the bags that the type itself has.
pub(super) fn bags<'a>(model: &'a Resource<'a>) -> impl Iterator<Item = Bag<'a>> {
    model.fields.iter().filter_map(|field| {
        let Role::NonProperty(role) = field.role else {
            return None;
        };
        let text = || quote!(_odata::Option<_odata::String>);
        let (flag, member, ty) = match role {
            NonProperty::DynamicProperties => {
                ("DYNAMIC", "dynamic", quote!(_odata::DynamicProperties))
            }
            NonProperty::Annotations => ("ANNOTATIONS", "annotations", quote!(_odata::Annotations)),
            NonProperty::Control => ("CONTROL", "control", quote!(_odata::ControlInformation)),
            NonProperty::Etag => ("ETAG", "etag", text()),
            NonProperty::Id => ("ID", "id", text()),
            NonProperty::Base | NonProperty::Skip => return None,
        };
        let (key, _) = NonProperty::ALL.iter().find(|(_, it)| *it == role)?;
        Some(Bag {
            field,
            key,
            flag,
            member,
            ty,
        })
    })
}

impl Bag<'_> {
    /// Sets the bag in the runtime's struct, through `as_bag` or `as_bag_mut`.
    pub(super) fn set(&self, target: &str, owner: &TokenStream, method: &str) -> TokenStream {
        let (target, method) = (format_ident!("{target}"), format_ident!("{method}"));
        let (member, expected) = (format_ident!("{}", self.member), &self.ty);
        let (field, ty) = (self.field.ident, self.field.ty);
        let bag = quote_spanned!(span_of(ty)=> <#ty as _odata::BagField<#expected>>::#method(#owner.#field));
        quote!(#target.#member = _odata::Some(#bag);)
    }
}
