//! Limits on members, strings and numbers. The parser has none, so the text is scanned first if an option sets one.

use crate::{
    error::{Error, ErrorKind},
    options::ReadOptions,
    raw::{after_string, locate::at_offset},
};

/// Rejects text with too many members in an object, a too long string or a too long number.
pub(super) fn check_limits(text: &str, options: &ReadOptions) -> Result<(), Error> {
    // The number of members of each object around the current byte.
    let mut members: Vec<usize> = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let problem = match first {
            b'"' => {
                let after = after_string(tail);
                let length = tail.len() - after.len() - 1.min(tail.len() - after.len());
                rest = after;
                (length > options.max_string)
                    .then(|| format!("a string has more than {} bytes", options.max_string))
            }
            b'-' | b'0'..=b'9' => {
                let length = rest
                    .iter()
                    .take_while(|b| matches!(b, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E'))
                    .count();
                rest = rest.get(length..).unwrap_or_default();
                (length > options.max_number)
                    .then(|| format!("a number has more than {} characters", options.max_number))
            }
            byte => {
                rest = tail;
                match byte {
                    b'{' => members.push(0),
                    b'}' => _ = members.pop(),
                    b':' => {
                        if let Some(count) = members.last_mut() {
                            *count += 1;
                        }
                    }
                    _ => {}
                }
                let is_over = members
                    .last()
                    .is_some_and(|count| *count > options.max_members);
                is_over.then(|| too_many_members(options.max_members))
            }
        };
        if let Some(problem) = problem {
            let offset = text.len() - rest.len();
            return Err(at_offset(
                text,
                offset,
                Error::of_kind(ErrorKind::Length, problem),
            ));
        }
    }
    Ok(())
}

/// Returns the message about an object with more members than the limit.
pub(super) fn too_many_members(limit: usize) -> String {
    format!("an object has more than {limit} members")
}
