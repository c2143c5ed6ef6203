//! Pointer, line and column of an error, whatever types are around and inside.

use std::collections::BTreeMap;

use odata_core::{DynamicProperties, ErrorKind, ODataResource, Validate, json};
use serde::{Deserialize, de::DeserializeOwned};

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", abstract)]
struct Item {
    name: Option<String>,
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Crate {
    #[odata(base)]
    base: Item,
    inside: Option<Vec<AnyItem>>,
    size: Option<i32>,
    #[odata(edm = "Edm.Untyped")]
    label: Option<Label>,
    #[odata(edm = "Edm.Untyped")]
    slots: Option<Vec<Vec<bool>>>,
    #[odata(edm = "shop.range")]
    range: Option<(i32, String)>,
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(hierarchy = Item)]
enum AnyItem {
    Crate(Box<Crate>),
}

/// A type that derives serde's traits only.
#[derive(Debug, Default, PartialEq, Deserialize, serde::Serialize)]
struct Label {
    lines: Vec<String>,
}

/// Kind, pointer, line and column of the error, which is the same for a slice and for a reader.
#[track_caller]
fn error<T: DeserializeOwned + Validate>(text: &str) -> (ErrorKind, String, usize, usize) {
    let error = json::from_slice::<T>(text.as_bytes()).err().unwrap();
    let by_reader = json::from_reader::<T>(text.as_bytes()).err().unwrap();
    assert_eq!(error.to_string(), by_reader.to_string());
    (
        error.kind(),
        error.pointer().to_owned(),
        error.line(),
        error.column(),
    )
}

#[test]
fn an_error_in_a_property_has_pointer_line_and_column() {
    assert_eq!(
        error::<Crate>("{\n  \"size\": true\n}"),
        (ErrorKind::Type, "/size".into(), 2, 14)
    );
}

#[test]
fn an_error_in_a_collection_of_a_hierarchy_has_a_pointer() {
    let text =
        r##"{"inside":[{"@odata.type":"#shop.crate"},{"@odata.type":"#shop.crate","size":"x"}]}"##;
    assert_eq!(error::<Crate>(text).1, "/inside/1/size");
    let text = "{\n  \"inside\": [\n    {\"@odata.type\": \"#shop.crate\"},\n    {\"@odata.type\": \"#shop.crate\", \"size\": \"two\"}\n  ]\n}";
    assert_eq!(
        error::<Crate>(text),
        (ErrorKind::Type, "/inside/1/size".into(), 4, 48)
    );
    let error = json::from_str::<Crate>(text).unwrap_err();
    assert_eq!(error.found(), Some("string \"two\""));
    assert!(error.expected().is_some());
}

#[test]
fn a_leading_tag_in_any_form_is_read_as_by_another_parser() {
    let tags = [
        r##""#shop.crate""##,
        r##""#shop.\u0063rate""##,
        "\"#shop.\u{1}crate\"",
        r##""#shop.bag""##,
        r##""#""##,
        r##""shop.crate""##,
        r##""#shop.crate"##,
        "1",
        "null",
        "",
    ];
    for tag in tags {
        for (open, close) in [("{", "}"), ("{ ", ",\"size\":1}"), ("{", ",\"size\":x}")] {
            let text = format!("{open}\"@odata.type\":{tag}{close}");
            let read = json::from_str::<AnyItem>(&text);
            let read = read.map_err(|error| (error.line(), error.column()));
            let plain = serde_json::from_str::<AnyItem>(&text);
            let plain = plain.map_err(|error| (error.line(), error.column()));
            assert_eq!(read, plain, "{text}");
        }
    }
}

#[test]
fn an_error_before_a_late_tag_has_its_position() {
    let text = r##"{"inside":[{"size":"x","@odata.type":"#shop.crate"}]}"##;
    let (kind, pointer, line, column) = error::<Crate>(text);
    assert_eq!(
        (kind, pointer.as_str(), line, column),
        (ErrorKind::Type, "/inside/0/size", 1, 22)
    );
    let (kind, pointer, line, _) =
        error::<AnyItem>("{\n \"size\": \"x\",\n \"@odata.type\": \"#shop.crate\"}");
    assert_eq!(
        (kind, pointer.as_str(), line),
        (ErrorKind::Type, "/size", 2)
    );
    let twice =
        r##"{"inside":[{"size":true,"@odata.type":"#shop.crate"}],"@odata.type":"#shop.crate"}"##;
    assert_eq!(error::<AnyItem>(twice).1, "/inside/0/size");
}

#[test]
fn an_error_inside_a_plain_serde_type_has_a_pointer() {
    assert_eq!(
        error::<Crate>(r#"{"label":{"lines":["a",2]}}"#).1,
        "/label/lines/1"
    );
    let text = r##"{"inside":[{"@odata.type":"#shop.crate","slots":[[true],[false,1]]}]}"##;
    let (kind, pointer, ..) = error::<Crate>(text);
    assert_eq!(
        (kind, pointer.as_str()),
        (ErrorKind::Type, "/inside/0/slots/1/1")
    );
    assert_eq!(error::<Crate>(r#"{"range":[1,2]}"#).1, "/range/1");
}

#[test]
fn an_error_below_a_plain_container_has_a_pointer() {
    assert_eq!(error::<Vec<Crate>>(r#"[{},{"size":"x"}]"#).1, "/1/size");
    assert_eq!(
        error::<BTreeMap<String, Crate>>(r#"{"a/b":{"size":"x"}}"#).1,
        "/a~1b/size"
    );
    let late = r##"[{"size":"x","@odata.type":"#shop.crate"}]"##;
    assert_eq!(error::<Vec<AnyItem>>(late).1, "/0/size");
}

#[test]
fn a_missing_or_repeated_member_has_a_pointer() {
    assert_eq!(
        error::<Crate>(r#"{"size":1,"size":2}"#),
        (ErrorKind::Duplicate, "/size".into(), 1, 16)
    );
    let text = r#"{"inside":[{"size":1}]}"#;
    assert_eq!(
        (error::<Crate>(text).0, error::<Crate>(text).1),
        (ErrorKind::MissingType, "/inside/0".into())
    );
}

#[test]
fn broken_json_has_a_pointer() {
    assert_eq!(
        error::<Crate>(r#"{"label":{"lines":["a",}}"#).1,
        "/label/lines"
    );
    assert_eq!(error::<Crate>(r#"{"size":1"#).0, ErrorKind::Eof);
}

#[test]
fn an_error_of_a_dynamic_property_points_from_its_object() -> Result<(), odata_core::Error> {
    let mut bag = DynamicProperties::new();
    bag.insert("sizes", &[1, 2, 300])?;
    let error = bag.get::<Vec<u8>>("sizes").unwrap_err();
    assert_eq!(error.pointer(), "/sizes/2");
    Ok(())
}

crate::round_trip::round_trips! {
    types: [Crate],
    hierarchies: [AnyItem { Crate }],
    enumerations: [],
    values: ["label": r#"{"lines":["a"]}"#, "slots": "[[true],[]]"],
}
