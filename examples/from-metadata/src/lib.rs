//! The types of a service with racks and fans, as its `$metadata` has them.

include!(concat!(env!("OUT_DIR"), "/racks.rs"));

/// The types of metadata with odd names and broken rules.
pub mod odd_metadata {
    include!(concat!(env!("OUT_DIR"), "/odd.rs"));
}
