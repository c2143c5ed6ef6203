//! The programs are the examples of this package: `cargo run --example resume -- --help`.
//!
//! The documentation below is the README of the project, included to compile and run its code as a test.
#![doc = include_str!("../../README.md")]
