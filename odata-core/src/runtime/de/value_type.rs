//! Dynamic values whose type is said beside them: they must be of it (JSON format 4.01, section 4.5.3).

use serde::de;
use serde_json::value::RawValue;

use crate::{
    dynamic::control::TYPE_TAG,
    edm::primitive::Primitive,
    error::ErrorKind,
    raw::{path_cursor::string_member, quoted::unescape},
    session::{failure::new_mismatch, policy::read_policy, trace::at_index},
};

/// Checks a value against `P@odata.type`, where that names a primitive or a collection of one.
pub(super) fn check<E: de::Error>(tag: &str, value: &str) -> Result<(), E> {
    let tag = unescape(tag).unwrap_or_default();
    let name = tag.rsplit_once('#').map_or(&*tag, |(_, name)| name);
    let item = name
        .strip_prefix("Collection(")
        .and_then(|it| it.strip_suffix(')'));
    if value == "null" {
        return Ok(());
    }
    let Some(item) = item else {
        return check_one(name, value);
    };
    let items: Vec<&RawValue> = serde_json::from_str(value).map_err(|_| {
        new_mismatch(
            ErrorKind::Type,
            format_args!("the value is no array, though its tag says {name}"),
            "an array",
            value,
        )
    })?;
    for (at, value) in items.into_iter().enumerate() {
        check_one(item, value.get()).map_err(|error| at_index(at, error))?;
    }
    Ok(())
}

fn check_one<E: de::Error>(name: &str, value: &str) -> Result<(), E> {
    let Some(primitive) = Primitive::from_name(name) else {
        // A structured type, an enumeration or a type definition: what it has, nobody here knows.
        return Ok(());
    };
    primitive
        .check_with(value, read_policy().ieee754)
        .map_err(|error| {
            new_mismatch(
                ErrorKind::Value,
                &error,
                format!("a value of {name}"),
                value,
            )
        })
}

/// A dynamic object is none of a collection type.
pub(super) fn check_object<E: de::Error>(value: &str) -> Result<(), E> {
    if !value.starts_with('{') {
        return Ok(());
    }
    match string_member(value, TYPE_TAG) {
        Some(tag) if tag.contains("Collection(") => Err(new_mismatch(
            ErrorKind::InvalidType,
            format_args!("{tag} is the type of a collection, not of an object"),
            "the type of an object",
            tag,
        )),
        _ => Ok(()),
    }
}
