//! The details of a failure, recorded until the call returns its error.
//!
//! The error type is that of the format and holds only a message. The details are stored here until the call ends.

use std::{
    cell::{Cell, RefCell},
    fmt::Display,
};

use serde::de;

use crate::{error::ErrorKind, validate::Segment};

thread_local! {
    pub(super) static FAILURE: RefCell<Failure> = const { RefCell::new(Failure::NONE) };
    /// Whether a call of this crate that reports the failure is in progress.
    pub(super) static RECORDING: Cell<bool> = const { Cell::new(false) };
}

/// A failure, as far as it is recorded.
#[derive(Debug)]
pub(crate) struct Failure {
    /// The steps to the place of the failure, innermost first, each with the levels that could still be entered there.
    pub(crate) steps: Vec<(u16, Segment)>,
    pub(crate) detail: Option<Detail>,
    /// The error is in a replayed text, whose lines and columns mean nothing outside.
    pub(crate) is_replayed: bool,
    /// The error body that was read as a resource.
    pub(crate) error_body: Option<String>,
}

/// The details of an error of this library.
#[derive(Debug)]
pub(crate) struct Detail {
    pub(crate) kind: ErrorKind,
    pub(crate) message: String,
    pub(crate) expected: Option<String>,
    pub(crate) found: Option<String>,
}

impl Failure {
    const NONE: Failure = Failure {
        steps: Vec::new(),
        detail: None,
        is_replayed: false,
        error_body: None,
    };
}

/// Removes and returns the failure recorded last.
pub(crate) fn take_failure() -> Failure {
    FAILURE.replace(Failure::NONE)
}

#[cold]
pub(super) fn clear_failure() {
    FAILURE.set(Failure::NONE);
}

/// Returns an error of this library.
#[cold]
pub(crate) fn new_error<E: de::Error>(kind: ErrorKind, message: impl Display) -> E {
    record(kind, message, None, None)
}

/// Returns an error of this library with what was expected and what was found.
#[cold]
pub(crate) fn new_mismatch<E: de::Error>(
    kind: ErrorKind,
    message: impl Display,
    expected: impl Into<String>,
    found: impl Into<String>,
) -> E {
    record(kind, message, Some(expected.into()), Some(found.into()))
}

fn record<E: de::Error>(
    kind: ErrorKind,
    message: impl Display,
    expected: Option<String>,
    found: Option<String>,
) -> E {
    if !RECORDING.get() {
        return E::custom(message);
    }
    let message = message.to_string();
    let error = E::custom(&message);
    FAILURE.set(Failure {
        detail: Some(Detail {
            kind,
            message,
            expected,
            found,
        }),
        ..Failure::NONE
    });
    error
}

/// Adds the text of an error body to the error that was made last.
#[cold]
pub(crate) fn set_error_body(body: String) {
    if RECORDING.get() {
        FAILURE.with_borrow_mut(|failure| failure.error_body = Some(body));
    }
}

/// Returns an error of a replayed text as one of the text around it.
#[cold]
pub(crate) fn from_replayed<E: de::Error>(error: &serde_json::Error) -> E {
    if RECORDING.get() {
        FAILURE.with_borrow_mut(|failure| failure.is_replayed = true);
    }
    E::custom(without_position(error))
}

/// Returns serde_json's message without its ` at line 1 column 7`, which counts from the start of the replayed text.
pub(crate) fn without_position(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let suffix = format!(" at line {} column {}", error.line(), error.column());
    text.strip_suffix(&suffix)
        .map(str::to_owned)
        .unwrap_or(text)
}
