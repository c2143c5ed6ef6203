//! The values of control information (JSON 4.01 §4.5).

use std::borrow::Cow;

use serde::de;

use crate::{
    dynamic::{MemberName, TYPE_TAG, ValueKind},
    error::ErrorKind,
    model::{Property, StructuredType},
    protocol::Version,
    raw::unescape,
    runtime::de::delta,
    session::{new_error, new_mismatch, read_policy},
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
    let Some(control) = name.control(policy.version) else {
        return Ok(());
    };
    let target = name.target();
    let property = declared
        .filter(|_| !target.is_empty())
        .and_then(|it| it.property(target));
    match control {
        // Without a property of that name, it is the type of a dynamic property or of an annotation.
        "type" if !target.is_empty() => return check_type(property, text),
        "bind" => return check_bind(property, text),
        "removed" if target.is_empty() => delta::check_removed(declared)?,
        _ => {}
    }
    let kind = ValueKind::of_control(control);
    if kind.fits(text, policy.ieee754) {
        match control {
            "delta" if !target.is_empty() => delta::check_nested(text),
            _ => Ok(()),
        }
    } else {
        Err(wrong(control, kind.expected(), text))
    }
}

#[cold]
fn wrong<E: de::Error>(name: &str, expected: &str, text: &str) -> E {
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
        return Err(wrong("type", "a string", text));
    };
    let Some(property) = property else {
        return Ok(());
    };
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
    let type_name = tag.rsplit_once('#').map_or(&*tag, |(_, name)| name);
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
    let Some(property) = property else {
        return Ok(());
    };
    let (fits, expected) = match property.is_collection() {
        true => (text.starts_with('[') && text != "[]", "an array of links"),
        false => (text.starts_with('"') || text == "null", "a link"),
    };
    if fits {
        Ok(())
    } else {
        Err(wrong("bind", expected, text))
    }
}
