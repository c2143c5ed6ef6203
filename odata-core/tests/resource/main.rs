//! What a resource reads and writes, a topic a file. Most topics share the model of this file.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod annotations;
mod context_type;
mod dynamic_properties;
mod field_attributes;
mod hierarchy;
mod identity;
mod inheritance;
mod limits;
mod member_order;
mod metadata_level;
mod names;
mod numbers;
mod presence;
mod roundtrip;
mod strings;
mod type_tag;

use odata_core::{
    Annotations, ControlInformation, DynamicProperties, DynamicResource, Error, ErrorKind,
    ODataResource, ReadOptions, Validate, Version, edm::Decimal, json,
};
use serde::de::DeserializeOwned;

/// The root of the hierarchy, with its bags.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop.model", schema_alias = "shop", abstract, kind = entity)]
struct Item {
    #[odata(key)]
    id: Option<i64>,
    #[odata(dynamic_properties)]
    more: DynamicProperties,
    #[odata(annotations)]
    annotations: Annotations,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop.model", schema_alias = "shop")]
struct Book {
    #[odata(base)]
    base: Item,
    title: Option<String>,
    price: Option<Decimal>,
    #[odata(default)]
    words: Vec<String>,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop.model", schema_alias = "shop")]
struct Novel {
    #[odata(base)]
    base: Book,
    hero: Option<String>,
    /// A navigation property.
    #[odata(navigation)]
    sequel: Option<Box<AnyItem>>,
}

/// Not derived from `Item`.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop.model", schema_alias = "shop")]
struct Address {
    street: Option<String>,
}

#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(hierarchy = Item)]
enum AnyItem {
    Book(Book),
    Novel(Box<Novel>),
    #[odata(other)]
    Other(DynamicResource),
}

/// The same types, but no place for others.
#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(hierarchy = Item)]
enum KnownItem {
    Book(Book),
    Novel(Novel),
}

/// Control information in a field of its own, etag and id in theirs.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop.model", kind = entity)]
struct Shelf {
    #[odata(etag)]
    etag: Option<String>,
    #[odata(id)]
    link: Option<String>,
    #[odata(control)]
    control: ControlInformation,
    #[odata(annotations)]
    annotations: Annotations,
    #[odata(key)]
    room: Option<String>,
    #[odata(key)]
    number: Option<i32>,
    #[odata(navigation)]
    books: Option<Vec<Book>>,
}

/// Reads as a client, writes, and hands back the text.
fn again<T: DeserializeOwned + serde::Serialize + Validate>(text: &str) -> Result<String, Error> {
    json::to_string(&json::from_str::<T>(text)?)
}

/// The kind and place of the error that reading gives.
fn refused<T: DeserializeOwned + Validate>(text: &str) -> (ErrorKind, String) {
    refused_with::<T>(text, &ReadOptions::client())
}

fn refused_with<T: DeserializeOwned + Validate>(
    text: &str,
    options: &ReadOptions,
) -> (ErrorKind, String) {
    match json::from_str_with::<T>(text, options) {
        Ok(_) => panic!("read: {text}"),
        Err(error) => (error.kind(), error.pointer().to_owned()),
    }
}

fn at(kind: ErrorKind, pointer: &str) -> (ErrorKind, String) {
    (kind, pointer.to_owned())
}

fn v401() -> ReadOptions {
    ReadOptions::client().version(Version::V401)
}
