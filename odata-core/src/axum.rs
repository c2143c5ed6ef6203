//! Bodies as extractors and responses of the crate `axum`, with OData error bodies on failure.
//!
//! ```
//! use odata_core::{ODataError, ODataResource, axum::{ErrorResponse, ODataJson}};
//!
//! #[derive(Debug, ODataResource)]
//! #[odata(namespace = "shop")]
//! struct Order {
//!     #[odata(validate(range(min = 1)))]
//!     amount: i32,
//! }
//!
//! // A handler: a body that is not a valid order is rejected with 400 and the pointer to the mistake.
//! async fn create(ODataJson(order): ODataJson<Order>) -> Result<ODataJson<Order>, ErrorResponse> {
//!     if order.amount > 100 {
//!         let error = ODataError::new("TooMany", "There are 100.").with_target("amount");
//!         return Err(ErrorResponse::new(http::StatusCode::CONFLICT, error));
//!     }
//!     Ok(ODataJson(order))
//! }
//! ```

pub(crate) mod error_response;
pub(crate) mod odata_json;

pub use crate::axum::{error_response::ErrorResponse, odata_json::ODataJson};
