//! A collection's body that arrives in pieces.

use std::sync::Arc;

use serde::{Deserialize, Deserializer, de::DeserializeOwned};

use super::{
    boundary::Boundary,
    window::{End, Window},
};
use crate::{
    Envelope, Error, JsonText, Path, ReadOptions, Validate, Violations,
    by_type::ByType,
    envelope::{Reading, VALUE},
    error::{ErrorKind, push_segment},
    json::{self, locate},
    read::{self, Inheritance, Plain, ReadAs, Seq},
    scope::{self, Session},
};

/// Reads a body piece by piece; where the pieces come from is someone else's business.
pub(super) struct Incoming {
    window: Window,
    state: State,
    /// The search for the end of the value under way.
    boundary: Option<Boundary>,
    /// The items read so far.
    index: usize,
    /// The length of the last item.
    typical: usize,
    envelope: Reading,
    envelope_length: usize,
    /// The type that the context gives the items.
    item_type: Option<Arc<str>>,
    options: ReadOptions,
}

/// What comes next.
#[derive(Debug, Clone, PartialEq, Eq)]
enum State {
    Body,
    FirstName,
    Name,
    Colon(String),
    Member(String),
    AfterMember,
    FirstItem,
    Item,
    AfterItem,
    /// Nothing but white space.
    Nothing,
    Done,
    Failed(ErrorKind),
}

/// How far a body has been read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Progress {
    /// To the end of the pieces.
    NeedsMore,
    /// To an item.
    AtItem,
    /// To its end.
    Done,
}

impl Incoming {
    pub(super) fn new(options: ReadOptions) -> Incoming {
        Incoming {
            window: Window::new(),
            state: State::Body,
            boundary: None,
            index: 0,
            typical: 0,
            envelope: Reading::of_collection(),
            envelope_length: 0,
            item_type: None,
            options,
        }
    }

    /// Takes the next piece.
    pub(super) fn push(&mut self, piece: &[u8]) {
        self.window.push(piece);
    }

    /// Takes note that no piece follows.
    pub(super) fn finish(&mut self) {
        self.window.finish();
    }

    /// The length of the last item, which the next is likely to have.
    pub(super) const fn typical_item(&self) -> usize {
        self.typical
    }

    /// Whether the body failed: nothing more can be read of it.
    pub(super) fn has_failed(&self) -> bool {
        matches!(self.state, State::Failed(_))
    }

    /// Takes note that the pieces stopped coming.
    pub(super) fn fail(&mut self, error: Error) -> Error {
        self.state = State::Failed(error.kind());
        error
    }

    /// What the body has said around the items so far.
    pub(super) fn envelope(&self) -> &Envelope {
        &self.envelope.envelope
    }

    /// What the body has said around the items, once it is done.
    pub(super) fn into_envelope(self) -> Result<Envelope, Error> {
        match self.state {
            State::Failed(kind) => Err(Error::of_kind(
                kind,
                "the body has not been read to its end: there was an error before",
            )),
            _ => Ok(self.envelope.envelope),
        }
    }

    /// Reads up to the next item.
    pub(super) fn advance(&mut self) -> Result<Progress, Error> {
        if self.has_failed() {
            return Ok(Progress::Done);
        }
        match self.try_advance() {
            Ok(progress) => Ok(progress),
            Err(error) => Err(self.fail(error)),
        }
    }

    fn try_advance(&mut self) -> Result<Progress, Error> {
        loop {
            if self.state == State::Done {
                return Ok(Progress::Done);
            }
            let Some(byte) = self.window.peek() else {
                if !self.is_at_end()? {
                    return Ok(Progress::NeedsMore);
                }
                if self.state != State::Nothing {
                    return Err(self.error(ErrorKind::Eof, "the body ends too soon"));
                }
                self.state = State::Done;
                continue;
            };
            let next = match (self.state.clone(), byte) {
                (State::Body, b'{') => State::FirstName,
                (State::AfterMember, b',') => State::Name,
                (State::FirstName | State::AfterMember, b'}') => {
                    self.change(|envelope| envelope.check_complete())?;
                    State::Nothing
                }
                (State::Colon(name), b':') => State::Member(name),
                (State::AfterItem, b',') => State::Item,
                (State::AfterItem | State::FirstItem, b']') => State::AfterMember,
                (State::Member(name), b'[') if name == VALUE => {
                    self.change(Reading::begin_value)?;
                    let context = self.envelope().context.as_deref();
                    self.item_type = read::context_type(context);
                    State::FirstItem
                }
                (State::FirstItem | State::Item, b) if starts_value(b) => {
                    return Ok(Progress::AtItem);
                }
                (State::FirstName | State::Name, b'"') => {
                    let Some(length) = self.value()? else {
                        return Ok(Progress::NeedsMore);
                    };
                    self.state = State::Colon(self.name(length)?);
                    continue;
                }
                (State::Member(name), b) if starts_value(b) => {
                    let Some(length) = self.value()? else {
                        return Ok(Progress::NeedsMore);
                    };
                    self.member(&name, length)?;
                    self.state = State::AfterMember;
                    continue;
                }
                _ => return Err(self.unexpected()),
            };
            self.window.read(1);
            self.state = next;
        }
    }

