//! Reading of a collection over all its pages.

use std::{
    fmt,
    io::{self, Read},
    iter::FusedIterator,
};

use serde::de::DeserializeOwned;

use crate::{
    error::{Error, ErrorKind},
    json::{
        items::{Items, items_with},
        read,
    },
    options::ReadOptions,
    payload::Envelope,
    protocol::resolve_url,
    validate::Validate,
};

/// Reads a collection over all its pages item by item, with the options of a client. After the last item of a page, `fetch` is called with
/// its next link, and returns the body of the next page.
///
/// ```
/// use std::io;
///
/// use odata_core::json;
///
/// let first = &br#"{
///     "@odata.context": "https://h/s/$metadata#Collection(Edm.Int32)",
///     "value": [1, 2],
///     "@odata.nextLink": "Numbers?$skip=2"
/// }"#[..];
/// let mut numbers = json::pages(first, |link| match link {
///     "https://h/s/Numbers?$skip=2" => Ok(&br#"{"value":[3],"@odata.deltaLink":"d"}"#[..]),
///     _ => Err(io::Error::other("no such page")),
/// });
/// let all = numbers.by_ref().collect::<Result<Vec<i32>, _>>()?;
/// assert_eq!(all, [1, 2, 3]);
/// assert_eq!(numbers.envelope()?.delta_link.as_deref(), Some("d"));
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// A relative link is resolved against the context URL of the page, if there is one (JSON 4.01 §4.3). Pointer, line and column of an error
/// are those in its page.
///
/// Source: JSON 4.01 §4.5.5 and §13.
pub fn pages<T, R, F>(first: R, fetch: F) -> Pages<T, R, F>
where
    R: Read,
    F: FnMut(&str) -> io::Result<R>,
{
    pages_with(first, fetch, &read::DEFAULT)
}

/// Reads a collection over all its pages item by item. The options apply to each page.
///
/// ```
/// use std::io;
///
/// use odata_core::{ReadOptions, Version, json};
///
/// let v401 = ReadOptions::client().version(Version::V401);
/// let first = &br#"{"value":[1],"@nextLink":"2"}"#[..];
/// let fetch = |_: &str| io::Result::Ok(&br#"{"value":[2]}"#[..]);
/// let all = json::pages_with(first, fetch, &v401).collect::<Result<Vec<i32>, _>>()?;
/// assert_eq!(all, [1, 2]);
/// # Ok::<(), odata_core::Error>(())
/// ```
pub fn pages_with<T, R, F>(first: R, fetch: F, options: &ReadOptions) -> Pages<T, R, F>
where
    R: Read,
    F: FnMut(&str) -> io::Result<R>,
{
    Pages {
        page: items_with(first, options),
        fetch,
        options: options.clone(),
        link: None,
        is_done: false,
    }
}

/// An iterator over the items of all pages of a collection, returned by [`pages`].
///
/// # Errors
///
/// The errors of [`Items`] for each page. A failure of `fetch` is the last element; [`link`](Self::link) then returns the page to retry. A
/// page that links to itself is an error, because the iterator would never end.
pub struct Pages<T, R, F> {
    page: Items<T, R>,
    fetch: F,
    options: ReadOptions,
    link: Option<String>,
    is_done: bool,
}

impl<T, R, F> Pages<T, R, F>
where
    R: Read,
    F: FnMut(&str) -> io::Result<R>,
{
    /// Returns the link of the page that is being read or could not be fetched; `None` for the first page.
    ///
    /// ```
    /// use std::io;
    ///
    /// use odata_core::json;
    ///
    /// let first = &br#"{"value":[1],"@odata.nextLink":"page2"}"#[..];
    /// let mut numbers = json::pages::<i32, _, _>(first, |_| Err(io::ErrorKind::TimedOut.into()));
    /// assert!(numbers.next().is_some_and(|it| it.is_ok()));
    /// assert!(numbers.next().is_some_and(|it| it.is_err()));
    /// assert_eq!(numbers.link(), Some("page2"));
    /// ```
    #[must_use]
    pub fn link(&self) -> Option<&str> {
        self.link.as_deref()
    }

    /// Returns the members beside the items of the current page that have been read so far. After the last item, these are all members of
    /// the last page, such as the delta link.
    ///
    /// # Errors
    ///
    /// The page is invalid before its next item.
    pub fn envelope(&mut self) -> Result<&Envelope, Error> {
        self.page.envelope()
    }

    /// Fetches the next page. Returns false if there is none.
    fn fetch_next(&mut self) -> Result<bool, Error> {
        let Some(link) = next_link(self.page.parser.envelope(), self.link.as_deref())? else {
            return Ok(false);
        };
        let link = self.link.insert(link);
        let page = (self.fetch)(link).map_err(Error::from_io)?;
        self.page = items_with(page, &self.options);
        Ok(true)
    }
}

/// Returns the link to the page after one that has been read.
pub(super) fn next_link(
    envelope: &Envelope,
    current: Option<&str>,
) -> Result<Option<String>, Error> {
    let Some(link) = &envelope.next_link else {
        return Ok(None);
    };
    let link = match &envelope.context {
        Some(context) => resolve_url(context, link).into_owned(),
        None => link.clone(),
    };
    if current == Some(&*link) {
        let message = "the next link of the page leads to the page itself";
        let error = Error::of_kind(ErrorKind::Value, message);
        return Err(error.below("@odata.nextLink"));
    }
    Ok(Some(link))
}

impl<T, R, F> Iterator for Pages<T, R, F>
where
    T: DeserializeOwned + Validate,
    R: Read,
    F: FnMut(&str) -> io::Result<R>,
{
    type Item = Result<T, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.is_done {
            if let Some(item) = self.page.next() {
                return Some(item);
            }
            if self.page.parser.has_failed() {
                self.is_done = true;
                break;
            }
            match self.fetch_next() {
                Ok(has_page) => self.is_done = !has_page,
                Err(error) => {
                    self.is_done = true;
                    return Some(Err(error));
                }
            }
        }
        None
    }
}

impl<T, R, F> FusedIterator for Pages<T, R, F>
where
    T: DeserializeOwned + Validate,
    R: Read,
    F: FnMut(&str) -> io::Result<R>,
{
}

impl<T, R, F> fmt::Debug for Pages<T, R, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("link", &self.link)
            .field("page", &self.page)
            .finish_non_exhaustive()
    }
}
