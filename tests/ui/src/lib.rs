#![forbid(unsafe_code)]
//! A model in a crate of its own: what the cases derive from across a crate boundary, and the runtime under another path.

pub use odata_core as runtime;

use odata_core::ODataResource;

/// A base whose parts are built before the whole: `signature` has nothing to stand in for it.
#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
pub struct Document {
    /// The number.
    pub id: i32,
    /// Who signed.
    pub signature: Signature,
}

/// A signature.
#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
pub struct Signature {
    /// Who.
    pub by: String,
}
