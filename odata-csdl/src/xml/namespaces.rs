//! The XML namespaces of CSDL.

/// The XML namespace of schemas and everything in them.
pub(super) const EDM: &str = "http://docs.oasis-open.org/odata/ns/edm";
/// The start of the XML namespaces of OData 1 to 3.
pub(super) const MICROSOFT: &str = "http://schemas.microsoft.com/ado/";
/// The XML namespace of the wrapper around schemas.
pub(super) const EDMX: &str = "http://docs.oasis-open.org/odata/ns/edmx";
