//! Reading of a collection item by item.

use std::{
    fmt,
    io::{self, Read},
    iter::FusedIterator,
    marker::PhantomData,
    ops::RangeInclusive,
};

use serde::de::DeserializeOwned;

use crate::{
    codec::RawJson,
    error::Error,
    json::{
        items::collection_parser::{CollectionParser, Progress},
        read,
    },
    options::ReadOptions,
    payload::Envelope,
    validate::Validate,
};

pub(crate) mod collection_parser;
pub(crate) mod paging;
#[cfg(feature = "futures")]
pub(crate) mod stream;
pub(crate) mod utf8_buffer;
pub(crate) mod value_scanner;

/// The number of bytes that are read at once. It grows with the length of the items, so that most items are complete in memory.
const CHUNK_SIZE: RangeInclusive<usize> = (64 << 10)..=(1 << 20);

/// Reads a collection from a reader item by item, in constant memory, with the options of a client.
///
/// ```
/// use odata_core::{ODataResource, json};
///
/// #[derive(Debug, ODataResource)]
/// #[odata(namespace = "shop")]
/// struct Order {
///     id: i64,
/// }
///
/// let body = br#"{"@odata.count":2,"value":[{"id":1},{"id":2}],"@odata.nextLink":"Orders?$skip=2"}"#;
/// let mut orders = json::items::<Order, _>(&body[..]);
/// assert_eq!(orders.envelope()?.count, Some(2));
///
/// let mut ids = Vec::new();
/// for order in orders.by_ref() {
///     ids.push(order?.id);
/// }
/// assert_eq!(ids, [1, 2]);
/// assert_eq!(orders.trailer()?.next_link.as_deref(), Some("Orders?$skip=2"));
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// The reader needs no buffer. [`Items`] describes errors and limits; [`pages`](crate::json::pages) also follows the next links.
///
/// Source: JSON 4.01 §13.
pub fn items<T, R: Read>(reader: R) -> Items<T, R> {
    items_with(reader, &read::DEFAULT)
}

/// Reads a collection from a reader item by item, in constant memory.
///
/// [`max_bytes`](ReadOptions::max_bytes) limits each item, and the members beside the items together. The body is never in memory as a
/// whole, so its length has no limit; [`io::Read::take`] sets one.
///
/// ```
/// use odata_core::{ErrorKind, ReadOptions, json};
///
/// let options = ReadOptions::client().max_bytes(10);
/// let body = br#"{"value":["short","much too long"]}"#;
/// let mut items = json::items_with::<String, _>(&body[..], &options);
/// assert_eq!(items.next().transpose()?.as_deref(), Some("short"));
/// let error = items.next().expect("a second item").unwrap_err();
/// assert_eq!((error.kind(), error.pointer()), (ErrorKind::Length, "/value/1"));
/// # Ok::<(), odata_core::Error>(())
/// ```
pub fn items_with<T, R: Read>(reader: R, options: &ReadOptions) -> Items<T, R> {
    Items {
        reader,
        chunk: Vec::new(),
        parser: CollectionParser::new(options.clone()),
        item: PhantomData,
    }
}

/// An iterator over the items of a collection that is being read, returned by [`items`].
///
/// It holds a chunk of the body, 64 KiB to 1 MiB depending on the length of the items, and all of an item that is longer. An item is
/// returned as soon as its last byte is available.
///
/// # Errors
///
/// An item that is not a `T` or violates a rule of `T` is an error, and the iterator continues with the next item. If the body is invalid
/// (it is not JSON, is not a collection, exceeds a limit, or the reader fails), the error is the last element. Pointer, line and column
/// are those in the body (`/value/3/name`). The errors of the body are those of [`Collection`](crate::Collection).
pub struct Items<T, R> {
    reader: R,
    chunk: Vec<u8>,
    parser: CollectionParser,
    item: PhantomData<fn() -> T>,
}

impl<T, R: Read> Items<T, R> {
    /// Returns the members beside the items that have been read so far. Before the first item, these are the members before `value`, such
    /// as the context, and the count if the service writes it early.
    ///
    /// # Errors
    ///
    /// The body is invalid before the next item.
    pub fn envelope(&mut self) -> Result<&Envelope, Error> {
        self.advance()?;
        Ok(self.parser.envelope())
    }

    /// Skips the remaining items and returns all members beside the items, such as the next link, the delta link and the count.
    ///
    /// # Errors
    ///
    /// The rest of the body is invalid, or the body had an error before.
    pub fn trailer(mut self) -> Result<Envelope, Error> {
        while let Some(skipped) = self.next_item::<RawJson>() {
            skipped?;
        }
        self.parser.into_envelope()
    }

    /// Advances to the next item.
    fn advance(&mut self) -> Result<Progress, Error> {
        loop {
            match self.parser.advance()? {
                Progress::NeedsMore => self.read_chunk()?,
                progress => return Ok(progress),
            }
        }
    }

    fn next_item<I: DeserializeOwned + Validate>(&mut self) -> Option<Result<I, Error>> {
        match self.advance() {
            Ok(Progress::AtItem) => {}
            Ok(_) => return self.parser.end::<I>().map(Err),
            Err(error) => return Some(Err(error)),
        }
        loop {
            if let Some(item) = self.parser.item() {
                return Some(item);
            }
            if let Err(error) = self.read_chunk() {
                return Some(Err(error));
            }
        }
    }

    fn read_chunk(&mut self) -> Result<(), Error> {
        let size = self.parser.last_item_length().saturating_mul(4);
        self.chunk
            .resize(size.clamp(*CHUNK_SIZE.start(), *CHUNK_SIZE.end()), 0);
        loop {
            match self.reader.read(&mut self.chunk) {
                Ok(0) => self.parser.finish(),
                Ok(length) => self
                    .parser
                    .push(self.chunk.get(..length).unwrap_or_default()),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(self.parser.fail(Error::from_io(error))),
            }
            return Ok(());
        }
    }
}

impl<T: DeserializeOwned + Validate, R: Read> Iterator for Items<T, R> {
    type Item = Result<T, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_item()
    }
}

impl<T: DeserializeOwned + Validate, R: Read> FusedIterator for Items<T, R> {}

impl<T, R> fmt::Debug for Items<T, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items")
            .field("envelope", self.parser.envelope())
            .finish_non_exhaustive()
    }
}
