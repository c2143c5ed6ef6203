//! The steps of a JSON pointer that an error passes on its way up.

use serde::de;

use crate::{
    error::ErrorKind,
    session::{
        depth::REMAINING,
        failure::{FAILURE, RECORDING, new_mismatch},
    },
    validate::Segment,
};

/// Adds the member `name` to the trace of `error`.
#[cold]
pub(crate) fn at_name<E>(name: &str, error: E) -> E {
    add_step(Segment::Name(name.into()));
    error
}

/// Adds the item `index` to the trace of `error`.
#[cold]
pub(crate) fn at_index<E>(index: usize, error: E) -> E {
    add_step(Segment::Index(index));
    error
}

/// Returns the error for the required member `name`, which is missing.
#[cold]
pub(crate) fn missing_member<E: de::Error>(name: &str) -> E {
    let expected = format!("a value for `{name}`");
    let error = new_mismatch(
        ErrorKind::Missing,
        format_args!("`{name}` is missing"),
        expected,
        "nothing",
    );
    at_name(name, error)
}

/// Adds a step of the object or array that is being read.
#[cold]
pub(crate) fn add_step(segment: Segment) {
    if !RECORDING.get() {
        return;
    }
    let remaining = REMAINING.get();
    FAILURE.with_borrow_mut(|failure| {
        // Steps of an error that a caller discarded are still here. A new error starts at or below their depth.
        if failure
            .steps
            .last()
            .is_some_and(|(last, _)| *last >= remaining)
        {
            failure.steps.clear();
        }
        failure.steps.push((remaining, segment));
    });
}
