//! From Rust names to OData names.

use odata_core::{ODataResource, ODataType, json};

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

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "Shop.V1", rename_all = "PascalCase")]
struct Thermal {
    fan_speed: Option<i32>,
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", name = "thing", rename_all = "verbatim")]
#[allow(non_snake_case)]
struct SomeThing {
    snake_case: Option<i32>,
    camelCase: Option<i32>,
}

#[test]
fn names_are_camel_case() {
    assert_eq!(PurchaseOrder::NAME, "shop.purchaseOrder");
    let text = r#"{"shippingNote":1,"type":2,"ETag2":3,"Größe":4}"#;
    let order = PurchaseOrder {
        shipping_note: Some(1),
        r#type: Some(2),
        version: Some(3),
        size: Some(4),
    };
    assert_eq!(json::from_str::<PurchaseOrder>(text).unwrap(), order);
    assert_eq!(json::to_string(&order).unwrap(), text);
}

#[test]
fn or_pascal_case() {
    assert_eq!(Thermal::NAME, "Shop.V1.Thermal");
    assert_eq!(
        json::to_string(&Thermal { fan_speed: Some(1) }).unwrap(),
        r#"{"FanSpeed":1}"#
    );
}

#[test]
fn or_as_they_are() {
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

#[test]
fn a_name_may_be_escaped_on_the_wire() {
    let text = r#"{"shipping\u004eote":1}"#;
    assert_eq!(
        json::from_str::<PurchaseOrder>(text).unwrap().shipping_note,
        Some(1)
    );
    assert_eq!(
        serde_json::from_reader::<_, PurchaseOrder>(text.as_bytes())
            .unwrap()
            .shipping_note,
        Some(1)
    );
}

#[test]
fn letter_case_matters() {
    assert_eq!(
        json::from_str::<PurchaseOrder>(r#"{"ShippingNote":1}"#).unwrap(),
        PurchaseOrder::default()
    );
}

/// What is no JSON is refused in the words of the parser, known name or not.
#[test]
fn a_name_in_bytes_is_one_of_the_model_or_text() {
    let read = |body: &[u8]| serde_json::from_slice::<PurchaseOrder>(body);
    let order = PurchaseOrder {
        shipping_note: Some(1),
        size: Some(4),
        ..PurchaseOrder::default()
    };
    for body in [
        r#"{"shippingNote":1,"Größe":4}"#,
        r#"{"\u0073hippingNote":1,"Gr\u00f6\u00dfe":4}"#,
        r#"{"shippingNote":1,"größe":1,"a\n\"b":2,"Größe":4}"#,
    ] {
        assert_eq!(read(body.as_bytes()).unwrap(), order, "{body}");
        assert_eq!(serde_json::from_str::<PurchaseOrder>(body).unwrap(), order);
        assert_eq!(
            json::from_slice::<PurchaseOrder>(body.as_bytes()).unwrap(),
            order
        );
    }
    for body in [
        &b"{\"no\xfft\":1}"[..],
        br#"{"\ud800":1}"#,
        b"{\"a\nb\":1}",
        b"{\"\\u0061\nb\":1}",
        b"{1:1}",
    ] {
        let by_parser = serde_json::from_slice::<serde_json::Value>(body).unwrap_err();
        assert_eq!(read(body).unwrap_err().to_string(), by_parser.to_string());
        assert!(json::from_slice::<PurchaseOrder>(body).is_err());
    }
}

/// What is kept of it is text, too.
#[test]
fn an_undeclared_name_in_bytes_is_kept_as_text() {
    #[derive(Debug, Default, ODataResource)]
    #[odata(namespace = "shop", open, write_type = "never")]
    struct Bag {
        #[odata(dynamic_properties)]
        more: odata_core::DynamicProperties,
    }
    let body = r#"{"größe":1,"a\n\"b":2}"#;
    let bag: Bag = serde_json::from_slice(body.as_bytes()).unwrap();
    assert_eq!(bag.more.len(), 2);
    assert_eq!(serde_json::to_string(&bag).unwrap(), body);
}
