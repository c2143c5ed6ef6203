//! Walking over JSON text that may break off anywhere.

use crate::{scope::Segment, text::scan::after_string};

/// A member of an object or an item of an array, with its place in the text.
pub(super) struct Member {
    pub(super) segment: Segment,
    /// Where its name, or an item's value, begins.
    pub(super) begin: usize,
    /// Where its value begins.
    pub(super) value: usize,
    /// Where its value ends.
    pub(super) end: usize,
}

/// The members of the value at an offset; none where it is no object or array.
pub(super) struct Walk<'a> {
    text: &'a str,
    at: usize,
    is_object: bool,
    index: usize,
    done: bool,
}

impl<'a> Walk<'a> {
    pub(super) fn new(text: &'a str, start: usize) -> Walk<'a> {
        let at = skip_space(text, start);
        let first = byte(text, at);
        Walk {
            text,
            at: at + 1,
            is_object: first == Some(b'{'),
            index: 0,
            done: !matches!(first, Some(b'{' | b'[')),
        }
    }
}

impl Iterator for Walk<'_> {
    type Item = Member;

    fn next(&mut self) -> Option<Member> {
        if self.done {
            return None;
        }
        let begin = skip_space(self.text, self.at);
        if matches!(byte(self.text, begin), None | Some(b'}' | b']')) {
            self.done = true;
            return None;
        }
        let (segment, value) = if self.is_object {
            let after = skip_value(self.text, begin);
            let raw = self.text.get(begin..after).unwrap_or_default();
            let name: String =
                serde_json::from_str(raw).unwrap_or_else(|_| raw.trim_matches('"').to_owned());
            let colon = skip_space(self.text, after);
            let value = if byte(self.text, colon) == Some(b':') {
                skip_space(self.text, colon + 1)
            } else {
                colon
            };
            (Segment::Name(name.into()), value)
        } else {
            self.index += 1;
            (Segment::Index(self.index - 1), begin)
        };
        let end = skip_value(self.text, value);
        let after = skip_space(self.text, end);
        self.done = byte(self.text, after) != Some(b',');
        self.at = after + 1;
        Some(Member {
            segment,
            begin,
            value,
            end,
        })
    }
}

/// Where the value at the end of `path` begins.
pub(super) fn find(text: &str, path: &[Segment]) -> Option<usize> {
    path.iter().try_fold(skip_space(text, 0), |start, segment| {
        // The last of a name that came twice is the one that was refused.
        Walk::new(text, start)
            .filter(|member| member.segment == *segment)
            .last()
            .map(|member| member.value)
    })
}

fn byte(text: &str, at: usize) -> Option<u8> {
    text.as_bytes().get(at).copied()
}

fn skip_space(text: &str, at: usize) -> usize {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    at + rest
        .iter()
        .take_while(|byte| byte.is_ascii_whitespace())
        .count()
}

/// The end of the value at `at`, or of the text.
fn skip_value(text: &str, at: usize) -> usize {
    let mut rest = text.as_bytes().get(at..).unwrap_or_default();
    let mut depth = 0_usize;
    loop {
        match rest {
            [b'"', tail @ ..] => rest = after_string(tail),
            [b'{' | b'[', tail @ ..] => {
                depth += 1;
                rest = tail;
            }
            [b'}' | b']', tail @ ..] if depth > 0 => {
                depth -= 1;
                rest = tail;
            }
            [
                b',' | b':' | b'}' | b']' | b' ' | b'\t' | b'\n' | b'\r',
                tail @ ..,
            ] => {
                if depth == 0 {
                    break;
                }
                rest = tail;
                continue;
            }
            // A number, a literal, or something that is no JSON: up to whatever ends it.
            [_, tail @ ..] => {
                rest = tail;
                continue;
            }
            [] => break,
        }
        if depth == 0 {
            break;
        }
    }
    text.len() - rest.len()
}
