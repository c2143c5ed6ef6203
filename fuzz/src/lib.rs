//! Properties that hold for any bytes: one function for each fuzz target.
//!
//! `cargo fuzz run hierarchy` searches for bytes that violate one. Findings are saved in `corpus/<target>`. `tests/tests/fuzz.rs` runs them
//! and the seeds in `seeds/<target>` with every `cargo test` of the workspace.

mod again;
mod change;
mod chunks;
mod csdl;
mod edm;
mod header;
mod items;
pub mod model;
mod options;
mod pointer;
pub mod related;

use odata_core::{Collection, Delta, DynamicResource, graph};

/// The name of a target, and the function that must not panic.
pub type Target = (&'static str, fn(&[u8]));

/// Every target.
pub const TARGETS: &[Target] = &[
    ("hierarchy", hierarchy),
    ("callback", callback),
    ("collection", collection),
    ("delta", delta),
    ("items", items),
    ("navigation", navigation),
    ("patch", patch),
    ("edm", edm),
    ("media_type", media_type),
    ("context", context),
    ("csdl", csdl),
    ("document", document),
];

/// Bytes as collections: item by item and at once give the same result.
pub fn items(data: &[u8]) {
    items::one_by_one::<model::AnyThing>(data);
    items::one_by_one::<i64>(data);
    items::one_by_one::<odata_core::payload::DeltaItem<model::AnyThing>>(data);
}

/// Bytes as related entities, references and links, also in a PATCH body.
pub fn navigation(data: &[u8]) {
    again::each_way::<related::AnyNode>(data);
    again::each_way::<related::Hub>(data);
    again::each_way::<related::HubPatch>(data);
}

/// Bytes as a PATCH body, and as two states with a difference.
pub fn patch(data: &[u8]) {
    change::between(data);
}

/// Text as a value of each Edm primitive.
pub fn edm(data: &[u8]) {
    edm::texts(data);
}

/// Bytes as values of a hierarchy with `other`, of one without it, and of a type without bags.
pub fn hierarchy(data: &[u8]) {
    again::each_way::<model::AnyThing>(data);
    again::each_way::<model::Closed>(data);
    again::each_way::<model::Bare>(data);
    again::each_way::<DynamicResource>(data);
}

/// Bytes as the envelopes of Microsoft Graph's custom extensions.
pub fn callback(data: &[u8]) {
    again::each_way::<graph::CustomExtensionCalloutRequest>(data);
    again::each_way::<graph::CustomExtensionCalloutResponse>(data);
    again::each_way::<graph::Resume>(data);
    again::each_way::<graph::AnyCustomExtensionData>(data);
}

/// Bytes as collections of a hierarchy, of numbers, and of nullable items.
pub fn collection(data: &[u8]) {
    again::each_way::<Collection<model::AnyThing>>(data);
    again::each_way::<Collection<i64>>(data);
    again::each_way::<Collection<Option<odata_core::edm::Decimal>>>(data);
}

/// Bytes as deltas and as the other bodies of the protocol.
pub fn delta(data: &[u8]) {
    again::each_way::<Delta<model::AnyThing>>(data);
    again::each_way::<odata_core::payload::PropertyValue<Vec<f64>>>(data);
    again::each_way::<odata_core::ODataError>(data);
    again::each_way::<odata_core::payload::ServiceDocument>(data);
    again::each_way::<odata_core::EntityReference>(data);
}

/// Text as a media type or an annotation filter.
pub fn media_type(data: &[u8]) {
    header::media_type(data);
    header::annotation_filter(data);
}

/// Text as a context URL, and as a URL relative to another.
pub fn context(data: &[u8]) {
    header::context(data);
}

/// Text as CSDL, XML or JSON: Rust that parses is generated, or an error.
pub fn csdl(data: &[u8]) {
    csdl::generate(data);
}

/// Text as CSDL, which is written in both formats and read again.
pub fn document(data: &[u8]) {
    csdl::write_again(data);
}
