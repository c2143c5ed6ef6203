#![forbid(unsafe_code)]
//! A model in a crate of its own: what the cases derive from across a crate boundary, and the runtime under another path.

pub use odata_core as runtime;
