//! JSON batches: several requests in one body.

use ::http::{HeaderName, HeaderValue, Response};

use crate::{
    ODataResource,
    codec::RawJson,
    dynamic::DynamicResource,
    http::{response::Received, response_error::ResponseError},
    json::ReadJson,
};

/// The body of a POST to `$batch`.
///
/// ```
/// use odata_core::{http::BatchRequest, json};
///
/// let batch = BatchRequest::new().get("1", "Orders(7)").get("2", "Customers?$top=1");
/// assert_eq!(json::to_string(&batch)?, concat!(
///     r#"{"requests":[{"id":"1","method":"get","url":"Orders(7)"},"#,
///     r#"{"id":"2","method":"get","url":"Customers?$top=1"}]}"#,
/// ));
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// Source: JSON 4.01 §19.1.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "batch", kind = complex)]
pub struct BatchRequest {
    /// The requests.
    pub requests: Vec<BatchItem>,
}

/// A request in a batch.
#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(namespace = "batch", kind = complex)]
pub struct BatchItem {
    /// The id, which its response repeats.
    pub id: String,
    /// The method, in lowercase.
    pub method: String,
    /// The URL, relative to that of the batch.
    pub url: String,
}

/// The body of the response to a batch.
///
/// ```
/// use odata_core::{Collection, http::BatchResponse, json};
///
/// let body = r#"{"responses":[
///     {"id":"2","status":404,"body":{"error":{"code":"NotFound","message":"No such order."}}},
///     {"id":"1","status":200,"headers":{"ETag":"\"5\""},"body":{"value":[1,2]}}
/// ]}"#;
/// let batch: BatchResponse = json::from_str(body)?;
/// let numbers = batch.read::<Collection<i32>>("1").expect("a response")?;
/// assert_eq!((numbers.value.value, numbers.etag.as_deref()), (vec![1, 2], Some("\"5\"")));
/// let error = batch.read::<Collection<i32>>("2").expect("a response").unwrap_err();
/// assert_eq!(error.to_string(), "404 Not Found: NotFound: No such order.");
/// assert!(batch.read::<Collection<i32>>("3").is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Source: JSON 4.01 §19.2.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "batch", kind = complex)]
pub struct BatchResponse {
    /// The responses, in any order.
    pub responses: Vec<BatchItemResponse>,
}

/// A response in a batch.
#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(namespace = "batch", kind = complex)]
pub struct BatchItemResponse {
    /// The id of the request.
    pub id: String,
    /// The status, from 100 to 999.
    #[odata(validate(range(min = 100, max = 999)))]
    pub status: i32,
    /// The headers.
    pub headers: Option<DynamicResource>,
    /// The body.
    pub body: Option<RawJson>,
}

impl BatchRequest {
    /// Creates a batch without requests.
    #[must_use]
    pub const fn new() -> Self {
        let requests = Vec::new();
        BatchRequest { requests }
    }

    /// Adds a GET request.
    #[must_use]
    pub fn get(mut self, id: impl Into<String>, url: impl Into<String>) -> Self {
        self.requests.push(BatchItem {
            id: id.into(),
            method: "get".to_owned(),
            url: url.into(),
        });
        self
    }
}

impl BatchResponse {
    /// Reads the response to the request with this id; `None` if there is none, or its status is invalid.
    #[must_use]
    pub fn read<T>(&self, id: &str) -> Option<Result<Received<T>, ResponseError>>
    where
        T: for<'de> ReadJson<'de>,
    {
        let item = self.responses.iter().find(|it| it.id == id)?;
        let response = item.to_response().ok()?;
        Some(Received::read(&response))
    }
}

impl BatchItemResponse {
    /// Returns the response as one that was received by itself.
    ///
    /// # Errors
    /// If the status is invalid.
    pub fn to_response(&self) -> Result<Response<String>, ::http::Error> {
        let status = u16::try_from(self.status).unwrap_or_default();
        let mut response = Response::builder().status(status);
        for (name, value) in self.headers.iter().flat_map(DynamicResource::iter) {
            // Some services add members that are not headers. They are ignored.
            let value = value.get::<String>().ok();
            let value = value.and_then(|it| HeaderValue::try_from(it).ok());
            if let (Ok(name), Some(value)) = (HeaderName::try_from(name), value) {
                response = response.header(name, value);
            }
        }
        let body = self.body.as_ref().map(|it| it.as_str().to_owned());
        response.body(body.unwrap_or_default())
    }
}
