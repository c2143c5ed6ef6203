//! Error bodies in the place of a resource (JSON 4.01 §21.1).

use std::{borrow::Cow, collections::HashMap};

use serde::de;
use serde_json::value::RawValue;

use crate::{
    error::ErrorKind,
    raw::unescape,
    session::{new_error, set_error_body},
};

/// The name of the only member of an error body.
pub(super) const ERROR: &str = "error";

/// Returns the code and the message of an OData error.
fn code_and_message(value: &str) -> Option<(Cow<'_, str>, Cow<'_, str>)> {
    if !value.starts_with('{') {
        return None;
    }
    let members: HashMap<Cow<'_, str>, &RawValue> = serde_json::from_str(value).ok()?;
    let text = |name: &str| unescape(members.get(name).copied()?.get());
    Some((text("code")?, text("message")?))
}

/// Returns whether the value of a member called `error` is that of an OData error.
pub(super) fn is_error(value: &str) -> bool {
    code_and_message(value).is_some()
}

/// Rejects an object whose only property is an OData error.
pub(super) fn check<'m, E: de::Error>(
    mut properties: impl Iterator<Item = (&'m str, &'m str)>,
) -> Result<(), E> {
    match (properties.next(), properties.next()) {
        (Some((ERROR, value)), None) if is_error(value) => Err(error_body(value)),
        _ => Ok(()),
    }
}

/// Returns the error for an error body that was read as a resource. `value` is the value of its member.
#[cold]
pub(super) fn error_body<E: de::Error>(value: &str) -> E {
    let (code, message) = code_and_message(value).unwrap_or_default();
    let error = new_error(
        ErrorKind::ErrorBody,
        format_args!("the body is an OData error `{code}`: {message}"),
    );
    set_error_body(format!("{{\"{ERROR}\":{value}}}"));
    error
}
