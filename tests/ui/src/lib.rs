#![forbid(unsafe_code)]
//! A model in another crate, from which the cases derive, with `odata-core` re-exported under another path.

pub use odata_core as runtime;

use odata_core::ODataResource;

/// A base that is built from parts: `signature` has no value to start with.
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
