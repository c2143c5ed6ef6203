//! Dynamic properties, annotations and control information as values.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod control_information;
mod typed_access;
