//! EnvelopeBuilder the item that comes next.

use serde::{Deserialize, Deserializer, de::DeserializeOwned};

use crate::{
    codec::{ReadAs, generic_number::GenericNumber},
    error::{Error, ErrorKind},
    json,
    json::items::{
        collection_parser::{CollectionParser, State},
        utf8_buffer::End,
    },
    options::ReadOptions,
    payload::envelope::VALUE,
    session::{Session, context_type::ContextTypeScope, depth::descend, failure::take_failure},
    validate::{Validate, path::Path, violation::Violations},
};

/// The body's object and its array.
const LEVELS: u16 = 2;

impl CollectionParser {
    /// Reads the item that comes next; none where it goes on. After an error of the item's content, the next item can be read; after
    /// any other, nothing.
    pub(in crate::json::items) fn item<T: DeserializeOwned + Validate>(
        &mut self,
    ) -> Option<Result<T, Error>> {
        let levels = self.options.policy().max_depth.saturating_sub(LEVELS + 1);
        let _context_type = ContextTypeScope::at(self.item_type.clone(), levels);
        let result = match self.item_in_place() {
            Some((item, length)) => {
                self.end_item(length);
                Ok(item)
            }
            None => match self.value() {
                Ok(None) => return None,
                Ok(Some(length)) => {
                    let text = self.window.rest().get(..length).unwrap_or_default();
                    let item = json::read_at::<GenericNumber, T>(text, &self.options, LEVELS)
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
}

/// Reads an item from the start of a text that may hold more, or less.
fn read_first<T: DeserializeOwned>(text: &str, options: &ReadOptions) -> Option<(T, usize)> {
    let _session = Session::read(options.policy(), options.metadata_url.as_ref());
    descend(LEVELS);
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<Item<T>>();
    match values.next() {
        Some(Ok(Item(item))) => Some((item, values.byte_offset())),
        _ => {
            // Whoever reads it again will know better what was wrong.
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

/// Where the item is not JSON, nothing says where the next begins.
fn is_fatal(error: &Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::Syntax | ErrorKind::Eof | ErrorKind::Io
    )
}
