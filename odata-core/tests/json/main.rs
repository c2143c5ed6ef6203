//! The functions of `json`: collections item by item, errors and their positions, sets of options.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../support/round_trip.rs"]
mod round_trip;

mod error_position;
mod errors;
#[cfg(feature = "futures")]
mod item_stream;
mod items;
mod options;

type TestResult = Result<(), Box<dyn std::error::Error>>;
