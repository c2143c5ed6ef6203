//! Collections of any length, item by item.

use std::{
    fmt,
    io::{self, Read},
    iter::FusedIterator,
    marker::PhantomData,
};

use serde::de::DeserializeOwned;

use crate::{
    codec::raw_json::RawJson, error::Error, json::DEFAULT_READ, options::ReadOptions,
    payload::envelope::Envelope, validate::Validate,
};

pub(crate) mod collection_parser;
pub(crate) mod paging;
#[cfg(feature = "futures")]
pub(crate) mod stream;
pub(crate) mod utf8_buffer;
pub(crate) mod value_scanner;

use crate::json::items::collection_parser::{CollectionParser, Progress};
pub use crate::json::items::paging::pages;

/// Bytes that are asked of a reader at once: enough for some items, so that most are read as they stand, within these limits.
const PIECE: std::ops::RangeInclusive<usize> = (64 << 10)..=(1 << 20);

/// Reads a collection from a reader, item by item, in constant memory.
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
/// See [`Items`] for errors and limits, [`pages`] to follow the next links. The reader needs no buffer of its own.
///
/// Source: OData JSON Format 4.01, section 13.
pub fn items<T, R: Read>(reader: R) -> Items<T, R> {
    items_with(reader, &DEFAULT_READ)
}

/// [`items`] with options.
///
/// [`max_bytes`](ReadOptions::max_bytes) limits one item, and what stands around the items, each for itself: a body is never in
/// memory as a whole, so its own length needs no limit. [`io::Read::take`] sets one.
pub fn items_with<T, R: Read>(reader: R, options: &ReadOptions) -> Items<T, R> {
    Items {
        reader,
        piece: Vec::new(),
        incoming: CollectionParser::new(options.clone()),
        item: PhantomData,
    }
}

/// The items of a collection that is being read: what [`items`] gives.
///
/// It keeps one item at a time and a piece of the body: 64 KiB, up to 1 MiB where items are long, or what is there of a longer item. An item is read
/// as soon as its last byte is there.
///
/// # Errors
///
/// An item that is not a `T` or breaks a rule of it gives an error, and the next item can be read. Where the body itself is wrong
/// (not JSON, no collection, over a limit, the reader fails), the error is the last of what the iterator gives. A pointer is one into
/// the body (`/value/3/name`), and so are line and column.
///
/// What a collection refuses, [`Collection`](crate::Collection) says.
pub struct Items<T, R> {
    reader: R,
    piece: Vec<u8>,
    incoming: CollectionParser,
    item: PhantomData<fn() -> T>,
}

impl<T, R: Read> Items<T, R> {
    /// What the body says around the items, as far as it has been read: before the first item that is all that comes before `value`,
    /// so the context, and where the service sends it early, the count.
    ///
    /// # Errors
    ///
    /// Where the body is wrong before the items.
    pub fn envelope(&mut self) -> Result<&Envelope, Error> {
        self.advance()?;
        Ok(self.incoming.envelope())
    }

    /// What the body says around the items, all of it: the next link, the delta link, the count and all else. Items that have not been
    /// taken are read over.
    ///
    /// # Errors
    ///
    /// Where the rest of the body is wrong, or the body was before.
    pub fn trailer(mut self) -> Result<Envelope, Error> {
        while let Some(skipped) = self.take_item::<RawJson>() {
            skipped?;
        }
        self.incoming.into_envelope()
    }

    /// Reads up to the next item.
    fn advance(&mut self) -> Result<Progress, Error> {
        loop {
            match self.incoming.advance()? {
                Progress::NeedsMore => self.read_piece()?,
                progress => return Ok(progress),
            }
        }
    }

    fn take_item<I: DeserializeOwned + Validate>(&mut self) -> Option<Result<I, Error>> {
        match self.advance() {
            Ok(Progress::AtItem) => {}
            Ok(_) => return None,
            Err(error) => return Some(Err(error)),
        }
        loop {
            if let Some(item) = self.incoming.item() {
                return Some(item);
            }
            if let Err(error) = self.read_piece() {
                return Some(Err(error));
            }
        }
    }

    fn read_piece(&mut self) -> Result<(), Error> {
        let size = self.incoming.typical_item().saturating_mul(4);
        self.piece
            .resize(size.clamp(*PIECE.start(), *PIECE.end()), 0);
        loop {
            match self.reader.read(&mut self.piece) {
                Ok(0) => self.incoming.finish(),
                Ok(length) => self
                    .incoming
                    .push(self.piece.get(..length).unwrap_or_default()),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(self.incoming.fail(Error::from_io(error))),
            }
            return Ok(());
        }
    }
}

impl<T: DeserializeOwned + Validate, R: Read> Iterator for Items<T, R> {
    type Item = Result<T, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.take_item()
    }
}

impl<T: DeserializeOwned + Validate, R: Read> FusedIterator for Items<T, R> {}

impl<T, R> fmt::Debug for Items<T, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items")
            .field("envelope", self.incoming.envelope())
            .finish_non_exhaustive()
    }
}
