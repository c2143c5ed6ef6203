//! Validation rules.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../support/round_trip.rs"]
mod round_trip;

mod derived_rules;
mod rules;
