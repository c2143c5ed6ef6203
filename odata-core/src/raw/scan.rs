//! Checks and edits of JSON text that a parser has already accepted: nesting, length of numbers, white space.
//!
//! serde_json does not limit the nesting of values that it captures or skips, so both are checked here.

use std::borrow::Cow;

use serde::de;

use crate::{
    error::ErrorKind,
    session::{new_error, remaining_depth, too_deep},
};

/// The maximum length of a number that is stored as text.
pub(crate) const MAX_NUMBER: usize = 1024;

/// Rejects a value that is nested too deep or contains a number that is too long.
#[inline]
pub(crate) fn check_captured<E: de::Error>(text: &str) -> Result<(), E> {
    match text.as_bytes() {
        [b'{' | b'[', ..] => {
            let allowed = usize::from(remaining_depth());
            // Each level has two brackets: a short text has neither too many levels nor a long number.
            if text.len() < (2 * (allowed + 1)).min(MAX_NUMBER) {
                return Ok(());
            }
            check_container(text.as_bytes(), allowed).map_err(Problem::raise)
        }
        [b'-' | b'0'..=b'9', ..] if text.len() > MAX_NUMBER => Err(Problem::Number.raise()),
        _ => Ok(()),
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
            Problem::Depth => too_deep(),
            Problem::Number => new_error(
                ErrorKind::Length,
                format_args!("a number of more than {MAX_NUMBER} characters"),
            ),
        }
    }
}

fn check_container(mut bytes: &[u8], allowed: usize) -> Result<(), Problem> {
    let mut depth = 0_usize;
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
            _ => {}
        }
    }
    Ok(())
}

/// Returns whether there is white space between tokens.
fn has_space(mut bytes: &[u8]) -> bool {
    if !matches!(bytes, [b'{' | b'[', ..]) {
        return false;
    }
    while let [first, rest @ ..] = bytes {
        bytes = match first {
            b'"' => after_string(rest),
            b' ' | b'\t' | b'\n' | b'\r' => return true,
            _ => rest,
        };
    }
    false
}

/// Removes white space between tokens.
pub(crate) fn compact(text: Cow<'_, str>) -> Cow<'_, str> {
    if has_space(text.as_bytes()) {
        Cow::Owned(without_space(&text))
    } else {
        text
    }
}

fn without_space(text: &str) -> String {
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

/// Returns the bytes after a string. `bytes` begins after the opening quotation mark.
pub(crate) fn after_string(mut bytes: &[u8]) -> &[u8] {
    loop {
        bytes = at_quote_or_backslash(bytes);
        match bytes {
            [b'\\', _, rest @ ..] => bytes = rest,
            [_, rest @ ..] => return rest,
            [] => return &[],
        }
    }
}

/// Returns the bytes from the first quotation mark or backslash on.
#[inline]
pub(crate) fn at_quote_or_backslash(bytes: &[u8]) -> &[u8] {
    bytes
        .get(find_special::<false>(bytes)..)
        .unwrap_or_default()
}

/// Returns the number of bytes before the first quotation mark, backslash or, with `CONTROLS`, control character. It looks at eight bytes
/// at a time.
#[inline]
pub(super) fn find_special<const CONTROLS: bool>(bytes: &[u8]) -> usize {
    let (words, last) = bytes.as_chunks();
    let mut length = 0;
    for word in words {
        let found = special::<CONTROLS>(u64::from_le_bytes(*word));
        if found != 0 {
            return length + found.trailing_zeros() as usize / 8;
        }
        length += 8;
    }
    let is_special = |byte: &u8| matches!(byte, b'"' | b'\\') || CONTROLS && *byte < b' ';
    length + last.iter().take_while(|byte| !is_special(byte)).count()
}

/// Sets the high bit of the lowest byte that is special, and perhaps of others above it.
///
/// Subtracting sets a clear high bit in a byte that is smaller than the subtrahend. Exchanging `"` and a space puts the quotation mark
/// beside the control characters.
#[inline]
const fn special<const CONTROLS: bool>(word: u64) -> u64 {
    let quotes = if CONTROLS {
        (word ^ repeat(b'"' ^ b' ')).wrapping_sub(repeat(b' ' + 1))
    } else {
        (word ^ repeat(b'"')).wrapping_sub(repeat(1))
    };
    let backslashes = (word ^ repeat(b'\\')).wrapping_sub(repeat(1));
    (quotes | backslashes) & !word & repeat(0x80)
}

/// Returns the word with this byte in every position.
#[inline]
const fn repeat(byte: u8) -> u64 {
    u64::MAX / 255 * byte as u64
}

fn after_number(mut bytes: &[u8]) -> &[u8] {
    while let [b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E', rest @ ..] = bytes {
        bytes = rest;
    }
    bytes
}

#[cfg(test)]
mod tests {
    use crate::raw::scan::{after_string, find_special};

    #[test]
    fn the_first_special_byte_is_found() {
        for length in 0..40 {
            let plain: String = "aé !#[]~\u{7f}\u{80}"
                .chars()
                .cycle()
                .take(length)
                .collect();
            assert_eq!(find_special::<true>(plain.as_bytes()), plain.len());
            for special in ['"', '\\', '\n', '\0', '\u{1f}'] {
                let text = format!("{plain}{special}\"\\ab\"cdefghijklmnopqrstuvwxyz");
                let is_control = usize::from(special < ' ');
                let bytes = text.as_bytes();
                assert_eq!(find_special::<true>(bytes), plain.len(), "{text:?}");
                assert_eq!(find_special::<false>(bytes), plain.len() + is_control);
            }
        }
    }

    #[test]
    fn a_string_ends_at_its_first_quote_that_is_not_escaped() {
        for before in 0..20 {
            for escaped in [r#"\""#, r"\\", r"\n", "ü", "!", "£"] {
                for after in 0..20 {
                    let inside = format!("{}{escaped}{}", "x".repeat(before), "y".repeat(after));
                    let text = format!(r#"{inside}","next":"\"""#);
                    assert_eq!(
                        after_string(text.as_bytes()),
                        br#","next":"\"""#,
                        "{inside}"
                    );
                }
            }
        }
        assert_eq!(after_string(b"no end"), b"");
        assert_eq!(after_string(br"\"), b"");
    }
}
