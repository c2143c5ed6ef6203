//! A collection's body that arrives in pieces.

use std::sync::Arc;

use crate::{
    codec::{collection::Items, raw_json::RawJson, serde_codec::Serde},
    error::{Error, ErrorKind},
    json,
    json::items::{
        utf8_buffer::{End, Utf8Buffer},
        value_scanner::ValueScanner,
    },
    options::ReadOptions,
    payload::envelope::{Envelope, EnvelopeBuilder, VALUE},
    raw::locate::locate,
    session::{
        Session, context_type,
        depth::{Level, descend},
    },
};

mod fault;
mod item;

/// Reads a body piece by piece; where the pieces come from is someone else's business.
pub(super) struct CollectionParser {
    window: Utf8Buffer,
    state: State,
    /// The search for the end of the value under way.
    boundary: Option<ValueScanner>,
    /// The items read so far.
    index: usize,
    /// The length of the last item.
    typical: usize,
    envelope: EnvelopeBuilder,
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

impl CollectionParser {
    pub(super) fn new(options: ReadOptions) -> CollectionParser {
        CollectionParser {
            window: Utf8Buffer::new(),
            state: State::Body,
            boundary: None,
            index: 0,
            typical: 0,
            envelope: EnvelopeBuilder::of_collection(),
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
                (State::Body, b'{') => {
                    self.enter(0)?;
                    State::FirstName
                }
                (State::AfterMember, b',') => State::Name,
                (State::FirstName | State::AfterMember, b'}') => {
                    self.change(|envelope| envelope.check_complete())?;
                    State::Nothing
                }
                (State::Colon(name), b':') => State::Member(name),
                (State::AfterItem, b',') => State::Item,
                (State::AfterItem | State::FirstItem, b']') => State::AfterMember,
                (State::Member(name), b'[') if name == VALUE => {
                    self.enter(1)?;
                    self.change(EnvelopeBuilder::begin_value)?;
                    let context = self.envelope().context.as_deref();
                    self.item_type = context_type::named_by(context);
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

    /// Enters what stands so many levels deep in the body: its object, or its array.
    fn enter(&mut self, levels: u16) -> Result<(), Error> {
        self.change(|_| {
            descend(levels);
            Level::enter().map(drop)
        })
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
        let name = json::read_at::<Serde, String>(text, &self.options, 1)
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
            return json::read_at::<Items<Serde>, Vec<RawJson>>(text, &self.options, 1)
                .map(|_| ())
                .map_err(|error| self.inside(error));
        }
        let value = json::read_at::<Serde, RawJson>(text, &self.options, 1)
            .map_err(|error| self.inside(error))?;
        self.change(|envelope| envelope.keep(name, value.as_str()))?;
        self.window.read(length);
        Ok(())
    }

    /// Changes the envelope, under the options.
    fn change(
        &mut self,
        change: impl FnOnce(&mut EnvelopeBuilder) -> Result<(), serde_json::Error>,
    ) -> Result<(), Error> {
        let _session = Session::read(self.options.policy(), None);
        change(&mut self.envelope).map_err(|error| self.inside(locate("", &error)))
    }
}

fn starts_value(byte: u8) -> bool {
    !matches!(byte, b',' | b':' | b'}' | b']')
}
