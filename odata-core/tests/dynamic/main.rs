//! What no type declares: its values with a type, and control information by itself.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod control_information;
mod typed_access;
