//! The type beside a value, `P@odata.type` (JSON 4.01 §4.5.3).

use odata_core::{RawJson, edm::PrimitiveValue};

use super::*;

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop.model")]
struct Parcel {
    #[odata(annotations)]
    annotations: Annotations,
    #[odata(dynamic_properties)]
    more: DynamicProperties,
    count: Option<i32>,
    #[odata(edm = "shop.model.weight")]
    weight: Option<Decimal>,
    #[odata(edm = "Edm.Guid")]
    code: Option<String>,
    colour: Option<Colour>,
    counts: Option<Vec<i32>>,
    to: Option<Address>,
    all: Option<Vec<AnyItem>>,
    any: Option<PrimitiveValue>,
    many: Option<Vec<PrimitiveValue>>,
    raw: Option<RawJson>,
    raws: Option<Vec<RawJson>>,
    item: Option<AnyItem>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, odata_core::ODataEnum)]
#[odata(namespace = "shop.model")]
enum Colour {
    Red,
}

/// The same without a bag.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop.model")]
struct Bare {
    any: Option<PrimitiveValue>,
    to: Option<Address>,
}

/// The kind of the error for the members in both orders; `None` if they are accepted in both.
#[track_caller]
fn kind(tag: &str, value: &str) -> Option<ErrorKind> {
    let texts = [format!("{{{tag},{value}}}"), format!("{{{value},{tag}}}")];
    let [before, after] = texts.map(|text| read::<Parcel>(&text).err().map(|error| error.kind()));
    assert_eq!(before, after, "{tag} before and after {value}");
    before
}

