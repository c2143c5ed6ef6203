//! A pass over JSON text that tracks the path to each token. The text may end anywhere.

use crate::{protocol::Version, raw::scan::after_string, session::read_policy, validate::Segment};

/// An object or array that is open at the cursor.
struct Container {
    is_object: bool,
    /// Whether the next string is a member name.
    awaits_name: bool,
    /// The range of the current member's name, with its quotation marks. Empty before the first name.
    name: (usize, usize),
    /// The index of the current item.
    index: usize,
    /// Whether the current member or item has begun.
    has_current: bool,
}

/// A cursor that moves token by token.
struct PathCursor<'a> {
    text: &'a str,
    at: usize,
    open: Vec<Container>,
}

enum Token {
    /// A string, number or literal that is a value, and the offset of its start.
    Scalar(usize),
    /// The opening bracket of a value, and its offset.
    Opening(usize),
    Other,
}

impl<'a> PathCursor<'a> {
    fn new(text: &'a str) -> PathCursor<'a> {
        PathCursor {
            text,
            at: 0,
            open: Vec::new(),
        }
    }

    /// Moves past one token.
    fn next_token(&mut self) -> Option<Token> {
        let begin = self.at;
        let byte = *self.text.as_bytes().get(begin)?;
        self.at += 1;
        match byte {
            b'"' => {
                let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
                self.at = self.text.len() - after_string(rest).len();
                let end = self.at;
                if let Some(object) = self.open.last_mut().filter(|it| it.awaits_name) {
                    object.name = (begin, end);
                    object.has_current = true;
                    object.awaits_name = false;
                    return Some(Token::Other);
                }
                self.begin_item();
                Some(Token::Scalar(begin))
            }
            b'{' | b'[' => {
                self.begin_item();
                self.open.push(Container {
                    is_object: byte == b'{',
                    awaits_name: byte == b'{',
                    name: (begin, begin),
                    index: 0,
                    has_current: false,
                });
                Some(Token::Opening(begin))
            }
            b'}' | b']' => {
                self.open.pop();
                Some(Token::Other)
            }
            b',' => {
                if let Some(container) = self.open.last_mut() {
                    container.awaits_name = container.is_object;
                    container.index += 1;
                    container.has_current = false;
                }
                Some(Token::Other)
            }
            b':' | b' ' | b'\t' | b'\n' | b'\r' => Some(Token::Other),
            _ => {
                self.begin_item();
                let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
                self.at += rest
                    .iter()
                    .take_while(|it| !b",:{}[]\" \t\n\r".contains(it))
                    .count();
                Some(Token::Scalar(begin))
            }
        }
    }

    /// Marks the item of an array as begun. An item begins with its value.
    fn begin_item(&mut self) {
        if let Some(array) = self.open.last_mut().filter(|it| !it.is_object) {
            array.has_current = true;
        }
    }

    fn segment(&self, container: &Container) -> Option<Segment> {
        if !container.has_current {
            return None;
        }
        if !container.is_object {
            return Some(Segment::Index(container.index));
        }
        let raw = self.text.get(container.name.0..container.name.1)?;
        let name = serde_json::from_str(raw).unwrap_or_else(|_| raw.trim_matches('"').to_owned());
        Some(Segment::Name(name.into()))
    }

    fn path(&self) -> Vec<Segment> {
        self.open.iter().map_while(|it| self.segment(it)).collect()
    }
}

/// Returns the path to the member or item that contains `offset` or ends there.
pub(super) fn path_at(text: &str, offset: usize) -> Vec<Segment> {
    let mut cursor = PathCursor::new(text);
    while cursor.at < offset && cursor.next_token().is_some() {}
    cursor.path()
}

/// Returns the offset of the value at the end of `path`; of a repeated name, the last.
pub(super) fn find(text: &str, path: &[Segment]) -> Option<usize> {
    let mut cursor = PathCursor::new(text);
    let mut found = None;
    // The number of containers on the path, counted from the root.
    let mut on_path = 0;
    while let Some(token) = cursor.next_token() {
        let (begin, depth) = match token {
            Token::Scalar(begin) => (begin, cursor.open.len()),
            Token::Opening(begin) => (begin, cursor.open.len() - 1),
            Token::Other => continue,
        };
        on_path = on_path.min(depth.saturating_sub(1));
        let is_on_path = depth == 0
            || (on_path + 1 == depth
                && cursor
                    .open
                    .get(depth - 1)
                    .and_then(|it| cursor.segment(it))
                    .zip(path.get(depth - 1))
                    .is_some_and(|(in_text, step)| is_same_step(&in_text, step)));
        if is_on_path {
            on_path = depth;
            if depth == path.len() {
                found = Some(begin);
            }
        }
    }
    found
}

/// Returns whether a step of the text is a step of the trace. The text has any spelling that the options accept; the trace has
/// `@odata.type` or the declared name of the property.
pub(super) fn is_same_step(in_text: &Segment, in_trace: &Segment) -> bool {
    if in_text == in_trace {
        return true;
    }
    let (Segment::Name(in_text), Segment::Name(in_trace)) = (in_text, in_trace) else {
        return false;
    };
    let policy = read_policy();
    (policy.version >= Version::V401 && **in_text == *"@type" && **in_trace == *"@odata.type")
        || (policy.case_insensitive_properties && in_text.eq_ignore_ascii_case(in_trace))
}
