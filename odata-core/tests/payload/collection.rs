//! Collections and their items (JSON 4.01 §13).

mod envelope;

use odata_core::{
    Annotations, Collection, ErrorKind, ODataResource, ReadOptions, WriteOptions, json,
    payload::Envelope,
};

use super::TestResult;

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "NS", rename_all = "PascalCase")]
pub(super) struct Customer {
    #[odata(key, nullable = false)]
    id: Option<i32>,
    #[odata(validate(length(max = 5)))]
    name: Option<String>,
    #[odata(annotations)]
    annotations: Annotations,
}

fn customer(id: i32) -> Customer {
    Customer {
        id: Some(id),
        ..Customer::default()
    }
}

type Customers = Collection<Customer>;

fn read_error(text: &str) -> (ErrorKind, String) {
    read_error_with(text, &ReadOptions::client())
}

fn read_error_with(text: &str, options: &ReadOptions) -> (ErrorKind, String) {
    let error = json::from_str_with::<Customers>(text, options).unwrap_err();
    (error.kind(), error.pointer().to_owned())
}

fn error_at(kind: ErrorKind, pointer: &str) -> (ErrorKind, String) {
    (kind, pointer.to_owned())
}

#[test]
fn items_have_the_order_of_the_payload() -> TestResult {
    let text = r#"{"@odata.context":"http://h/s/$metadata#Customers","value":[{"Id":3},{"Id":1},{"Id":2}]}"#;
    let customers: Customers = json::from_str(text)?;
    assert_eq!(customers.value, [customer(3), customer(1), customer(2)]);
    assert_eq!(
        customers.context.as_deref(),
        Some("http://h/s/$metadata#Customers")
    );
    assert!(customers.is_complete());
    assert_eq!(json::to_string(&customers)?, text);
    Ok(())
}

#[test]
fn control_information_may_follow_the_items() -> TestResult {
    let text =
        r#"{"value":[{"Id":1}],"@odata.nextLink":"next","@odata.count":7,"@odata.context":"c"}"#;
    let page: Customers = json::from_str(text)?;
    assert_eq!(page.len(), 1);
    assert_eq!(page.count, Some(7));
    assert_eq!(page.next_link.as_deref(), Some("next"));
    assert!(!page.is_complete());
    Ok(())
}

#[test]
fn plain_serde_reads_the_same_collection() -> TestResult {
    let text = r#"{"@odata.count":1,"value":[{"Id":1}]}"#;
    let plain: Customers = serde_json::from_str(text)?;
    assert_eq!(plain, json::from_str(text)?);
    let value: serde_json::Value = serde_json::from_str(text)?;
    assert_eq!(plain, serde_json::from_value(value)?);
    Ok(())
}

