//! Plain serde works in any self-describing format.

use odata_core::{
    Annotations, DynamicProperties, DynamicResource, ODataResource, Validate,
    payload::PropertyValue,
};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", abstract)]
struct Thing {
    #[odata(dynamic_properties)]
    more: DynamicProperties,
    #[odata(annotations)]
    annotations: Annotations,
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", deref)]
struct Order {
    #[odata(base)]
    thing: Thing,
    total: f64,
    note: Option<String>,
    lines: Vec<Line>,
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Line {
    copies: Option<i64>,
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(hierarchy = Thing)]
enum AnyThing {
    Order(Box<Order>),
    #[odata(other)]
    Other(DynamicResource),
}

const TEXTS: [&str; 3] = [
    r##"{"@odata.type":"#shop.order","@ns.a":true,"total":1.5,"note":"n","lines":[{"copies":9223372036854775807},{}],"extra":{"a":[1,null,"x"]}}"##,
    r##"{"total":1.5,"lines":[{}],"@odata.type":"#shop.order"}"##,
    r##"{"@odata.type":"#shop.unknown","x":[1,{"y":null}]}"##,
];

#[test]
fn a_resource_round_trips_through_a_tree_of_values() {
    for text in TEXTS {
        let direct: AnyThing = serde_json::from_str(text).unwrap();
        let tree: serde_json::Value = serde_json::from_str(text).unwrap();
        let by_tree: AnyThing = serde_json::from_value(tree).unwrap();
        // A tree sorts its members, so the order of the bags differs.
        assert_eq!(
            serde_json::to_value(&by_tree).unwrap(),
            serde_json::to_value(&direct).unwrap()
        );
    }
}

#[test]
fn a_resource_round_trips_through_a_binary_format() {
    for text in TEXTS {
        let direct: AnyThing = serde_json::from_str(text).unwrap();
        let mut bytes = Vec::new();
        ciborium::into_writer(&direct, &mut bytes).unwrap();
        let back: AnyThing = ciborium::from_reader(bytes.as_slice()).unwrap();
        assert_eq!(back, direct);
        assert_eq!(
            serde_json::to_string(&back).unwrap(),
            serde_json::to_string(&direct).unwrap()
        );
    }
}

/// A type with a short form in formats that people do not read.
#[derive(Debug, PartialEq)]
struct Switch(bool);

impl Validate for Switch {}

impl Serialize for Switch {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match serializer.is_human_readable() {
            true => serializer.serialize_str(if self.0 { "on" } else { "off" }),
            false => serializer.serialize_bool(self.0),
        }
    }
}

impl<'de> Deserialize<'de> for Switch {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match deserializer.is_human_readable() {
            true => String::deserialize(deserializer).map(|text| Switch(text == "on")),
            false => bool::deserialize(deserializer).map(Switch),
        }
    }
}

#[test]
fn the_value_of_an_envelope_has_the_form_for_the_format() {
    let value = PropertyValue::new(Switch(true));
    let text = r#"{"value":"on"}"#;
    assert_eq!(serde_json::to_string(&value).unwrap(), text);
    assert_eq!(
        serde_json::from_str::<PropertyValue<Switch>>(text).unwrap(),
        value
    );

    let short = ciborium::Value::Map(vec![("value".into(), true.into())]);
    assert_eq!(ciborium::Value::serialized(&value).unwrap(), short);
    assert_eq!(
        short.deserialized::<PropertyValue<Switch>>().unwrap(),
        value
    );
    let optional = PropertyValue::new(Some(Switch(true)));
    assert_eq!(ciborium::Value::serialized(&optional).unwrap(), short);
    assert_eq!(
        short
            .deserialized::<PropertyValue<Option<Switch>>>()
            .unwrap(),
        optional
    );
}

#[test]
fn the_value_of_an_undeclared_property_cannot_be_bytes() {
    let members = [
        ("@odata.type", "#shop.unknown".into()),
        ("x", ciborium::Value::Bytes(vec![1, 2])),
    ];
    let tree = members.map(|(name, value)| (name.into(), value)).into();
    let mut bytes = Vec::new();
    ciborium::into_writer(&ciborium::Value::Map(tree), &mut bytes).unwrap();
    let error = ciborium::from_reader::<AnyThing, _>(bytes.as_slice()).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("expected any value that JSON can hold"),
        "{error}"
    );
}
