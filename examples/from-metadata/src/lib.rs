//! The types of a service with racks and fans, as its `$metadata` has them.

#![allow(clippy::doc_markdown, reason = "descriptions are the service's words")]

include!(concat!(env!("OUT_DIR"), "/racks.rs"));
