//! The type tags that follow properties of their objects.
//!
//! serde reads an object member by member, and a hierarchy must know the type before it reads a property. While the whole text is at hand,
//! the parser therefore looks ahead for the tag, quickly and without a complete check of what is between. The object is then read as the
//! type that was found, and its tag must be the same. If it is another one, if no tag is found, or if too much
//! of the text was examined, the hierarchy requests an index of all tags and fails. The call then indexes the text and reads it again.
//! Without a text in memory, the members before the tag are captured and replayed.

use std::cell::RefCell;

use serde::de;

thread_local! {
    static STATE: RefCell<State> = const { RefCell::new(State::Unavailable) };
}

/// The length of a text divided by this number is the most that is read twice because no tag was found.
const REREAD_DIVISOR: usize = 8;

/// Looking ahead examines at most this many times the bytes of the text. Nested objects examine the same bytes several times.
const MAX_LOOK_AHEAD: usize = 4;

enum State {
    /// The input is not a text in memory, or not worth an index.
    Unavailable,
    /// The text at these addresses can be indexed. `ahead` is the number of bytes that looking ahead may still examine.
    Possible {
        start: usize,
        end: usize,
        ahead: usize,
    },
    /// A hierarchy needs the index.
    Requested,
    Known(LateTags),
}

/// The type tags of the objects of a text, by the position of the object's first property.
#[derive(Debug)]
pub(crate) struct LateTags {
    /// The address of the text.
    start: usize,
    /// In the order of the text.
    pub(crate) objects: Vec<LateTag>,
    /// The names of types, one after the other.
    names: String,
    last: IndexedTag,
    /// The position after the object that was found last.
    next: usize,
}

/// The type tag of an object.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LateTag {
    /// The offset of the name of the object's first property, after the quotation mark.
    pub(crate) property: u32,
    pub(crate) tag: IndexedTag,
}

/// The result of looking up the tag of an object in the index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum IndexedTag {
    /// The object has no tag, no context URL after a property, and no property `error`.
    Absent,
    /// Only reading the members shows the type.
    Unclear,
    /// The type's name is this range of [`LateTags::names`].
    Name { start: u32, end: u32 },
}

/// Allows an index of a text until it is dropped, which restores the state before it.
pub(crate) struct LateTagScope {
    former: State,
}

impl LateTagScope {
    pub(crate) fn enter(text: &str) -> Self {
        let start = address(text);
        LateTagScope {
            former: STATE.replace(State::Possible {
                start,
                end: start + text.len(),
                ahead: text.len().saturating_mul(MAX_LOOK_AHEAD),
            }),
        }
    }

    /// Returns whether a hierarchy needs the index. What was read is then incomplete, also if a type of the user's own has hidden the
    /// error.
    #[inline]
    pub(crate) fn is_requested(&self) -> bool {
        STATE.with_borrow(|state| matches!(state, State::Requested))
    }

    /// Sets the index; `None` if there is none.
    #[cold]
    pub(crate) fn provide(&self, tags: Option<LateTags>) {
        STATE.set(tags.map_or(State::Unavailable, State::Known));
    }
}

impl Drop for LateTagScope {
    fn drop(&mut self) {
        STATE.set(std::mem::replace(&mut self.former, State::Unavailable));
    }
}

fn address(text: &str) -> usize {
    text.as_ptr().addr()
}

/// Returns what `find` returns for the type tag of an object, or for `None` if the object has no tag. `property` is the name of its
/// first property, as a part of the text.
///
/// # Errors
/// The text must be read again, with an index.
pub(crate) fn find_late_tag<T, E: de::Error>(
    property: &str,
    find: impl FnOnce(Option<&str>) -> Option<T>,
) -> Result<Option<T>, E> {
    STATE.with_borrow_mut(|state| match state {
        State::Unavailable => Ok(None),
        State::Possible { start, end, ahead } => {
            let (at, length) = (address(property).wrapping_sub(*start), *end - *start);
            let is_cheap = at <= length / REREAD_DIVISOR || (*ahead == 0 && at <= length);
            if !is_cheap {
                return Ok(None);
            }
            *state = State::Requested;
            Err(not_indexed())
        }
        State::Requested => Err(not_indexed()),
        State::Known(tags) => Ok(tags.tag(property).and_then(find)),
    })
}

/// Returns an error, and requests an index: an object does not have the tag that was found by looking ahead, or failed before its tag.
#[cold]
pub(crate) fn request_late_tags<E: de::Error>() -> E {
    STATE.with_borrow_mut(|state| {
        if let State::Possible { .. } = state {
            *state = State::Requested;
        }
    });
    not_indexed()
}

#[cold]
fn not_indexed<E: de::Error>() -> E {
    E::custom("the type tags of the text are not indexed")
}

/// Returns whether the parser may look ahead.
#[inline]
pub(crate) fn looks_ahead() -> bool {
    STATE.with_borrow(|state| matches!(state, State::Possible { .. }))
}

/// Calls `look` with the number of bytes that it may examine, from which it subtracts those that it has examined. Returns `None` if the
/// parser must not look ahead.
pub(crate) fn look_ahead<T>(look: impl FnOnce(&mut usize) -> Option<T>) -> Option<T> {
    STATE.with_borrow_mut(|state| match state {
        State::Possible { ahead, .. } if *ahead > 0 => look(ahead),
        _ => None,
    })
}

impl LateTags {
    pub(crate) fn new(text: &str) -> Self {
        LateTags {
            start: address(text),
            objects: Vec::new(),
            names: String::new(),
            last: IndexedTag::Absent,
            next: 0,
        }
    }

    /// Adds the name of a type, without `#`.
    pub(crate) fn add_name(&mut self, name: &str) -> IndexedTag {
        // Objects in a row often have the same type.
        if self.name(self.last) != Some(name) {
            let start = self.names.len() as u32;
            self.names.push_str(name);
            let end = self.names.len() as u32;
            self.last = IndexedTag::Name { start, end };
        }
        self.last
    }

    fn name(&self, tag: IndexedTag) -> Option<&str> {
        match tag {
            IndexedTag::Name { start, end } => self.names.get(start as usize..end as usize),
            IndexedTag::Absent | IndexedTag::Unclear => None,
        }
    }

    /// Returns the tag of the object with this first property; the inner `None` if it has none.
    fn tag(&mut self, property: &str) -> Option<Option<&str>> {
        let offset = u32::try_from(address(property).checked_sub(self.start)?).ok()?;
        let at = self.position(offset)?;
        self.next = at + 1;
        let tag = self.objects.get(at)?.tag;
        (tag != IndexedTag::Unclear).then(|| self.name(tag))
    }

    /// Returns the position of an object. A parser reads the objects in the order of the text; it looks up those of hierarchies only.
    fn position(&self, property: u32) -> Option<usize> {
        const AHEAD: usize = 8;
        let mut ahead = (self.next..)
            .zip(self.objects.get(self.next..)?)
            .take(AHEAD);
        if let Some((at, _)) = ahead.find(|(_, object)| object.property == property) {
            return Some(at);
        }
        self.objects
            .binary_search_by_key(&property, |object| object.property)
            .ok()
    }
}
