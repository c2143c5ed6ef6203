//! Bodies of individual properties (JSON 4.01 §11).

use odata_core::{ErrorKind, json, payload::PropertyValue};

use super::{TestResult, collection::AnyCustomer};

#[test]
fn a_property_value_has_the_type_in_the_context_url() -> TestResult {
    let text = r##"{"@odata.context":"$metadata#NS.vip","value":{"level":2}}"##;
    let vip: PropertyValue<AnyCustomer> = json::from_str(text)?;
    assert!(matches!(vip.value, AnyCustomer::Vip(_)));
    Ok(())
}

#[test]
fn a_property_value_is_in_value() -> TestResult {
    let text = r#"{"@odata.context":"http://h/s/$metadata#Customers(1)/Name","@ns.a":1,"value":"Ada","more":2.50}"#;
    let name: PropertyValue<String> = json::from_str(text)?;
    assert_eq!(name.value, "Ada");
    assert_eq!(json::to_string(&name)?, text);
    assert_eq!(name.into_value(), "Ada");
    Ok(())
}

#[test]
fn a_null_for_a_non_nullable_property_value_is_an_error() -> TestResult {
    let null = r#"{"value":null}"#;
    let none: PropertyValue<Option<i64>> = json::from_str(null)?;
    assert_eq!(none, PropertyValue::new(None));
    assert_eq!(json::to_string(&none)?, null);
    let error = json::from_str::<PropertyValue<i64>>(null).unwrap_err();
    assert_eq!((error.kind(), error.pointer()), (ErrorKind::Null, "/value"));
    Ok(())
}

#[test]
fn a_missing_or_repeated_value_is_an_error() {
    let error = json::from_str::<PropertyValue<i64>>("{}").unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::Missing, "/value")
    );
    let error = json::from_str::<PropertyValue<i64>>(r#"{"value":1,"value":1}"#).unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::Duplicate, "/value")
    );
    let error = json::from_str::<PropertyValue<i64>>("5").unwrap_err();
    assert_eq!(error.expected(), Some("an object with a `value`"));
}
