//! Derived types with plain serde: other formats and other JSON parsers.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod other_parsers;
mod self_describing;
