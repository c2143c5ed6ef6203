//! An error says where: its place is in the body.

use odata_core::{Error, ErrorKind};
use serde_json::Value;

/// Fails where the pointer of `error` leads nowhere in `body`, or its line and column are past the end.
pub(crate) fn check(body: &[u8], error: &Error) {
    let lines = 1 + body.iter().filter(|byte| **byte == b'\n').count();
    assert!(
        error.line() <= lines,
        "{error:?}: line {} of {lines}",
        error.line()
    );
    assert!(
        error.column() <= body.len(),
        "{error:?}: column {} of {}",
        error.column(),
        body.len()
    );
    let Ok(value) = serde_json::from_slice::<Value>(body) else {
        return;
    };
    let pointer = error.pointer();
    if value.pointer(pointer).is_some() {
        return;
    }
    // What is missing has no place; the object that lacks it has.
    let is_missing = matches!(
        error.kind(),
        ErrorKind::Missing | ErrorKind::MissingType | ErrorKind::Validation
    );
    let parent = pointer.rsplit_once('/').map_or("", |(parent, _)| parent);
    assert!(
        is_missing && value.pointer(parent).is_some(),
        "{error:?} points at nothing"
    );
}
