//! The programs are the examples of this package: `cargo run --example resume -- --help`.
//!
//! What follows is the project's README, so that its code is compiled and run as a test.
#![doc = include_str!("../../README.md")]
