//! Bodies of types that are drawn by a seed from the metadata of a service: `odata-codegen` generates the types when the crate is built, and
//! an SDK reads and writes the bodies. Without `ODATA_DRAWN_METADATA` there are no types.

pub mod body;
pub mod draw;
pub mod table;

/// The types of `ODATA_DRAWN_METADATA` at build time; none if it was not set.
pub mod generated {
    include!(concat!(env!("OUT_DIR"), "/types.rs"));
}
