//! All items of a collection that arrives in pages.

use std::{
    fmt,
    future::Future,
    pin::Pin,
    task::{Context, Poll, ready},
};

use futures_core::Stream;
use serde::de::DeserializeOwned;

use crate::{
    error::Error,
    json::{
        DEFAULT_READ,
        items::{
            paging::next_link,
            stream::{Cause, ItemStream, from_body, item_stream_with},
        },
    },
    options::ReadOptions,
    payload::envelope::Envelope,
    validate::Validate,
};

/// Reads a collection over all its pages, item by item: [`pages`](crate::json::pages) for asynchronous code. `fetch` begins the request
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
/// [`Pages`](crate::json::Pages).
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
