//! A field of a resource.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Path, Type, ext::IdentExt, spanned::Spanned};

use super::{Case, Rule, Shape, check_identifier, rule, shape};
use crate::{
    attr::{self, Content, Entries, keys::Place},
    errors::Errors,
};

/// A field and what it is for.
pub(crate) struct Field<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) ty: &'a Type,
    pub(crate) role: Role<'a>,
}

/// What a field is for.
pub(crate) enum Role<'a> {
    Base,
    Property(Box<Property<'a>>),
    DynamicProperties,
    Annotations,
    Control,
    Etag,
    Id,
    Skip,
}

/// A declared property, structural or navigation.
#[derive(Clone)]
pub(crate) struct Property<'a> {
    /// Its place among those that the type declares, counted from the last.
    pub(crate) place: u16,
    pub(crate) name: String,
    pub(crate) name_span: Span,
    pub(crate) shape: Shape<'a>,
    pub(crate) key: Option<Span>,
    pub(crate) not_nullable: bool,
    pub(crate) navigation: bool,
    pub(crate) computed: bool,
    /// In a patch, replaced as a whole.
    pub(crate) atomic: Option<Span>,
    /// The field is a patch type's: an `Option` more than what `with` and the rules speak of.
    pub(crate) in_patch: bool,
    pub(crate) borrow: bool,
    pub(crate) case_insensitive: bool,
    pub(crate) default: Option<Default>,
    pub(crate) with: Option<Path>,
    pub(crate) edm: Option<String>,
    pub(crate) rules: Vec<Rule>,
}

impl Role<'_> {
    /// The same for another field, where it is no property's.
    pub(crate) fn without_property<'b>(&self) -> Option<Role<'b>> {
        Some(match self {
            Role::Base => Role::Base,
            Role::DynamicProperties => Role::DynamicProperties,
            Role::Annotations => Role::Annotations,
            Role::Control => Role::Control,
            Role::Etag => Role::Etag,
            Role::Id => Role::Id,
            Role::Skip => Role::Skip,
            Role::Property(_) => return None,
        })
    }
}

impl<'a> Property<'a> {
    /// Whether absence is an error.
    pub(crate) fn is_required(&self) -> bool {
        !self.shape.is_option() && !self.shape.is_related() && self.default.is_none()
    }

    /// The type that `with` reads and writes.
    pub(crate) fn own_type(&self, field: &Field<'a>) -> &'a Type {
        if self.in_patch {
            shape::argument(field.ty).unwrap_or(field.ty)
        } else {
            field.ty
        }
    }
}

/// What stands in for an absent property.
#[derive(Clone)]
pub(crate) enum Default {
    /// `Default::default()`.
    Trait,
    /// A function's value.
    Function(Path),
}

/// The keys that say what else than a property a field is, with that role. One source for parsing and for the messages.
const ROLES: &[&str] = &[
    "base",
    "dynamic_properties",
    "annotations",
    "control",
    "etag",
    "id",
    "skip",
];

impl<'a> Field<'a> {
    pub(crate) fn read(
        field: &'a syn::Field,
        case: Case,
        errors: &mut Errors,
    ) -> Option<Field<'a>> {
        let ident = field.ident.as_ref()?;
        let entries = attr::read(&field.attrs, Place::Field, errors);
        let role = match role(&entries, errors) {
            Some(role) => {
                if matches!(role, Role::Base) {
                    check_base(field, ident, errors);
                }
                role
            }
            None => Role::Property(Box::new(property(field, ident, &entries, case, errors))),
        };
        Some(Field {
            ident,
            ty: &field.ty,
            role,
        })
    }

    pub(crate) fn property(&self) -> Option<&Property<'a>> {
        match &self.role {
            Role::Property(property) => Some(property),
            _ => None,
        }
    }

    pub(crate) fn property_mut(&mut self) -> Option<&mut Property<'a>> {
        match &mut self.role {
            Role::Property(property) => Some(property),
            _ => None,
        }
    }

    pub(crate) fn is_base(&self) -> bool {
        matches!(self.role, Role::Base)
    }
}

