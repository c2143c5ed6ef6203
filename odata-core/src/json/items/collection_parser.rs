//! Parses a collection whose body arrives in chunks.

use serde::de::DeserializeOwned;

use crate::{
    codec::{Items, RawJson, Serde},
    error::{Error, ErrorKind},
    json::{
        items::{
            utf8_buffer::{EndOfText, Utf8Buffer},
            value_scanner::ValueScanner,
        },
        read::read_at,
        scan::too_many_members,
    },
    options::ReadOptions,
    payload::{ContentType, Envelope, EnvelopeBuilder, VALUE},
    raw::locate::locate,
    session::{Level, Session, descend},
};

mod error;
mod item;

/// Parses a body from chunks that the caller provides.
pub(super) struct CollectionParser {
    buffer: Utf8Buffer,
    state: State,
    /// The search for the end of the next value, which continues with the next chunk.
    scanner: Option<ValueScanner>,
    /// The number of items read so far.
    index: usize,
    last_item_length: usize,
    envelope: EnvelopeBuilder,
    /// The number of bytes in the members beside the items.
    envelope_length: usize,
    /// The number of the body's members so far.
    members: usize,
    /// The type of the items, if the type annotation or the context names it.
    item_type: Option<ContentType>,
    /// Whether each item is compared with the type annotation; `None` before the type of the items has been compared.
    checks_items: Option<bool>,
    options: ReadOptions,
}

/// The token that is expected next.
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
    /// White space after the body.
    End,
    Done,
    Failed(ErrorKind),
}

/// The place up to which the body has been parsed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Progress {
    /// The end of the last chunk.
    NeedsMore,
    /// An item.
    AtItem,
    /// The end of the body.
    Done,
}

impl CollectionParser {
    pub(super) fn new(options: ReadOptions) -> CollectionParser {
        CollectionParser {
            buffer: Utf8Buffer::new(),
            state: State::Body,
            scanner: None,
            index: 0,
            last_item_length: 0,
            envelope: EnvelopeBuilder::for_collection(),
            envelope_length: 0,
            members: 0,
            item_type: None,
            checks_items: None,
            options,
        }
    }

    /// Appends a chunk.
    pub(super) fn push(&mut self, chunk: &[u8]) {
        self.buffer.push(chunk);
    }

    /// Records that there are no more chunks.
    pub(super) fn finish(&mut self) {
        self.buffer.finish();
    }

    /// Returns the length of the last item, an estimate for the next one.
    pub(super) const fn last_item_length(&self) -> usize {
        self.last_item_length
    }

    /// Returns whether there was an error after which nothing can be read.
    pub(super) fn has_failed(&self) -> bool {
        matches!(self.state, State::Failed(_))
    }

    /// Records an error after which nothing can be read.
    pub(super) fn fail(&mut self, error: Error) -> Error {
        self.state = State::Failed(error.kind());
        error
    }

    /// Returns the members beside the items read so far.
    pub(super) fn envelope(&self) -> &Envelope {
        &self.envelope.envelope
    }

    /// Returns all members beside the items.
    pub(super) fn into_envelope(self) -> Result<Envelope, Error> {
        match self.state {
            State::Failed(kind) => Err(Error::of_kind(
                kind,
                "the body has not been read to its end because of an earlier error",
            )),
            _ => Ok(self.envelope.envelope),
        }
    }

