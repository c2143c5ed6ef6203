//! All items of a collection that comes in pages.

use std::{
    fmt,
    io::{self, Read},
    iter::FusedIterator,
};

use serde::de::DeserializeOwned;

use crate::{
    error::{Error, ErrorKind},
    json::{
        DEFAULT_READ,
        items::{Items, items_with},
    },
    options::ReadOptions,
    payload::envelope::Envelope,
    protocol::url::resolve_url,
    validate::Validate,
};

/// Reads a collection over all its pages, item by item: after the last item of a page, `fetch` gives the body at its next link.
///
/// ```
/// use std::io;
///
/// use odata_core::json;
///
/// let first = &br#"{"@odata.context":"https://h/s/$metadata#Collection(Edm.Int32)","value":[1,2],"@odata.nextLink":"Numbers?$skip=2"}"#[..];
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
/// The link is made absolute where it is relative and the page has a context (JSON format 4.01, section 4.3). Pointers, lines and
/// columns of errors are those of a page.
///
/// Source: OData JSON Format 4.01, sections 4.5.5 and 13.
pub fn pages<T, R, F>(first: R, fetch: F) -> Pages<T, R, F>
where
    R: Read,
    F: FnMut(&str) -> io::Result<R>,
{
    pages_with(first, fetch, &DEFAULT_READ)
}

/// [`pages`] with options, which hold for each page.
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
        is_over: false,
    }
}

/// The items of a collection that is being read over all its pages: what [`pages`] gives.
///
/// # Errors
///
/// As for [`Items`], page by page. Where `fetch` fails, that is the last the iterator gives; [`link`](Self::link) says which page it
/// was, for another try later. A page whose next link is its own is refused: it would never end.
pub struct Pages<T, R, F> {
    page: Items<T, R>,
    fetch: F,
    options: ReadOptions,
    link: Option<String>,
    is_over: bool,
}

impl<T, R, F> Pages<T, R, F>
where
    R: Read,
    F: FnMut(&str) -> io::Result<R>,
{
    /// The link of the page that is being read, or could not be had; none for the first.
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

    /// What the page under way says around its items, as far as it has been read; after the last item, all of it: the delta link.
    ///
    /// # Errors
    ///
    /// Where the page is wrong before its items.
    pub fn envelope(&mut self) -> Result<&Envelope, Error> {
        self.page.envelope()
    }

    /// Goes on to the next page; false where there is none.
    fn turn(&mut self) -> Result<bool, Error> {
        let Some(link) = next_link(self.page.incoming.envelope(), self.link.as_deref())? else {
            return Ok(false);
        };
        let link = self.link.insert(link);
        let page = (self.fetch)(link).map_err(Error::from_io)?;
        self.page = items_with(page, &self.options);
        Ok(true)
    }
}

/// The link to go on with from a page that has been read.
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
        let message = "the page's next link is its own";
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
        while !self.is_over {
            if let Some(item) = self.page.next() {
                return Some(item);
            }
            if self.page.incoming.has_failed() {
                self.is_over = true;
                break;
            }
            match self.turn() {
                Ok(has_turned) => self.is_over = !has_turned,
                Err(error) => {
                    self.is_over = true;
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
