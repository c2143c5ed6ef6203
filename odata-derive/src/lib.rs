#![forbid(unsafe_code)]
//! Derive macros.
