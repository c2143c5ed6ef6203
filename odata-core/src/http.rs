//! Requests and responses on the types of the crate `http`, without a transport.
//!
//! Any client that uses these types sends the requests. hyper accepts them; with `reqwest`, this function is enough:
//!
//! ```text
//! async fn send(client: &reqwest::Client, request: http::Request<Vec<u8>>) -> reqwest::Result<http::Response<Vec<u8>>> {
//!     let mut response = client.execute(request.try_into()?).await?;
//!     let mut received = http::Response::new(Vec::new());
//!     *received.status_mut() = response.status();
//!     *received.headers_mut() = std::mem::take(response.headers_mut());
//!     *received.body_mut() = response.bytes().await?.to_vec();
//!     Ok(received)
//! }
//! ```
//!
//! The repository's `examples/client` also repeats failed requests and reads bodies as streams.
//!
//! - [`RequestBuilder`]: the headers of a request, and its body.
//! - [`Query`]: query options, with `$select` from the properties of a type.
//! - [`Received`]: the value and the entity tag of a response; [`ResponseError`]: the status, the OData error and `Retry-After`.
//! - [`BatchRequest`], [`BatchResponse`]: several requests in one JSON body.
//!
//! ```
//! use odata_core::{Collection, ODataResource, http::{Query, Received, RequestBuilder}};
//!
//! #[derive(Debug, PartialEq, ODataResource)]
//! #[odata(namespace = "shop")]
//! struct OrderTotal {
//!     #[odata(key)]
//!     id: i64,
//!     total: Option<i64>,
//! }
//!
//! let query = Query::new().select::<OrderTotal>().filter("total gt 5").top(2);
//! let request = RequestBuilder::get(&query.append_to("https://shop.example/Orders")).empty()?;
//! assert_eq!(request.uri().query(), Some("$select=id%2Ctotal&$filter=total%20gt%205&$top=2"));
//!
//! // What a client received for the request.
//! let response = ::http::Response::builder()
//!     .header("ETag", "W/\"7\"")
//!     .body(r#"{"value":[{"id":1,"total":9}]}"#)?;
//! let page: Received<Collection<OrderTotal>> = Received::read(&response)?;
//! assert_eq!(page.etag.as_deref(), Some("W/\"7\""));
//! assert_eq!(page.value.value, [OrderTotal { id: 1, total: Some(9) }]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub(crate) mod batch;
pub(crate) mod query;
pub(crate) mod request;
pub(crate) mod response;
pub(crate) mod response_error;

pub use crate::http::{
    batch::{BatchItem, BatchItemResponse, BatchRequest, BatchResponse},
    query::Query,
    request::RequestBuilder,
    response::Received,
    response_error::{ResponseError, retry_after},
};
