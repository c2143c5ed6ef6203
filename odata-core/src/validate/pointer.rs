//! JSON pointers (RFC 6901) in owned form.

use std::fmt::{self, Write};

/// One step of a JSON pointer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Segment {
    Name(Box<str>),
    Index(usize),
}

impl fmt::Display for Segment {
    /// Writes the segment with its slash.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Segment::Name(name) => write_name(name, f),
            Segment::Index(index) => write!(f, "/{index}"),
        }
    }
}

/// Returns the pointer to the member `name`.
pub(crate) fn to_member(name: &str) -> String {
    let mut pointer = String::with_capacity(name.len() + 1);
    // Writing to a String cannot fail.
    let _ = write_name(name, &mut pointer);
    pointer
}

/// Writes the slash and the escaped name (RFC 6901 §3).
pub(super) fn write_name(name: &str, to: &mut impl Write) -> fmt::Result {
    to.write_char('/')?;
    for c in name.chars() {
        match c {
            '~' => to.write_str("~0")?,
            '/' => to.write_str("~1")?,
            c => to.write_char(c)?,
        }
    }
    Ok(())
}
