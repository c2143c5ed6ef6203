//! Rules of a resource.

use std::collections::HashMap;

use crate::{
    errors::Errors,
    model::{Kind, Resource, Role},
};

pub(crate) fn resource(resource: &Resource<'_>, errors: &mut Errors) {
    one_field_each(resource, errors);
    base_attributes(resource, errors);
    names_once(resource, errors);
    keys(resource, errors);
    bags(resource, errors);
    patch(resource, errors);
}

/// Single inheritance, and one field for each thing that is not a property.
fn one_field_each(resource: &Resource<'_>, errors: &mut Errors) {
    type IsRole = fn(&Role<'_>) -> bool;
    let roles: [(&str, IsRole); 6] = [
        ("base", |role| matches!(role, Role::Base)),
        ("dynamic_properties", |role| {
            matches!(role, Role::DynamicProperties)
        }),
        ("annotations", |role| matches!(role, Role::Annotations)),
        ("control", |role| matches!(role, Role::Control)),
        ("etag", |role| matches!(role, Role::Etag)),
        ("id", |role| matches!(role, Role::Id)),
    ];
    for (name, is_role) in roles {
        let mut fields = resource.fields.iter().filter(|it| is_role(&it.role));
        let Some(first) = fields.next() else { continue };
        for second in fields {
            errors.at(
                second.ident,
                format_args!("a type has one `{name}` field, and `{}` is it", first.ident),
            );
        }
    }
}

/// `deref` goes to the base; so it needs one.
fn base_attributes(resource: &Resource<'_>, errors: &mut Errors) {
    if let (Some(span), None) = (resource.deref, resource.base()) {
        errors.at_span(span, "`deref` gives `Deref` to the base, and there is none: mark the base's field with `#[odata(base)]`");
    }
}

/// CSDL 4.01, section 7: a property's name is unique within its type.
fn names_once(resource: &Resource<'_>, errors: &mut Errors) {
    let mut seen = HashMap::new();
    for (field, property) in resource.properties() {
        if let Some(first) = seen.insert(&property.name, field.ident) {
            errors.at_span(
                property.name_span,
                format_args!("`{}` is the name of `{first}` already", property.name),
            );
        }
    }
}

/// CSDL 4.01, section 6.5: a key makes an entity; its properties are not nullable, nor collections.
fn keys(resource: &Resource<'_>, errors: &mut Errors) {
    for (field, property) in resource.properties() {
        let Some(span) = property.key else { continue };
        if property.shape.is_collection() {
            errors.at_span(
                span,
                format_args!("`{}` is a collection, which cannot be a key", field.ident),
            );
        }
        if property.navigation {
            errors.at_span(
                span,
                format_args!(
                    "`{}` is a navigation property, which cannot be a key",
                    field.ident
                ),
            );
        }
    }
    if let (Some((Kind::Complex, span)), true) = (resource.kind, resource.has_key()) {
        errors.at_span(span, "a complex type has no key: drop `kind`, or the `key`");
    }
}

/// An open type keeps what it does not declare, and so does not refuse it (CSDL 4.01, section 6.3).
fn bags(resource: &Resource<'_>, errors: &mut Errors) {
    let bag = resource.field_of(|role| matches!(role, Role::DynamicProperties));
    if let (Some(span), None, None) = (resource.open, bag, resource.base()) {
        errors.at_span(span, "an open type keeps dynamic properties: add a field `#[odata(dynamic_properties)] more: DynamicProperties`");
    }
    if let Some(span) = resource.deny_undeclared {
        if resource.open.is_some() {
            errors.at_span(
                span,
                "an open type has dynamic properties; it cannot deny them",
            );
        } else if let Some(bag) = bag {
            errors.at_span(
                span,
                format_args!(
                    "`{}` would stay empty: drop it, or `deny_undeclared`",
                    bag.ident
                ),
            );
        }
    }
}

/// What a patch needs, and what needs a patch.
fn patch(resource: &Resource<'_>, errors: &mut Errors) {
    let Some(span) = resource.patch else {
        for span in resource.properties().filter_map(|(_, it)| it.atomic) {
            errors.at_span(
                span,
                "`atomic` is about a patch, and the type has none: add `patch` to its `#[odata(...)]`",
            );
        }
        return;
    };
    if let Some(lifetime) = resource.generics.lifetimes().next() {
        errors.at_span(
            span,
            format_args!(
                "a patch owns what it sets, and `{}` borrows for `{}`: use `String` and other owned types, or drop `patch`",
                resource.ident, lifetime.lifetime
            ),
        );
    }
    for (field, property) in resource.properties() {
        let unchangeable = match (property.key, property.computed) {
            (Some(_), _) => "part of the key",
            (_, true) => "computed",
            _ => continue,
        };
        if let Some(span) = property.atomic {
            errors.at_span(
                span,
                format_args!(
                    "`{}` is {unchangeable}: a patch does not set it",
                    field.ident
                ),
            );
        }
    }
}
