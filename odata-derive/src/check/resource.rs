//! Rules of a resource.

use std::collections::{HashMap, HashSet};

use quote::ToTokens;

use super::{base::base, bound::require_bounds_of_properties, reject_duplicate_names};
use crate::{
    errors::Errors,
    model::{Kind, NonProperty, Resource, is_parameter},
};

pub(crate) fn resource(resource: &Resource<'_>, errors: &mut Errors) {
    reject_second_field_of_a_role(resource, errors);
    base(resource, errors);
    require_base_for_deref(resource, errors);
    reject_keys_without_effect(resource, errors);
    // CSDL XML 4.01 §7: the name of a property is unique within its type.
    let properties = resource.properties();
    reject_duplicate_names(
        properties.map(|(field, it)| (it.name.as_str(), it.name_span, field.ident)),
        errors,
    );
    check_key(resource, errors);
    check_any_version(resource, errors);
    check_open(resource, errors);
    reject_value_types_of_parameters(resource, errors);
    require_bounds_of_properties(resource, errors);
    if resource.patch.is_some() {
        check_patch(resource, errors);
    } else {
        reject_atomic_without_patch(resource, errors);
    }
}

/// Rejects a second base, and a second field for the same kind of undeclared content.
fn reject_second_field_of_a_role(resource: &Resource<'_>, errors: &mut Errors) {
    for (key, role) in NonProperty::ALL {
        let mut fields = resource.fields_of(*role);
        let Some(first) = fields.next().filter(|_| *role != NonProperty::Skip) else {
            continue;
        };
        for second in fields {
            errors.at(
                second.ident,
                format_args!("duplicate `{key}`: already on `{}`", first.ident),
            );
        }
    }
}

fn reject_keys_without_effect(resource: &Resource<'_>, errors: &mut Errors) {
    if let Some((_, span)) = resource.write_type.filter(|_| resource.is_abstract) {
        errors.at_span(
            span,
            "`write_type` has no effect with `abstract`: no value has exactly this type, remove one of them",
        );
    }
    let mut seen = HashSet::new();
    for validator in &resource.validators {
        let text = validator.to_token_stream().to_string();
        if seen.contains(&text) {
            errors.at(
                validator,
                format_args!("duplicate check `{text}`: remove one"),
            );
        }
        seen.insert(text);
    }
}

fn require_base_for_deref(resource: &Resource<'_>, errors: &mut Errors) {
    if let (Some(span), None) = (resource.deref, resource.base()) {
        errors.missing(
            span,
            "`deref` requires a base: mark its field with `#[odata(base)]`, or remove `deref`",
        );
    }
}

/// Checks that a type with a key is an entity type, and that no property of a key is a collection (CSDL XML 4.01 §6.5).
fn check_key(resource: &Resource<'_>, errors: &mut Errors) {
    for (field, property) in resource.properties() {
        let Some(span) = property.key else { continue };
        let problems = [
            (property.shape.is_collection(), "a collection"),
            (property.is_navigation, "a navigation property"),
        ];
        for (_, problem) in problems.iter().filter(|(has_problem, _)| *has_problem) {
            errors.at_span(
                span,
                format_args!(
                    "`{}` is {problem} and cannot be a key: remove `key`",
                    field.ident
                ),
            );
        }
    }
    check_key_positions(resource, errors);
    check_key_list(resource, errors);
    if let (Some((Kind::Complex, span)), true) = (resource.kind, resource.has_key()) {
        errors.at_span(
            span,
            "a complex type cannot have a key: remove `kind` or `key`",
        );
    }
}

/// `key(...)` is the whole key. Its paths begin at own properties, if no base can have them.
fn check_key_list(resource: &Resource<'_>, errors: &mut Errors) {
    let Some(list) = &resource.key_list else {
        return;
    };
    for (field, property) in resource.properties() {
        if let Some(span) = property.key {
            errors.at_span(
                span,
                format_args!(
                    "`key(...)` on the struct lists the whole key: remove `key` from `{}`, and add {:?} to the list if it is not there",
                    field.ident, property.name
                ),
            );
        }
    }
    for part in &list.parts {
        let (first, continues) = part.first();
        // An invalid path has an error of its own.
        if first.is_empty() {
            continue;
        }
        let found = resource.properties().find(|(_, it)| it.name == first);
        let problem = match found {
            None if resource.base().is_some() => continue,
            None => "not a property of this struct",
            Some((_, it)) if it.shape.is_collection() => "a collection",
            Some((_, it)) if it.is_navigation && !continues => "a navigation property",
            Some((_, it)) if it.shape.is_primitive() && continues => {
                "primitive, and the path continues"
            }
            Some(_) => continue,
        };
        errors.at_span(
            part.path.span(),
            format_args!("`{first}` is {problem}: name another property in `key`"),
        );
    }
}

