//! The values of control information (JSON 4.01 §4.5).

use std::{borrow::Cow, collections::HashMap};

use serde::de;
use serde_json::value::RawValue;

use crate::{
    dynamic::{MemberName, TYPE_TAG, ValueKind},
    error::ErrorKind,
    model::{Property, StructuredType},
    protocol::Version,
    raw::unescape,
    runtime::de::{delta, tag, value_type},
    session::{at_name, from_replayed, new_error, new_mismatch, read_policy},
};

/// Returns whether the name is the name of the type tag.
pub(super) fn is_tag(name: &str, version: Version) -> bool {
    name == TYPE_TAG || (name == "@type" && version >= Version::V401)
}

/// Checks the value of control information; annotations may have any value.
pub(super) fn check<E: de::Error>(
    declared: Option<&'static StructuredType>,
    name: MemberName<'_>,
    text: &str,
) -> Result<(), E> {
    let policy = read_policy();
    if policy.strict_annotations {
        check_name(name)?;
    }
    let target = name.target();
    let Some(control) = name.control(policy.version) else {
        return match name {
            MemberName::Operation { name, .. } => check_operation(name, text),
            _ => Ok(()),
        };
    };
    let property = declared
        .filter(|_| !target.is_empty())
        .and_then(|it| it.property(target));
    match control {
        // Without a property of that name, it is the type of a dynamic property or of an annotation.
        "type" if !target.is_empty() => return check_type(property, text),
        "bind" => return check_bind(property, text),
        "removed" if target.is_empty() => delta::check_removed(declared)?,
        "count" | "nextLink" | "deltaLink" | "delta" => check_cardinality(property, control)?,
        _ => {}
    }
    let kind = ValueKind::of_control(control);
    if kind.fits(text, policy.ieee754) {
        Ok(())
    } else {
        Err(wrong_value(control, kind.expected(), text))
    }
}

#[cold]
fn wrong_value<E: de::Error>(name: &str, expected: &str, text: &str) -> E {
    new_mismatch(
        ErrorKind::Type,
        format_args!("`{name}` is {}; expected {expected}", shortened(text)),
        expected,
        text,
    )
}

/// Shortens a value for a message.
pub(super) fn shortened(text: &str) -> Cow<'_, str> {
    const SHOWN: usize = 60;
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => Cow::Owned(format!("{}...", text.get(..end).unwrap_or_default())),
        None => Cow::Borrowed(text),
    }
}

/// Rejects an annotation without a name, and annotations of annotations other than `odata.type`.
fn check_name<E: de::Error>(name: MemberName<'_>) -> Result<(), E> {
    if matches!(name, MemberName::Annotation { term: "", .. }) {
        return Err(new_error(
            ErrorKind::InvalidName,
            "an annotation without a name; expected `@namespace.term`",
        ));
    }
    let is_type = matches!(name, MemberName::Control { name: "type", .. });
    if name.target().contains('@') && !is_type {
        return Err(new_error(
            ErrorKind::InvalidName,
            "only `odata.type` may annotate an annotation",
        ));
    }
    Ok(())
}

/// Checks that `P@odata.type` names a type that the value of `P` may have (JSON 4.01 §4.5.3).
fn check_type<E: de::Error>(property: Option<&'static Property>, text: &str) -> Result<(), E> {
    let Some(tag) = unescape(text) else {
        return Err(wrong_value("type", "a string", text));
    };
    let Some(property) = property else {
        return value_type::check_name(&tag);
    };
    let (_, type_name) = tag::split(&tag)?;
    let (name, declared) = (property.name(), property.type_name());
    if property.is_structured() && !property.is_collection() {
        return Err(new_mismatch(
            ErrorKind::InvalidType,
            format_args!(
                "the type of the object `{name}` is beside it; expected `{TYPE_TAG}` inside the object"
            ),
            "a type tag inside the object",
            &*tag,
        ));
    }
    let item = type_name
        .strip_prefix("Collection(")
        .and_then(|it| it.strip_suffix(')'));
    let fits = match (item, property.is_collection()) {
        (Some(item), true) => property.accepts(item),
        (None, false) => property.accepts(type_name),
        (Some(_), false) => declared == "Edm.Untyped",
        (None, true) => false,
    };
    if fits {
        return Ok(());
    }
    let (open, close) = if property.is_collection() {
        ("Collection(", ")")
    } else {
        ("", "")
    };
    Err(new_mismatch(
        ErrorKind::NotDerived,
        format_args!(
            "`{type_name}` is not the declared type of `{name}`; expected `{open}{declared}{close}` or a type derived from it"
        ),
        format!("#{open}{declared}{close}"),
        &*tag,
    ))
}

