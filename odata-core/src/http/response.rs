//! Responses with a value.

use ::http::{HeaderMap, Response, header};

use crate::{
    http::response_error::ResponseError,
    json::{self, ReadJson},
    options::ReadOptions,
    protocol::{Version, headers::ODATA_VERSION, media_type::MediaType},
};

/// The value of a response, and its entity tag.
///
/// ```
/// use odata_core::{ODataResource, http::Received};
///
/// #[derive(Debug, ODataResource)]
/// #[odata(namespace = "shop")]
/// struct Order {
///     id: i64,
/// }
///
/// let response = http::Response::builder()
///     .header("Content-Type", "application/json;IEEE754Compatible=true")
///     .header("ETag", "\"1\"")
///     .body(br#"{"id":"7"}"#)?;
/// let order: Received<Order> = Received::read(&response)?;
/// assert_eq!((order.value.id, order.etag.as_deref()), (7, Some("\"1\"")));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received<T> {
    /// The value.
    pub value: T,
    /// The header `ETag`, for [`if_match`](crate::http::RequestBuilder::if_match).
    pub etag: Option<String>,
}

impl<T> Received<T> {
    /// Reads a response, with the options of a client.
    ///
    /// # Errors
    /// If the status is not a success, or the body is not a `T`.
    pub fn read<'de, B: AsRef<[u8]>>(response: &'de Response<B>) -> Result<Self, ResponseError>
    where
        T: ReadJson<'de>,
    {
        Received::read_with(response, &ReadOptions::client())
    }

    /// Reads a response. `OData-Version` and the parameters of `Content-Type` replace those in the options.
    ///
    /// # Errors
    /// The errors of [`read`](Self::read).
    pub fn read_with<'de, B: AsRef<[u8]>>(
        response: &'de Response<B>,
        options: &ReadOptions,
    ) -> Result<Self, ResponseError>
    where
        T: ReadJson<'de>,
    {
        let etag = Received::check(response)?.etag;
        let options = options_of(response.headers(), options.clone());
        match json::from_slice_with(response.body().as_ref(), &options) {
            Ok(value) => Ok(Received { value, etag }),
            Err(error) => Err(ResponseError::of_body(response, error)),
        }
    }
}

impl Received<()> {
    /// Checks the status of a response without a body.
    ///
    /// # Errors
    /// If the status is not a success.
    pub fn check<B: AsRef<[u8]>>(response: &Response<B>) -> Result<Self, ResponseError> {
        if !response.status().is_success() {
            return Err(ResponseError::of_status(response));
        }
        let etag = text(response.headers(), header::ETAG.as_str()).map(str::to_owned);
        Ok(Received { value: (), etag })
    }
}

/// Returns the options with what the headers of a message define: the version and the media type of its body.
pub(crate) fn options_of(headers: &HeaderMap, options: ReadOptions) -> ReadOptions {
    let version: Option<Version> = text(headers, ODATA_VERSION).and_then(|it| it.parse().ok());
    let options = match version {
        Some(version) => options.version(version),
        None => options,
    };
    let media_type = text(headers, header::CONTENT_TYPE.as_str());
    match media_type.and_then(|it| it.parse::<MediaType>().ok()) {
        Some(media_type) => options.media_type(media_type),
        None => options,
    }
}

pub(crate) fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}