    /// Whether all that there is has been looked at.
    fn is_at_end(&self) -> Result<bool, Error> {
        match self.window.end() {
            Some(End::OfBody) => Ok(true),
            Some(End::NotUtf8) => {
                let error = Error::of_kind(ErrorKind::Syntax, "the body is not UTF-8");
                Err(self.at(self.window.rest().len(), error))
            }
            None => Ok(false),
        }
    }

    /// The length of the value that comes next; none where it goes on.
    fn value(&mut self) -> Result<Option<usize>, Error> {
        let is_last = self.window.end() == Some(End::OfBody);
        let boundary = self.boundary.get_or_insert_default();
        let rest = self.window.rest();
        let found = boundary.find(rest, is_last);
        if found.unwrap_or(rest.len()) > self.options.max_bytes {
            let limit = self.options.max_bytes;
            let message = format!("a value of more than {limit} bytes");
            return Err(self.error(ErrorKind::Length, message));
        }
        match found {
            Some(length) => {
                self.boundary = None;
                Ok(Some(length))
            }
            None if self.is_at_end()? => {
                let message = "the body ends too soon";
                let error = Error::of_kind(ErrorKind::Eof, message);
                Err(self.at(self.window.rest().len(), error))
            }
            None => Ok(None),
        }
    }

    /// Reads a member's name.
    fn name(&mut self, length: usize) -> Result<String, Error> {
        let text = self.window.rest().get(..length).unwrap_or_default();
        let name = json::read_at::<Plain, String>(text, &self.options, 1)
            .map_err(|error| self.inside(error))?;
        self.window.read(length);
        Ok(name)
    }

    /// Reads a member that is not the items.
    fn member(&mut self, name: &str, length: usize) -> Result<(), Error> {
        self.envelope_length += length;
        if self.envelope_length > self.options.max_bytes {
            let limit = self.options.max_bytes;
            let message = format!("more than {limit} bytes around the items");
            return Err(self.error(ErrorKind::Length, message));
        }
        let text = self.window.rest().get(..length).unwrap_or_default();
        if name == VALUE {
            // No array, or its first item would be next.
            return json::read_at::<Seq<Plain>, Vec<JsonText>>(text, &self.options, 1)
                .map(|_| ())
                .map_err(|error| self.inside(error));
        }
        let value = json::read_at::<Plain, JsonText>(text, &self.options, 1)
            .map_err(|error| self.inside(error))?;
        self.change(|envelope| envelope.keep(name, value.as_str()))?;
        self.window.read(length);
        Ok(())
    }

    /// Changes the envelope, under the options.
    fn change(
        &mut self,
        change: impl FnOnce(&mut Reading) -> Result<(), serde_json::Error>,
    ) -> Result<(), Error> {
        let _session = Session::read(self.options.policy(), None);
        change(&mut self.envelope).map_err(|error| self.inside(locate::error("", &error)))
    }

    /// Reads the item that comes next; none where it goes on. After an error of the item's content, the next item can be read; after
    /// any other, nothing.
    pub(super) fn item<T: DeserializeOwned + Validate>(&mut self) -> Option<Result<T, Error>> {
        let levels = self.options.policy().max_depth.saturating_sub(LEVELS + 1);
        let _inheritance = Inheritance::at(self.item_type.clone(), levels);
        let result = match self.item_in_place() {
            Some((item, length)) => {
                self.end_item(length);
                Ok(item)
            }
            None => match self.value() {
                Ok(None) => return None,
                Ok(Some(length)) => {
                    let text = self.window.rest().get(..length).unwrap_or_default();
                    let item = json::read_at::<ByType, T>(text, &self.options, LEVELS)
                        .map_err(|error| self.inside(error));
                    match &item {
                        Err(error) if is_fatal(error) => self.state = State::Failed(error.kind()),
                        _ => self.end_item(length),
                    }
                    item
                }
                Err(error) => Err(self.fail(error)),
            },
        };
        Some(result.and_then(|item| self.validated(item)))
    }

