//! `get` of dynamic properties and annotations: the value, or an error with pointer, expected and found.

use odata_core::{
    Annotations, DynamicProperties, DynamicResource, ErrorKind, ODataEnum, ODataResource,
    edm::{Date, Decimal, Guid},
    json,
};

#[derive(Debug, PartialEq, ODataEnum)]
#[odata(namespace = "shop")]
enum Status {
    Open,
    Closed,
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Address {
    city: String,
    lines: Vec<i32>,
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", open)]
struct Order {
    #[odata(dynamic_properties)]
    more: DynamicProperties,
    #[odata(annotations)]
    annotations: Annotations,
}

fn order() -> Order {
    json::from_str(
        r#"{
            "status": "open", "late": "gone", "price": 79228162514264337593543950335, "when": "2024-02-30", "id": "not-a-guid",
            "address": {"city": "Leeds", "lines": [1, "two"]}, "nothing": null, "a/b": {"c~d": [true]}, "borrowed": "text",
            "note@ns.level": 300, "@ns.tags": ["a", 1]
        }"#,
    )
    .unwrap()
}

#[test]
fn get_returns_the_value_as_the_requested_type() {
    let order = order();
    assert_eq!(
        order.more.get::<Status>("status").unwrap(),
        Some(Status::Open)
    );
    let price: Decimal = order.more.get("price").unwrap().unwrap();
    assert_eq!(price.to_string(), "79228162514264337593543950335");
    assert_eq!(order.more.get::<&str>("borrowed").unwrap(), Some("text"));
    assert_eq!(order.more.get::<i32>("absent").unwrap(), None);
    // Null differs from absent.
    assert_eq!(
        order.more.get::<Option<i32>>("nothing").unwrap(),
        Some(None)
    );
}

/// Asserts kind, pointer (from the object that has the property), expected and found of an error.
#[track_caller]
fn assert_error<T: serde::de::DeserializeOwned + std::fmt::Debug>(
    name: &str,
    (kind, pointer): (ErrorKind, &str),
    expected: &str,
    found: &str,
) {
    let error = order().more.get::<T>(name).unwrap_err();
    assert_eq!((error.kind(), error.pointer()), (kind, pointer), "{error}");
    assert_eq!(error.expected(), Some(expected), "{error}");
    assert_eq!(error.found(), Some(found), "{error}");
    // The value is no longer part of a body, so it has no line.
    assert_eq!((error.line(), error.column()), (0, 0));
}

const INT32: &str =
    "an Edm.Int32, a whole number from -2147483648 to 2147483647, without fraction or exponent";

#[test]
fn get_reads_numbers_by_the_rules_of_odata() {
    let order: Order = json::from_str(r#"{"a":"INF","b":-0,"c":1.0}"#).unwrap();
    assert_eq!(order.more.get::<f64>("a").unwrap(), Some(f64::INFINITY));
    assert_eq!(order.more.get::<i32>("b").unwrap(), Some(0));
    assert!(order.more.get::<i32>("c").is_err());
}

#[test]
fn a_value_of_another_type_is_an_error() {
    assert_error::<i32>(
        "status",
        (ErrorKind::Type, "/status"),
        INT32,
        "string \"open\"",
    );
    assert_error::<i32>("nothing", (ErrorKind::Null, "/nothing"), INT32, "null");
    assert_error::<Address>(
        "status",
        (ErrorKind::Type, "/status"),
        "an object of type `shop.address`",
        "string \"open\"",
    );
}

#[test]
fn a_value_outside_the_type_is_an_error() {
    assert_error::<Status>(
        "late",
        (ErrorKind::UnknownMember, "/late"),
        "one of `open`, `closed`",
        "string \"gone\"",
    );
    let error = order().more.get::<Date>("when").unwrap_err();
    assert_eq!((error.kind(), error.pointer()), (ErrorKind::Value, "/when"));
    let error = order().more.get::<Guid>("id").unwrap_err();
    assert_eq!((error.kind(), error.pointer()), (ErrorKind::Value, "/id"));
}

#[test]
fn an_error_points_into_the_value() {
    assert_error::<Address>(
        "address",
        (ErrorKind::Type, "/address/lines/1"),
        INT32,
        "string \"two\"",
    );
}

/// RFC 6901 §3.
#[test]
fn names_in_a_pointer_are_escaped() {
    type Inner = std::collections::BTreeMap<String, Vec<i32>>;
    let error = order().more.get::<Inner>("a/b").unwrap_err();
    assert_eq!(error.pointer(), "/a~1b/c~0d/0");
}

#[test]
fn errors_of_annotations_have_a_pointer() {
    let order = order();
    let error = order
        .annotations
        .of("note")
        .get::<u8>("ns.level")
        .unwrap_err();
    assert_eq!(error.pointer(), "/note@ns.level");
    let error = order
        .annotations
        .get::<Vec<String>>("@ns.tags")
        .unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::Type, "/@ns.tags/1")
    );
    assert_eq!(error.found(), Some("integer `1`"));
}

#[test]
fn errors_of_a_dynamic_resource_have_a_pointer() {
    let text = r##"{"@odata.type":"#shop.voucher","city":"Leeds","lines":[1,2.5]}"##;
    let voucher: DynamicResource = json::from_str(text).unwrap();
    let error = voucher.get::<Vec<i32>>("lines").unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::Type, "/lines/1")
    );
    let error = voucher.read_as::<Address>().unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::NotDerived, "/@odata.type")
    );
    assert_eq!(error.expected(), Some("#shop.address"));
    assert_eq!(error.found(), Some("#shop.voucher"));
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Thing {
    name: Option<String>,
    #[odata(dynamic_properties)]
    more: DynamicProperties,
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Tool {
    #[odata(base)]
    thing: Thing,
    inner: Option<Thing>,
}

#[test]
fn a_newer_derived_type_is_read_as_a_type_with_a_bag() {
    let text = r##"{"@odata.type":"#shop.drill","name":"D1","watts":900}"##;
    let drill: DynamicResource = json::from_str(text).unwrap();
    let tool: Tool = drill.read_as_base().unwrap();
    assert_eq!(tool.thing.name.as_deref(), Some("D1"));
    assert_eq!(tool.thing.more.get::<i32>("watts").unwrap(), Some(900));
    // Everywhere else, another type is an error.
    assert!(json::from_str::<Tool>(text).is_err());
    let inner = r##"{"inner":{"@odata.type":"#shop.drill"}}"##;
    let outer: DynamicResource = json::from_str(inner).unwrap();
    assert_eq!(
        outer.read_as_base::<Tool>().unwrap_err().pointer(),
        "/inner/@odata.type"
    );
    // A value of the base is not one of the derived type.
    let base: DynamicResource = json::from_str(r##"{"@odata.type":"#shop.thing"}"##).unwrap();
    assert_eq!(
        base.read_as_base::<Tool>().unwrap_err().kind(),
        ErrorKind::NotDerived
    );
}

crate::round_trip::round_trips! {
    types: [Address, Order, Thing, Tool],
    hierarchies: [],
    enumerations: [Status],
}
