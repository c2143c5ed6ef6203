//! The texts of the protocol outside of bodies: context URLs, media types, headers.

mod annotation_filter;
mod context_url;
mod headers;
mod media_type;
mod url;
