//! Null, absent, and a value (JSON format 4.01, sections 6 to 8).

use super::*;

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop.model")]
struct Order {
    number: i32,
    note: Option<String>,
    #[odata(nullable = false)]
    total: Option<Decimal>,
    discount: Option<Option<Decimal>>,
    to: Option<Option<Address>>,
    lines: Vec<Option<i32>>,
    tags: Option<Vec<String>>,
    #[odata(navigation)]
    customer: Option<Option<Box<Novel>>>,
    #[odata(navigation)]
    items: Option<Vec<Book>>,
}

const LEAST: &str = r#"{"number":1,"lines":[]}"#;

fn with(member: &str) -> String {
    LEAST.replace('}', &format!(",{member}}}"))
}

#[test]
fn null_is_a_value_of_what_is_nullable_only() {
    assert_eq!(
        json::from_str::<Order>(&with(r#""note":null"#))
            .unwrap()
            .note,
        None
    );
    assert_eq!(
        refused::<Order>(r#"{"number":null,"lines":[]}"#),
        at(ErrorKind::Null, "/number")
    );
    assert_eq!(
        refused::<Order>(&with(r#""total":null"#)),
        at(ErrorKind::Null, "/total")
    );
    let order: Order = json::from_str(&with(r#""discount":null,"to":null"#)).unwrap();
    assert_eq!((&order.discount, &order.to), (&Some(None), &Some(None)));
    assert!(
        json::to_string(&order)
            .unwrap()
            .contains(r#""discount":null,"to":null"#)
    );
}

/// CSDL 4.01, section 6.5.
#[test]
fn a_key_may_be_absent_but_is_never_null() {
    #[derive(Debug, Default, PartialEq, ODataResource)]
    #[odata(namespace = "shop.model")]
    struct Customer {
        #[odata(key)]
        id: Option<String>,
    }
    assert_eq!(json::from_str::<Customer>("{}").unwrap().id, None);
    assert_eq!(
        refused::<Customer>(r#"{"id":null}"#),
        at(ErrorKind::Null, "/id")
    );
    assert!(!Customer::TYPE.property("id").unwrap().is_nullable());
}

#[test]
fn a_collection_is_never_null_its_items_may_be() {
    assert_eq!(
        json::from_str::<Order>(r#"{"number":1,"lines":[1,null]}"#)
            .unwrap()
            .lines,
        [Some(1), None]
    );
    assert_eq!(
        refused::<Order>(r#"{"number":1,"lines":null}"#),
        at(ErrorKind::Null, "/lines")
    );
    assert_eq!(
        refused::<Order>(&with(r#""tags":null"#)),
        at(ErrorKind::Null, "/tags")
    );
    assert_eq!(
        refused::<Order>(&with(r#""tags":["a",null]"#)),
        at(ErrorKind::Null, "/tags/1")
    );
    assert_eq!(
        refused::<Order>(&with(r#""items":null"#)),
        at(ErrorKind::Null, "/items")
    );
    assert_eq!(json::from_str::<Order>(LEAST).unwrap().tags, None);
    assert_eq!(
        json::from_str::<Order>(&with(r#""tags":[]"#)).unwrap().tags,
        Some(Vec::new())
    );
}

#[test]
fn what_is_absent_is_missed_only_where_it_is_required() {
    assert_eq!(again::<Order>(LEAST).unwrap(), LEAST);
    assert_eq!(
        refused::<Order>(r#"{"lines":[]}"#),
        at(ErrorKind::Missing, "/number")
    );
    // A full entity has every property that is not nullable.
    assert_eq!(
        refused_with::<Order>(LEAST, &ReadOptions::strict()),
        at(ErrorKind::Missing, "/total")
    );
}

#[test]
fn a_single_navigation_property_is_absent_null_or_expanded() {
    let read = |text: &str| json::from_str::<Order>(text).unwrap().customer;
    assert_eq!(read(LEAST), None);
    assert_eq!(read(&with(r#""customer":null"#)), Some(None));
    assert!(matches!(
        read(&with(r#""customer":{"hero":"h"}"#)),
        Some(Some(_))
    ));
}
