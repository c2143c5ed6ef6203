//! An enum that is an enumeration.

use proc_macro2::{Ident, Span};
use quote::ToTokens;
use syn::{
    Data, DeriveInput, Fields, Generics, LitInt, Path, Token, Type,
    ext::IdentExt,
    parse::{Parse, ParseStream},
    spanned::Spanned,
};

use super::{
    Case, check_identifier,
    resource::{crate_path, namespace, own_name, schema_alias},
};
use crate::{
    attr::{self, Entries, Entry, keys::Place},
    errors::Errors,
};

/// An enumeration type.
pub(crate) struct Enumeration<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) generics: &'a Generics,
    pub(crate) krate: Path,
    pub(crate) namespace: String,
    pub(crate) name: String,
    pub(crate) alias: Option<String>,
    pub(crate) underlying: Underlying,
    pub(crate) flags: bool,
    pub(crate) case_insensitive: Option<Span>,
    pub(crate) members: Vec<Member<'a>>,
    pub(crate) other: Option<Other<'a>>,
}

/// A member.
pub(crate) struct Member<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) name: String,
    pub(crate) name_span: Span,
    pub(crate) value: Option<(i128, Span)>,
    pub(crate) default: Option<Span>,
}

/// The variant that keeps what names no member.
pub(crate) struct Other<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) ty: &'a Type,
}

/// The type of the values (CSDL 4.01, section 10.1).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Underlying {
    Byte,
    SByte,
    Int16,
    #[default]
    Int32,
    Int64,
}

impl Underlying {
    const ALL: &'static [(&'static str, Underlying)] = &[
        ("Edm.Byte", Underlying::Byte),
        ("Edm.SByte", Underlying::SByte),
        ("Edm.Int16", Underlying::Int16),
        ("Edm.Int32", Underlying::Int32),
        ("Edm.Int64", Underlying::Int64),
    ];

    /// The least and the greatest value.
    pub(crate) fn range(self) -> (i128, i128) {
        match self {
            Underlying::Byte => (u8::MIN.into(), u8::MAX.into()),
            Underlying::SByte => (i8::MIN.into(), i8::MAX.into()),
            Underlying::Int16 => (i16::MIN.into(), i16::MAX.into()),
            Underlying::Int32 => (i32::MIN.into(), i32::MAX.into()),
            Underlying::Int64 => (i64::MIN.into(), i64::MAX.into()),
        }
    }

    /// The name, qualified.
    pub(crate) fn name(self) -> &'static str {
        Underlying::ALL
            .iter()
            .find(|(_, it)| *it == self)
            .map_or("Edm.Int32", |(name, _)| name)
    }
}

