//! Generated code causes no warnings.
#![deny(
    warnings,
    missing_docs,
    missing_debug_implementations,
    unreachable_pub,
    unused_qualifications,
    single_use_lifetimes,
    unused_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    let_underscore_drop,
    non_ascii_idents,
    unused_results,
    variant_size_differences,
    rust_2018_idioms,
    future_incompatible,
    nonstandard_style,
    elided_lifetimes_in_paths,
    explicit_outlives_requirements
)]

use std::borrow::Cow;

use odata_core::{
    Annotations, ControlInformation, DynamicProperties, DynamicResource, ODataEnum, ODataResource,
};

/// A base.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", schema_alias = "s", kind = entity, open)]
pub struct Document {
    /// What is not declared.
    #[odata(dynamic_properties)]
    pub more: DynamicProperties,
    /// Annotations.
    #[odata(annotations)]
    pub annotations: Annotations,
    /// Control information.
    #[odata(control)]
    pub control: ControlInformation,
    /// The version.
    #[odata(etag)]
    pub version: Option<String>,
    /// The identifier.
    #[odata(id)]
    pub link: Option<String>,
    /// Not of OData.
    #[odata(skip)]
    pub cached: u64,
}

/// Its state.
#[derive(Debug, Clone, PartialEq, ODataEnum)]
#[odata(namespace = "shop", case_insensitive)]
pub enum State {
    /// Not sent.
    Draft,
    /// Sent.
    Sent,
    /// Any other.
    #[odata(other)]
    Other(String),
}

/// Rights.
#[derive(Debug, Clone, Copy, PartialEq, ODataEnum)]
#[odata(namespace = "shop", flags, underlying = "Edm.Byte")]
pub enum Rights {
    /// To read.
    #[odata(value = 1)]
    Read,
    /// To write.
    #[odata(value = 2)]
    Write,
}

/// A derived type with a field of every sort.
#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(namespace = "shop", deref, write_type = "always", validate = checked)]
pub struct Order<'a, T> {
    /// Its base.
    #[odata(base)]
    pub document: Document,
    /// Part of the key.
    #[odata(key)]
    pub number: i32,
    /// Borrowed.
    #[odata(borrow)]
    pub note: Option<Cow<'a, str>>,
    /// Absent, null, or there.
    pub patch: Option<Option<bool>>,
    /// Never null.
    #[odata(nullable = false, computed)]
    pub total: Option<f64>,
    /// With rules.
    #[odata(validate(length(min = 1), each(length(max = 3), custom = fine)))]
    pub words: Vec<String>,
    /// Of the user's.
    #[odata(with = seconds, edm = "Edm.Int32", default = none)]
    pub wait: std::time::Duration,
    /// A state.
    #[odata(validate(one_of(State::Draft, State::Sent)))]
    pub state: Box<State>,
    /// Of any type.
    #[odata(navigation)]
    pub target: Option<T>,
}

fn fine(_: &str) -> Result<(), String> {
    Ok(())
}

fn checked<T>(_: &Order<'_, T>) -> Result<(), String> {
    Ok(())
}

fn none() -> std::time::Duration {
    std::time::Duration::ZERO
}

mod seconds {
    use std::time::Duration;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(super) fn serialize<S: Serializer>(it: &Duration, serializer: S) -> Result<S::Ok, S::Error> {
        it.as_secs().serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Duration, D::Error> {
        u64::deserialize(deserializer).map(Duration::from_secs)
    }
}

/// An order that borrows nothing.
#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
pub struct Rush {
    /// Its base.
    #[odata(base)]
    pub document: Document,
    /// Rights.
    pub rights: Option<odata_core::Flags<Rights>>,
}

/// Any of them.
#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(hierarchy = Document, known = KNOWN)]
pub enum AnyDocument {
    /// A rush order.
    #[odata(default)]
    Rush(Box<Rush>),
    /// Any other.
    #[odata(other)]
    Other(DynamicResource),
}

/// The concrete types.
const KNOWN: &[&str] = &["shop.document", "shop.order", "shop.rush"];

fn main() {
    let text = r#"{"number":1,"words":["a"],"wait":3,"state":"DRAFT"}"#;
    let order: Order<'_, Document> = odata_core::json::from_str(text).unwrap();
    assert_eq!(order.wait.as_secs(), 3);
}
