//! Validation rules.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod derived_rules;
mod rules;
