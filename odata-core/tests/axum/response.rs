//! Responses.

use axum_core::response::IntoResponse;
use http::StatusCode;
use odata_core::{
    ODataError, Violation, Violations,
    axum::{ErrorResponse, ODataJson},
};

use crate::{Order, parts};

fn header(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

#[test]
fn a_value_is_a_body_of_version_4_0() {
    let order = Order {
        id: 7,
        ..Order::default()
    };
    let (status, headers, body) = parts(ODataJson(order).into_response());
    assert_eq!((status, &*body), (200, r#"{"id":7}"#));
    assert_eq!(
        headers,
        [
            header("content-type", "application/json;odata.metadata=minimal"),
            header("odata-version", "4.0"),
        ]
    );
}

#[test]
fn a_value_that_breaks_a_rule_is_the_fault_of_the_service() {
    let order = Order {
        note: Some("too long".to_owned()),
        ..Order::default()
    };
    let (status, _, body) = parts(ODataJson(order).into_response());
    assert_eq!(status, 500);
    assert_eq!(
        body,
        r#"{"error":{"code":"InternalError","message":"The service cannot write its response."}}"#
    );
}

#[test]
fn an_error_is_an_odata_error() {
    let error = ODataError::new("Busy", "Try again.");
    let response = ErrorResponse::new(StatusCode::SERVICE_UNAVAILABLE, error).with_retry_after(5);
    let (status, headers, body) = parts(response.into_response());
    assert_eq!(status, 503);
    assert_eq!(body, r#"{"error":{"code":"Busy","message":"Try again."}}"#);
    assert_eq!(
        headers,
        [
            header("content-type", "application/json"),
            header("odata-version", "4.0"),
            header("retry-after", "5"),
        ]
    );
}

#[test]
fn a_refusal_has_no_body() {
    let response = ErrorResponse::without_body(StatusCode::FORBIDDEN);
    assert!(response.error().is_none());
    assert_eq!(
        parts(response.into_response()),
        (403, vec![], String::new())
    );
    let response = ErrorResponse::without_body(StatusCode::UNAUTHORIZED).into_response();
    let headers = vec![header("www-authenticate", "Bearer")];
    assert_eq!(parts(response), (401, headers, String::new()));
}

#[test]
fn violations_are_details() {
    let violation = Violation::at("/note", "must be short").with_rule("length");
    let response = ErrorResponse::from(Violations::from(violation));
    assert_eq!(response.status(), 400);
    let details = response.error().map(|it| it.details()).unwrap();
    assert_eq!(details[0].target(), Some("/note"));
}
