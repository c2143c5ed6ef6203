//! The index of the type tags that follow properties of their objects.

use crate::{
    options::ReadPolicy,
    protocol::Version,
    raw::{after_string, at_quote_or_backslash},
    session::{IndexedTag, LateTag, LateTags},
};

/// Indexes a text in one pass. Stops at an error of syntax and at the depth limit, which reading the text will report.
#[cold]
pub(super) fn index(text: &str, policy: ReadPolicy) -> Option<LateTags> {
    // Offsets have 32 bits.
    u32::try_from(text.len()).ok()?;
    let mut scanner = Scanner {
        text,
        policy,
        open: Vec::new(),
        index: LateTags::new(text),
    };
    // An object that has not ended has no known tag.
    if scanner.run().is_none() {
        for container in &scanner.open {
            if let Open::AwaitsTag(object) = container
                && let Some(object) = scanner.index.objects.get_mut(*object as usize)
            {
                object.tag = IndexedTag::Unclear;
            }
        }
    }
    Some(scanner.index)
}

/// A container that has not ended.
#[derive(Clone, Copy)]
enum Open {
    Array,
    /// An object that has had no property and no tag.
    Empty,
    /// An object with properties and without a tag, and its position in the index.
    AwaitsTag(u32),
    /// An object whose tag was found or cannot be determined.
    Done,
}

struct Scanner<'t> {
    text: &'t str,
    policy: ReadPolicy,
    /// The containers around the current position, the innermost last.
    open: Vec<Open>,
    index: LateTags,
}

impl<'t> Scanner<'t> {
    /// Scans all values. Returns `None` if it stops before the end.
    fn run(&mut self) -> Option<()> {
        let mut rest = self.text.as_bytes();
        loop {
            // A value begins.
            let first;
            (first, rest) = next_byte(rest)?;
            match first {
                b'"' => rest = after_value(rest),
                b'{' => {
                    self.push(Open::Empty)?;
                    match next_byte(rest)? {
                        (b'"', inside) => {
                            rest = self.name(inside)?;
                            continue;
                        }
                        (b'}', _) => {}
                        _ => return None,
                    }
                }
                b'[' => {
                    self.push(Open::Array)?;
                    if next_byte(rest)?.0 != b']' {
                        continue;
                    }
                }
                _ => rest = after_scalar(first, rest)?,
            }
            // The value has ended. If it was the last one of its container, the container ends as well.
            loop {
                let Some(container) = self.open.last() else {
                    return Some(());
                };
                let first;
                (first, rest) = next_byte(rest)?;
                match first {
                    b',' => {
                        if !matches!(container, Open::Array) {
                            let (b'"', mut inside) = next_byte(rest)? else {
                                return None;
                            };
                            if !matches!(container, Open::Empty) {
                                while let Some(next) = after_plain_member(inside) {
                                    inside = next;
                                }
                            }
                            rest = self.name(inside)?;
                        }
                        break;
                    }
                    b'}' | b']' => _ = self.open.pop(),
                    _ => return None,
                }
            }
        }
    }

    fn push(&mut self, container: Open) -> Option<()> {
        if self.open.len() >= usize::from(self.policy.max_depth) {
            return None;
        }
        self.open.push(container);
        Some(())
    }

