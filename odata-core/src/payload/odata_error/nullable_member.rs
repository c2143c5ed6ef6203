//! Members that may be missing or null.

use crate::validate::{Path, Violations};

/// A member of an error response: `None` if it is missing, `Some(None)` if it is null.
pub(super) type NullableMember<T> = Option<Option<T>>;

/// Requires that `code` or `message` is neither missing nor null nor empty.
pub(super) fn check_text(
    text: &NullableMember<String>,
    at: &Path<'_>,
    violations: &mut Violations,
) {
    match text {
        None => violations.push(at, "required", "is required"),
        Some(None) => violations.push(at, "required", "must not be null"),
        Some(Some(text)) if text.is_empty() => violations.push(at, "length", "must not be empty"),
        Some(Some(_)) => {}
    }
}
