//! One pass over JSON text that a parser has already accepted: nesting, number length, white space.
//!
//! serde_json neither counts nesting in what it captures nor in what it skips, so both go through here.

use serde::de;

use crate::{error::ErrorKind, scope};

/// Characters that a number kept as text may have.
pub(crate) const MAX_NUMBER: usize = 1024;

/// What a scan found.
pub(crate) struct Found {
    /// There is white space between tokens.
    pub(crate) has_space: bool,
}

/// Refuses a value nested past the levels that remain here, or a number too long to keep.
#[inline]
pub(crate) fn check<E: de::Error>(text: &str) -> Result<Found, E> {
    match text.as_bytes() {
        [b'{' | b'[', ..] => container(text.as_bytes()).map_err(Problem::raise),
        [b'-' | b'0'..=b'9', ..] if text.len() > MAX_NUMBER => Err(Problem::Number.raise()),
        _ => Ok(Found { has_space: false }),
    }
}

enum Problem {
    Depth,
    Number,
}

impl Problem {
    #[cold]
    fn raise<E: de::Error>(self) -> E {
        match self {
            Problem::Depth => scope::too_deep(),
            Problem::Number => scope::fail(
                ErrorKind::Length,
                format_args!("a number of more than {MAX_NUMBER} characters"),
            ),
        }
    }
}

fn container(mut bytes: &[u8]) -> Result<Found, Problem> {
    let allowed = usize::from(scope::remaining_depth());
    let mut depth = 0_usize;
    let mut has_space = false;
    while let [first, rest @ ..] = bytes {
        bytes = rest;
        match first {
            b'"' => bytes = after_string(bytes),
            b'{' | b'[' => {
                depth += 1;
                if depth > allowed {
                    return Err(Problem::Depth);
                }
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            b'-' | b'0'..=b'9' => {
                let rest = after_number(bytes);
                if bytes.len() - rest.len() >= MAX_NUMBER {
                    return Err(Problem::Number);
                }
                bytes = rest;
            }
            b' ' | b'\t' | b'\n' | b'\r' => has_space = true,
            _ => {}
        }
    }
    Ok(Found { has_space })
}

/// The same text without white space between tokens.
pub(crate) fn compact(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let plain = rest
            .find([' ', '\t', '\n', '\r', '"'])
            .unwrap_or(rest.len());
        let (head, tail) = rest.split_at(plain);
        out.push_str(head);
        let Some(inside) = tail.strip_prefix('"') else {
            rest = tail.get(1..).unwrap_or_default();
            continue;
        };
        let length = tail.len() - after_string(inside.as_bytes()).len();
        let (string, tail) = tail.split_at(length);
        out.push_str(string);
        rest = tail;
    }
    out
}

/// What follows a string whose opening quote is read.
pub(crate) fn after_string(bytes: &[u8]) -> &[u8] {
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => return bytes.get(at + 1..).unwrap_or_default(),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    &[]
}

fn after_number(mut bytes: &[u8]) -> &[u8] {
    while let [b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E', rest @ ..] = bytes {
        bytes = rest;
    }
    bytes
}
