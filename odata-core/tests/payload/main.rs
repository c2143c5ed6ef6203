//! Bodies that the protocol defines around resources, one kind of body per file.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "../support/round_trip.rs"]
mod round_trip;

mod action_parameters;
mod callout;
mod collection;
mod content_type;
mod delta;
mod entity_reference;
mod error_body;
mod navigation;
mod property_value;
mod service_document;

type TestResult<T = ()> = Result<T, Box<dyn std::error::Error>>;