impl<'a> Enumeration<'a> {
    pub(crate) fn read(input: &'a DeriveInput, errors: &mut Errors) -> Enumeration<'a> {
        let entries = attr::read(&input.attrs, Place::Enumeration, errors);
        let case = entries
            .get("rename_all")
            .and_then(|it| it.word(Case::WORDS, errors))
            .unwrap_or_default();
        let (name, name_span) = own_name(input, &entries, case, errors);
        check_identifier(&name, name_span, errors);
        let mut enumeration = Enumeration {
            ident: &input.ident,
            generics: &input.generics,
            krate: crate_path(&entries, errors),
            namespace: namespace(input, &entries, errors),
            name,
            alias: schema_alias(&entries, errors),
            underlying: underlying(&entries, errors),
            flags: entries.has("flags"),
            case_insensitive: entries.get("case_insensitive").map(|it| it.ident.span()),
            members: Vec::new(),
            other: None,
        };
        let Data::Enum(data) = &input.data else {
            errors.at(
                &input.ident,
                "an enumeration is an enum of its members; a struct derives `ODataResource`",
            );
            return enumeration;
        };
        for variant in &data.variants {
            let entries = attr::read(&variant.attrs, Place::Member, errors);
            match entries.get("other") {
                Some(other) => enumeration.add_other(variant, &entries, other, errors),
                None => enumeration.add_member(variant, &entries, case, errors),
            }
        }
        enumeration
    }

    /// The qualified name.
    pub(crate) fn qualified(&self) -> String {
        format!("{}.{}", self.namespace, self.name)
    }

    /// Each member with its value: as given, else counted from zero (CSDL 4.01, section 10.3).
    pub(crate) fn valued(&self) -> impl Iterator<Item = (&Member<'a>, i128)> {
        (0..)
            .zip(&self.members)
            .map(|(i, member)| (member, member.value.map_or(i, |(value, _)| value)))
    }

    fn add_other(
        &mut self,
        variant: &'a syn::Variant,
        entries: &Entries,
        other: &Entry,
        errors: &mut Errors,
    ) {
        for entry in entries.iter().filter(|it| it.key.name != "other") {
            errors.at(
                &entry.ident,
                format_args!(
                    "`{}` has no place beside `other`, which is no member but keeps the text of those not listed",
                    entry.key.name
                ),
            );
        }
        if let Some(first) = &self.other {
            errors.at(
                &other.ident,
                format_args!("there is one `other`, and `{}` is it", first.ident),
            );
            return;
        }
        let ty = match &variant.fields {
            Fields::Unnamed(unnamed) if unnamed.unnamed.len() == 1 => unnamed.unnamed.first(),
            _ => None,
        };
        match ty {
            Some(field) => {
                self.other = Some(Other {
                    ident: &variant.ident,
                    ty: &field.ty,
                });
            }
            None => errors.at(
                variant,
                format_args!("`other` keeps a text: `{}(String)`", variant.ident),
            ),
        }
    }

    fn add_member(
        &mut self,
        variant: &'a syn::Variant,
        entries: &Entries,
        case: Case,
        errors: &mut Errors,
    ) {
        if !matches!(variant.fields, Fields::Unit) {
            errors.at(
                &variant.fields,
                format_args!(
                    "a member holds nothing: write `{0}`, or `#[odata(other)] {0}(String)` where it keeps the members that are not listed",
                    variant.ident
                ),
            );
        }
        let (name, name_span) = match entries.get("name").and_then(|it| it.string(errors)) {
            Some(name) => (name.value(), name.span()),
            None => (
                case.apply(&variant.ident.unraw().to_string()),
                variant.ident.span(),
            ),
        };
        check_identifier(&name, name_span, errors);
        self.members.push(Member {
            ident: &variant.ident,
            name,
            name_span,
            value: value(variant, entries, errors),
            default: entries.get("default").map(|it| it.ident.span()),
        });
    }
}

/// `underlying`, in quotes and qualified.
fn underlying(entries: &Entries, errors: &mut Errors) -> Underlying {
    let Some(text) = entries.get("underlying").and_then(|it| it.string(errors)) else {
        return Underlying::default();
    };
    let value = text.value();
    let names = || Underlying::ALL.iter().map(|(name, _)| *name);
    match Underlying::ALL.iter().find(|(name, _)| *name == value) {
        Some((_, underlying)) => *underlying,
        None => {
            let hint = attr::nearest(&value, names())
                .or_else(|| names().find(|it| it.strip_prefix("Edm.") == Some(&value)))
                .map(|it| format!("; did you mean `{it}`?"))
                .unwrap_or_default();
            let all: Vec<String> = names().map(|it| format!("`{it}`")).collect();
            errors.at_span(
                text.span(),
                format_args!(
                    "`{value}` cannot underlie an enumeration{hint}\nwhat can: {}",
                    all.join(", ")
                ),
            );
            Underlying::default()
        }
    }
}

/// `value = 1`, or the discriminant, which would otherwise say something that is not so.
fn value(variant: &syn::Variant, entries: &Entries, errors: &mut Errors) -> Option<(i128, Span)> {
    let given = entries.get("value").and_then(|entry| {
        let value: Integer = entry.parse("an integer", errors)?;
        Some((value.0, entry.span()))
    });
    let Some((_, discriminant)) = &variant.discriminant else {
        return given;
    };
    let span = discriminant.span();
    match (
        syn::parse2::<Integer>(discriminant.to_token_stream()),
        given,
    ) {
        (Ok(value), None) if !entries.has("value") => Some((value.0, span)),
        (Ok(value), Some((given, _))) if value.0 == given => Some((given, span)),
        (Ok(_), _) => {
            errors.at_span(
                span,
                "the discriminant and `value` differ: one of them is enough",
            );
            given
        }
        (Err(_), None) => {
            errors.at_span(
                span,
                "a member's value is written as an integer: `#[odata(value = 1)]`",
            );
            None
        }
        (Err(_), given) => given,
    }
}

/// An integer with its sign.
struct Integer(i128);

impl Parse for Integer {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let minus: Option<Token![-]> = input.parse()?;
        let value: i128 = input.parse::<LitInt>()?.base10_parse()?;
        Ok(Integer(if minus.is_some() { -value } else { value }))
    }
}