    /// Returns the bytes after a name and its colon. `inside` begins after the quotation mark of the name.
    #[inline]
    fn name(&mut self, inside: &'t [u8]) -> Option<&'t [u8]> {
        let after = at_quote_or_backslash(inside);
        let name = inside.get(..inside.len() - after.len())?;
        let rest = match after {
            [b'"', b':', rest @ ..] => rest,
            [b'"', rest @ ..] => after_colon(rest)?,
            _ => {
                // The name may be that of the tag.
                self.finish(IndexedTag::Unclear);
                return after_colon(after_string(after));
            }
        };
        match self.open.last_mut()? {
            open @ Open::Empty if name.first() != Some(&b'@') => {
                *open = Open::AwaitsTag(u32::try_from(self.index.objects.len()).ok()?);
                self.index.objects.push(LateTag {
                    property: (self.text.len() - inside.len()) as u32,
                    tag: IndexedTag::Absent,
                });
            }
            Open::Empty | Open::AwaitsTag(_) => {}
            Open::Array | Open::Done => return Some(rest),
        }
        match name {
            [b'@', ..] => self.scan_control(name, rest),
            // An object with this property and without a tag may be an error body.
            b"error" => self.set(IndexedTag::Unclear),
            _ => {}
        }
        Some(rest)
    }

    /// Processes a member whose name begins with `@`.
    fn scan_control(&mut self, name: &[u8], value: &[u8]) {
        let is_tag = match name {
            b"@odata.type" => true,
            b"@type" => self.policy.version >= Version::V401,
            // It may name the type of an object without a tag.
            b"@odata.context" | b"@context" => return self.set(IndexedTag::Unclear),
            _ => false,
        };
        if is_tag {
            let tag = match self.tag_name(value) {
                Some(name) => self.index.add_name(name),
                None => IndexedTag::Unclear,
            };
            self.finish(tag);
        }
    }

    /// Returns the type that a tag names, if the value is a tag in the usual form.
    fn tag_name(&self, value: &[u8]) -> Option<&'t str> {
        let (b'"', inside) = next_byte(value)? else {
            return None;
        };
        let inside = inside.strip_prefix(b"#")?;
        let [b'"', after @ ..] = at_quote_or_backslash(inside) else {
            return None;
        };
        let (start, end) = (inside.len(), after.len() + 1);
        self.text
            .get(self.text.len() - start..self.text.len() - end)
    }

    /// Sets the tag of the innermost object, if it is in the index.
    fn set(&mut self, tag: IndexedTag) {
        if let Some(Open::AwaitsTag(object)) = self.open.last()
            && let Some(object) = self.index.objects.get_mut(*object as usize)
        {
            object.tag = tag;
        }
    }

    /// Sets the tag of the innermost object and ends the search for it.
    fn finish(&mut self, tag: IndexedTag) {
        self.set(tag);
        if let Some(open) = self.open.last_mut() {
            *open = Open::Done;
        }
    }
}

/// Returns the bytes after the quotation mark of the next name, if the member here is a property with a scalar value, which cannot
/// determine the type of its object. Most members are; [`Scanner::name`] handles every other. `inside` begins after the quotation mark of
/// the name.
#[inline]
fn after_plain_member(inside: &[u8]) -> Option<&[u8]> {
    if matches!(inside, [b'@', ..] | [b'e', b'r', b'r', ..]) {
        return None;
    }
    let [b'"', b':', first, value @ ..] = at_quote_or_backslash(inside) else {
        return None;
    };
    let after = match first {
        b'{' | b'[' | b' ' | b'\t' | b'\n' | b'\r' => return None,
        b'"' => match at_quote_or_backslash(value) {
            [b'"', after @ ..] => after,
            _ => return None,
        },
        first => after_scalar(*first, value)?,
    };
    match after {
        [b',', b'"', next @ ..] => Some(next),
        _ => None,
    }
}

/// Splits off the next byte that is not white space.
#[inline]
fn next_byte(mut bytes: &[u8]) -> Option<(u8, &[u8])> {
    loop {
        let (first, rest) = bytes.split_first()?;
        // Other control characters are an error, which reading the text will report.
        if *first > b' ' {
            return Some((*first, rest));
        }
        bytes = rest;
    }
}

#[inline]
fn after_colon(bytes: &[u8]) -> Option<&[u8]> {
    match next_byte(bytes)? {
        (b':', rest) => Some(rest),
        _ => None,
    }
}

/// Returns the bytes after a string. `inside` begins after its quotation mark.
#[inline]
fn after_value(inside: &[u8]) -> &[u8] {
    match at_quote_or_backslash(inside) {
        [b'"', rest @ ..] => rest,
        escaped => after_string(escaped),
    }
}

/// Returns the bytes after a number, `true`, `false` or `null` that begins with `first`.
#[inline]
fn after_scalar(first: u8, bytes: &[u8]) -> Option<&[u8]> {
    let length = match first {
        b't' | b'n' => 3,
        b'f' => 4,
        _ => bytes
            .iter()
            .take_while(|it| matches!(it, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-'))
            .count(),
    };
    bytes.get(length..)
}
