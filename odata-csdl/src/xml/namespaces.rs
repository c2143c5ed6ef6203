//! The XML namespaces of CSDL.

/// The XML namespace of schemas and everything in them.
pub(super) const EDM: &str = "http://docs.oasis-open.org/odata/ns/edm";
/// The XML namespace of the wrapper around schemas.
pub(super) const EDMX: &str = "http://docs.oasis-open.org/odata/ns/edmx";
