//! The types of a service with racks and fans, generated from its `$metadata`.

include!(concat!(env!("OUT_DIR"), "/racks.rs"));

/// The types of metadata with unusual names and faults.
pub mod odd_metadata {
    include!(concat!(env!("OUT_DIR"), "/odd.rs"));
}