/// Checks that the parts of a key have different positions, counted without gaps. A part without a position has the position of its field.
fn check_key_positions(resource: &Resource<'_>, errors: &mut Errors) {
    let parts: Vec<_> = (resource.properties())
        .filter_map(|(field, property)| Some((field, property, property.key?)))
        .collect();
    let mut owners = HashMap::new();
    for (index, (field, property, span)) in (1..).zip(&parts) {
        let position = property.key_position.unwrap_or(index);
        if let Some(first) = owners.insert(position, field.ident) {
            errors.at_span(
                *span,
                format_args!("duplicate position {position} in the key: already that of `{first}`"),
            );
        } else if usize::try_from(position).is_ok_and(|it| it > parts.len()) {
            let count = parts.len();
            let noun = if count == 1 { "property" } else { "properties" };
            errors.at_span(
                *span,
                format_args!(
                    "position {position} is not in the key, which has {count} {noun}: count from 1"
                ),
            );
        }
    }
}

/// Rejects keys about the types of a hierarchy on a property whose type is a parameter, which may be any type.
fn reject_value_types_of_parameters(resource: &Resource<'_>, errors: &mut Errors) {
    for (_, property) in resource.properties() {
        let ty = property.shape.type_of_user();
        let derived_types = property.derived_types.as_ref();
        let declared_type = property.declared_type.as_ref();
        let spans = [
            ("derived_types", derived_types.map(|(_, span)| *span)),
            ("declared_type", declared_type.map(|(_, span)| *span)),
        ];
        for (key, span) in spans {
            if let (Some(span), Some(ty)) = (span, ty)
                && is_parameter(ty, resource.item.generics)
            {
                errors.at_span(
                    span,
                    format_args!(
                        "`{key}` is for hierarchies, and a type parameter may be another type: remove it"
                    ),
                );
            }
        }
    }
}

/// Requires a field for the type tag of a type with `any_version`, because the tag that was read is written back. The runtime checks a type
/// with a base.
fn check_any_version(resource: &Resource<'_>, errors: &mut Errors) {
    let field = resource.field_of(NonProperty::Annotations);
    if let (Some(span), None, None) = (resource.any_version, field, resource.base()) {
        errors.missing(
            span,
            "`any_version` requires a field for the type tag: add `#[odata(annotations)] annotations: Annotations`",
        );
    }
}

/// Requires a field for dynamic properties of an open type (CSDL XML 4.01 §6.3), and rejects `deny_undeclared` beside `open` or such a
/// field.
fn check_open(resource: &Resource<'_>, errors: &mut Errors) {
    let field = resource.field_of(NonProperty::DynamicProperties);
    if let (Some(span), None, None) = (resource.open, field, resource.base()) {
        errors.missing(
            span,
            "an open type requires a field for dynamic properties: add `#[odata(dynamic_properties)] more: DynamicProperties`",
        );
    }
    let Some(span) = resource.deny_undeclared else {
        return;
    };
    if resource.open.is_some() {
        errors.at_span(
            span,
            "`deny_undeclared` cannot be used with `open`: remove one of them",
        );
    } else if let Some(field) = field {
        errors.at_span(
            span,
            format_args!(
                "`{}` is always empty with `deny_undeclared`: remove one of them",
                field.ident
            ),
        );
    }
}

fn check_patch(resource: &Resource<'_>, errors: &mut Errors) {
    if let (Some(span), Some(it)) = (resource.patch, resource.item.generics.lifetimes().next()) {
        errors.at_span(
            span,
            format_args!(
                "`patch` cannot be used on `{}`, which borrows for `{}`: use owned types such as `String`, or remove `patch`",
                resource.item.ident, it.lifetime
            ),
        );
    }
    for (field, property) in resource.properties() {
        let reason = match (property.key, property.is_computed) {
            (Some(_), _) => "part of the key",
            (_, true) => "computed",
            _ => continue,
        };
        if let Some(span) = property.atomic {
            errors.at_span(
                span,
                format_args!(
                    "`{}` is {reason} and not in a patch: remove `atomic`",
                    field.ident
                ),
            );
        }
    }
}

fn reject_atomic_without_patch(resource: &Resource<'_>, errors: &mut Errors) {
    // On other properties `atomic` has no effect anyway.
    let complex = resource.properties().filter(|(_, it)| {
        !it.shape.is_primitive() && !it.shape.is_collection() && !it.shape.is_nav()
    });
    for span in complex.filter_map(|(_, it)| it.atomic) {
        errors.missing(
            span,
            "`atomic` requires a patch type: add `patch` to the struct's `#[odata(...)]`",
        );
    }
}
