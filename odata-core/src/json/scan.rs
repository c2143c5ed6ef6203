//! Limits that reading does not keep by itself: only where an option sets one, the text is scanned first.

use crate::{
    error::{Error, ErrorKind},
    options::ReadOptions,
    raw::{locate::at_offset, scan::after_string},
};

/// Refuses members, strings and numbers past their limits, wherever they stand.
pub(super) fn check_limits(text: &str, options: &ReadOptions) -> Result<(), Error> {
    // The members of every object around the current byte.
    let mut members: Vec<usize> = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let problem = match first {
            b'"' => {
                let after = after_string(tail);
                let length = tail.len() - after.len() - 1.min(tail.len() - after.len());
                rest = after;
                (length > options.max_string)
                    .then(|| format!("a string of more than {} bytes", options.max_string))
            }
            b'-' | b'0'..=b'9' => {
                let length = rest
                    .iter()
                    .take_while(|b| matches!(b, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E'))
                    .count();
                rest = rest.get(length..).unwrap_or_default();
                (length > options.max_number)
                    .then(|| format!("a number of more than {} characters", options.max_number))
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
                is_over.then(|| format!("an object of more than {} members", options.max_members))
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
