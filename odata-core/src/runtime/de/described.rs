//! Checks of JSON text against a described type, where no value of the type is read: a removed entity, and the items of a nested delta.
//!
//! A description names the declared properties of one type. For a derived type, the properties of the declared type are checked.

use serde::de;

use crate::{
    codec::RawJson,
    dynamic::{DynamicResource, MemberName, TYPE_TAG},
    edm::Primitive,
    error::ErrorKind,
    model::{Property, StructuredType, key_properties},
    runtime::{
        de::{
            control::{self, shortened},
            delta::{check_items, check_nested_item, is_nested_delta},
            rejection::{rejects_undeclared, undeclared},
        },
        listed_types::not_listed,
        navigation::bound_property,
    },
    session::{Level, at_name, enter_delta, from_replayed, new_error, new_mismatch, read_policy},
};

/// Checks the members of a removed entity of a described type, or of one derived from it.
pub(crate) fn check_removed<E: de::Error>(
    declared: &'static StructuredType,
    members: &DynamicResource,
) -> Result<(), E> {
    check_members(declared, false, members)
}

/// Checks a nested delta (`Orders@delta`): each item is an entity, or a removed entity that something identifies. If the property is known,
/// the items are also checked against its type.
pub(super) fn check_nested<E: de::Error>(
    property: Option<&'static Property>,
    text: &str,
) -> Result<(), E> {
    let declared = property.and_then(|it| it.structured_type());
    let key = declared.map(key_properties).unwrap_or_default();
    check_items(text, "an array of entities", |item| {
        check_nested_item(item, &key)?;
        property.map_or(Ok(()), |property| check_object(property, item))
    })
    .map_err(|error| from_replayed(&error))
}

/// Checks an object that is the value, or an item, of a property.
fn check_object<E: de::Error>(property: &Property, text: &str) -> Result<(), E> {
    if !text.starts_with('{') {
        return Err(wrong_value(property, "an object", text));
    }
    // The object is part of a delta, also outside of the body of one: a nested delta may be in any entity.
    let _delta = enter_delta();
    let members: DynamicResource =
        serde_json::from_str(text).map_err(|error| from_replayed(&error))?;
    let _level = Level::enter()?;
    let tag = members.type_name();
    if let Some(tag) = tag.filter(|tag| !property.accepts(tag)) {
        let error = new_mismatch(
            ErrorKind::NotDerived,
            format_args!("`{tag}` is not derived from `{}`", property.type_name()),
            format!("a type derived from `{}`", property.type_name()),
            tag,
        );
        return Err(at_name(TYPE_TAG, error));
    }
    if let Some(tag) = tag.filter(|tag| !property.is_listed(tag))
        && !is_reference(&members)
    {
        return Err(not_listed(tag, property.derived_types()));
    }
    match property.structured_type() {
        Some(declared) => {
            let is_exact = tag.map_or(!property.is_hierarchy(), |tag| declared.is_named(tag));
            check_members(declared, is_exact, &members)
        }
        None => Ok(()),
    }
}

/// Returns whether the object is only a reference to an entity: an id and no property (JSON 4.01 §14).
fn is_reference(members: &DynamicResource) -> bool {
    let id = members.raw("@odata.id").or_else(|| members.raw("@id"));
    id.is_some_and(|id| !id.is_null()) && members.iter().all(|(name, _)| name.starts_with('@'))
}

fn check_members<E: de::Error>(
    declared: &'static StructuredType,
    is_exact: bool,
    members: &DynamicResource,
) -> Result<(), E> {
    for (name, value) in members {
        check_bound(declared, name, members)
            .and_then(|()| check_member(declared, is_exact, name, value))
            .map_err(|error| at_name(name, error))?;
    }
    Ok(())
}

/// Rejects a link or a nested delta beside a value of the same navigation property (JSON 4.01 §8.5, §15.2).
fn check_bound<E: de::Error>(
    declared: &'static StructuredType,
    name: &str,
    members: &DynamicResource,
) -> Result<(), E> {
    match bound_property(declared, name, read_policy().version)
        .and_then(|index| declared.property_at(index))
    {
        Some(property) if members.raw(property.name()).is_some() => Err(new_error(
            ErrorKind::Duplicate,
            format_args!(
                "the navigation property `{}` has more than one value or link",
                property.name()
            ),
        )),
        _ => Ok(()),
    }
}

fn check_member<E: de::Error>(
    declared: &'static StructuredType,
    is_exact: bool,
    name: &str,
    value: &RawJson,
) -> Result<(), E> {
    let parsed = MemberName::parse(name);
    if parsed.target().is_empty() && !matches!(parsed, MemberName::Property(_)) {
        // Control information of the object itself has been checked before. The checks do not depend on its type.
        return Ok(());
    }
    if !matches!(parsed, MemberName::Property(_)) {
        control::check(Some(declared), parsed, value.as_str())?;
        if is_nested_delta(name) {
            return check_nested(declared.property(parsed.target()), value.as_str());
        }
        return Ok(());
    }
    match declared.property(name) {
        Some(property) => check_value(property, value.as_str()),
        None if is_exact && rejects_undeclared(declared, read_policy()) => {
            Err(undeclared(declared, name))
        }
        None => Ok(()),
    }
}

fn check_value<E: de::Error>(property: &'static Property, text: &str) -> Result<(), E> {
    // A Rust type with an `edm` attribute may be any shape.
    if !property.is_collection() || (property.is_renamed() && !text.starts_with('[')) {
        return check_one(property, text, property.is_nullable());
    }
    match text.as_bytes() {
        [b'[', ..] => check_items(text, "an array", |item| {
            check_one(property, item, property.has_nullable_items())
        })
        .map_err(|error| from_replayed(&error)),
        b"null" if read_policy().null_collections => Ok(()),
        b"null" => Err(null_value(property)),
        _ => Err(wrong_value(property, "an array", text)),
    }
}

/// Checks a value that is not a collection.
fn check_one<E: de::Error>(property: &Property, text: &str, is_nullable: bool) -> Result<(), E> {
    if text == "null" {
        return match is_nullable || property.is_untyped() {
            true => Ok(()),
            false => Err(null_value(property)),
        };
    }
    if property.is_structured() {
        return check_object(property, text);
    }
    if property.is_enumeration() && !text.starts_with('"') {
        return Err(wrong_value(property, "a string with a member", text));
    }
    let has_user_json = property.is_renamed() && text.starts_with(['{', '[']);
    match Primitive::from_name(property.type_name()) {
        Some(primitive) if !has_user_json => primitive
            .check_with(text, read_policy().ieee754)
            .map_err(|error| {
                let expected = format!("a value of `{}`", property.type_name());
                new_mismatch(ErrorKind::Value, &error, expected, text)
            }),
        _ => Ok(()),
    }
}

#[cold]
fn null_value<E: de::Error>(property: &Property) -> E {
    new_error(
        ErrorKind::Null,
        format_args!("null is not allowed for `{}`", property.name()),
    )
}

#[cold]
fn wrong_value<E: de::Error>(property: &Property, expected: &str, text: &str) -> E {
    new_mismatch(
        ErrorKind::Type,
        format_args!(
            "`{}` is {}; expected {expected}",
            property.name(),
            shortened(text)
        ),
        expected,
        text,
    )
}
