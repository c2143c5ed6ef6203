//! OData names derived from Rust names.

use odata_core::ODataType;

use super::*;

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct PurchaseOrder {
    shipping_note: Option<i32>,
    r#type: Option<i32>,
    #[odata(name = "ETag2")]
    version: Option<i32>,
    #[odata(name = "Größe")]
    size: Option<i32>,
}

#[test]
fn names_are_lower_camel_case_by_default() {
    assert_eq!(PurchaseOrder::NAME, "shop.purchaseOrder");
    let text = r#"{"shippingNote":1,"type":2,"ETag2":3,"Größe":4}"#;
    let order = PurchaseOrder {
        shipping_note: Some(1),
        r#type: Some(2),
        version: Some(3),
        size: Some(4),
    };
    assert_eq!(read::<PurchaseOrder>(text).unwrap(), order);
    assert_eq!(json::to_string(&order).unwrap(), text);
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "Shop.V1", rename_all = "PascalCase")]
struct Thermal {
    fan_speed: Option<i32>,
}

#[test]
fn rename_all_may_be_pascal_case() {
    assert_eq!(Thermal::NAME, "Shop.V1.Thermal");
    assert_eq!(
        json::to_string(&Thermal { fan_speed: Some(1) }).unwrap(),
        r#"{"FanSpeed":1}"#
    );
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", name = "thing", rename_all = "verbatim")]
#[allow(non_snake_case)]
struct SomeThing {
    snake_case: Option<i32>,
    camelCase: Option<i32>,
}

#[test]
fn rename_all_may_be_verbatim() {
    assert_eq!(SomeThing::NAME, "shop.thing");
    let value = SomeThing {
        snake_case: Some(1),
        camelCase: Some(2),
    };
    assert_eq!(
        json::to_string(&value).unwrap(),
        r#"{"snake_case":1,"camelCase":2}"#
    );
}

crate::round_trip::round_trips! {
    types: [PurchaseOrder, Thermal, SomeThing],
    hierarchies: [],
    enumerations: [],
}
