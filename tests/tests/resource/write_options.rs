//! Each option of writing, alone.

use odata_core::{
    MetadataLevel, ODataResource, Version, WriteOptions,
    edm::{Binary, Decimal},
    json,
};

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Thing {
    number: Option<i64>,
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(base)]
    thing: Thing,
    exact: Option<Decimal>,
    bytes: Option<Binary>,
    #[odata(validate(range(max = 3)))]
    copies: Option<i32>,
    parts: Option<Vec<AnyThing>>,
    #[odata(id)]
    link: Option<String>,
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(hierarchy = Thing)]
enum AnyThing {
    Thing(Thing),
    Order(Box<Order>),
}

fn write(order: &Order, options: WriteOptions) -> String {
    let text = json::to_string_with(order, &options).unwrap();
    assert_eq!(json::to_vec_with(order, &options).unwrap(), text.as_bytes());
    let mut bytes = Vec::new();
    json::to_writer_with(&mut bytes, order, &options).unwrap();
    assert_eq!(bytes, text.as_bytes());
    text
}

fn options() -> WriteOptions {
    WriteOptions::new()
}

#[test]
fn version() {
    let order = Order {
        link: Some("1".to_owned()),
        ..Order::default()
    };
    assert_eq!(
        write(&order, options()),
        r##"{"@odata.type":"#shop.order","@odata.id":"1"}"##
    );
    let text = write(&order, options().version(Version::V401));
    assert_eq!(text, r##"{"@type":"#shop.order","@id":"1"}"##);
}

#[test]
fn metadata() {
    let parts = vec![
        AnyThing::from(Thing::default()),
        AnyThing::from(Order::default()),
    ];
    let order = Order {
        parts: Some(parts),
        ..Order::default()
    };
    let at = |level| write(&order, options().metadata(Some(level)));
    assert_eq!(at(MetadataLevel::None), r#"{"parts":[{},{}]}"#);
    assert_eq!(
        at(MetadataLevel::Minimal),
        r##"{"parts":[{},{"@odata.type":"#shop.order"}]}"##
    );
    assert_eq!(
        at(MetadataLevel::Full),
        r##"{"@odata.type":"#shop.order","parts":[{"@odata.type":"#shop.thing"},{"@odata.type":"#shop.order"}]}"##
    );
}

#[test]
fn ieee754() {
    let order = Order {
        thing: Thing {
            number: Some(i64::MAX),
        },
        exact: Some("1.50".parse().unwrap()),
        copies: Some(1),
        ..Order::default()
    };
    let text = write(
        &order,
        options().metadata(Some(MetadataLevel::None)).ieee754(true),
    );
    assert_eq!(
        text,
        r#"{"number":"9223372036854775807","exact":"1.50","copies":1}"#
    );
}

#[test]
fn standard_base64() {
    let order = Order {
        bytes: Some(vec![0xff, 0xef, 0xff, 0xef].into()),
        ..Order::default()
    };
    let none = options().metadata(Some(MetadataLevel::None));
    assert_eq!(write(&order, none.clone()), r#"{"bytes":"_-__7w"}"#);
    assert_eq!(
        write(&order, none.standard_base64(true)),
        r#"{"bytes":"/+//7w=="}"#
    );
}

#[test]
fn validate() {
    let order = Order {
        copies: Some(4),
        ..Order::default()
    };
    let error = json::to_string_with(&order, &options()).unwrap_err();
    assert_eq!(error.pointer(), "/copies");
    assert!(write(&order, options().validate(false)).contains(r#""copies":4"#));
}