    /// Advances to the next item.
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
            let Some(byte) = self.buffer.peek() else {
                if !self.is_at_end()? {
                    return Ok(Progress::NeedsMore);
                }
                if self.state != State::End {
                    return Err(self.error(ErrorKind::Eof, "unexpected end of the body"));
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
                    self.update_envelope(|envelope| envelope.check_complete())?;
                    State::End
                }
                (State::Colon(name), b':') => {
                    self.count_member()?;
                    State::Member(name)
                }
                (State::AfterItem, b',') => State::Item,
                (State::AfterItem | State::FirstItem, b']') => State::AfterMember,
                (State::Member(name), b'[') if name == VALUE => {
                    self.enter(1)?;
                    self.update_envelope(EnvelopeBuilder::begin_value)?;
                    self.item_type = self.envelope.content_type();
                    State::FirstItem
                }
                (State::FirstItem | State::Item, b) if starts_value(b) => {
                    return Ok(Progress::AtItem);
                }
                (State::FirstName | State::Name, b'"') => {
                    let Some(length) = self.find_value()? else {
                        return Ok(Progress::NeedsMore);
                    };
                    self.state = State::Colon(self.read_name(length)?);
                    continue;
                }
                (State::Member(name), b) if starts_value(b) => {
                    let Some(length) = self.find_value()? else {
                        return Ok(Progress::NeedsMore);
                    };
                    self.read_member(&name, length)?;
                    self.state = State::AfterMember;
                    continue;
                }
                _ => return Err(self.unexpected()),
            };
            self.buffer.consume(1);
            self.state = next;
        }
    }

    /// Checks the depth of the body's object or of its array, which is `levels` deep.
    fn enter(&mut self, levels: u16) -> Result<(), Error> {
        self.update_envelope(|_| {
            descend(levels);
            Level::enter().map(drop)
        })
    }

    fn count_member(&mut self) -> Result<(), Error> {
        self.members += 1;
        let limit = self.options.max_members;
        if self.members <= limit {
            return Ok(());
        }
        let error = Error::of_kind(ErrorKind::Length, too_many_members(limit));
        Err(self.at(1, error))
    }

    /// Returns whether there is no more text.
    fn is_at_end(&self) -> Result<bool, Error> {
        match self.buffer.end() {
            Some(EndOfText::Complete) => Ok(true),
            Some(EndOfText::InvalidUtf8) => {
                let error = Error::of_kind(ErrorKind::Syntax, "the body is not UTF-8");
                Err(self.at(self.buffer.rest().len(), error))
            }
            None => Ok(false),
        }
    }

    /// Returns the length of the next value; `None` if its end has not arrived.
    fn find_value(&mut self) -> Result<Option<usize>, Error> {
        let is_last = self.buffer.end() == Some(EndOfText::Complete);
        let scanner = self.scanner.get_or_insert_default();
        let rest = self.buffer.rest();
        let found = scanner.find_end(rest, is_last);
        if found.unwrap_or(rest.len()) > self.options.max_bytes {
            let limit = self.options.max_bytes;
            let message = format!("a value has more than {limit} bytes");
            return Err(self.error(ErrorKind::Length, message));
        }
        match found {
            Some(length) => {
                self.scanner = None;
                Ok(Some(length))
            }
            None if self.is_at_end()? => {
                let message = "unexpected end of the body";
                let error = Error::of_kind(ErrorKind::Eof, message);
                Err(self.at(self.buffer.rest().len(), error))
            }
            None => Ok(None),
        }
    }

    /// Reads the name of a member.
    fn read_name(&mut self, length: usize) -> Result<String, Error> {
        let text = self.buffer.rest().get(..length).unwrap_or_default();
        let name = read_at::<Serde, String>(text, &self.options, 1)
            .map_err(|error| self.in_next_value(error))?;
        self.buffer.consume(length);
        Ok(name)
    }

    /// Reads a member other than the array of items.
    fn read_member(&mut self, name: &str, length: usize) -> Result<(), Error> {
        self.envelope_length += length;
        if self.envelope_length > self.options.max_bytes {
            let limit = self.options.max_bytes;
            let message = format!("the members beside the items have more than {limit} bytes");
            return Err(self.error(ErrorKind::Length, message));
        }
        let text = self.buffer.rest().get(..length).unwrap_or_default();
        if name == VALUE {
            // It is not an array: reading it as one returns the error.
            return read_at::<Items<Serde>, Vec<RawJson>>(text, &self.options, 1)
                .map(|_| ())
                .map_err(|error| self.in_next_value(error));
        }
        let value = read_at::<Serde, RawJson>(text, &self.options, 1)
            .map_err(|error| self.in_next_value(error))?;
        self.update_envelope(|envelope| envelope.add(name, value.as_str()))?;
        self.buffer.consume(length);
        Ok(())
    }

    /// Returns what is wrong after the last item: the type annotation may follow the items.
    pub(super) fn end<T: DeserializeOwned>(&mut self) -> Option<Error> {
        if self.has_failed() {
            return None;
        }
        self.check_item_type::<T>().err()
    }

    /// Checks the type annotation against the type of the items, before the first item and after the last.
    pub(super) fn check_item_type<T: DeserializeOwned>(&mut self) -> Result<(), Error> {
        if self.checks_items.is_none() {
            let mut checks_items = false;
            self.update_envelope(|envelope| {
                checks_items = envelope.check_annotation::<Vec<T>, _>()?;
                Ok(())
            })
            .map_err(|error| self.fail(error))?;
            self.checks_items = Some(checks_items);
        } else if self.state == State::Done {
            self.update_envelope(|envelope| envelope.check_late_annotation::<Vec<T>, _>())
                .map_err(|error| self.fail(error))?;
        }
        Ok(())
    }

    /// Checks the next item, of this length, against the type annotation, if its Rust type may hold any type.
    fn check_item(&mut self, length: usize) -> Result<(), Error> {
        if self.checks_items != Some(true) {
            return Ok(());
        }
        let text = self.buffer.rest().get(..length).unwrap_or_default();
        let _session = Session::read(self.options.policy(), None);
        let checked: Result<(), serde_json::Error> = self.envelope.check_item(text.trim_ascii());
        checked.map_err(|error| self.in_next_value(locate(text, &error)))
    }

    /// Changes the envelope while the options apply.
    fn update_envelope(
        &mut self,
        change: impl FnOnce(&mut EnvelopeBuilder) -> Result<(), serde_json::Error>,
    ) -> Result<(), Error> {
        let _session = Session::read(self.options.policy(), None);
        change(&mut self.envelope).map_err(|error| self.in_next_value(locate("", &error)))
    }
}

fn starts_value(byte: u8) -> bool {
    !matches!(byte, b',' | b':' | b'}' | b']')
}
