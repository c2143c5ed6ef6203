//! An enum that is an enumeration.

use proc_macro2::{Ident, Span};
use quote::ToTokens;
use syn::{
    Attribute, BinOp, Data, DeriveInput, Expr, Fields, Lit, Type, UnOp,
    parse::{Parse, ParseStream},
    spanned::Spanned,
};

use super::{Item, TypeName, hierarchy::only_type, item, naming::Case, reject_union};
use crate::{
    attr::{self, Entries, Entry, did_you_mean, keys::Target},
    errors::Errors,
};

/// An enumeration type.
pub(crate) struct Enumeration<'a> {
    pub(crate) item: Item<'a>,
    pub(crate) name: TypeName,
    pub(crate) underlying: Underlying,
    pub(crate) is_flags: bool,
    pub(crate) case_insensitive: Option<Span>,
    pub(crate) members: Vec<Member<'a>>,
    pub(crate) other: Option<OtherVariant<'a>>,
    /// Whether the item is a struct or a hierarchy, for which there is another derive.
    pub(crate) is_of_another_derive: bool,
}

/// A member.
pub(crate) struct Member<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) name: String,
    pub(crate) name_span: Span,
    pub(crate) value: Option<(i128, Span)>,
    /// Whether a value is written, perhaps a wrong one.
    pub(crate) has_value: bool,
    /// Whether the value is a discriminant, whose duplicates rustc reports.
    pub(crate) is_discriminant: bool,
    pub(crate) default: Option<Span>,
    /// The attributes with the doc comment.
    pub(crate) attributes: &'a [Attribute],
}

/// The variant for texts that name no member.
pub(crate) struct OtherVariant<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) ty: &'a Type,
}

/// The type of the values (CSDL XML 4.01 §10.1).
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
    /// All underlying types with their qualified names.
    const ALL: &'static [(&'static str, Underlying)] = &[
        ("Edm.Byte", Underlying::Byte),
        ("Edm.SByte", Underlying::SByte),
        ("Edm.Int16", Underlying::Int16),
        ("Edm.Int32", Underlying::Int32),
        ("Edm.Int64", Underlying::Int64),
    ];

    /// Returns the smallest and the largest value.
    pub(crate) fn range(self) -> (i128, i128) {
        match self {
            Underlying::Byte => (u8::MIN.into(), u8::MAX.into()),
            Underlying::SByte => (i8::MIN.into(), i8::MAX.into()),
            Underlying::Int16 => (i16::MIN.into(), i16::MAX.into()),
            Underlying::Int32 => (i32::MIN.into(), i32::MAX.into()),
            Underlying::Int64 => (i64::MIN.into(), i64::MAX.into()),
        }
    }

    /// Returns the qualified name.
    pub(crate) fn name(self) -> &'static str {
        Underlying::ALL
            .iter()
            .find(|(_, it)| *it == self)
            .map_or("Edm.Int32", |(name, _)| name)
    }
}

/// Reports a struct or a hierarchy, and returns whether it is one.
fn reject_items_of_another_derive(input: &DeriveInput, errors: &mut Errors) -> bool {
    if matches!(input.data, Data::Union(_)) {
        reject_union(input, errors);
        return true;
    }
    if !matches!(input.data, Data::Enum(_)) {
        errors.at(
            &input.ident,
            "`ODataEnum` requires an enum: derive only `ODataResource` for a struct",
        );
        return true;
    }
    // The errors about other keys are dropped: they are about the keys of a hierarchy.
    let entries = attr::parse(&input.attrs, Target::Hierarchy, &mut Errors::default());
    let hierarchy = entries.get("hierarchy");
    if let Some(entry) = hierarchy {
        errors.at(
            &entry.ident,
            "`hierarchy` is not a key of an enumeration: derive only `ODataResource` for a hierarchy",
        );
    }
    hierarchy.is_some()
}

