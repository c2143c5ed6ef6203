//! Plain serde works in any self-describing format.

use odata_core::{Annotations, DynamicProperties, DynamicResource, ODataResource};

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