#[test]
fn a_type_beside_a_primitive_is_the_declared_one() {
    for (tag, value) in [
        (r##""count@odata.type":"#Int32""##, r#""count":1"#),
        (r##""count@odata.type":"Edm.Int32""##, r#""count":1"#),
        (r##""code@odata.type":"#Guid""##, r#""code":"x""#),
        (
            r##""colour@odata.type":"#shop.model.colour""##,
            r#""colour":"red""#,
        ),
        (
            r##""counts@odata.type":"#Collection(Int32)""##,
            r#""counts":[1]"#,
        ),
    ] {
        assert_eq!(kind(tag, value), None, "{tag}");
    }
    for (tag, value) in [
        (r##""count@odata.type":"#Int64""##, r#""count":1"#),
        (
            r##""count@odata.type":"#shop.model.colour""##,
            r#""count":1"#,
        ),
        (
            r##""count@odata.type":"#Collection(Int32)""##,
            r#""count":1"#,
        ),
        (r##""code@odata.type":"#String""##, r#""code":"x""#),
        (r##""colour@odata.type":"#Int32""##, r#""colour":"red""#),
        (r##""counts@odata.type":"#Int32""##, r#""counts":[1]"#),
        (
            r##""counts@odata.type":"#Collection(Int64)""##,
            r#""counts":[1]"#,
        ),
    ] {
        assert_eq!(kind(tag, value), Some(ErrorKind::NotDerived), "{tag}");
    }
}

#[test]
fn a_type_definition_or_its_primitive_is_the_type_of_its_values() {
    let weight = r#""weight":1.5"#;
    for name in ["#shop.model.weight", "#Decimal", "Edm.Decimal"] {
        assert_eq!(
            kind(&format!(r#""weight@odata.type":"{name}""#), weight),
            None
        );
    }
    for name in ["#shop.model.height", "#Int32", "#Double", "#String"] {
        assert_eq!(
            kind(&format!(r#""weight@odata.type":"{name}""#), weight),
            Some(ErrorKind::NotDerived),
            "{name}"
        );
    }
}

#[test]
fn the_type_of_an_object_is_inside_it() {
    for (tag, value) in [
        (
            r##""to@odata.type":"#shop.model.address""##,
            r#""to":{"street":"s"}"#,
        ),
        (
            r##""item@odata.type":"#shop.model.book""##,
            r##""item":{"@odata.type":"#shop.model.book"}"##,
        ),
        (
            r##""x@odata.type":"#shop.model.address""##,
            r#""x":{"street":"s"}"#,
        ),
        (
            r##""raw@odata.type":"#shop.model.address""##,
            r#""raw":{"street":"s"}"#,
        ),
        (r##""x@odata.type":"#Int32""##, r#""x":{"street":"s"}"#),
    ] {
        assert_eq!(kind(tag, value), Some(ErrorKind::InvalidType), "{tag}");
    }
    for text in [
        r##"{"to@odata.type":"#shop.model.address","to":{"street":"s"}}"##,
        r##"{"to":{"street":"s"},"to@odata.type":"#shop.model.address"}"##,
    ] {
        assert_eq!(read_error::<Bare>(text).0, ErrorKind::InvalidType);
    }
    assert_eq!(
        kind(
            r##""all@odata.type":"#Collection(shop.model.item)""##,
            r##""all":[{"@odata.type":"#shop.model.book","words":[]}]"##
        ),
        None
    );
}

#[test]
fn an_untyped_value_is_of_the_type_beside_it() {
    for (name, tag, value) in [
        ("any", "#Date", r#""2020-01-31""#),
        ("any", "#Decimal", "1.10"),
        ("any", "#Int16", "null"),
        ("many", "#Collection(Int16)", "[1,2]"),
        ("raw", "#Collection(Date)", r#"["2020-01-31"]"#),
        ("raw", "#Guid", r#""7d9af2c1-0b6e-4c53-9f0e-2a64d0e1b3f8""#),
        ("x", "#Duration", r#""PT1S""#),
        ("x", "#Collection(String)", "[]"),
        ("x", "#shop.model.colour", r#""red""#),
    ] {
        let tag = format!(r#""{name}@odata.type":"{tag}""#);
        assert_eq!(kind(&tag, &format!(r#""{name}":{value}"#)), None, "{tag}");
    }
    for (name, tag, value) in [
        ("any", "#Date", r#""2020-13-01""#),
        ("any", "#Int16", "40000"),
        ("many", "#Collection(Int16)", "[1,40000]"),
        ("raw", "#Collection(Date)", r#"["2020-01-31","x"]"#),
        ("raw", "#Guid", r#""x""#),
        ("x", "#Duration", r#""1s""#),
        ("x", "#Collection(String)", "[1]"),
        ("@a.b", "#Int16", "40000"),
    ] {
        let tag = format!(r#""{name}@odata.type":"{tag}""#);
        let value = format!(r#""{name}":{value}"#);
        assert_eq!(kind(&tag, &value), Some(ErrorKind::Value), "{tag}");
    }
    assert_eq!(
        kind(r##""any@odata.type":"#shop.x""##, r#""any":[1]"#),
        Some(ErrorKind::Type)
    );
    assert_eq!(
        kind(r##""x@odata.type":"#Collection(Int16)""##, r#""x":1"#),
        Some(ErrorKind::Type)
    );
    for text in [
        r##"{"any@odata.type":"#Date","any":"2020-13-01"}"##,
        r##"{"any":"2020-13-01","any@odata.type":"#Date"}"##,
    ] {
        assert_eq!(read_error::<Bare>(text), error_at(ErrorKind::Value, "/any"));
    }
}

#[test]
fn values_inside_an_untyped_value_are_of_the_types_beside_them() {
    for (text, pointer) in [
        (r##"{"raw":{"g@odata.type":"#Guid","g":"x"}}"##, "/raw/g"),
        (r##"{"raw":{"g":"x","g@odata.type":"#Guid"}}"##, "/raw/g"),
        (
            r##"{"raws":[1,{"a":[{"t@odata.type":"#TimeOfDay","t":"23:59:60"}]}]}"##,
            "/raws/1/a/0/t",
        ),
        (
            r##"{"x":{"y":{"g@odata.type":"#Collection(Guid)","g":["x"]}}}"##,
            "/x/y/g/0",
        ),
        (r##"{"@a.b":{"g@odata.type":"#Byte","g":256}}"##, "/@a.b/g"),
        (
            r##"{"item":{"@odata.type":"#shop.new","x":{"g@odata.type":"#Byte","g":256}}}"##,
            "/item/x/g",
        ),
        (
            r##"{"item":{"@odata.type":"#shop.new","g@odata.type":"#Byte","g":256}}"##,
            "/item/g",
        ),
    ] {
        assert_eq!(
            read_error::<Parcel>(text),
            error_at(ErrorKind::Value, pointer),
            "{text}"
        );
    }
    for (text, pointer) in [
        (
            r##"{"x":{"@odata.type":"#Collection(shop.a)"}}"##,
            "/x/@odata.type",
        ),
        (
            r##"{"raw":[{"a@odata.type":"#shop.a","a":{}}]}"##,
            "/raw/0/a",
        ),
    ] {
        assert_eq!(
            read_error::<Parcel>(text),
            error_at(ErrorKind::InvalidType, pointer),
            "{text}"
        );
    }
    let text = r##"{"x":{"g@odata.type":"#Byte","g":255,"h@odata.type":"#shop.unknown","h":"v","n@odata.type":"#Guid"}}"##;
    assert_eq!(rewrite::<Parcel>(text).unwrap(), text);
}

#[test]
fn an_untyped_value_is_read_once() {
    let text = r#"{"any":1,"any":2}"#;
    assert_eq!(
        read_error::<Bare>(text),
        error_at(ErrorKind::Duplicate, "/any")
    );
    let deep = format!(r#"{{"raw":{}{}}}"#, "[".repeat(101), "]".repeat(101));
    assert_eq!(read_error::<Parcel>(&deep).0, ErrorKind::Depth);
}

#[test]
fn in_4_01_the_prefix_may_be_left_out() {
    let options = v401();
    let text = r#"{"any@type":"Date","any":"2020-13-01"}"#;
    assert_eq!(
        read_error_with::<Parcel>(text, &options).0,
        ErrorKind::Value
    );
    // In 4.0 this is an annotation.
    assert!(read::<Parcel>(text).is_ok());
    let inside = r#"{"raw":{"g@type":"Guid","g":"x"}}"#;
    assert_eq!(
        read_error_with::<Parcel>(inside, &options).0,
        ErrorKind::Value
    );
    assert!(read::<Parcel>(inside).is_ok());
}

#[test]
fn the_type_annotation_of_a_collection_gives_its_items_their_type() {
    let items =
        r##"[{"@odata.type":"#shop.model.book","words":[]},{"@odata.type":"#shop.model.novel"}]"##;
    let all = |item: &str| format!(r##""all@odata.type":"#Collection(shop.model.{item})""##);
    assert_eq!(
        kind(&all("item"), &format!(r#""all":{items}"#)),
        None,
        "the declared type"
    );
    // A type that the items before it do not have, or did not have when they were read.
    for value in [
        format!(r#""all":{items}"#),
        r#""all":[{"title":"t"}]"#.to_owned(),
    ] {
        let late = format!("{{{value},{}}}", all("novel"));
        assert_eq!(
            read_error::<Parcel>(&late),
            error_at(ErrorKind::Order, "/all@odata.type")
        );
    }
    let early = format!(r#"{{{},"all":{items}}}"#, all("novel"));
    assert_eq!(
        read_error::<Parcel>(&early),
        error_at(ErrorKind::NotDerived, "/all/0/@odata.type")
    );
    let untagged = format!(r#"{{{},"all":[{{"hero":"h"}}]}}"#, all("novel"));
    let parcel: Parcel = read(&untagged).unwrap();
    assert!(matches!(parcel.all.as_deref(), Some([AnyItem::Novel(_)])));
}

/// Two collections of a hierarchy.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop.model")]
struct Pair {
    first: Option<Vec<AnyItem>>,
    second: Option<Vec<AnyItem>>,
}

#[test]
fn the_type_beside_a_value_is_of_the_metadata_document_of_the_service() {
    let url = "https://h/s/$metadata";
    for (name, ty, value) in [
        ("weight", "shop.model.weight", "1.5"),
        ("colour", "shop.model.colour", r#""red""#),
        ("counts", "Collection(Int32)", "[1]"),
        ("all", "Collection(shop.model.item)", "[]"),
        ("any", "Date", r#""2020-01-31""#),
        ("x", "shop.model.colour", r#""red""#),
        ("@a.b", "Int32", "1"),
    ] {
        let text = |document: &str| {
            format!(r##"{{"{name}@odata.type":"{document}#{ty}","{name}":{value}}}"##)
        };
        let own = ReadOptions::client().metadata_url(url);
        assert!(read_with::<Parcel>(&text(url), &own).is_ok(), "{name}");
        for (document, options) in [
            ("https://other/$metadata", ReadOptions::client()),
            ("https://other/$metadata", own.clone()),
            (url, ReadOptions::client()),
        ] {
            assert_eq!(
                read_error_with::<Parcel>(&text(document), &options),
                error_at(ErrorKind::ForeignType, &format!("/{name}@odata.type")),
                "{document}"
            );
        }
    }
    let inside = r##"{"raw":{"g@odata.type":"https://other/$metadata#Guid","g":"x"}}"##;
    assert_eq!(
        read_error::<Parcel>(inside),
        error_at(ErrorKind::ForeignType, "/raw/g")
    );
}

#[test]
fn the_type_beside_a_value_has_its_namespace_or_an_alias() {
    for (name, value) in [("weight", "1.5"), ("colour", r#""red""#)] {
        let value = format!(r#""{name}":{value}"#);
        for namespace in ["shop.model", "shop"] {
            let tag = format!(r##""{name}@odata.type":"#{namespace}.{name}""##);
            assert_eq!(kind(&tag, &value), None, "{tag}");
        }
        let tag = format!(r##""{name}@odata.type":"#other.model.{name}""##);
        assert_eq!(kind(&tag, &value), Some(ErrorKind::NotDerived), "{tag}");
    }
    let tag = r##""count@odata.type":"#shop.Int32""##;
    assert_eq!(kind(tag, r#""count":1"#), Some(ErrorKind::NotDerived));
}

#[test]
fn several_type_annotations_may_precede_their_collections() {
    let text = r##"{"first@odata.type":"#Collection(shop.model.novel)","second@odata.type":"#Collection(shop.model.book)","first":[{}],"second":[{"words":[]}]}"##;
    let pair: Pair = read(text).unwrap();
    assert!(matches!(pair.first.as_deref(), Some([AnyItem::Novel(_)])));
    assert!(matches!(pair.second.as_deref(), Some([AnyItem::Book(_)])));
    let wrong = text.replace("[{}]", r##"[{"@odata.type":"#shop.model.book"}]"##);
    assert_eq!(
        read_error::<Pair>(&wrong),
        error_at(ErrorKind::NotDerived, "/first/0/@odata.type")
    );
}

const TYPES: &[&str] = &["shop.parts.sign", "shop.parts.wheel"];

#[derive(Debug, ODataResource)]
#[odata(namespace = "shop.parts", abstract)]
struct Thing {
    #[odata(annotations)]
    annotations: Annotations,
}

#[derive(Debug, ODataResource)]
#[odata(namespace = "shop.parts", schema_alias = "parts", abstract)]
struct Part {
    #[odata(base)]
    thing: Thing,
}

#[derive(Debug, ODataResource)]
#[odata(namespace = "shop.parts", schema_alias = "parts")]
struct Wheel {
    #[odata(base)]
    part: Part,
}

#[derive(Debug, ODataResource)]
#[odata(hierarchy = Part, known = TYPES)]
enum AnyPart {
    Wheel(Wheel),
    #[odata(other)]
    Other(DynamicResource),
}

#[derive(Debug, ODataResource)]
#[odata(namespace = "shop")]
struct Car {
    parts: Vec<AnyPart>,
    #[odata(annotations)]
    annotations: Annotations,
}

#[test]
fn the_type_of_an_empty_collection_may_be_that_of_its_items() {
    let read = |name: &str, options: &ReadOptions| {
        let text = format!(r##"{{"parts@odata.type":"#Collection({name})","parts":[]}}"##);
        let result = json::from_str_with::<Car>(&text, options);
        let part = format!(r##"{{"@odata.type":"#{name}"}}"##);
        let item = json::from_str_with::<AnyPart>(&part, options);
        assert_eq!(result.is_ok(), item.is_ok(), "{name}");
        result.err().map(|error| error.kind())
    };
    let (client, strict) = (ReadOptions::client(), ReadOptions::strict());
    assert_eq!(read("parts.wheel", &client), None);
    // A derived type of a newer version of the model.
    assert_eq!(read("parts.lamp", &client), None);
    assert_eq!(read("parts.lamp", &strict), Some(ErrorKind::NotDerived));
    for other in ["shop.parts.sign", "parts.sign", "shop.parts.thing"] {
        assert_eq!(read(other, &client), Some(ErrorKind::NotDerived), "{other}");
    }
}

crate::round_trip::round_trips! {
    types: [Parcel, Bare, Pair, Address, Book, Novel, Wheel, Car],
    hierarchies: [AnyItem { Book, Novel }, AnyPart { Wheel }],
    enumerations: [Colour],
}