impl<'a> Enumeration<'a> {
    pub(crate) fn parse(input: &'a DeriveInput, errors: &mut Errors) -> Enumeration<'a> {
        let is_of_another_derive = reject_items_of_another_derive(input, errors);
        let entries = if is_of_another_derive {
            Entries::default()
        } else {
            attr::parse(&input.attrs, Target::Enumeration, errors)
        };
        let case = item::case(&entries, errors);
        let mut enumeration = Enumeration {
            item: Item::parse(input, &entries, errors),
            name: TypeName::parse(input, &entries, case, errors),
            underlying: underlying(&entries, errors),
            is_flags: entries.has("flags"),
            case_insensitive: entries.span_of("case_insensitive"),
            members: Vec::new(),
            other: None,
            is_of_another_derive,
        };
        let Data::Enum(data) = &input.data else {
            return enumeration;
        };
        if is_of_another_derive {
            return enumeration;
        }
        let members = data.variants.iter().flat_map(|it| &it.attrs);
        item::reject_undocumented(input.attrs.iter().chain(members), &entries, errors);
        for variant in &data.variants {
            item::reject_attributes_of_fields(variant, errors);
            let entries = attr::parse(&variant.attrs, Target::Member, errors);
            match entries.get("other") {
                Some(other) => enumeration.add_other(variant, &entries, other, errors),
                None => enumeration.add_member(variant, &entries, case, errors),
            }
        }
        enumeration
    }

    /// Returns each member with its value: the declared one, or else counted from zero (CSDL XML 4.01 §10.3).
    pub(crate) fn members_with_values(&self) -> impl Iterator<Item = (&Member<'a>, i128)> {
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
        let ident = &variant.ident;
        for entry in entries.iter().filter(|it| it.key.name != "other") {
            errors.at(
                &entry.ident,
                format_args!(
                    "`{}` cannot be used with `other`: `{ident}` is not a member",
                    entry.key.name
                ),
            );
        }
        if let Some(first) = &self.other {
            errors.at(
                &other.ident,
                format_args!("duplicate `other`: already on `{}`", first.ident),
            );
            return;
        }
        self.other = only_type(&variant.fields).map(|ty| OtherVariant { ident, ty });
        if self.other.is_none() {
            errors.at(
                variant,
                format_args!(
                    "`other` holds the text of an unknown member: write `{ident}(String)`"
                ),
            );
        }
    }

    fn add_member(
        &mut self,
        variant: &'a syn::Variant,
        entries: &Entries,
        case: Case,
        errors: &mut Errors,
    ) {
        let ident = &variant.ident;
        // The wrong entry may be `other`, with a typo.
        if !matches!(variant.fields, Fields::Unit) && !entries.has_wrong_entry() {
            errors.at(
                &variant.fields,
                format_args!(
                    "a member has no fields: write `{ident}`, or `#[odata(other)] {ident}(String)` for unknown members"
                ),
            );
        }
        let mut default = entries.span_of("default");
        if let Some(entry) = entries.get("default")
            && variant.attrs.iter().any(|it| it.path().is_ident("default"))
        {
            errors.at(
                &entry.ident,
                "`#[odata(default)]` implements `Default`, and `#[derive(Default)]` with `#[default]` too: remove one of them",
            );
            default = None;
        }
        let (name, name_span) = item::name(entries, ident, case, errors);
        self.members.push(Member {
            ident,
            name,
            name_span,
            value: value(variant, entries, errors),
            has_value: entries.has("value")
                || entries.has_wrong_entry()
                || variant.discriminant.is_some(),
            is_discriminant: variant.discriminant.is_some(),
            default,
            attributes: &variant.attrs,
        });
    }
}

/// Parses `underlying`.
fn underlying(entries: &Entries, errors: &mut Errors) -> Underlying {
    let Some(text) = entries.get("underlying").and_then(|it| it.string(errors)) else {
        return Underlying::default();
    };
    let value = text.value();
    let names = || Underlying::ALL.iter().map(|(name, _)| *name);
    let found = Underlying::ALL.iter().find(|(name, _)| *name == value);
    if found.is_none() {
        let unqualified = names().find(|it| it.strip_prefix("Edm.") == Some(&value));
        let hint = match unqualified {
            Some(name) => format!("; did you mean `{name}`?"),
            None => did_you_mean(&value, names()),
        };
        let all: Vec<String> = names().map(|it| format!("`{it}`")).collect();
        errors.at_span(
            text.span(),
            format_args!(
                "invalid underlying type `{value}`{hint}\nexpected one of: {}",
                all.join(", ")
            ),
        );
    }
    found.map_or_else(Underlying::default, |(_, underlying)| *underlying)
}

/// Parses `value = 1` or the discriminant `= 1`, and reports them if they differ.
fn value(variant: &syn::Variant, entries: &Entries, errors: &mut Errors) -> Option<(i128, Span)> {
    let value = entries.get("value").and_then(|entry| {
        let value: Integer = entry.value("an integer", errors)?;
        Some((value.0, entry.span()))
    });
    let Some((_, discriminant)) = &variant.discriminant else {
        return value;
    };
    let span = discriminant.span();
    let discriminant = syn::parse2::<Integer>(discriminant.to_token_stream());
    match (discriminant, value) {
        (Ok(discriminant), None) if !entries.has("value") => Some((discriminant.0, span)),
        (Ok(discriminant), Some((value, _))) if discriminant.0 == value => Some((value, span)),
        (Ok(_), _) => {
            errors.at_span(
                span,
                "the discriminant differs from `value`: remove one of them",
            );
            value
        }
        (Err(_), None) => {
            errors.at_span(
                span,
                "the value of a member must be an integer literal: write `#[odata(value = 1)]`",
            );
            None
        }
        (Err(_), value) => value,
    }
}

/// A constant expression of integer literals, such as `-1` or `1 << 3`.
struct Integer(i128);

impl Parse for Integer {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let expression: Expr = input.parse()?;
        integer(&expression)
            .map(Integer)
            .ok_or_else(|| syn::Error::new_spanned(&expression, "expected an integer"))
    }
}

/// Returns the value of an expression of integer literals.
fn integer(expression: &Expr) -> Option<i128> {
    match expression {
        Expr::Lit(it) => match &it.lit {
            Lit::Int(value) => value.base10_parse().ok(),
            _ => None,
        },
        Expr::Unary(it) if matches!(it.op, UnOp::Neg(_)) => integer(&it.expr)?.checked_neg(),
        Expr::Paren(it) => integer(&it.expr),
        Expr::Group(it) => integer(&it.expr),
        Expr::Binary(it) => {
            let (left, right) = (integer(&it.left)?, integer(&it.right)?);
            match it.op {
                BinOp::Shl(_) => 1_i128
                    .checked_shl(u32::try_from(right).ok()?)
                    .and_then(|factor| left.checked_mul(factor)),
                BinOp::BitOr(_) => Some(left | right),
                BinOp::Add(_) => left.checked_add(right),
                _ => None,
            }
        }
        _ => None,
    }
}