/// Checks `N@odata.bind`: a link for a single-valued navigation property, an array of links for a collection (JSON 4.01 §8.5).
fn check_bind<E: de::Error>(property: Option<&'static Property>, text: &str) -> Result<(), E> {
    let is_null = text == "null";
    let is_link = || text.starts_with('"') || is_null;
    let is_array = || {
        text.starts_with('[')
            && serde_json::from_str::<Vec<Cow<'_, str>>>(text).is_ok_and(|it| !it.is_empty())
    };
    if let Some(property) = property.filter(|it| !it.is_navigation() && has_known_shape(it)) {
        return Err(new_error(
            ErrorKind::InvalidName,
            format_args!(
                "only a navigation property can have a link, and `{}` is not one",
                property.name()
            ),
        ));
    }
    if is_null
        && property.is_some_and(|it| it.is_navigation() && !it.is_nullable() && !it.is_collection())
    {
        return Err(new_error(
            ErrorKind::Null,
            "null is not allowed for this navigation property",
        ));
    }
    let (fits, expected) = match property {
        Some(property) if property.is_collection() => (is_array(), "an array of links"),
        Some(_) => (is_link(), "a link"),
        None => (is_link() || is_array(), ValueKind::Links.expected()),
    };
    if fits {
        Ok(())
    } else {
        Err(wrong_value("bind", expected, text))
    }
}

/// Rejects control information of collections on a property that is not one: the count and the next link (JSON 4.01 §4.5.4, §4.5.5), and
/// the changes of related entities (§4.5.6).
fn check_cardinality<E: de::Error>(
    property: Option<&'static Property>,
    control: &str,
) -> Result<(), E> {
    let Some(property) = property.filter(|it| has_known_shape(it)) else {
        return Ok(());
    };
    let is_delta = control == "delta";
    if property.is_collection() && (!is_delta || property.is_navigation()) {
        return Ok(());
    }
    let expected = match is_delta {
        true => "a collection of related entities",
        false => "a collection",
    };
    Err(new_error(
        ErrorKind::InvalidName,
        format_args!(
            "`{control}` belongs to {expected}, and `{}` is not one",
            property.name()
        ),
    ))
}

/// Returns whether the description of a property has the form of its value: single or a collection, and of which type. A type of the user's
/// own with an `edm` name may be either.
fn has_known_shape(property: &Property) -> bool {
    !property.is_untyped() && !property.is_renamed()
}

/// Checks the value of an advertised operation (JSON 4.01 §16 and §17).
fn check_operation<E: de::Error>(name: &str, text: &str) -> Result<(), E> {
    let kind = ValueKind::Operation;
    if !kind.fits(text, false) {
        return Err(wrong_value(name, kind.expected(), text));
    }
    // Overloads may be the items of an array.
    let objects = match text.as_bytes() {
        [b'[', ..] => serde_json::from_str::<Vec<HashMap<Cow<'_, str>, &RawValue>>>(text),
        [b'{', ..] => serde_json::from_str(text).map(|it| vec![it]),
        _ => return Ok(()),
    };
    for object in objects.map_err(|error| from_replayed(&error))? {
        for member in ["title", "target"] {
            if let Some(value) = object.get(member)
                && !value.get().starts_with('"')
            {
                return Err(at_name(
                    member,
                    wrong_value(member, "a string", value.get()),
                ));
            }
        }
    }
    Ok(())
}
