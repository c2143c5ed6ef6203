//! Service documents (JSON 4.01 §5).

use odata_core::{
    json,
    payload::{ServiceDocument, ServiceElement, ServiceElementKind},
};

use super::TestResult;

#[test]
fn a_service_document_preserves_unknown_members() -> TestResult {
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
fn an_element_without_a_kind_is_an_entity_set() -> TestResult {
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
fn a_body_that_is_not_a_service_document_is_an_error() {
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
fn an_error_points_at_the_missing_member() {
    let pointer = |error: odata_core::Error| error.pointer().to_owned();
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
