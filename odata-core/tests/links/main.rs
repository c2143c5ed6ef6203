//! URLs of entities.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../support/round_trip.rs"]
mod round_trip;

mod entity_set;
mod key_predicate;
