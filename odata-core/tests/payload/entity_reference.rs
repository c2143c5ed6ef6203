//! References to entities (JSON 4.01 §14).

use odata_core::{EntityReference, json};

use super::TestResult;

#[test]
fn a_reference_preserves_all_members() -> TestResult {
    let body = r##"{"@odata.context":"http://h/s/$metadata#$ref","@odata.type":"#NS.Order","@odata.id":"Orders(1)","@ns.note":{"a":0.10}}"##;
    let reference: EntityReference = serde_json::from_str(body)?;
    assert_eq!(reference.id(), "Orders(1)");
    assert_eq!(reference.type_name().as_deref(), Some("NS.Order"));
    assert_eq!(
        reference.control().context().as_deref(),
        Some("http://h/s/$metadata#$ref")
    );
    assert_eq!(serde_json::to_string(&reference)?, body);
    Ok(())
}

#[test]
fn a_reference_may_have_the_names_of_4_01() -> TestResult {
    let reference: EntityReference = serde_json::from_str(r#"{"@id":"Orders(1)"}"#)?;
    assert_eq!(reference.id(), "Orders(1)");
    assert_eq!(
        serde_json::to_string(&reference)?,
        r#"{"@odata.id":"Orders(1)"}"#
    );
    Ok(())
}

#[test]
fn a_reference_without_id_or_with_properties_is_an_error() {
    for body in [
        r#"{"@odata.id":"Orders(1)","Amount":3}"#,
        r##"{"@odata.id":"Orders(1)","#NS.Do":{}}"##,
        r#"{"@odata.id":null}"#,
        r#"{"@odata.id":5}"#,
        r#"{"@odata.type":"NS.Order"}"#,
        r#"{"@odata.id":"a","@odata.id":"a"}"#,
        r#"{}"#,
        r#""Orders(1)""#,
    ] {
        assert!(
            serde_json::from_str::<EntityReference>(body).is_err(),
            "{body}"
        );
    }
}

#[test]
fn quotes_in_an_id_are_escaped() -> TestResult {
    let reference = EntityReference::new(r#"Orders("1")"#).with_type("NS.Order");
    let body = serde_json::to_string(&reference)?;
    assert_eq!(
        body,
        r##"{"@odata.type":"#NS.Order","@odata.id":"Orders(\"1\")"}"##
    );
    assert_eq!(reference.id(), r#"Orders("1")"#);
    assert_eq!(serde_json::from_str::<EntityReference>(&body)?, reference);
    Ok(())
}

#[test]
fn an_error_points_at_the_id() {
    let pointer = |error: odata_core::Error| error.pointer().to_owned();
    let reference = |body| {
        json::from_str::<EntityReference>(body)
            .map_err(pointer)
            .err()
    };
    assert_eq!(reference("{}").as_deref(), Some("/@odata.id"));
    assert_eq!(
        reference(r#"{"@odata.id":null}"#).as_deref(),
        Some("/@odata.id")
    );
    assert_eq!(
        reference(r#"{"@odata.id":5}"#).as_deref(),
        Some("/@odata.id")
    );
}
