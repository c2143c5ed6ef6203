//! Asynchronous reading of a collection over all its pages.

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
        items::{
            paging::next_link,
            stream::{ClientError, ItemStream, from_body, item_stream_with},
        },
        read,
    },
    options::ReadOptions,
    payload::Envelope,
    validate::Validate,
};

/// Reads a collection over all its pages item by item, with the options of a client. `fetch` requests a page and returns its body.
///
/// The asynchronous form of [`pages`](crate::json::pages).
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
    page_stream_with(first, fetch, &read::DEFAULT)
}

/// Reads a collection over all its pages item by item. The options apply to each page.
///
/// ```
/// use futures_util::{TryStreamExt, stream};
/// use odata_core::{ReadOptions, Version, json};
///
/// # futures_executor::block_on(async {
/// let page = |body: &'static str| stream::iter([Ok::<_, std::io::Error>(body)]);
/// let v401 = ReadOptions::client().version(Version::V401);
/// let first = page(r#"{"value":[1],"@nextLink":"2"}"#);
/// let fetch = |_| async move { Ok::<_, std::io::Error>(page(r#"{"value":[2]}"#)) };
/// let numbers = json::page_stream_with::<i32, _, _, _>(first, fetch, &v401);
/// assert_eq!(numbers.try_collect::<Vec<_>>().await?, [1, 2]);
/// # Ok::<(), odata_core::Error>(())
/// # }).unwrap();
/// ```
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
        is_done: false,
    }
}

/// A stream of the items of all pages of a collection, returned by [`page_stream`].
///
/// # Errors
///
/// The errors of [`Pages`](crate::json::Pages).
pub struct PageStream<T, S, F, W> {
    page: ItemStream<T, S>,
    fetch: F,
    fetching: Option<Pin<Box<W>>>,
    options: ReadOptions,
    link: Option<String>,
    is_done: bool,
}

impl<T, S, F, W> PageStream<T, S, F, W> {
    /// Returns the link of the page that is being read or could not be fetched; `None` for the first page.
    #[must_use]
    pub fn link(&self) -> Option<&str> {
        self.link.as_deref()
    }

    /// Returns the members beside the items of the current page that have been read so far. After the last item, these are all members of
    /// the last page, such as the delta link.
    #[must_use]
    pub fn envelope(&self) -> &Envelope {
        self.page.parser.envelope()
    }
}

impl<T, S, F, W, B, E, X> PageStream<T, S, F, W>
where
    S: Stream<Item = Result<B, E>>,
    B: AsRef<[u8]>,
    E: Into<ClientError>,
    F: FnMut(String) -> W,
    W: Future<Output = Result<S, X>>,
    X: Into<ClientError>,
{
    /// Fetches the next page. Returns false if there is none.
    fn poll_next_page(&mut self, context: &mut Context<'_>) -> Poll<Result<bool, Error>> {
        let fetching = match &mut self.fetching {
            Some(fetching) => fetching,
            None => {
                let Some(link) = next_link(self.page.parser.envelope(), self.link.as_deref())?
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

/// No field is pinned: bodies and futures are boxed.
impl<T, S, F, W> Unpin for PageStream<T, S, F, W> {}

impl<T, S, F, W, B, E, X> Stream for PageStream<T, S, F, W>
where
    T: DeserializeOwned + Validate,
    S: Stream<Item = Result<B, E>>,
    B: AsRef<[u8]>,
    E: Into<ClientError>,
    F: FnMut(String) -> W,
    W: Future<Output = Result<S, X>>,
    X: Into<ClientError>,
{
    type Item = Result<T, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        while !this.is_done {
            if let Some(item) = ready!(this.page.poll_item(context)) {
                return Poll::Ready(Some(item));
            }
            if this.page.parser.has_failed() {
                this.is_done = true;
                break;
            }
            match ready!(this.poll_next_page(context)) {
                Ok(has_page) => this.is_done = !has_page,
                Err(error) => {
                    this.is_done = true;
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
