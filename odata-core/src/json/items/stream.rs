//! Asynchronous reading of a collection item by item.

use std::{
    fmt,
    future::poll_fn,
    io,
    marker::PhantomData,
    pin::Pin,
    task::{Context, Poll, ready},
};

use futures_core::{FusedStream, Stream};
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

pub(crate) mod paging;

/// An error of the HTTP client.
type ClientError = Box<dyn std::error::Error + Send + Sync>;

/// Reads a collection from a stream of chunks, such as the response body of an HTTP client, item by item, with the options of a client.
///
/// The asynchronous form of [`items`](super::items).
///
/// ```
/// use futures_util::{StreamExt, stream};
/// use odata_core::json;
///
/// # futures_executor::block_on(async {
/// let body = stream::iter([r#"{"value":[1,2"#, r#"3],"@odata.nextLink":"n"}"#].map(Ok::<_, std::io::Error>));
/// let mut numbers = json::item_stream::<i32, _>(body);
/// let mut all = Vec::new();
/// while let Some(number) = numbers.next().await {
///     all.push(number?);
/// }
/// assert_eq!(all, [1, 23]);
/// assert_eq!(numbers.trailer().await?.next_link.as_deref(), Some("n"));
/// # Ok::<(), odata_core::Error>(())
/// # }).unwrap();
/// ```
///
/// Source: JSON 4.01 §13.
pub fn item_stream<T, S>(body: S) -> ItemStream<T, S> {
    item_stream_with(body, &read::DEFAULT)
}

/// Reads a collection from a stream of chunks item by item. The limits are those of [`items_with`](super::items_with).
///
/// ```
/// use futures_util::{TryStreamExt, stream};
/// use odata_core::{ReadOptions, json};
///
/// # futures_executor::block_on(async {
/// let body = stream::iter([Ok::<_, std::io::Error>(r#"{"value":["9007199254740993"]}"#)]);
/// let options = ReadOptions::client().ieee754(true);
/// let numbers = json::item_stream_with::<i64, _>(body, &options);
/// assert_eq!(numbers.try_collect::<Vec<_>>().await?, [9_007_199_254_740_993]);
/// # Ok::<(), odata_core::Error>(())
/// # }).unwrap();
/// ```
pub fn item_stream_with<T, S>(body: S, options: &ReadOptions) -> ItemStream<T, S> {
    ItemStream {
        body: Box::pin(body),
        parser: CollectionParser::new(options.clone()),
        is_done: false,
        item: PhantomData,
    }
}

/// A stream of the items of a collection, returned by [`item_stream`].
///
/// # Errors
///
/// The errors of [`Items`](super::Items).
pub struct ItemStream<T, S> {
    body: Pin<Box<S>>,
    parser: CollectionParser,
    is_done: bool,
    item: PhantomData<fn() -> T>,
}

impl<T, S, B, E> ItemStream<T, S>
where
    S: Stream<Item = Result<B, E>>,
    B: AsRef<[u8]>,
    E: Into<ClientError>,
{
    /// Returns the members beside the items that have been read so far, like [`Items::envelope`](super::Items::envelope).
    ///
    /// # Errors
    ///
    /// The body is invalid before the next item.
    pub async fn envelope(&mut self) -> Result<&Envelope, Error> {
        poll_fn(|context| self.poll_advance(context)).await?;
        Ok(self.parser.envelope())
    }

    /// Skips the remaining items and returns all members beside the items, like [`Items::trailer`](super::Items::trailer).
    ///
    /// # Errors
    ///
    /// The rest of the body is invalid, or the body had an error before.
    pub async fn trailer(mut self) -> Result<Envelope, Error> {
        while let Some(skipped) = poll_fn(|context| self.poll_item::<RawJson>(context)).await {
            skipped?;
        }
        self.parser.into_envelope()
    }

    fn poll_advance(&mut self, context: &mut Context<'_>) -> Poll<Result<Progress, Error>> {
        loop {
            match self.parser.advance()? {
                Progress::NeedsMore => ready!(self.poll_chunk(context))?,
                progress => return Poll::Ready(Ok(progress)),
            }
        }
    }

    fn poll_item<I: DeserializeOwned + Validate>(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<I, Error>>> {
        match ready!(self.poll_advance(context)) {
            Ok(Progress::AtItem) => {}
            Ok(_) => return Poll::Ready(self.parser.end::<I>().map(Err)),
            Err(error) => return Poll::Ready(Some(Err(error))),
        }
        loop {
            if let Some(item) = self.parser.item() {
                return Poll::Ready(Some(item));
            }
            if let Err(error) = ready!(self.poll_chunk(context)) {
                return Poll::Ready(Some(Err(error)));
            }
        }
    }

    fn poll_chunk(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Error>> {
        match ready!(self.body.as_mut().poll_next(context)) {
            Some(Ok(chunk)) => self.parser.push(chunk.as_ref()),
            Some(Err(error)) => return Poll::Ready(Err(self.parser.fail(from_body(error)))),
            None => self.parser.finish(),
        }
        Poll::Ready(Ok(()))
    }
}

fn from_body(error: impl Into<ClientError>) -> Error {
    Error::from_io(io::Error::other(error))
}

impl<T, S, B, E> Stream for ItemStream<T, S>
where
    T: DeserializeOwned + Validate,
    S: Stream<Item = Result<B, E>>,
    B: AsRef<[u8]>,
    E: Into<ClientError>,
{
    type Item = Result<T, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let item = ready!(self.poll_item(context));
        self.is_done = item.is_none();
        Poll::Ready(item)
    }
}

impl<T, S, B, E> FusedStream for ItemStream<T, S>
where
    T: DeserializeOwned + Validate,
    S: Stream<Item = Result<B, E>>,
    B: AsRef<[u8]>,
    E: Into<ClientError>,
{
    fn is_terminated(&self) -> bool {
        self.is_done
    }
}

impl<T, S> fmt::Debug for ItemStream<T, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ItemStream")
            .field("envelope", self.parser.envelope())
            .finish_non_exhaustive()
    }
}
