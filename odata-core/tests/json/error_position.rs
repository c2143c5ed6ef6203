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

/// A type that only serde knows.
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
fn in_a_property() {
    assert_eq!(
        error::<Crate>("{\n  \"size\": true\n}"),
        (ErrorKind::Type, "/size".into(), 2, 14)
    );
}

#[test]
fn in_a_collection_of_a_hierarchy() {
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
fn in_a_value_replayed_because_its_tag_is_late() {
    let text = r##"{"inside":[{"size":"x","@odata.type":"#shop.crate"}]}"##;
    let (kind, pointer, line, column) = error::<Crate>(text);
    assert_eq!(
        (kind, pointer.as_str(), line, column),
        (ErrorKind::Type, "/inside/0/size", 1, 19)
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
fn in_a_type_that_only_serde_knows() {
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
fn below_containers_that_only_serde_knows() {
    assert_eq!(error::<Vec<Crate>>(r#"[{},{"size":"x"}]"#).1, "/1/size");
    assert_eq!(
        error::<BTreeMap<String, Crate>>(r#"{"a/b":{"size":"x"}}"#).1,
        "/a~1b/size"
    );
    let late = r##"[{"size":"x","@odata.type":"#shop.crate"}]"##;
    assert_eq!(error::<Vec<AnyItem>>(late).1, "/0/size");
}

#[test]
fn of_what_is_missing_or_comes_twice() {
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
fn of_broken_json() {
    assert_eq!(
        error::<Crate>(r#"{"label":{"lines":["a",}}"#).1,
        "/label/lines"
    );
    assert_eq!(error::<Crate>(r#"{"size":1"#).0, ErrorKind::Eof);
}

#[test]
fn in_a_bag_seen_from_the_resource() -> Result<(), odata_core::Error> {
    let mut bag = DynamicProperties::new();
    bag.insert("sizes", &[1, 2, 300])?;
    let error = bag.get::<Vec<u8>>("sizes").unwrap_err();
    assert_eq!(error.pointer(), "/sizes/2");
    Ok(())
}
