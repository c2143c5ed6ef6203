//! The inline content of streams (JSON 4.01 §9).

use serde::de;

use crate::{
    edm::Binary,
    error::ErrorKind,
    raw::unescape,
    session::{new_error, new_mismatch},
};

/// Checks the content of a stream against its media type; both are JSON text. The content is JSON for a JSON media type, a string for
/// text, and base64url for any other media type.
pub(super) fn check<E: de::Error>(media_type: &str, content: &str) -> Result<(), E> {
    let media_type = unescape(media_type).unwrap_or_default();
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    let (top, sub) = essence.split_once('/').unwrap_or((essence, ""));
    let is_json = sub.eq_ignore_ascii_case("json")
        || sub
            .get(sub.len().saturating_sub(5)..)
            .is_some_and(|it| it.eq_ignore_ascii_case("+json"));
    if content == "null" || essence.is_empty() || is_json {
        return Ok(());
    }
    let Some(text) = unescape(content) else {
        return Err(new_mismatch(
            ErrorKind::Type,
            format_args!("the content of the media type `{essence}` is not a string"),
            "a string",
            content,
        ));
    };
    if top.eq_ignore_ascii_case("text") {
        return Ok(());
    }
    match text.parse::<Binary>() {
        Ok(_) => Ok(()),
        Err(error) => Err(new_error(
            ErrorKind::Value,
            format_args!("the content of the media type `{essence}` is not base64url: {error}"),
        )),
    }
}
