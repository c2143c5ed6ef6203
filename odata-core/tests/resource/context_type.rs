//! A type that only the context URL names (Protocol 4.01 §10).

use super::*;

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", kind = entity)]
struct Customer {
    #[odata(annotations)]
    annotations: Annotations,
    id: Option<i32>,
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Vip {
    #[odata(base)]
    base: Customer,
    level: Option<i32>,
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(hierarchy = Customer)]
enum AnyCustomer {
    Customer(Customer),
    Vip(Vip),
    #[odata(other)]
    Other(DynamicResource),
}

#[test]
fn a_cast_in_the_context_url_replaces_the_tag() -> Result<(), odata_core::Error> {
    let text =
        r#"{"@odata.context":"http://h/s/$metadata#Customers/shop.vip/$entity","id":1,"level":3}"#;
    let any: AnyCustomer = json::from_str(text)?;
    assert_eq!(any.as_vip().and_then(|it| it.level), Some(3));
    assert_eq!(json::to_string(&any)?, text);
    Ok(())
}

#[test]
fn a_cast_in_the_context_url_replaces_the_tag_of_a_closed_hierarchy() {
    let text =
        r##"{"@odata.context":"http://h/$metadata#Items/shop.model.book/$entity","title":"t"}"##;
    let KnownItem::Book(book) = read(text).unwrap() else {
        panic!()
    };
    assert_eq!(book.title.as_deref(), Some("t"));
}

#[test]
fn a_context_url_and_a_tag_may_contain_json_escapes() -> Result<(), odata_core::Error> {
    // PHP escapes each slash.
    let text = r##"{"@odata.context":"http:\/\/h\/s\/$metadata#Customers\/shop.vip\/$entity","id@odata.type":"\u0023Int32","id":1}"##;
    let any: AnyCustomer = json::from_str(text)?;
    assert!(any.as_vip().is_some());
    assert_eq!(json::to_string(&any)?, text);

    let wrong = text.replace("Int32", "String");
    let error = json::from_str::<AnyCustomer>(&wrong).map_err(|it| it.kind());
    assert_eq!(error, Err(ErrorKind::NotDerived));
    Ok(())
}

#[test]
fn a_tag_beside_a_cast_is_preserved() -> Result<(), odata_core::Error> {
    let text = r##"{"@odata.context":"http://h/s/$metadata#Customers/shop.vip/$entity","@odata.type":"#shop.vip","level":3}"##;
    let any: AnyCustomer = json::from_str(text)?;
    assert_eq!(json::to_string(&any)?, text);
    Ok(())
}

crate::round_trip::round_trips! {
    types: [Customer, Vip],
    hierarchies: [AnyCustomer { Customer, Vip }],
    enumerations: [],
}