    /// Reads an item from what is there, in the hope that it is all there. Whether it is shows only when the parser comes to its
    /// end, but then nothing has been looked at twice.
    fn item_in_place<T: DeserializeOwned>(&self) -> Option<(T, usize)> {
        let rest = self.window.rest();
        if self.boundary.is_some() || self.options.needs_scan() || rest.len() < self.typical {
            return None;
        }
        let (item, length) = read_first(rest, &self.options)?;
        // A number at the end of what is there may go on.
        let is_whole = length < rest.len() || self.window.end() == Some(End::OfBody);
        (is_whole && length <= self.options.max_bytes).then_some((item, length))
    }

    fn end_item(&mut self, length: usize) {
        self.window.read(length);
        self.typical = length;
        self.index += 1;
        self.state = State::AfterItem;
    }

    fn validated<T: Validate>(&self, item: T) -> Result<T, Error> {
        if self.options.validate {
            let mut violations = Violations::new();
            let (root, index) = (Path::root(), self.index.saturating_sub(1));
            item.check(&root.property(VALUE).index(index), &mut violations);
            violations.into_result()?;
        }
        Ok(item)
    }

    /// The pointer to what is being read.
    fn pointer(&self) -> String {
        let mut pointer = String::new();
        match &self.state {
            State::Colon(name) | State::Member(name) => push_segment(&mut pointer, name),
            State::FirstItem | State::Item | State::AfterItem => {
                pointer = format!("/{VALUE}/{}", self.index);
            }
            _ => {}
        }
        pointer
    }

    /// `error`, met in the value that comes next, of which it knows the place only.
    fn inside(&self, error: Error) -> Error {
        let (line, column) = self.window.place(0);
        let (line, column) = match error.line() {
            0 => (line, column),
            1 => (line, column + error.column()),
            below => (line + below - 1, error.column()),
        };
        let pointer = self.pointer() + error.pointer();
        error.placed(pointer, line, column)
    }

    fn at(&self, offset: usize, error: Error) -> Error {
        let (line, column) = self.window.place(offset);
        error.placed(self.pointer(), line, column)
    }

    fn error(&self, kind: ErrorKind, message: impl Into<String>) -> Error {
        self.at(0, Error::of_kind(kind, message))
    }

    /// The next byte cannot stand where it does.
    fn unexpected(&self) -> Error {
        let expected = match self.state {
            State::Body => "a collection, an object with a `value` array",
            State::FirstName => "a member's name or `}`",
            State::Name => "a member's name",
            State::Colon(_) => "`:`",
            State::Member(_) | State::Item => "a value",
            State::FirstItem => "a value or `]`",
            State::AfterMember => "`,` or `}`",
            State::AfterItem => "`,` or `]`",
            State::Nothing | State::Done | State::Failed(_) => "nothing more",
        };
        let kind = match self.window.rest().bytes().next() {
            Some(byte) if self.state == State::Body && starts_value(byte) => ErrorKind::Type,
            _ => ErrorKind::Syntax,
        };
        let error = Error::of_kind(kind, format!("expected {expected}"));
        self.at(1, error)
    }
}

/// The body's object and its array.
const LEVELS: u16 = 2;

fn starts_value(byte: u8) -> bool {
    !matches!(byte, b',' | b':' | b'}' | b']')
}

/// Reads an item from the start of a text that may hold more, or less.
fn read_first<T: DeserializeOwned>(text: &str, options: &ReadOptions) -> Option<(T, usize)> {
    let _session = Session::read(options.policy(), options.metadata_url.as_ref());
    scope::descend(LEVELS);
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<Item<T>>();
    match values.next() {
        Some(Ok(Item(item))) => Some((item, values.byte_offset())),
        _ => {
            // Whoever reads it again will know better what was wrong.
            scope::take_failure();
            None
        }
    }
}

struct Item<T>(T);

impl<'de, T: DeserializeOwned> Deserialize<'de> for Item<T> {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        ByType::read(deserializer).map(Item)
    }
}

/// Where the item is not JSON, nothing says where the next begins.
fn is_fatal(error: &Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::Syntax | ErrorKind::Eof | ErrorKind::Io
    )
}
