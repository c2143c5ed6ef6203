//! Requests.

use axum_core::{
    body::Body,
    extract::{DefaultBodyLimit, FromRequest, Request},
};
use futures_executor::block_on;
use odata_core::{
    ReadOptions,
    axum::{ErrorResponse, ODataJson},
};

use crate::Order;

const JSON: (&str, &str) = ("Content-Type", "application/json");

fn request(headers: &[(&str, &str)], body: impl Into<Body>) -> Request {
    let mut request = Request::builder();
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(body.into()).unwrap()
}

fn extract(request: Request) -> Result<Order, ErrorResponse> {
    block_on(ODataJson::from_request(request, &())).map(|ODataJson(order)| order)
}

/// The status and the code of a rejection.
fn rejection(request: Request) -> (u16, Option<String>) {
    let error = extract(request).unwrap_err();
    let code = error.error().and_then(|it| it.code());
    (error.status().as_u16(), code.map(str::to_owned))
}

#[test]
fn the_headers_determine_how_a_body_is_read() {
    for (headers, body) in [
        (&[JSON][..], r#"{"id":7}"#),
        (
            &[("Content-Type", "application/json; charset=utf-8")],
            r#"{"id":7}"#,
        ),
        (
            &[
                ("Content-Type", "application/json;IEEE754Compatible=true"),
                ("OData-Version", "4.01"),
            ],
            r##"{"@type":"#shop.order","id":"7"}"##,
        ),
    ] {
        let order = extract(request(headers, body)).unwrap();
        assert_eq!(order.id, 7, "{body}");
    }
}

#[test]
fn a_body_of_another_media_type_is_rejected() {
    for headers in [
        &[][..],
        &[("Content-Type", "text/plain")],
        &[("Content-Type", "application/json;charset=latin1")],
    ] {
        let found = rejection(request(headers, r#"{"id":7}"#));
        assert_eq!(found, (415, Some("UnsupportedMediaType".to_owned())));
    }
}

#[test]
fn a_body_that_is_not_valid_is_rejected_with_the_pointer() {
    for (body, target) in [
        (r#"{"id":"x"}"#, "/id"),
        (r#"{"id":1,"parts":[{"id":2},{"id":null}]}"#, "/parts/1/id"),
        // The options of a service.
        (r#"{"id":1,"unknown":2}"#, "/unknown"),
    ] {
        let error = extract(request(&[JSON], body)).unwrap_err();
        assert_eq!(error.status(), 400);
        assert_eq!(error.error().and_then(|it| it.target()), Some(target));
    }
    let error = extract(request(&[JSON], r#"{"id":1,"note":"too long"}"#)).unwrap_err();
    assert_eq!(error.status(), 400);
    let details = error.error().map(|it| it.details()).unwrap();
    assert_eq!(details[0].target(), Some("/note"));
    assert_eq!(
        rejection(request(&[JSON], vec![b'"', 0xFF, b'"'])).0,
        400,
        "not UTF-8"
    );
}

#[test]
fn limits_are_413() {
    let mut long = request(&[JSON], r#"{"id":1}"#);
    DefaultBodyLimit::max(4).apply(&mut long);
    assert_eq!(rejection(long).0, 413);
    let level = r#"{"id":1,"parts":["#;
    let deep = format!("{}{}", level.repeat(60), "]}".repeat(60));
    assert_eq!(rejection(request(&[JSON], deep)).0, 413);
}

#[test]
fn options_are_an_extension_of_the_request() {
    let body = r#"{"id":1,"unknown":[[2]]}"#;
    let with = |options: ReadOptions| {
        let mut request = request(&[JSON], body);
        request.extensions_mut().insert(options);
        extract(request)
    };
    assert_eq!(with(ReadOptions::client()).map(|it| it.id).unwrap(), 1);
    let error = with(ReadOptions::client().max_depth(2)).unwrap_err();
    assert_eq!(error.status(), 413);
}