/// The role that is not a property's, and a complaint about every key that it has no use for.
fn role<'a>(entries: &Entries, errors: &mut Errors) -> Option<Role<'a>> {
    let chosen = entries
        .iter()
        .find(|entry| ROLES.contains(&entry.key.name))?;
    for entry in entries.iter() {
        let name = entry.key.name;
        if name != chosen.key.name {
            let what = if ROLES.contains(&name) {
                "a field is only one of these"
            } else {
                "the field is no property"
            };
            errors.at(
                &entry.ident,
                format_args!("`{name}` has no place beside `{}`: {what}", chosen.key.name),
            );
        }
    }
    Some(match chosen.key.name {
        "base" => Role::Base,
        "dynamic_properties" => Role::DynamicProperties,
        "annotations" => Role::Annotations,
        "control" => Role::Control,
        "etag" => Role::Etag,
        "id" => Role::Id,
        _ => Role::Skip,
    })
}

fn property<'a>(
    field: &'a syn::Field,
    ident: &Ident,
    entries: &Entries,
    case: Case,
    errors: &mut Errors,
) -> Property<'a> {
    let (name, name_span) = match entries.get("name").and_then(|it| it.string(errors)) {
        Some(name) => (name.value(), name.span()),
        None => (case.apply(&ident.unraw().to_string()), ident.span()),
    };
    check_identifier(&name, name_span, errors);
    let nullable = entries.get("nullable").and_then(|it| it.boolean(errors));
    if let (Some(true), Some(entry)) = (nullable, entries.get("nullable")) {
        errors.at_span(
            entry.span(),
            "only `nullable = false` says something: a property is nullable by being an `Option`",
        );
    }
    let default = entries
        .get("default")
        .and_then(|entry| match &entry.content {
            Content::Nothing => Some(Default::Trait),
            _ => entry.path(errors).map(Default::Function),
        });
    let edm = entries
        .get("edm")
        .and_then(|it| it.string(errors))
        .map(|it| {
            check_edm(&it.value(), it.span(), errors);
            it.value()
        });
    let shape = match Shape::of(&field.ty) {
        // A type of the user's own that is called so.
        Shape::Related { ty, .. } if edm.is_some() || entries.has("with") => Shape::Plain(ty),
        shape => shape,
    };
    check_related(field, &shape, errors);
    check_borrow(&shape, entries, errors);
    let may_be_null = shape.is_option() || (shape.is_related() && !shape.is_collection());
    if nullable == Some(false) && !may_be_null {
        let span = entries
            .get("nullable")
            .map_or_else(|| field.ty.span(), |it| it.ident.span());
        errors.at_span(span, "`nullable = false` is for an `Option`, which may then be absent but not null; any other type is never null");
    }
    // CSDL 4.01, section 6.5: the properties of a key are not nullable.
    let key = entries.get("key").map(|it| it.ident.span());
    let not_nullable = may_be_null && (nullable == Some(false) || key.is_some());
    if not_nullable && matches!(&shape, Shape::Option(inner) if inner.is_option()) {
        errors.at_span(
            field.ty.span(),
            "the inner `Option` is for null, which this property never is: write it without",
        );
    }
    Property {
        // Its type's reader counts.
        place: 0,
        name,
        name_span,
        key,
        not_nullable,
        navigation: entries.has("navigation") || shape.is_related(),
        computed: entries.has("computed"),
        atomic: entries.get("atomic").map(|it| it.ident.span()),
        in_patch: false,
        borrow: entries.has("borrow"),
        case_insensitive: entries.has("case_insensitive"),
        default,
        with: entries.get("with").and_then(|it| it.path(errors)),
        edm,
        rules: rule::read(entries, &shape, errors),
        shape,
    }
}

