//! Required members of items that are not entities.

use serde::de;

use crate::{
    codec::RawJson,
    dynamic::DynamicResource,
    error::ErrorKind,
    session::{at_name, missing_member, new_mismatch},
};

/// Rejects an item whose member `name` is missing or not a string.
pub(super) fn require_string<E: de::Error>(members: &DynamicResource, name: &str) -> Result<(), E> {
    match members.raw(name).map(RawJson::as_str) {
        Some(json) if json.starts_with('"') => Ok(()),
        Some(json) => {
            let error = new_mismatch(
                ErrorKind::Type,
                format_args!("`{name}` must be a string, not {json}"),
                "a string",
                json,
            );
            Err(at_name(name, error))
        }
        None => Err(missing_member(name)),
    }
}
