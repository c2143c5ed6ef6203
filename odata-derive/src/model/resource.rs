//! A struct that is a resource.

use std::collections::HashSet;

use proc_macro2::{Ident, Span};
use quote::ToTokens;
use syn::{DataStruct, DeriveInput, Fields, Generics, Path, Type};

use super::{
    Field, Item, NonProperty, Property, Role, TypeName, item,
    key_list::{self, KeyList},
    parameter::{compact, is_named, is_parameter, mentions},
    property,
};
use crate::{
    attr::{self, keys::Target},
    errors::Errors,
};

/// A resource type.
pub(crate) struct Resource<'a> {
    pub(crate) item: Item<'a>,
    pub(crate) name: TypeName,
    /// When the type is written, and the span of its key.
    pub(crate) write_type: Option<(WriteType, Span)>,
    pub(crate) is_abstract: bool,
    /// The span of `any_version`: the type represents all its versions.
    pub(crate) any_version: Option<Span>,
    pub(crate) open: Option<Span>,
    pub(crate) kind: Option<(Kind, Span)>,
    pub(crate) key_list: Option<KeyList>,
    pub(crate) deref: Option<Span>,
    pub(crate) patch: Option<Span>,
    pub(crate) deny_undeclared: Option<Span>,
    /// The functions that check the whole value.
    pub(crate) validators: Vec<Path>,
    pub(crate) fields: Vec<Field<'a>>,
    /// The number of declared properties. For a patch type, that of its resource: some of them have no field in the patch type.
    pub(crate) declared: u16,
    /// Whether the resource is a patch type, which has the OData name of its resource.
    pub(crate) is_patch: bool,
}

/// The values of `write_type`: when `@odata.type` is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum WriteType {
    #[default]
    Derived,
    Always,
    Never,
}

/// Entity or complex type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Entity,
    Complex,
}

impl<'a> Resource<'a> {
    pub(crate) fn parse(
        input: &'a DeriveInput,
        data: &'a DataStruct,
        errors: &mut Errors,
    ) -> Resource<'a> {
        let entries = attr::parse(&input.attrs, Target::Struct, errors);
        let case = item::case(&entries, errors);
        let name = TypeName::parse(input, &entries, case, errors);
        let mut fields: Vec<Field<'a>> = match &data.fields {
            Fields::Named(named) => named
                .named
                .iter()
                .filter_map(|it| Field::parse(it, case, errors))
                .collect(),
            Fields::Unit => Vec::new(),
            Fields::Unnamed(unnamed) => {
                errors.at(
                    unnamed,
                    "the properties of a resource need names: write the fields as `{ name: Type }`",
                );
                Vec::new()
            }
        };
        let mut declared = 0;
        for property in fields.iter_mut().rev().filter_map(Field::property_mut) {
            property.slot = declared;
            property.has_default_of_struct = entries.has("default");
            declared += 1;
        }
        property::number_codecs(&mut fields);
        let write_type = entries.get("write_type").and_then(|it| {
            let choices = [
                ("derived", WriteType::Derived),
                ("always", WriteType::Always),
                ("never", WriteType::Never),
            ];
            it.choice(&choices, errors).map(|value| (value, it.span()))
        });
        let kind = entries.get("kind").and_then(|it| {
            let choices = [("entity", Kind::Entity), ("complex", Kind::Complex)];
            it.choice(&choices, errors).map(|kind| (kind, it.span()))
        });
        item::reject_undocumented(input.attrs.iter(), &entries, errors);
        let mut item = Item::parse(input, &entries, errors);
        item.unbounded = parameters_without_bounds(&input.generics, &fields);
        item.associated = associated_types(&input.generics, &fields);
        Resource {
            item,
            name,
            write_type,
            is_abstract: entries.has("abstract"),
            any_version: entries.span_of("any_version"),
            open: entries.span_of("open"),
            kind,
            key_list: key_list::parse(&entries, errors),
            deref: entries.span_of("deref"),
            patch: entries.span_of("patch"),
            deny_undeclared: entries.span_of("deny_undeclared"),
            validators: entries
                .all("validate")
                .filter_map(|entry| entry.path(errors))
                .collect(),
            fields,
            declared,
            is_patch: false,
        }
    }

    /// Returns the field of the base type.
    pub(crate) fn base(&self) -> Option<&Field<'a>> {
        self.field_of(NonProperty::Base)
    }

    /// Returns whether each field has an initial value, so that a value can be filled in place.
    pub(crate) fn has_initial_values(&self) -> bool {
        self.fields.iter().all(Field::has_initial_value)
    }

    /// Returns the first field with this role.
    pub(crate) fn field_of(&self, role: NonProperty) -> Option<&Field<'a>> {
        self.fields_of(role).next()
    }

    pub(crate) fn fields_of(&self, role: NonProperty) -> impl Iterator<Item = &Field<'a>> {
        self.fields
            .iter()
            .filter(move |it| matches!(it.role, Role::NonProperty(own) if own == role))
    }

    /// Returns the declared properties that have a field, in source order.
    pub(crate) fn properties(&self) -> impl Iterator<Item = (&Field<'a>, &Property<'a>)> {
        self.fields
            .iter()
            .filter_map(|field| field.property().map(|property| (field, property)))
    }

    /// Returns the position of a property among the declared ones.
    pub(crate) fn position(&self, property: &Property<'_>) -> u16 {
        self.declared.saturating_sub(property.slot + 1)
    }

    /// Returns whether the resource has type or const parameters.
    pub(crate) fn has_parameters(&self) -> bool {
        let generics = self.item.generics;
        generics.type_params().next().is_some() || generics.const_params().next().is_some()
    }

    pub(crate) fn has_key(&self) -> bool {
        self.key_list.is_some() || self.properties().any(|(_, it)| it.key.is_some())
    }
}

/// Returns the type parameters that are in skipped fields or associated types, and nowhere else.
fn parameters_without_bounds(generics: &Generics, fields: &[Field<'_>]) -> Vec<Ident> {
    let is_exempt = |field: &Field<'_>| match &field.role {
        Role::NonProperty(role) => *role == NonProperty::Skip,
        Role::Property(property) => associated_type(property, generics).is_some(),
    };
    let is_in = |ident: &Ident, exempt: bool| {
        (fields.iter().filter(|it| is_exempt(it) == exempt))
            .any(|it| mentions(it.ty.to_token_stream(), ident))
    };
    generics
        .type_params()
        .map(|it| &it.ident)
        .filter(|it| is_in(it, true) && !is_in(it, false))
        .cloned()
        .collect()
}

/// Returns the associated types of type parameters that are the types of properties.
fn associated_types(generics: &Generics, fields: &[Field<'_>]) -> Vec<Type> {
    let mut seen = HashSet::new();
    (fields.iter().filter_map(Field::property))
        .filter_map(|it| associated_type(it, generics))
        .filter(|it| seen.insert(compact(it)))
        .cloned()
        .collect()
}

/// Returns the type of a property if it is an associated type of a type parameter: `T::Item`.
fn associated_type<'a>(property: &Property<'a>, generics: &Generics) -> Option<&'a Type> {
    let ty = property.shape.innermost();
    let is_associated =
        is_parameter(ty, generics) && !generics.type_params().any(|it| is_named(ty, &it.ident));
    (is_associated && property.edm.is_none() && property.with.is_none()).then_some(ty)
}
