//! A type that only the context URL says (Protocol, section 10), and ordered payloads of a hierarchy.

use odata_core::{Annotations, DynamicResource, ErrorKind, ODataResource, ReadOptions, json};

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
fn a_cast_in_the_context_url_fixes_the_type_and_no_tag_is_added() -> Result<(), odata_core::Error> {
    let text =
        r#"{"@odata.context":"http://h/s/$metadata#Customers/shop.vip/$entity","id":1,"level":3}"#;
    let any: AnyCustomer = json::from_str(text)?;
    assert_eq!(any.as_vip().and_then(|it| it.level), Some(3));
    assert_eq!(json::to_string(&any)?, text);
    Ok(())
}

#[test]
fn escapes_in_the_context_url_and_in_a_type_mean_what_they_say() -> Result<(), odata_core::Error> {
    // As PHP writes JSON.
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
fn a_tag_that_came_stays() -> Result<(), odata_core::Error> {
    let text = r##"{"@odata.context":"http://h/s/$metadata#Customers/shop.vip/$entity","@odata.type":"#shop.vip","level":3}"##;
    let any: AnyCustomer = json::from_str(text)?;
    assert_eq!(json::to_string(&any)?, text);
    Ok(())
}

#[test]
fn the_context_comes_first_in_an_ordered_payload() {
    let read = |text: &str| {
        json::from_str_with::<AnyCustomer>(text, &ReadOptions::client().streaming(true))
    };
    assert!(read(r##"{"@odata.context":"c","@odata.type":"#shop.vip","id":1}"##).is_ok());
    for text in [
        r##"{"@odata.type":"#shop.vip","@odata.context":"c","id":1}"##,
        r##"{"id":1,"@odata.type":"#shop.vip"}"##,
        r##"{"@odata.type":"#shop.vip","id":1,"@odata.id":"Customers(1)"}"##,
    ] {
        assert_eq!(
            read(text).map_err(|it| it.kind()),
            Err(ErrorKind::Order),
            "{text}"
        );
    }
}
