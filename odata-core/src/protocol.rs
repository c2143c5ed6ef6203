//! Protocol texts outside of bodies: versions, media types, headers, URLs.
//!
//! This module only parses and writes text; it works with any HTTP client or server.

pub(crate) mod annotation_filter;
pub mod context_url;
pub mod headers;
pub(crate) mod media_type;
pub(crate) mod url;
pub(crate) mod version;

pub use annotation_filter::{AnnotationFilter, InvalidAnnotationFilter};
pub use media_type::{InvalidMediaType, MediaType};
pub use url::resolve_url;
pub use version::UnknownVersion;

pub(crate) use crate::protocol::{
    context_url::{ContextUrl, Part},
    media_type::MetadataLevel,
    version::Version,
};
