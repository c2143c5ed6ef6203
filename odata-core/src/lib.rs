#![forbid(unsafe_code)]
//! The OData JSON wire form for plain Rust types.

pub mod validate;

pub use validate::{Validate, Violation, Violations};
