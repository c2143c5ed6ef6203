//! A struct that is a resource.

use proc_macro2::{Ident, Span};
use syn::{Data, DataStruct, DeriveInput, Fields, Generics, Path, ext::IdentExt, parse_quote};

use super::{Case, Field, Property, Role, check_identifier, check_namespace};
use crate::{
    attr::{self, Entries, keys::Place},
    errors::Errors,
};

/// A resource type.
pub(crate) struct Resource<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) generics: &'a Generics,
    pub(crate) krate: Path,
    pub(crate) namespace: String,
    pub(crate) name: String,
    pub(crate) alias: Option<String>,
    pub(crate) write_type: WriteType,
    pub(crate) is_abstract: bool,
    pub(crate) open: Option<Span>,
    pub(crate) kind: Option<(Kind, Span)>,
    pub(crate) deref: Option<Span>,
    pub(crate) patch: Option<Span>,
    pub(crate) deny_undeclared: Option<Span>,
    pub(crate) hooks: Vec<Path>,
    pub(crate) fields: Vec<Field<'a>>,
    /// How many properties it declares; a patch, those of its type.
    pub(crate) own: u16,
    /// It is the patch type of the type whose name it has.
    pub(crate) is_patch: bool,
}

/// When the type writes its tag.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum WriteType {
    #[default]
    Derived,
    Always,
    Never,
}

/// Entity or complex.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Entity,
    Complex,
}

impl<'a> Resource<'a> {
    pub(crate) fn read(
        input: &'a DeriveInput,
        data: &'a DataStruct,
        errors: &mut Errors,
    ) -> Resource<'a> {
        let entries = attr::read(&input.attrs, Place::Resource, errors);
        let case = entries
            .get("rename_all")
            .and_then(|it| it.word(Case::WORDS, errors))
            .unwrap_or_default();
        let (name, name_span) = own_name(input, &entries, case, errors);
        check_identifier(&name, name_span, errors);
        let mut fields: Vec<Field<'a>> = match &data.fields {
            Fields::Named(named) => named
                .named
                .iter()
                .filter_map(|it| Field::read(it, case, errors))
                .collect(),
            Fields::Unit => Vec::new(),
            Fields::Unnamed(unnamed) => {
                errors.at(
                    unnamed,
                    "a resource has named properties: write the fields as `{ name: Type }`",
                );
                Vec::new()
            }
        };
        let mut own = 0;
        for property in fields.iter_mut().rev().filter_map(Field::property_mut) {
            property.place = own;
            own += 1;
        }
        let write_type = entries.get("write_type").and_then(|it| {
            it.word(
                &[
                    ("derived", WriteType::Derived),
                    ("always", WriteType::Always),
                    ("never", WriteType::Never),
                ],
                errors,
            )
        });
        let kind = entries.get("kind").and_then(|it| {
            let span = it.span();
            it.word(
                &[("entity", Kind::Entity), ("complex", Kind::Complex)],
                errors,
            )
            .map(|kind| (kind, span))
        });
        Resource {
            ident: &input.ident,
            generics: &input.generics,
            krate: crate_path(&entries, errors),
            namespace: namespace(input, &entries, errors),
            name,
            alias: schema_alias(&entries, errors),
            write_type: write_type.unwrap_or_default(),
            is_abstract: entries.has("abstract"),
            open: entries.get("open").map(|it| it.ident.span()),
            kind,
            deref: entries.get("deref").map(|it| it.ident.span()),
            patch: entries.get("patch").map(|it| it.ident.span()),
            deny_undeclared: entries.get("deny_undeclared").map(|it| it.ident.span()),
            hooks: hooks(&entries, errors),
            fields,
            own,
            is_patch: false,
        }
    }

    /// The qualified name.
    pub(crate) fn qualified(&self) -> String {
        format!("{}.{}", self.namespace, self.name)
    }

    pub(crate) fn base(&self) -> Option<&Field<'a>> {
        self.fields.iter().find(|it| it.is_base())
    }

    /// The declared properties that have a field, in source order.
    pub(crate) fn properties(&self) -> impl Iterator<Item = (&Field<'a>, &Property<'a>)> {
        self.fields
            .iter()
            .filter_map(|field| field.property().map(|property| (field, property)))
    }

    pub(crate) fn field_of(&self, is_wanted: impl Fn(&Role<'a>) -> bool) -> Option<&Field<'a>> {
        self.fields.iter().find(|it| is_wanted(&it.role))
    }

    /// Whether it has type or const parameters.
    pub(crate) fn has_parameters(&self) -> bool {
        self.generics.type_params().next().is_some()
            || self.generics.const_params().next().is_some()
    }

    pub(crate) fn has_key(&self) -> bool {
        self.properties().any(|(_, it)| it.key.is_some())
    }
}

/// The item's OData name and where it comes from.
pub(crate) fn own_name(
    input: &DeriveInput,
    entries: &Entries,
    case: Case,
    errors: &mut Errors,
) -> (String, Span) {
    match entries.get("name").and_then(|it| it.string(errors)) {
        Some(name) => (name.value(), name.span()),
        None => (
            case.apply(&input.ident.unraw().to_string()),
            input.ident.span(),
        ),
    }
}

/// The item's namespace, which it must have.
pub(crate) fn namespace(input: &DeriveInput, entries: &Entries, errors: &mut Errors) -> String {
    match entries.get("namespace") {
        Some(entry) => match entry.string(errors) {
            Some(namespace) => {
                check_namespace(&namespace.value(), namespace.span(), errors);
                namespace.value()
            }
            None => String::new(),
        },
        None => {
            // Where an attribute was wrong already, this would be noise.
            if errors.is_empty() {
                errors.at(
                    &input.ident,
                    "an OData type has a namespace: add `#[odata(namespace = \"...\")]`",
                );
            }
            String::new()
        }
    }
}

/// The schema's alias.
pub(crate) fn schema_alias(entries: &Entries, errors: &mut Errors) -> Option<String> {
    let alias = entries.get("schema_alias")?.string(errors)?;
    check_identifier(&alias.value(), alias.span(), errors);
    Some(alias.value())
}

/// Where the runtime is.
pub(crate) fn crate_path(entries: &Entries, errors: &mut Errors) -> Path {
    entries
        .get("crate")
        .and_then(|it| it.path(errors))
        .unwrap_or_else(|| parse_quote!(::odata_core))
}

fn hooks(entries: &Entries, errors: &mut Errors) -> Vec<Path> {
    entries
        .all("validate")
        .filter_map(|entry| entry.path(errors))
        .collect()
}

/// The struct or enum of an input; a union is neither.
pub(crate) fn refuse_union(input: &DeriveInput, errors: &mut Errors) {
    if let Data::Union(data) = &input.data {
        errors.at(data.union_token, "a union has no OData form: use a struct");
    }
}
