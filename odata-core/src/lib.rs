#![forbid(unsafe_code)]
//! The OData JSON wire form for plain Rust types.
