//! Entity references and service documents.

use odata_core::{
    EntityReference, json,
    payload::{ServiceDocument, ServiceElement, ServiceElementKind},
};

type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error>>;

#[test]
fn a_reference_is_kept_whole() -> Result {
    let body = r##"{"@odata.context":"http://h/s/$metadata#$ref","@odata.id":"Orders(1)","@odata.type":"#NS.Order","@ns.note":{"a":0.10}}"##;
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
fn a_reference_may_be_spelt_as_4_01_does() -> Result {
    let reference: EntityReference = serde_json::from_str(r#"{"@id":"Orders(1)"}"#)?;
    assert_eq!(reference.id(), "Orders(1)");
    assert_eq!(
        serde_json::to_string(&reference)?,
        r#"{"@odata.id":"Orders(1)"}"#
    );
    Ok(())
}

#[test]
fn a_reference_has_an_id_and_no_properties() {
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
fn ids_with_quotes_are_escaped() -> Result {
    let reference = EntityReference::new(r#"Orders("1")"#).with_type("NS.Order");
    let body = serde_json::to_string(&reference)?;
    assert_eq!(
        body,
        r##"{"@odata.id":"Orders(\"1\")","@odata.type":"#NS.Order"}"##
    );
    assert_eq!(reference.id(), r#"Orders("1")"#);
    assert_eq!(serde_json::from_str::<EntityReference>(&body)?, reference);
    Ok(())
}

#[test]
fn a_service_document_keeps_what_it_does_not_know() -> Result {
    let body = r#"{"@odata.context":"http://h/s/$metadata","@ns.note":1,"value":[{"name":"Orders","kind":"EntitySet","url":"Orders"},{"name":"Top","kind":"FunctionImport","url":"Top","title":null},{"name":"HR","kind":"ServiceDocument","url":"http://h/hr/","title":"Human Resources"},{"name":"New","kind":"Novelty","url":"New","@ns.x":2.50,"extra":true}]}"#;
    let document: ServiceDocument = serde_json::from_str(body)?;
    let kinds: Vec<_> = document
        .elements()
        .iter()
        .map(ServiceElement::kind)
        .collect();
    assert_eq!(
        kinds,
        [
            ServiceElementKind::EntitySet,
            ServiceElementKind::FunctionImport,
            ServiceElementKind::ServiceDocument,
            ServiceElementKind::Other("Novelty")
        ]
    );
    assert_eq!(document.url_of("New").as_deref(), Some("http://h/s/New"));
    assert_eq!(document.url_of("HR").as_deref(), Some("http://h/hr/"));
    assert_eq!(
        document.element("HR").and_then(ServiceElement::title),
        Some("Human Resources")
    );
    assert_eq!(document.element("new"), None);
    assert_eq!(serde_json::to_string(&document)?, body);
    Ok(())
}

#[test]
fn an_element_without_a_kind_is_an_entity_set() -> Result {
    let document: ServiceDocument =
        serde_json::from_str(r#"{"value":[{"name":"Orders","url":"Orders"}]}"#)?;
    assert_eq!(
        document.elements().first().map(ServiceElement::kind),
        Some(ServiceElementKind::EntitySet)
    );
    assert_eq!(document.url_of("Orders").as_deref(), Some("Orders"));
    Ok(())
}

#[test]
fn what_is_no_service_document_is_refused() {
    for body in [
        "[]",
        "{}",
        r#"{"value":null}"#,
        r#"{"value":{}}"#,
        r#"{"value":[{"name":"a"}]}"#,
        r#"{"value":[{"url":"a"}]}"#,
        r#"{"value":[{"name":1,"url":"a"}]}"#,
        r#"{"value":[{"name":"a","url":"a","name":"b"}]}"#,
        r#"{"@odata.context":5,"value":[]}"#,
    ] {
        assert!(
            serde_json::from_str::<ServiceDocument>(body).is_err(),
            "{body}"
        );
    }
}

#[test]
fn what_is_missing_has_its_place() {
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
    let document = |body| {
        json::from_str::<ServiceDocument>(body)
            .map_err(pointer)
            .err()
    };
    assert_eq!(document("{}").as_deref(), Some("/value"));
    assert_eq!(
        document(r#"{"value":[{"name":"a"}]}"#).as_deref(),
        Some("/value/0/url")
    );
}
