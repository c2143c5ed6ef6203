//! Reading of the next item.

use serde::{Deserialize, Deserializer, de::DeserializeOwned};

use crate::{
    codec::{GenericNumber, ReadAs},
    error::{Error, ErrorKind},
    json::{
        items::{
            collection_parser::{CollectionParser, State},
            utf8_buffer::EndOfText,
        },
        read::read_at,
    },
    options::ReadOptions,
    payload::{ContentType, VALUE},
    session::{Session, descend, take_failure},
    validate::{Path, Validate, Violations},
};

/// The levels above an item: the object of the body and its array.
const LEVELS: u16 = 2;

impl CollectionParser {
    /// Reads the next item; `None` if its end has not arrived. After an error in the content of an item, the next item can be read; after
    /// any other error, nothing can.
    pub(in crate::json::items) fn item<T: DeserializeOwned + Validate>(
        &mut self,
    ) -> Option<Result<T, Error>> {
        let levels = self.options.policy().max_depth.saturating_sub(LEVELS + 1);
        if self.checks_items.is_none()
            && let Err(error) = self.check_item_type::<T>()
        {
            return Some(Err(error));
        }
        let _content_type = ContentType::at(self.item_type.as_ref(), levels);
        let result = match self.item_in_place() {
            Some((item, length)) => {
                let checked = self.check_item(length);
                self.end_item(length);
                checked.map(|()| item)
            }
            None => match self.find_value() {
                Ok(None) => return None,
                Ok(Some(length)) => {
                    let text = self.buffer.rest().get(..length).unwrap_or_default();
                    let item = read_at::<GenericNumber, T>(text, &self.options, LEVELS)
                        .map_err(|error| self.in_next_value(error))
                        .and_then(|item| self.check_item(length).map(|()| item));
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

    /// Reads an item from the buffer if it is complete. This reads its text once, whereas a search for its end reads it twice.
    fn item_in_place<T: DeserializeOwned>(&self) -> Option<(T, usize)> {
        let rest = self.buffer.rest();
        if self.scanner.is_some() || self.options.needs_scan() || rest.len() < self.last_item_length
        {
            return None;
        }
        let (item, length) = read_first(rest, &self.options)?;
        // A number at the end of the buffer may be incomplete.
        let is_complete = length < rest.len() || self.buffer.end() == Some(EndOfText::Complete);
        (is_complete && length <= self.options.max_bytes).then_some((item, length))
    }

    fn end_item(&mut self, length: usize) {
        self.buffer.consume(length);
        self.last_item_length = length;
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
}

/// Reads an item from the start of a text, which may be incomplete or go on after the item.
fn read_first<T: DeserializeOwned>(text: &str, options: &ReadOptions) -> Option<(T, usize)> {
    let _session = Session::read(options.policy(), options.metadata_url.as_ref());
    descend(LEVELS);
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<Item<T>>();
    match values.next() {
        Some(Ok(Item(item))) => Some((item, values.byte_offset())),
        _ => {
            // The item is read again, which reports the error with its position.
            take_failure();
            None
        }
    }
}

struct Item<T>(T);

impl<'de, T: DeserializeOwned> Deserialize<'de> for Item<T> {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        GenericNumber::read(deserializer).map(Item)
    }
}

/// If an item is not JSON, the start of the next one is unknown.
fn is_fatal(error: &Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::Syntax | ErrorKind::Eof | ErrorKind::Io
    )
}
