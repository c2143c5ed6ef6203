//! One pass over JSON text, that may break off anywhere, knowing at each byte which member or item it stands in.

use crate::{
    protocol::version::Version,
    raw::scan::after_string,
    session::{failure::Segment, policy::read_policy},
};

/// The object or array around a byte.
struct Container {
    is_object: bool,
    /// An object's name is still to come.
    awaits_name: bool,
    /// The text of the current member's name, quotes included; where there is none yet, empty.
    name: (usize, usize),
    /// The current item.
    index: usize,
    /// The current member or item has begun.
    has_current: bool,
}

/// A walk over text, token by token.
struct Walk<'a> {
    text: &'a str,
    at: usize,
    around: Vec<Container>,
}

impl<'a> Walk<'a> {
    fn new(text: &'a str) -> Walk<'a> {
        Walk {
            text,
            at: 0,
            around: Vec::new(),
        }
    }

    /// Passes one token; where that is, or begins, a value, the offset at which it begins.
    fn token(&mut self) -> Option<Token> {
        let begin = self.at;
        let byte = *self.text.as_bytes().get(begin)?;
        self.at += 1;
        match byte {
            b'"' => {
                let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
                self.at = self.text.len() - after_string(rest).len();
                let end = self.at;
                if let Some(object) = self.around.last_mut().filter(|it| it.awaits_name) {
                    object.name = (begin, end);
                    object.has_current = true;
                    object.awaits_name = false;
                    return Some(Token::Other);
                }
                self.item();
                Some(Token::Value(begin))
            }
            b'{' | b'[' => {
                self.item();
                self.around.push(Container {
                    is_object: byte == b'{',
                    awaits_name: byte == b'{',
                    name: (begin, begin),
                    index: 0,
                    has_current: false,
                });
                Some(Token::Opening(begin))
            }
            b'}' | b']' => {
                self.around.pop();
                Some(Token::Other)
            }
            b',' => {
                if let Some(container) = self.around.last_mut() {
                    container.awaits_name = container.is_object;
                    container.index += 1;
                    container.has_current = false;
                }
                Some(Token::Other)
            }
            b':' | b' ' | b'\t' | b'\n' | b'\r' => Some(Token::Other),
            _ => {
                self.item();
                let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
                self.at += rest
                    .iter()
                    .take_while(|it| !b",:{}[]\" \t\n\r".contains(it))
                    .count();
                Some(Token::Value(begin))
            }
        }
    }

    /// An array's item begins where its value does.
    fn item(&mut self) {
        if let Some(array) = self.around.last_mut().filter(|it| !it.is_object) {
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
        self.around
            .iter()
            .map_while(|it| self.segment(it))
            .collect()
    }
}

enum Token {
    /// A string, number or literal that is a value.
    Value(usize),
    /// A value's opening bracket.
    Opening(usize),
    Other,
}

/// The path to the member or item in which `offset` stands, or which ends there.
pub(crate) fn path_at(text: &str, offset: usize) -> Vec<Segment> {
    let mut walk = Walk::new(text);
    while walk.at < offset && walk.token().is_some() {}
    walk.path()
}

/// Where the value at the end of `path` begins; of a name that came twice, the last.
pub(crate) fn find(text: &str, path: &[Segment]) -> Option<usize> {
    let mut walk = Walk::new(text);
    let mut found = None;
    // How many containers from the root are at the path's steps.
    let mut on_path = 0;
    while let Some(token) = walk.token() {
        let (begin, depth) = match token {
            Token::Value(begin) => (begin, walk.around.len()),
            Token::Opening(begin) => (begin, walk.around.len() - 1),
            Token::Other => continue,
        };
        on_path = on_path.min(depth.saturating_sub(1));
        let is_on_path = depth == 0
            || (on_path + 1 == depth
                && walk
                    .around
                    .get(depth - 1)
                    .and_then(|it| walk.segment(it))
                    .zip(path.get(depth - 1))
                    .is_some_and(|(there, step)| is_same(&there, step)));
        if is_on_path {
            on_path = depth;
            if depth == path.len() {
                found = Some(begin);
            }
        }
    }
    found
}

/// Whether a step that reading notes is the one in the text: reading says `@odata.type` and a property's declared name, whichever
/// spelling the options have let pass.
pub(crate) fn is_same(there: &Segment, step: &Segment) -> bool {
    if there == step {
        return true;
    }
    let (Segment::Name(there), Segment::Name(step)) = (there, step) else {
        return false;
    };
    let policy = read_policy();
    (policy.version >= Version::V401 && **there == *"@type" && **step == *"@odata.type")
        || (policy.case_insensitive_properties && there.eq_ignore_ascii_case(step))
}
