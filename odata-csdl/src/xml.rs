//! CSDL XML.

mod element;
mod expression;
mod read;
mod schema;
mod write;

pub(crate) use read::read;
pub(crate) use write::write;

/// The XML namespace of schemas and everything in them.
const EDM: &str = "http://docs.oasis-open.org/odata/ns/edm";
/// The XML namespace of the wrapper around schemas.
const EDMX: &str = "http://docs.oasis-open.org/odata/ns/edmx";
