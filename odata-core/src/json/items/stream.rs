//! Collections that arrive as a stream of pieces, without waiting for any of them.

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
    codec::raw_json::RawJson,
    error::Error,
    json::{
        DEFAULT_READ,
        items::collection_parser::{CollectionParser, Progress},
    },
    options::ReadOptions,
    payload::envelope::Envelope,
    validate::Validate,
};

pub(crate) mod paging;

/// The error of a body: what the client library says went wrong.
type Cause = Box<dyn std::error::Error + Send + Sync>;

/// Reads a collection from a stream of pieces, as client libraries give a response's body, item by item: [`items`](super::items) for
/// asynchronous code.
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
/// Source: OData JSON Format 4.01, section 13.
pub fn item_stream<T, S>(body: S) -> ItemStream<T, S> {
    item_stream_with(body, &DEFAULT_READ)
}

/// [`item_stream`] with options; see [`items_with`](super::items_with).
pub fn item_stream_with<T, S>(body: S, options: &ReadOptions) -> ItemStream<T, S> {
    ItemStream {
        body: Box::pin(body),
        incoming: CollectionParser::new(options.clone()),
        is_over: false,
        item: PhantomData,
    }
}

/// The items of a collection that arrives as a stream: what [`item_stream`] gives. Errors and limits are those of
/// [`Items`](super::Items).
pub struct ItemStream<T, S> {
    body: Pin<Box<S>>,
    incoming: CollectionParser,
    is_over: bool,
    item: PhantomData<fn() -> T>,
}

impl<T, S, B, E> ItemStream<T, S>
where
    S: Stream<Item = Result<B, E>>,
    B: AsRef<[u8]>,
    E: Into<Cause>,
{
    /// What the body says around the items: as [`Items::envelope`](super::Items::envelope).
    ///
    /// # Errors
    ///
    /// Where the body is wrong before the items.
    pub async fn envelope(&mut self) -> Result<&Envelope, Error> {
        poll_fn(|context| self.poll_advance(context)).await?;
        Ok(self.incoming.envelope())
    }

    /// What the body says around the items, all of it: as [`Items::trailer`](super::Items::trailer).
    ///
    /// # Errors
    ///
    /// Where the rest of the body is wrong, or the body was before.
    pub async fn trailer(mut self) -> Result<Envelope, Error> {
        while let Some(skipped) = poll_fn(|context| self.poll_item::<RawJson>(context)).await {
            skipped?;
        }
        self.incoming.into_envelope()
    }

    fn poll_advance(&mut self, context: &mut Context<'_>) -> Poll<Result<Progress, Error>> {
        loop {
            match self.incoming.advance()? {
                Progress::NeedsMore => ready!(self.poll_piece(context))?,
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
            Ok(_) => return Poll::Ready(None),
            Err(error) => return Poll::Ready(Some(Err(error))),
        }
        loop {
            if let Some(item) = self.incoming.item() {
                return Poll::Ready(Some(item));
            }
            if let Err(error) = ready!(self.poll_piece(context)) {
                return Poll::Ready(Some(Err(error)));
            }
        }
    }

    fn poll_piece(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Error>> {
        match ready!(self.body.as_mut().poll_next(context)) {
            Some(Ok(piece)) => self.incoming.push(piece.as_ref()),
            Some(Err(error)) => return Poll::Ready(Err(self.incoming.fail(from_body(error)))),
            None => self.incoming.finish(),
        }
        Poll::Ready(Ok(()))
    }
}

fn from_body(error: impl Into<Cause>) -> Error {
    Error::from_io(io::Error::other(error))
}

impl<T, S, B, E> Stream for ItemStream<T, S>
where
    T: DeserializeOwned + Validate,
    S: Stream<Item = Result<B, E>>,
    B: AsRef<[u8]>,
    E: Into<Cause>,
{
    type Item = Result<T, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let item = ready!(self.poll_item(context));
        self.is_over = item.is_none();
        Poll::Ready(item)
    }
}

impl<T, S, B, E> FusedStream for ItemStream<T, S>
where
    T: DeserializeOwned + Validate,
    S: Stream<Item = Result<B, E>>,
    B: AsRef<[u8]>,
    E: Into<Cause>,
{
    fn is_terminated(&self) -> bool {
        self.is_over
    }
}

impl<T, S> fmt::Debug for ItemStream<T, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ItemStream")
            .field("envelope", self.incoming.envelope())
            .finish_non_exhaustive()
    }
}
