//! Where in a body an error stands: only once there is one.
//!
//! While an error travels up, our own reading notes each property and index it passes (`scope`). What lies below the last of them,
//! inside a type that only serde knows, is found from the parser's line and column. An error out of a replayed text has none of its
//! own; its place is looked up from the pointer.

use std::str::Utf8Error;

use crate::{
    Error,
    error::{ErrorKind, Inner, push_segment},
    scope::{self, Detail, Segment},
};

mod walk;

use walk::{Member, Walk};

/// The error that a parser gave for `text`.
#[cold]
pub(super) fn error(text: &str, error: &serde_json::Error) -> Error {
    let failure = scope::take_failure();
    let message = scope::without_position(error);
    let detail = failure.detail.filter(|it| it.message == message);
    let mut path: Vec<Segment> = failure
        .steps
        .into_iter()
        .rev()
        .map(|(_, segment)| segment)
        .collect();
    let start = walk::find(text, &path);
    let offset = if failure.replayed || error.line() == 0 {
        start
    } else {
        Some(offset_of(text, error.line(), error.column()))
    };
    if let (None, false, Some(start), Some(offset)) = (&detail, failure.replayed, start, offset) {
        deepen(text, start, offset, &mut path);
    }
    let Detail {
        kind,
        message,
        expected,
        found,
    } = detail.unwrap_or_else(|| describe(error, message));
    let (line, column) = offset.map_or((0, 0), |offset| place(text, offset));
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

/// The text of an object's member.
pub(crate) fn member<'a>(object: &'a str, name: &str) -> Option<&'a str> {
    let found = Walk::new(object, 0)
        .find(|it| matches!(&it.segment, Segment::Name(it) if **it == *name))?;
    object.get(found.value..found.end)
}

/// Bytes that are not UTF-8 (RFC 8259, section 8.1).
#[cold]
pub(super) fn not_utf8(bytes: &[u8], error: Utf8Error) -> Error {
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
pub(super) fn at(text: &str, offset: usize, error: Error) -> Error {
    let mut path = Vec::new();
    deepen(text, 0, offset, &mut path);
    let (line, column) = place(text, offset);
    error.placed(pointer(&path), line, column)
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

/// Goes on from the value at `start` to the innermost member or item around `offset`.
fn deepen(text: &str, start: usize, offset: usize, path: &mut Vec<Segment>) {
    let mut start = start;
    while let Some(Member { segment, value, .. }) =
        Walk::new(text, start).find(|it| it.begin < offset && offset <= it.end)
    {
        path.push(segment);
        if offset <= value {
            break;
        }
        start = value;
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
