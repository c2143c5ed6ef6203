//! The type tag in its many forms (JSON format 4.01, section 4.5.3).

use odata_core::{ErrorKind, ODataResource, ReadOptions, json};

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "contoso.shop", schema_alias = "shop")]
struct Order {
    id: Option<i32>,
}

fn read(tag: &str) -> Result<Order, odata_core::Error> {
    json::from_str(&format!(r#"{{"@odata.type":{tag},"id":1}}"#))
}

fn kind(tag: &str) -> ErrorKind {
    let error = read(tag).unwrap_err();
    assert_eq!(error.pointer(), "/@odata.type", "{tag}");
    error.kind()
}

#[test]
fn every_form_that_names_the_type_is_read() {
    for tag in [
        r##""#contoso.shop.order""##,
        r##""contoso.shop.order""##,
        r##""#shop.order""##,
        r##""shop.order""##,
        r##""$metadata#contoso.shop.order""##,
        r##""../$metadata#contoso.shop.order""##,
        r##""\u0023contoso.shop.order""##,
    ] {
        assert_eq!(read(tag).unwrap(), Order { id: Some(1) }, "{tag}");
    }
}

#[test]
fn a_url_names_it_where_it_is_the_service_s_metadata_document() {
    let text = r##"{"@odata.type":"https://shop.example/v1/$metadata#contoso.shop.order"}"##;
    assert_eq!(
        json::from_str::<Order>(text).unwrap_err().kind(),
        ErrorKind::ForeignType
    );
    let own = ReadOptions::client().metadata_url("https://shop.example/v1/$metadata");
    assert_eq!(
        json::from_str_with::<Order>(text, &own).unwrap(),
        Order::default()
    );
    let other = ReadOptions::client().metadata_url("https://other.example/v1/$metadata");
    assert_eq!(
        json::from_str_with::<Order>(text, &other)
            .unwrap_err()
            .kind(),
        ErrorKind::ForeignType
    );
}

#[test]
fn what_names_no_type_is_refused() {
    for tag in [
        r#""""#,
        r##""#""##,
        r#""order""#,
        r##""#contoso.shop.""##,
        r##""# contoso.shop.order""##,
        r##""#Collection(contoso.shop.order)""##,
        r##""#contoso..order""##,
        r##""#contoso.shop.1order""##,
    ] {
        assert_eq!(kind(tag), ErrorKind::InvalidType, "{tag}");
    }
    for tag in ["1", "null", "true", "{}", "[]"] {
        assert!(
            matches!(kind(tag), ErrorKind::Type | ErrorKind::Null),
            "{tag}"
        );
    }
}

#[test]
fn another_type_is_refused_since_it_would_lose_properties() {
    for tag in [
        r##""#contoso.shop.rush""##,
        r##""#other.order""##,
        r##""#contoso.shop.Order""##,
    ] {
        assert_eq!(kind(tag), ErrorKind::NotDerived, "{tag}");
    }
}

#[test]
fn a_second_tag_is_a_duplicate_wherever_it_stands() {
    let text = r##"{"@odata.type":"#shop.order","id":1,"@odata.type":"#shop.order"}"##;
    let error = json::from_str::<Order>(text).unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::Duplicate, "/@odata.type")
    );
}

#[test]
fn it_may_come_last() {
    let text = r##"{"id":1,"@odata.type":"#shop.order"}"##;
    assert_eq!(
        json::from_str::<Order>(text).unwrap(),
        Order { id: Some(1) }
    );
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", write_type = "always")]
struct Always {}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", write_type = "never")]
struct Never {
    #[odata(base)]
    base: Always,
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Derived {
    #[odata(base)]
    base: Never,
}

#[test]
fn it_is_written_first_where_the_type_says_so() {
    assert_eq!(json::to_string(&Order::default()).unwrap(), "{}");
    assert_eq!(
        json::to_string(&Always::default()).unwrap(),
        r##"{"@odata.type":"#shop.always"}"##
    );
    assert_eq!(json::to_string(&Never::default()).unwrap(), "{}");
    assert_eq!(
        json::to_string(&Derived::default()).unwrap(),
        r##"{"@odata.type":"#shop.derived"}"##
    );
}