#[test]
fn an_empty_collection_is_an_empty_array() -> TestResult {
    let empty: Customers = json::from_str(r#"{"value":[]}"#)?;
    assert!(empty.is_empty());
    assert_eq!(json::to_string(&empty)?, r#"{"value":[]}"#);
    Ok(())
}

#[test]
fn value_must_be_an_array() {
    assert_eq!(
        read_error(r#"{"value":null}"#),
        error_at(ErrorKind::Null, "/value")
    );
    assert_eq!(
        read_error(r#"{"value":{"Id":1}}"#),
        error_at(ErrorKind::Type, "/value")
    );
    assert_eq!(
        read_error(r#"{"@odata.count":0}"#),
        error_at(ErrorKind::Missing, "/value")
    );
    assert_eq!(read_error(r#"[{"Id":1}]"#), error_at(ErrorKind::Type, ""));
}

#[test]
fn an_error_points_at_the_item() {
    assert_eq!(
        read_error(r#"{"value":[{"Id":1},{"Id":"2"}]}"#),
        error_at(ErrorKind::Type, "/value/1/Id")
    );
    assert_eq!(
        read_error(r#"{"value":[1,2]}"#),
        error_at(ErrorKind::Type, "/value/0")
    );
    assert_eq!(
        read_error(r#"{"value":[{"Id":1},null]}"#),
        error_at(ErrorKind::Null, "/value/1")
    );
    let error = json::from_str::<Customers>("{\"value\": [\n  {\"Id\": 1},\n  {\"Id\": true}\n]}")
        .unwrap_err();
    assert_eq!((error.line(), error.column()), (3, 13));
}

#[test]
fn a_violation_points_at_the_item() -> TestResult {
    let error =
        json::from_str::<Customers>(r#"{"value":[{"Id":1},{"Name":"too long"}]}"#).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Validation);
    assert_eq!(error.pointer(), "/value/1/Name");
    let unchecked = ReadOptions::client().validate(false);
    json::from_str_with::<Customers>(r#"{"value":[{"Name":"too long"}]}"#, &unchecked)?;
    Ok(())
}

#[test]
fn an_item_may_be_an_entity_reference() -> TestResult {
    let text = r#"{"value":[{"@odata.id":"Customers(1)"},{"Id":2}]}"#;
    let customers: Customers = json::from_str(text)?;
    let id = customers
        .value
        .first()
        .and_then(|it| it.annotations.control().id())
        .flatten();
    assert_eq!(id.as_deref(), Some("Customers(1)"));
    assert_eq!(json::to_string(&customers)?, text);
    Ok(())
}

#[test]
fn a_null_item_requires_a_nullable_item_type() -> TestResult {
    let text = r#"{"value":["a",null]}"#;
    let names: Collection<Option<String>> = json::from_str(text)?;
    assert_eq!(names.value, [Some("a".to_owned()), None]);
    assert_eq!(json::to_string(&names)?, text);
    assert!(json::from_str::<Collection<String>>(text).is_err());
    Ok(())
}

#[test]
fn items_may_borrow_from_the_body() -> TestResult {
    let body = r#"{"value":["a","b"]}"#.to_owned();
    let names: Collection<&str> = json::from_str(&body)?;
    assert_eq!(names.value, ["a", "b"]);
    Ok(())
}

#[test]
fn primitive_items_follow_the_rules_of_numbers() -> TestResult {
    let doubles: Collection<f64> = json::from_str(r#"{"value":[1,"INF","-INF"]}"#)?;
    assert_eq!(doubles.value, [1.0, f64::INFINITY, f64::NEG_INFINITY]);
    assert_eq!(
        json::to_string(&doubles)?,
        r#"{"value":[1.0,"INF","-INF"]}"#
    );
    let whole: Collection<Option<i32>> = json::from_str(r#"{"value":[-0,null]}"#)?;
    assert_eq!(whole.value, [Some(0), None]);
    Ok(())
}

#[test]
fn long_numbers_are_strings_under_ieee754_compatible() -> TestResult {
    let text = r#"{"@odata.count":"2","value":["9007199254740993",null]}"#;
    let read = ReadOptions::client().ieee754(true);
    let longs: Collection<Option<i64>> = json::from_str_with(text, &read)?;
    assert_eq!(longs.value, [Some(9_007_199_254_740_993), None]);
    assert_eq!(
        json::to_string_with(&longs, &WriteOptions::new().ieee754(true))?,
        text
    );
    assert!(json::from_str::<Collection<i64>>(r#"{"value":["1"]}"#).is_err());
    Ok(())
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "NS", deref)]
pub(super) struct Vip {
    #[odata(base)]
    base: Customer,
    level: Option<i32>,
    #[odata(navigation)]
    manager: Option<Box<AnyCustomer>>,
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(hierarchy = Customer)]
pub(super) enum AnyCustomer {
    Customer(Customer),
    Vip(Vip),
}

#[test]
fn items_have_the_type_in_the_context_url() -> TestResult {
    let text = r##"{"@odata.context":"http://h/s/$metadata#Customers/NS.vip","value":[{"Id":1,"level":2,"manager":{"Id":3}},{"@odata.type":"#NS.Customer","Id":4}]}"##;
    let whole: Collection<AnyCustomer> = json::from_str(text)?;
    let one_by_one = json::items(text.as_bytes()).collect::<Result<Vec<_>, _>>()?;
    assert_eq!(whole.value, one_by_one);
    let [AnyCustomer::Vip(vip), AnyCustomer::Customer(_)] = whole.value.as_slice() else {
        return Err(format!("{:?}", whole.value).into());
    };
    assert_eq!(vip.level, Some(2));
    // A nested value has the type of its property.
    assert!(matches!(
        vip.manager.as_deref(),
        Some(AnyCustomer::Customer(_))
    ));
    let other: Collection<AnyCustomer> = json::from_str(r#"{"value":[{"Id":1}]}"#)?;
    assert!(matches!(other.value.as_slice(), [AnyCustomer::Customer(_)]));
    Ok(())
}

#[test]
fn nesting_counts_the_envelope() {
    let options = ReadOptions::client().max_depth(2);
    assert_eq!(
        read_error_with(r#"{"value":[{"Id":1}]}"#, &options),
        error_at(ErrorKind::Depth, "/value/0")
    );
    assert_eq!(
        read_error_with(r#"{"@ns.a":[[1]],"value":[]}"#, &options),
        error_at(ErrorKind::Depth, "/@ns.a")
    );
}

#[test]
fn a_collection_converts_from_and_to_items() {
    let mut customers: Customers = [customer(1), customer(2)].into_iter().collect();
    for customer in &mut customers {
        customer.name = Some("n".to_owned());
    }
    assert_eq!(customers.iter().count(), (&customers).into_iter().len());
    let (items, envelope) = customers.into_parts();
    assert_eq!(envelope, Envelope::default());
    assert_eq!(
        Customers::from(items)
            .into_iter()
            .next()
            .and_then(|it| it.name),
        Some("n".to_owned())
    );
}

crate::round_trip::round_trips! {
    types: [Customer, Vip],
    hierarchies: [AnyCustomer { Customer, Vip }],
    enumerations: [],
}
