//! Errors with their position in the body.

use crate::{
    error::{Error, ErrorKind},
    json::items::collection_parser::{CollectionParser, State, starts_value},
    payload::VALUE,
    validate::pointer,
};

impl CollectionParser {
    /// Returns the pointer to the value that is being read.
    fn pointer(&self) -> String {
        match &self.state {
            State::Colon(name) | State::Member(name) => pointer::to_member(name),
            State::FirstItem | State::Item | State::AfterItem => {
                format!("/{VALUE}/{}", self.index)
            }
            _ => String::new(),
        }
    }

    /// Converts the position of an error from one in the next value to one in the body.
    pub(super) fn in_next_value(&self, error: Error) -> Error {
        let (line, column) = self.buffer.position(0);
        let (line, column) = match error.line() {
            0 => (line, column),
            1 => (line, column + error.column()),
            below => (line + below - 1, error.column()),
        };
        let pointer = self.pointer() + error.pointer();
        error.at_position(pointer, line, column)
    }

    pub(super) fn at(&self, offset: usize, error: Error) -> Error {
        let (line, column) = self.buffer.position(offset);
        error.at_position(self.pointer(), line, column)
    }

    pub(super) fn error(&self, kind: ErrorKind, message: impl Into<String>) -> Error {
        self.at(0, Error::of_kind(kind, message))
    }

    /// Returns the error for an unexpected byte.
    pub(super) fn unexpected(&self) -> Error {
        let expected = match self.state {
            State::Body => "a collection, an object with a `value` array",
            State::FirstName => "a member's name or `}`",
            State::Name => "a member's name",
            State::Colon(_) => "`:`",
            State::Member(_) | State::Item => "a value",
            State::FirstItem => "a value or `]`",
            State::AfterMember => "`,` or `}`",
            State::AfterItem => "`,` or `]`",
            State::End | State::Done | State::Failed(_) => "the end of the body",
        };
        let kind = match self.buffer.rest().bytes().next() {
            Some(byte) if self.state == State::Body && starts_value(byte) => ErrorKind::Type,
            _ => ErrorKind::Syntax,
        };
        let error = Error::of_kind(kind, format!("expected {expected}"));
        self.at(1, error)
    }
}
