//! What no level declares: kept in order and exactly.

use odata_core::{Annotations, DynamicProperties, ErrorKind, ODataResource, json};

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", open)]
struct Document {
    #[odata(dynamic_properties)]
    more: DynamicProperties,
    #[odata(annotations)]
    annotations: Annotations,
    note: Option<String>,
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", deref, write_type = "never")]
struct Order {
    #[odata(base)]
    document: Document,
    total: Option<i32>,
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Bagless {
    note: Option<String>,
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", deny_undeclared)]
struct Closed {
    note: Option<String>,
}

fn kind(text: &str) -> (ErrorKind, String) {
    let error = json::from_str::<Order>(text).unwrap_err();
    (error.kind(), error.pointer().to_owned())
}

#[test]
fn a_bag_at_any_level_serves_the_whole_chain_in_order() {
    let text = r##"{"@ns.first":1,"note@ns.why":"x","#shop.cancel":{},"note":"n","total":2,"z":[1.50,{"b":null,"a":"\u00e9"}],"a":1e400}"##;
    let order: Order = json::from_str(text).unwrap();
    let names: Vec<&str> = order.more.iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["z", "a"]);
    let names: Vec<&str> = order.annotations.iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["@ns.first", "note@ns.why", "#shop.cancel"]);
    assert_eq!(json::to_string(&order).unwrap(), text);
}

#[test]
fn values_are_exact_and_typed_when_asked_for() {
    let text = r#"{"max":9223372036854775807,"decimal":79228162514264337593543950335,"small":0.1000000000000000055}"#;
    let order: Order = json::from_str(text).unwrap();
    assert_eq!(order.more.get::<i64>("max").unwrap(), Some(i64::MAX));
    assert_eq!(
        order.more.raw("decimal").unwrap().as_str(),
        "79228162514264337593543950335"
    );
    assert_eq!(order.more.get::<i64>("absent").unwrap(), None);
    let error = order.more.get::<i64>("decimal").unwrap_err();
    assert_eq!(error.pointer(), "/decimal");
    assert_eq!(json::to_string(&order).unwrap(), text);
}

#[test]
fn a_repeated_property_is_refused_also_when_it_is_escaped_or_one_of_many() {
    assert_eq!(
        kind(r#"{"x":1,"x":1}"#),
        (ErrorKind::Duplicate, "/x".to_owned())
    );
    assert_eq!(
        kind(r#"{"xy":1,"\u0078y":1}"#),
        (ErrorKind::Duplicate, "/xy".to_owned())
    );
    let many: String = (0..100).map(|i| format!(r#""p{i}":{i},"#)).collect();
    assert_eq!(
        kind(&format!(r#"{{{many}"p7":1}}"#)),
        (ErrorKind::Duplicate, "/p7".to_owned())
    );
}

#[test]
fn of_a_repeated_custom_annotation_the_last_counts_and_control_information_may_not_repeat() {
    let order: Order = json::from_str(r#"{"@ns.a":1,"@ns.b":2,"@ns.a":3}"#).unwrap();
    assert_eq!(json::to_string(&order).unwrap(), r#"{"@ns.a":3,"@ns.b":2}"#);
    assert_eq!(
        kind(r#"{"@odata.etag":"1","@odata.etag":"1"}"#),
        (ErrorKind::Duplicate, "/@odata.etag".to_owned())
    );
}

#[test]
fn control_information_has_its_own_types() {
    for text in [
        r#"{"@odata.etag":1}"#,
        r#"{"@odata.id":{}}"#,
        r#"{"note@odata.navigationLink":[]}"#,
    ] {
        assert_eq!(kind(text).0, ErrorKind::Type, "{text}");
    }
    assert!(json::from_str::<Order>(r#"{"@odata.id":null,"@odata.anythingNew":[1]}"#).is_ok());
}

#[test]
fn an_empty_name_is_no_name() {
    assert_eq!(kind(r#"{"":1}"#).0, ErrorKind::InvalidName);
}

#[test]
fn without_a_bag_it_is_read_over_or_refused() {
    let text = r#"{"x":[{"y":1}],"@ns.a":1,"note":"n"}"#;
    assert_eq!(
        json::from_str::<Bagless>(text).unwrap(),
        Bagless {
            note: Some("n".to_owned())
        }
    );
    let error = json::from_str::<Closed>(text).unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::Undeclared, "/x")
    );
    assert!(
        json::from_str::<Closed>(r#"{"@ns.a":1}"#).is_ok(),
        "annotations are never refused"
    );
}

#[test]
fn the_bags_refuse_names_that_are_not_theirs() {
    let mut order = Order::default();
    order.more.insert("extra", &1).unwrap();
    order.annotations.insert("note@ns.why", "x").unwrap();
    assert_eq!(
        json::to_string(&order).unwrap(),
        r#"{"note@ns.why":"x","extra":1}"#
    );
    assert!(order.more.insert("no@pe", &1).is_err());
    assert!(order.annotations.insert("nope", &1).is_err());
    assert!(order.annotations.insert("@odata.made.up", &1).is_err());
}
