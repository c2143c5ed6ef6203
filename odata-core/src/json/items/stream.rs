//! Collections that arrive as a stream of pieces, without waiting for any of them.

use std::{
    fmt,
    future::{Future, poll_fn},
    io,
    marker::PhantomData,
    pin::Pin,
    task::{Context, Poll, ready},
};

use futures_core::{FusedStream, Stream};
use serde::de::DeserializeOwned;

use super::{
    DEFAULT_READ, ReadOptions,
    incoming::{Incoming, Progress},
    pages::next_link,
};
use crate::{Envelope, Error, JsonText, Validate};

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
        incoming: Incoming::new(options.clone()),
        is_over: false,
        item: PhantomData,
    }
}

/// The items of a collection that arrives as a stream: what [`item_stream`] gives. Errors and limits are those of
/// [`Items`](super::Items).
pub struct ItemStream<T, S> {
    body: Pin<Box<S>>,
    incoming: Incoming,
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
        while let Some(skipped) = poll_fn(|context| self.poll_item::<JsonText>(context)).await {
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

/// Reads a collection over all its pages, item by item: [`pages`](super::pages) for asynchronous code. `fetch` begins the request
/// for a page and answers its body.
///
/// ```
/// use futures_util::{StreamExt, TryStreamExt, stream};
/// use odata_core::json;
///
/// # futures_executor::block_on(async {
/// let page = |body: &'static str| stream::iter([Ok::<_, std::io::Error>(body)]);
/// let first = page(r#"{"value":[1,2],"@odata.nextLink":"2"}"#);
/// let numbers = json::page_stream::<i32, _, _, _>(first, |link| async move {
///     match link.as_str() {
///         "2" => Ok(page(r#"{"value":[3]}"#)),
///         _ => Err(std::io::Error::other("no such page")),
///     }
/// });
/// assert_eq!(numbers.try_collect::<Vec<_>>().await?, [1, 2, 3]);
/// # Ok::<(), odata_core::Error>(())
/// # }).unwrap();
/// ```
pub fn page_stream<T, S, F, W>(first: S, fetch: F) -> PageStream<T, S, F, W>
where
    F: FnMut(String) -> W,
{
    page_stream_with(first, fetch, &DEFAULT_READ)
}

/// [`page_stream`] with options, which hold for each page.
pub fn page_stream_with<T, S, F, W>(
    first: S,
    fetch: F,
    options: &ReadOptions,
) -> PageStream<T, S, F, W>
where
    F: FnMut(String) -> W,
{
    PageStream {
        page: item_stream_with(first, options),
        fetch,
        fetching: None,
        options: options.clone(),
        link: None,
        is_over: false,
    }
}

/// The items of a collection that arrives over all its pages: what [`page_stream`] gives. Errors are those of
/// [`Pages`](super::Pages).
pub struct PageStream<T, S, F, W> {
    page: ItemStream<T, S>,
    fetch: F,
    fetching: Option<Pin<Box<W>>>,
    options: ReadOptions,
    link: Option<String>,
    is_over: bool,
}

impl<T, S, F, W> PageStream<T, S, F, W> {
    /// The link of the page that is being read, or could not be had; none for the first.
    #[must_use]
    pub fn link(&self) -> Option<&str> {
        self.link.as_deref()
    }

    /// What the page under way says around its items, as far as it has been read; after the last item, all of it: the delta link.
    #[must_use]
    pub fn envelope(&self) -> &Envelope {
        self.page.incoming.envelope()
    }
}

impl<T, S, F, W, B, E, X> PageStream<T, S, F, W>
where
    S: Stream<Item = Result<B, E>>,
    B: AsRef<[u8]>,
    E: Into<Cause>,
    F: FnMut(String) -> W,
    W: Future<Output = Result<S, X>>,
    X: Into<Cause>,
{
    /// Goes on to the next page; false where there is none.
    fn poll_turn(&mut self, context: &mut Context<'_>) -> Poll<Result<bool, Error>> {
        let fetching = match &mut self.fetching {
            Some(fetching) => fetching,
            None => {
                let Some(link) = next_link(self.page.incoming.envelope(), self.link.as_deref())?
                else {
                    return Poll::Ready(Ok(false));
                };
                let link = self.link.insert(link).clone();
                self.fetching.insert(Box::pin((self.fetch)(link)))
            }
        };
        let body = ready!(fetching.as_mut().poll(context));
        self.fetching = None;
        self.page = item_stream_with(body.map_err(from_body)?, &self.options);
        Poll::Ready(Ok(true))
    }
}

/// Nothing in it is pinned in place: bodies and futures are in boxes of their own.
impl<T, S, F, W> Unpin for PageStream<T, S, F, W> {}

impl<T, S, F, W, B, E, X> Stream for PageStream<T, S, F, W>
where
    T: DeserializeOwned + Validate,
    S: Stream<Item = Result<B, E>>,
    B: AsRef<[u8]>,
    E: Into<Cause>,
    F: FnMut(String) -> W,
    W: Future<Output = Result<S, X>>,
    X: Into<Cause>,
{
    type Item = Result<T, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        while !this.is_over {
            if let Some(item) = ready!(this.page.poll_item(context)) {
                return Poll::Ready(Some(item));
            }
            if this.page.incoming.has_failed() {
                this.is_over = true;
                break;
            }
            match ready!(this.poll_turn(context)) {
                Ok(has_turned) => this.is_over = !has_turned,
                Err(error) => {
                    this.is_over = true;
                    return Poll::Ready(Some(Err(error)));
                }
            }
        }
        Poll::Ready(None)
    }
}

impl<T, S, F, W> fmt::Debug for PageStream<T, S, F, W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PageStream")
            .field("link", &self.link)
            .field("page", &self.page)
            .finish_non_exhaustive()
    }
}
