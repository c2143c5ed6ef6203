//! The position of an error in its body: pointer, line and column.
//!
//! Nothing here runs before an error is met. On its way up, an error gets a trace of the properties and items that it passes
//! ([`session::trace`](crate::session::trace)). The steps below the last of them, inside a type that only serde reads, are found from the
//! parser's line and column. An error in a replayed text has neither; its position is looked up from the trace.

use std::str::Utf8Error;

use crate::{
    error::{Error, ErrorKind},
    raw::{
        classify::classify,
        path_cursor::{find, is_same_step, path_at},
    },
    session::{Detail, take_failure, without_position},
    validate::Segment,
};

/// Returns the parser's error for `text` with its position.
#[cold]
pub(crate) fn locate(text: &str, error: &serde_json::Error) -> Error {
    let mut failure = take_failure();
    let error_body = failure.error_body.take();
    let message = without_position(error);
    let detail = failure.detail.filter(|it| it.message == message);
    let trace: Vec<Segment> = failure
        .steps
        .into_iter()
        .rev()
        .map(|(_, segment)| segment)
        .collect();
    let parser_offset = offset_of(text, error.line(), error.column());
    let parser_path = path_at(text, parser_offset);
    let path = if failure.is_replayed {
        replayed_path(text, &parser_path, trace)
    } else {
        joined_path(parser_path, trace, detail.is_none())
    };
    let value_offset = find(text, &path);
    // The names as the text spells them.
    let path = value_offset.map_or(path, |offset| path_at(text, offset + 1));
    let offset = value_offset
        .filter(|_| failure.is_replayed)
        .unwrap_or(parser_offset);
    let Detail {
        kind,
        message,
        expected,
        found,
    } = detail.unwrap_or_else(|| classify(error, message));
    let (line, column) = line_and_column(text, offset);
    Error::of_kind(kind, message)
        .at_position(pointer(&path), line, column)
        .with_details(expected, found, error_body)
}

/// Joins the path of the parser's position and the trace, which is usually a part of the path: types that only serde reads have no trace.
/// The steps after the trace are included only if the error is serde's (`is_serde_error`).
fn joined_path(path: Vec<Segment>, trace: Vec<Segment>, is_serde_error: bool) -> Vec<Segment> {
    let matches = |at: usize, steps: &[Segment]| {
        let part = path.get(at..at + steps.len());
        part.is_some_and(|it| it.iter().zip(steps).all(|(a, b)| is_same_step(a, b)))
    };
    if let Some(at) = (0..=path.len()).find(|at| matches(*at, &trace)) {
        let end = if is_serde_error {
            path.len()
        } else {
            at + trace.len()
        };
        return path.into_iter().take(end).collect();
    }
    // The last step may be a missing member.
    let Some((last, before)) = trace.split_last() else {
        return trace;
    };
    match (0..=path.len()).find(|at| matches(*at, before)) {
        Some(at) => path
            .into_iter()
            .take(at + before.len())
            .chain([last.clone()])
            .collect(),
        None => trace,
    }
}

/// Returns the path of an error in a replayed text: the trace below the fewest surrounding containers with which `text` has the path.
fn replayed_path(text: &str, around: &[Segment], trace: Vec<Segment>) -> Vec<Segment> {
    const MAX_CONTAINERS: usize = 4;
    (0..=around.len().min(MAX_CONTAINERS))
        .map(|length| {
            around
                .iter()
                .take(length)
                .chain(&trace)
                .cloned()
                .collect::<Vec<_>>()
        })
        .find(|path| find(text, path).is_some())
        .unwrap_or(trace)
}

/// Returns the error for bytes that are not UTF-8 (RFC 8259 §8.1).
#[cold]
pub(crate) fn not_utf8(bytes: &[u8], error: Utf8Error) -> Error {
    let valid = bytes
        .get(..error.valid_up_to())
        .and_then(|it| std::str::from_utf8(it).ok())
        .unwrap_or_default();
    at_offset(
        valid,
        valid.len(),
        Error::of_kind(ErrorKind::Syntax, "the body is not UTF-8"),
    )
}

/// Returns `error` with the position of `offset`.
#[cold]
pub(crate) fn at_offset(text: &str, offset: usize, error: Error) -> Error {
    let (line, column) = line_and_column(text, offset);
    error.at_position(pointer(&path_at(text, offset)), line, column)
}

fn pointer(path: &[Segment]) -> String {
    path.iter().map(ToString::to_string).collect()
}

/// Returns the byte at a line and column of serde_json.
fn offset_of(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    (before + column).min(text.len())
}

/// Returns the line, from 1, and the column in bytes of an offset.
pub(super) fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let before = text.as_bytes().get(..offset).unwrap_or_default();
    let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
    let column = before
        .iter()
        .rev()
        .take_while(|byte| **byte != b'\n')
        .count();
    (line, column)
}
