#![forbid(unsafe_code)]
//! The OData JSON wire form for plain Rust types.

pub mod edm;
mod named;
pub mod validate;

pub use named::ODataType;
pub use validate::{Path, Validate, Violation, Violations};

mod annotation_filter;
pub mod headers;
mod media_type;
mod version;

pub use annotation_filter::{AnnotationFilter, InvalidAnnotationFilter};
pub use media_type::{InvalidMediaType, MediaType, MetadataLevel};
pub use version::{UnknownVersion, Version};

pub mod context;
mod url;

pub use url::resolve_url;
