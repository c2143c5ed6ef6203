//! Bodies as extractors and responses of the crate `axum`.

#![cfg(feature = "axum")]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "../support/round_trip.rs"]
mod round_trip;

mod extractor;
mod response;

use axum_core::{body::Body, response::Response};
use futures_executor::block_on;
use futures_util::TryStreamExt;
use odata_core::ODataResource;

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    id: i64,
    #[odata(validate(length(max = 5)))]
    note: Option<String>,
    #[odata(navigation)]
    parts: Option<Vec<Order>>,
}

/// The status, the headers in order of their names, and the body.
fn parts(response: Response<Body>) -> (u16, Vec<(String, String)>, String) {
    let status = response.status().as_u16();
    let mut headers: Vec<_> = response
        .headers()
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
        .collect();
    headers.sort_unstable();
    let stream = response.into_body().into_data_stream();
    let bytes: Vec<_> = block_on(stream.try_collect()).unwrap();
    let body = String::from_utf8(bytes.concat()).unwrap();
    (status, headers, body)
}

crate::round_trip::round_trips! {
    types: [Order],
    hierarchies: [],
    enumerations: [],
}
