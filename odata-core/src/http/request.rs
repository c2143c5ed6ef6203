//! Requests.

use ::http::{Method, Request, header, request::Builder};

use crate::{
    error::{Error, ErrorKind},
    json::{self, WriteJson},
    options::WriteOptions,
    protocol::{
        Version,
        headers::{IF_MATCH, ODATA_MAX_VERSION, ODATA_VERSION, PREFER, Prefer},
        media_type::MediaType,
    },
};

/// A builder for requests: the method, the URL and OData's headers.
///
/// A request accepts JSON of version 4.0 with the service's default control information, unless [`accept`](Self::accept) or
/// [`max_version`](Self::max_version) is called. An invalid URL or header is an error at the end.
///
/// ```
/// use odata_core::{ODataResource, http::RequestBuilder, protocol::headers::Prefer};
///
/// #[derive(Clone, ODataResource)]
/// #[odata(namespace = "shop", patch)]
/// struct Order {
///     note: Option<String>,
/// }
///
/// let patch = OrderPatch { note: Some(None), ..OrderPatch::default() };
/// let request = RequestBuilder::patch("https://shop.example/Orders(7)")
///     .if_match("W/\"3\"")
///     .prefer(&Prefer::new().return_minimal())
///     .json(&patch)?;
/// assert_eq!(request.headers()["If-Match"], "W/\"3\"");
/// assert_eq!(request.headers()["Content-Type"], "application/json");
/// assert_eq!(request.body(), br#"{"note":null}"#);
///
/// assert!(RequestBuilder::get("https://shop.example/a b").empty().is_err());
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// Source: Protocol 4.01 §8.
#[derive(Debug)]
pub struct RequestBuilder {
    builder: Builder,
    accept: String,
    max_version: Version,
}

impl RequestBuilder {
    /// Starts a request with any method.
    #[must_use]
    pub fn new(method: Method, url: &str) -> Self {
        RequestBuilder {
            builder: Request::builder().method(method).uri(url),
            accept: MediaType::default().to_string(),
            max_version: Version::V4,
        }
    }

    /// Starts a GET request.
    #[must_use]
    pub fn get(url: &str) -> Self {
        RequestBuilder::new(Method::GET, url)
    }

    /// Starts a POST request: a new entity, or an action.
    #[must_use]
    pub fn post(url: &str) -> Self {
        RequestBuilder::new(Method::POST, url)
    }

    /// Starts a PATCH request.
    #[must_use]
    pub fn patch(url: &str) -> Self {
        RequestBuilder::new(Method::PATCH, url)
    }

    /// Starts a DELETE request.
    #[must_use]
    pub fn delete(url: &str) -> Self {
        RequestBuilder::new(Method::DELETE, url)
    }

    /// Sets `Accept`.
    #[must_use]
    pub fn accept(mut self, media_type: MediaType) -> Self {
        self.accept = media_type.to_string();
        self
    }

    /// Sets `OData-MaxVersion`, the highest version of the response. Default: [`Version::V4`].
    #[must_use]
    pub fn max_version(mut self, version: Version) -> Self {
        self.max_version = version;
        self
    }

    /// Adds `Prefer`, unless there are no preferences.
    #[must_use]
    pub fn prefer(self, preferences: &Prefer) -> Self {
        if preferences.is_empty() {
            return self;
        }
        self.header(PREFER, &preferences.to_string())
    }

    /// Adds `If-Match`: the request fails with 412 if the entity has another entity tag. `*` matches every existing entity.
    #[must_use]
    pub fn if_match(self, etag: &str) -> Self {
        self.header(IF_MATCH, etag)
    }

    /// Adds any other header, such as `Authorization`.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.builder = self.builder.header(name, value);
        self
    }

    /// Returns the request without a body.
    ///
    /// # Errors
    /// If the URL or a header is invalid.
    pub fn empty(self) -> Result<Request<Vec<u8>>, Error> {
        self.body(Vec::new())
    }

    /// Returns the request with a value as its body.
    ///
    /// # Errors
    /// If the value is invalid, or the URL or a header.
    pub fn json<T: WriteJson + ?Sized>(self, value: &T) -> Result<Request<Vec<u8>>, Error> {
        self.json_with(value, &WriteOptions::new())
    }

    /// Returns the request with a value as its body, written with these options. `OData-Version` and the parameters of `Content-Type` are
    /// those of the options.
    ///
    /// ```
    /// use odata_core::{ODataResource, WriteOptions, http::RequestBuilder};
    ///
    /// #[derive(ODataResource)]
    /// #[odata(namespace = "shop")]
    /// struct Order {
    ///     total: i64,
    /// }
    ///
    /// let strings = WriteOptions::new().ieee754(true);
    /// let request = RequestBuilder::post("https://shop.example/Orders").json_with(&Order { total: 5 }, &strings)?;
    /// assert_eq!(request.headers()["Content-Type"], "application/json;IEEE754Compatible=true");
    /// assert_eq!(request.body(), br#"{"total":"5"}"#);
    /// # Ok::<(), odata_core::Error>(())
    /// ```
    ///
    /// # Errors
    /// The errors of [`json`](Self::json).
    pub fn json_with<T: WriteJson + ?Sized>(
        self,
        value: &T,
        options: &WriteOptions,
    ) -> Result<Request<Vec<u8>>, Error> {
        let body = json::to_vec_with(value, options)?;
        let policy = options.policy();
        let version = policy.version;
        let content_type = MediaType {
            metadata: policy.metadata,
            streaming: false,
            ieee754_compatible: policy.ieee754,
            // Version 4.01 always allows an exponent.
            exponential_decimals: policy.exponential_decimals && version == Version::V4,
        };
        self.json_body(body, &content_type.display(version).to_string(), version)
    }

    /// Returns the request with a body that was written before, such as one from a queue of requests. The body must be JSON of version 4.0.
    ///
    /// ```
    /// use odata_core::http::RequestBuilder;
    ///
    /// let request = RequestBuilder::post("https://shop.example/Orders(7)/Cancel").json_text(r#"{"reason":"late"}"#)?;
    /// assert_eq!(request.body(), br#"{"reason":"late"}"#);
    /// assert_eq!(request.headers()["OData-Version"], "4.0");
    /// # Ok::<(), odata_core::Error>(())
    /// ```
    ///
    /// # Errors
    /// If the URL or a header is invalid.
    pub fn json_text(self, body: impl Into<String>) -> Result<Request<Vec<u8>>, Error> {
        self.json_body(body.into().into_bytes(), "application/json", Version::V4)
    }

    fn json_body(
        self,
        body: Vec<u8>,
        content_type: &str,
        version: Version,
    ) -> Result<Request<Vec<u8>>, Error> {
        self.header(header::CONTENT_TYPE.as_str(), content_type)
            .header(ODATA_VERSION, version.as_str())
            .body(body)
    }

    fn body(mut self, body: Vec<u8>) -> Result<Request<Vec<u8>>, Error> {
        let accept = std::mem::take(&mut self.accept);
        let max_version = self.max_version.as_str();
        self.header(header::ACCEPT.as_str(), &accept)
            .header(ODATA_MAX_VERSION, max_version)
            .builder
            .body(body)
            .map_err(|error| {
                let message = format!("the URL or a header of the request is invalid: {error}");
                Error::of_kind(ErrorKind::Value, message)
            })
    }
}