/// `Nav` and `NavCollection` say themselves what is absent, null or many.
fn check_related(field: &syn::Field, shape: &Shape<'_>, errors: &mut Errors) {
    if shape.wraps_related() {
        errors.at(
            &field.ty,
            "what a navigation property leads to says itself whether it is absent, null or there: use `Nav<T>` as it is, and `NavCollection<T>` for many",
        );
    }
}

/// A base is a part of the whole: not optional, not many, not elsewhere on the heap.
fn check_base(field: &syn::Field, ident: &Ident, errors: &mut Errors) {
    let shape = Shape::of(&field.ty);
    let inner = shape.leaf().to_token_stream();
    let problem = match &shape {
        Shape::Option(_) => "is always there",
        Shape::Seq(_) => "is one",
        Shape::Boxed(_) => "is held as it is",
        _ if shape.is_single() => {
            errors.at(
                &field.ty,
                format_args!(
                    "`{inner}` cannot be a base: that is a struct with `#[derive(ODataResource)]`"
                ),
            );
            return;
        }
        _ => return,
    };
    errors.at(
        &field.ty,
        format_args!("a base {problem}: `#[odata(base)] {ident}: {inner}`"),
    );
}

/// Only a type with a lifetime can borrow from the input.
fn check_borrow(shape: &Shape<'_>, entries: &Entries, errors: &mut Errors) {
    let Some(entry) = entries.get("borrow") else {
        return;
    };
    if !has_lifetime(shape.leaf().to_token_stream()) {
        errors.at_span(
            entry.span(),
            format_args!(
                "`{}` owns what it holds and borrows nothing: use `Cow<'a, str>` or `&'a str`",
                shape.leaf().to_token_stream()
            ),
        );
    }
}

fn has_lifetime(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Punct(punct) => matches!(punct.as_char(), '\'' | '&'),
        TokenTree::Group(group) => has_lifetime(group.stream()),
        _ => false,
    })
}

/// The name that `edm` gives: qualified, and where it is `Edm`'s, one that there is.
fn check_edm(name: &str, span: Span, errors: &mut Errors) {
    let item = name
        .strip_prefix("Collection(")
        .and_then(|it| it.strip_suffix(')'));
    if item.is_some() {
        errors.at_span(
            span,
            "`edm` names the type of the items; that there are many is seen from the field's type",
        );
        return;
    }
    match name.rsplit_once('.') {
        Some(("Edm", primitive)) if !EDM.contains(&primitive) => {
            let hint = attr::nearest(primitive, EDM.iter().copied())
                .map(|it| format!("; did you mean `Edm.{it}`?"))
                .unwrap_or_default();
            errors.at_span(span, format_args!("there is no `{name}`{hint}"));
        }
        Some(_) => {}
        None => errors.at_span(
            span,
            format_args!("`{name}` is no qualified name: write `Edm.{name}` or `namespace.{name}`"),
        ),
    }
}

/// The types of the namespace `Edm` (CSDL 4.01, section 3.3 and 3.4).
const EDM: &[&str] = &[
    "Binary",
    "Boolean",
    "Byte",
    "Date",
    "DateTimeOffset",
    "Decimal",
    "Double",
    "Duration",
    "Guid",
    "Int16",
    "Int32",
    "Int64",
    "SByte",
    "Single",
    "Stream",
    "String",
    "TimeOfDay",
    "Geography",
    "GeographyPoint",
    "GeographyLineString",
    "GeographyPolygon",
    "GeographyMultiPoint",
    "GeographyMultiLineString",
    "GeographyMultiPolygon",
    "GeographyCollection",
    "Geometry",
    "GeometryPoint",
    "GeometryLineString",
    "GeometryPolygon",
    "GeometryMultiPoint",
    "GeometryMultiLineString",
    "GeometryMultiPolygon",
    "GeometryCollection",
    "PrimitiveType",
    "ComplexType",
    "EntityType",
    "Untyped",
];
