//! Resources, one topic per file. Most topics share the model of this file.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "../support/round_trip.rs"]
mod round_trip;

mod annotation_order;
mod annotations;
mod any_version;
mod bound;
mod context_type;
mod control_values;
mod declared_type;
mod derived_types;
mod dynamic_properties;
mod every_resource;
mod field_attributes;
mod hierarchy;
mod identity;
mod inheritance;
mod late_tag;
mod limits;
mod member_order;
mod metadata_level;
mod names;
mod numbers;
mod presence;
mod roundtrip;
mod strings;
mod tolerance;
mod type_tag;
mod value_types;
mod versions;
mod wide_types;

use std::fmt::Debug;

use odata_core::{
    Annotations, ControlInformation, DynamicProperties, DynamicResource, Error, ErrorKind,
    ODataResource, ReadOptions, Validate, Version, WriteOptions, edm::Decimal, json,
};
use serde::{Serialize, de::DeserializeOwned};

/// The root of the hierarchy, with both bags.
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

/// A closed hierarchy of the same types.
#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(hierarchy = Item)]
enum KnownItem {
    Book(Book),
    Novel(Novel),
}

/// A resource with fields for control information, etag and id.
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

/// Reads with the options of a client.
fn read<T: DeserializeOwned + Validate + PartialEq + Debug>(text: &str) -> Result<T, Error> {
    read_with(text, &ReadOptions::client())
}

/// Reads from a string and from a reader, which must give the same value or the same error.
#[track_caller]
fn read_with<T: DeserializeOwned + Validate + PartialEq + Debug>(
    text: &str,
    options: &ReadOptions,
) -> Result<T, Error> {
    let from_str = json::from_str_with::<T>(text, options);
    match (
        &from_str,
        json::from_reader_with::<T>(text.as_bytes(), options),
    ) {
        (Ok(value), from_reader) => assert_eq!(*value, from_reader.unwrap()),
        (Err(error), from_reader) => {
            let other = from_reader.unwrap_err();
            assert_eq!(error.to_string(), other.to_string());
            assert_eq!(error.kind(), other.kind());
        }
    }
    from_str
}

/// Writes to a string, a vector and a writer, which must give the same text.
#[track_caller]
fn write_with<T: Serialize + Validate>(value: &T, options: &WriteOptions) -> String {
    let text = json::to_string_with(value, options).unwrap();
    assert_eq!(json::to_vec_with(value, options).unwrap(), text.as_bytes());
    let mut bytes = Vec::new();
    json::to_writer_with(&mut bytes, value, options).unwrap();
    assert_eq!(bytes, text.as_bytes());
    text
}

/// Reads as a client, then writes.
fn rewrite<T>(text: &str) -> Result<String, Error>
where
    T: DeserializeOwned + Serialize + Validate + PartialEq + Debug,
{
    json::to_string(&read::<T>(text)?)
}

/// The kind of the error that a client gets, and the pointer to its cause.
#[track_caller]
fn read_error<T>(text: &str) -> (ErrorKind, String)
where
    T: DeserializeOwned + Validate + PartialEq + Debug,
{
    read_error_with::<T>(text, &ReadOptions::client())
}

#[track_caller]
fn read_error_with<T>(text: &str, options: &ReadOptions) -> (ErrorKind, String)
where
    T: DeserializeOwned + Validate + PartialEq + Debug,
{
    match read_with::<T>(text, options) {
        Ok(value) => panic!("{text} is read as {value:?}"),
        Err(error) => (error.kind(), error.pointer().to_owned()),
    }
}

fn error_at(kind: ErrorKind, pointer: &str) -> (ErrorKind, String) {
    (kind, pointer.to_owned())
}

fn v401() -> ReadOptions {
    ReadOptions::client().version(Version::V401)
}

crate::round_trip::round_trips! {
    types: [Book, Novel, Address, Shelf],
    hierarchies: [AnyItem { Book, Novel }, KnownItem { Book, Novel }],
    enumerations: [],
}
