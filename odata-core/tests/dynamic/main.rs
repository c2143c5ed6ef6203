//! Dynamic properties, annotations and control information as values.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../support/round_trip.rs"]
mod round_trip;

mod control_information;
mod typed_access;
