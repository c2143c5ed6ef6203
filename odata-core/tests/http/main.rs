//! Requests and responses on the types of the crate `http`.

#![cfg(feature = "http")]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "../support/round_trip.rs"]
mod round_trip;

mod batch;
mod query;
mod request;
mod response;

use odata_core::{ODataResource, edm::Decimal};

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", patch)]
struct Order {
    #[odata(key)]
    id: i64,
    total: Option<Decimal>,
    #[odata(validate(length(max = 5)))]
    note: Option<String>,
    #[odata(navigation)]
    parts: Option<Vec<Order>>,
}

crate::round_trip::round_trips! {
    types: [Order],
    hierarchies: [],
    enumerations: [],
}
