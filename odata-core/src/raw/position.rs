//! Where in a body an error stands: only once there is one.
//!
//! While an error travels up, our own reading notes each property and index it passes (`scope`). What lies below the last of them,
//! inside a type that only serde knows, is found from the parser's line and column. An error out of a replayed text has none of its
//! own; its place is looked up from the pointer.

use std::str::Utf8Error;

use crate::{
    error::{Error, ErrorKind, Inner, push_segment},
    raw::{scan::after_string, walk},
    session::failure::{Detail, Segment, take_failure, without_position},
};

/// The error that a parser gave for `text`.
#[cold]
pub(crate) fn error(text: &str, error: &serde_json::Error) -> Error {
    let failure = take_failure();
    let message = without_position(error);
    let detail = failure.detail.filter(|it| it.message == message);
    let steps: Vec<Segment> = failure
        .steps
        .into_iter()
        .rev()
        .map(|(_, segment)| segment)
        .collect();
    let around = offset_of(text, error.line(), error.column());
    let place_in_text = walk::path_at(text, around);
    let path = if failure.replayed {
        below(text, &place_in_text, steps)
    } else {
        joined(place_in_text, steps, detail.is_none())
    };
    let found_at = walk::find(text, &path);
    // Names as they are there.
    let path = found_at.map_or(path, |offset| walk::path_at(text, offset + 1));
    let offset = found_at.filter(|_| failure.replayed).unwrap_or(around);
    let Detail {
        kind,
        message,
        expected,
        found,
    } = detail.unwrap_or_else(|| describe(error, message));
    let (line, column) = place(text, offset);
    Error::new(Inner {
        kind,
        message,
        pointer: pointer(&path),
        line,
        column,
        expected,
        found,
        violations: None,
        source: None,
    })
}

/// The path that the parser's place says, where our own steps are part of it: what is before them, types that only serde knows have
/// passed; what is after them counts only where the error is serde's.
fn joined(place: Vec<Segment>, steps: Vec<Segment>, beyond: bool) -> Vec<Segment> {
    let matches = |at: usize, steps: &[Segment]| {
        let there = place.get(at..at + steps.len());
        there.is_some_and(|it| it.iter().zip(steps).all(|(a, b)| walk::is_same(a, b)))
    };
    if let Some(at) = (0..=place.len()).find(|at| matches(*at, &steps)) {
        let end = if beyond {
            place.len()
        } else {
            at + steps.len()
        };
        return place.into_iter().take(end).collect();
    }
    // The last step may be a member that is not there.
    let Some((last, before)) = steps.split_last() else {
        return steps;
    };
    match (0..=place.len()).find(|at| matches(*at, before)) {
        Some(at) => place
            .into_iter()
            .take(at + before.len())
            .chain([last.clone()])
            .collect(),
        None => steps,
    }
}

/// The path of steps out of a replayed text: below as few of the containers around as make it one that is there.
fn below(text: &str, around: &[Segment], steps: Vec<Segment>) -> Vec<Segment> {
    const TRIED: usize = 4;
    (0..=around.len().min(TRIED))
        .map(|length| {
            around
                .iter()
                .take(length)
                .chain(&steps)
                .cloned()
                .collect::<Vec<_>>()
        })
        .find(|path| walk::find(text, path).is_some())
        .unwrap_or(steps)
}

/// The text of an object's member that is a string.
pub(crate) fn string_member<'a>(object: &'a str, name: &str) -> Option<&'a str> {
    let start = walk::find(object, &[Segment::Name(name.into())])?;
    let inside = object.get(start..)?.strip_prefix('"')?;
    let after = after_string(inside.as_bytes()).len();
    object.get(start..object.len() - after)
}

/// Bytes that are not UTF-8 (RFC 8259, section 8.1).
#[cold]
pub(crate) fn not_utf8(bytes: &[u8], error: Utf8Error) -> Error {
    let valid = bytes
        .get(..error.valid_up_to())
        .and_then(|it| std::str::from_utf8(it).ok())
        .unwrap_or_default();
    at(
        valid,
        valid.len(),
        Error::of_kind(ErrorKind::Syntax, "the body is not UTF-8"),
    )
}

/// `error`, met at `offset`.
#[cold]
pub(crate) fn at(text: &str, offset: usize, error: Error) -> Error {
    let (line, column) = place(text, offset);
    error.placed(pointer(&walk::path_at(text, offset)), line, column)
}

fn pointer(path: &[Segment]) -> String {
    let mut pointer = String::new();
    for segment in path {
        match segment {
            Segment::Name(name) => push_segment(&mut pointer, name),
            Segment::Index(index) => push_segment(&mut pointer, &index.to_string()),
        }
    }
    pointer
}

/// What serde or serde_json say of an error, taken apart.
fn describe(error: &serde_json::Error, message: String) -> Detail {
    use serde_json::error::Category;
    let part = |prefix: &str| {
        message
            .strip_prefix(prefix)
            .and_then(|rest| rest.rsplit_once(", expected "))
    };
    let (kind, parts) = match error.classify() {
        Category::Io => (ErrorKind::Io, None),
        Category::Eof => (ErrorKind::Eof, None),
        Category::Syntax if message.starts_with("recursion limit") => (ErrorKind::Depth, None),
        Category::Syntax => (ErrorKind::Syntax, None),
        Category::Data => match (
            part("invalid type: "),
            part("invalid value: "),
            part("invalid length "),
        ) {
            (Some(("null", expected)), ..) => (ErrorKind::Null, Some(("null", expected))),
            (Some(parts), ..) => (ErrorKind::Type, Some(parts)),
            (_, Some(parts), _) | (.., Some(parts)) => (ErrorKind::Value, Some(parts)),
            _ if message.starts_with("missing field") => (ErrorKind::Missing, None),
            _ if message.starts_with("duplicate field") => (ErrorKind::Duplicate, None),
            _ if message.starts_with("unknown variant") => (ErrorKind::UnknownMember, None),
            _ => (ErrorKind::Value, None),
        },
    };
    let (found, expected) = parts.map_or((None, None), |(found, expected)| {
        (Some(found.to_owned()), Some(expected.to_owned()))
    });
    Detail {
        kind,
        message,
        expected,
        found,
    }
}

/// The byte at which a line and column of serde_json stand.
fn offset_of(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    (before + column).min(text.len())
}

/// The line, from 1, and the column in bytes of an offset.
fn place(text: &str, offset: usize) -> (usize, usize) {
    let before = text.as_bytes().get(..offset).unwrap_or_default();
    let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
    let column = before
        .iter()
        .rev()
        .take_while(|byte| **byte != b'\n')
        .count();
    (line, column)
}
