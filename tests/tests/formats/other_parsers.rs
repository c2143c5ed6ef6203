//! Derived types with other JSON parsers. Declared numbers are exact there too; an undeclared number has the precision of the
//! parser.

use odata_core::{
    Annotations, DynamicProperties, DynamicResource, Flags, ODataEnum, ODataResource,
    edm::{Date, Guid},
    graph::{AccessPackageCustomExtensionStage, AnyCustomExtensionData, Resume},
};
use serde::{Serialize, de::DeserializeOwned};

#[derive(Debug, PartialEq, ODataEnum)]
#[odata(namespace = "shop", flags)]
enum Wrapping {
    #[odata(value = 1)]
    Paper,
    #[odata(value = 2)]
    Ribbon,
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", abstract)]
struct Item {
    id: Option<i64>,
    #[odata(dynamic_properties)]
    more: DynamicProperties,
    #[odata(annotations)]
    annotations: Annotations,
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Book {
    #[odata(base)]
    base: Item,
    title: Option<Option<String>>,
    rating: Option<f64>,
    published: Option<Date>,
    mark: Option<Guid>,
    wrapping: Option<Flags<Wrapping>>,
    sequels: Option<Vec<AnyItem>>,
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(hierarchy = Item)]
enum AnyItem {
    Book(Box<Book>),
    #[odata(other)]
    Other(DynamicResource),
}

const BOOK: &str = r##"{"@odata.type":"#shop.book","title@a.b":1,"id":9223372036854775807,"title":"a\n\"b\" \u00e4","rating":0.1,"published":"2026-01-31","mark":"7d9af2c1-0b6e-4c53-9f0e-2a64d0e1b3f8","wrapping":"paper,ribbon","sequels":[{"@odata.type":"#shop.book","title":null},{"@odata.type":"#shop.map","scale":[5,true]}],"undeclared":{"a":[1,"x"]}}"##;

/// The same resource with each tag last.
const TAGS_LAST: &str = r##"{"undeclared":{"a":[1,"x"]},"sequels":[{"title":null,"@odata.type":"#shop.book"},{"scale":[5,true],"@odata.type":"#shop.map"}],"wrapping":"paper, ribbon","mark":"7D9AF2C1-0b6e-4c53-9f0e-2a64d0e1b3f8","published":"2026-01-31","rating":0.1,"title":"a\n\"b\" ä","id":9223372036854775807,"title@a.b":1,"@odata.type":"#shop.book"}"##;

const RESUME: &str = r##"{"source":"s","type":"t","data":{"stage":"AssignmentRequestCreated","state":"denied","more":"m","@odata.type":"microsoft.graph.accessPackageAssignmentRequestCallbackData"}}"##;

/// Reads the text with each parser.
fn by_each_parser<T: DeserializeOwned>(text: &str) -> [T; 3] {
    let mut bytes = text.as_bytes().to_vec();
    [
        serde_json::from_str(text).unwrap(),
        sonic_rs::from_str(text).unwrap(),
        simd_json::serde::from_slice(&mut bytes).unwrap(),
    ]
}

/// Writes the value with the writer of each parser.
fn by_each_writer<T: Serialize>(value: &T) -> [String; 3] {
    [
        serde_json::to_string(value).unwrap(),
        sonic_rs::to_string(value).unwrap(),
        simd_json::serde::to_string(value).unwrap(),
    ]
}

#[test]
fn every_parser_reads_the_same_hierarchy() {
    for text in [BOOK, TAGS_LAST] {
        let [one, two, three] = by_each_parser::<AnyItem>(text);
        assert!(matches!(one, AnyItem::Book(_)));
        assert_eq!(one, two, "sonic-rs");
        assert_eq!(one, three, "simd-json");
    }
}

#[test]
fn every_writer_writes_the_same_hierarchy() {
    let [book, ..] = by_each_parser::<AnyItem>(TAGS_LAST);
    let [one, two, three] = by_each_writer(&book);
    assert_eq!(one, two, "sonic-rs");
    assert_eq!(one, three, "simd-json");
}

#[test]
fn every_parser_reads_the_same_graph_types() {
    let [one, two, three] = by_each_parser::<Resume>(RESUME);
    assert_eq!(one, two, "sonic-rs");
    assert_eq!(one, three, "simd-json");
    let Some(AnyCustomExtensionData::Callback(data)) = two.data else {
        unreachable!("the tag says so")
    };
    assert_eq!(
        data.stage,
        Some(AccessPackageCustomExtensionStage::AssignmentRequestCreated)
    );
}

#[test]
fn every_parser_rejects_the_same_texts() {
    for text in [
        r##"{"@odata.type":"#shop.book","id":1.5}"##,
        r##"{"@odata.type":"#shop.book","id":1,"id":1}"##,
        r##"{"@odata.type":"#shop.book","published":"2026-02-30"}"##,
        r##"{"wrapping":"string","@odata.type":"#shop.book"}"##,
    ] {
        let mut bytes = text.as_bytes().to_vec();
        assert!(serde_json::from_str::<AnyItem>(text).is_err(), "{text}");
        assert!(
            sonic_rs::from_str::<AnyItem>(text).is_err(),
            "sonic-rs: {text}"
        );
        assert!(
            simd_json::serde::from_slice::<AnyItem>(&mut bytes).is_err(),
            "simd-json: {text}"
        );
    }
}
