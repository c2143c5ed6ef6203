//! URLs of entities.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod entity_set;
mod key_predicate;
