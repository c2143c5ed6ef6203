//! Responses (Protocol 4.01 §8.2, §9).

use std::{error::Error, time::Duration};

use http::{HeaderMap, Response};
use odata_core::{
    ErrorKind, ReadOptions,
    http::{Received, ResponseError, retry_after},
};

use crate::Order;

fn respond(status: u16, headers: &[(&str, &str)], body: &str) -> Response<String> {
    let mut response = Response::builder().status(status);
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    response.body(body.to_owned()).unwrap()
}

fn fail(status: u16, headers: &[(&str, &str)], body: &str) -> ResponseError {
    Received::<Order>::read(&respond(status, headers, body)).unwrap_err()
}

#[test]
fn a_value_has_its_entity_tag() {
    for (headers, etag) in [(&[("ETag", "W/\"7\"")][..], Some("W/\"7\"")), (&[], None)] {
        let response = respond(200, headers, r#"{"id":7}"#);
        let received: Received<Order> = Received::read(&response).unwrap();
        assert_eq!((received.value.id, received.etag.as_deref()), (7, etag));
        let received = Received::check(&response).unwrap();
        assert_eq!(received.etag.as_deref(), etag);
    }
    assert!(Received::check(&respond(204, &[], "")).is_ok());
}

#[test]
fn the_headers_determine_how_a_body_is_read() {
    // The numbers are strings, and 4.01 needs no prefix.
    let headers = [
        ("Content-Type", "application/json;IEEE754Compatible=true"),
        ("OData-Version", "4.01"),
    ];
    let body = r##"{"@type":"#shop.order","id":"9007199254740993"}"##;
    let response = respond(200, &headers, body);
    let received: Received<Order> = Received::read(&response).unwrap();
    assert_eq!(received.value.id, 9_007_199_254_740_993);

    let error = fail(200, &[], r#"{"id":"7"}"#);
    assert_eq!(
        error.body_error().map(|it| it.kind()),
        Some(ErrorKind::Type)
    );
}

#[test]
fn options_of_the_caller_hold() {
    let response = respond(200, &[], r#"{"id":7,"unknown":1}"#);
    assert!(Received::<Order>::read(&response).is_ok());
    let strict = Received::<Order>::read_with(&response, &ReadOptions::server());
    let error = strict.unwrap_err();
    let pointer = error.body_error().map(|it| it.pointer().to_owned());
    assert_eq!(pointer.as_deref(), Some("/unknown"));
}

#[test]
fn an_error_status_has_the_error_of_the_service() {
    let body = r#"{"error":{"code":"NotFound","message":"No such order."}}"#;
    let error = fail(404, &[], body);
    assert_eq!(error.status(), 404);
    assert_eq!(
        error.odata_error().and_then(|it| it.code()),
        Some("NotFound")
    );
    assert_eq!(error.to_string(), "404 Not Found: NotFound: No such order.");
    assert_eq!(
        error.source().map(ToString::to_string).as_deref(),
        Some("NotFound: No such order.")
    );
    assert!(error.body_error().is_none());

    let error = fail(502, &[], "<html>Bad Gateway</html>");
    assert!(error.odata_error().is_none() && error.source().is_none());
    assert_eq!(error.to_string(), "502 Bad Gateway, without an OData error");
}

#[test]
fn a_success_without_a_readable_body_is_an_error() {
    let error = fail(200, &[("Retry-After", "1")], r#"{"id":"#);
    assert_eq!(error.status(), 200);
    assert!(error.odata_error().is_none());
    assert_eq!(error.body_error().map(|it| it.kind()), Some(ErrorKind::Eof));
    assert!(
        error
            .to_string()
            .starts_with("200 OK with an unreadable body: "),
        "{error}"
    );
    assert!(!error.is_transient());
}

#[test]
fn what_may_succeed_later_is_transient() {
    for status in [408, 429, 500, 502, 503, 504, 529] {
        assert!(fail(status, &[], "").is_transient(), "{status}");
    }
    for status in [301, 304, 400, 401, 403, 404, 409, 412, 501, 505] {
        assert!(!fail(status, &[], "").is_transient(), "{status}");
    }
}

#[test]
fn retry_after_is_seconds() {
    for (value, seconds) in [
        ("0", Some(0)),
        ("120", Some(120)),
        (" 7 ", Some(7)),
        ("-1", None),
        ("1.5", None),
        ("Wed, 21 Oct 2026 07:28:00 GMT", None),
    ] {
        let error = fail(429, &[("Retry-After", value)], "");
        assert_eq!(
            error.retry_after(),
            seconds.map(Duration::from_secs),
            "{value}"
        );
    }
    assert_eq!(retry_after(&HeaderMap::new()), None);
}

#[test]
fn the_debug_form_is_what_main_prints() {
    let error = fail(404, &[], "");
    assert_eq!(
        format!("{error:?}"),
        "ResponseError(404 Not Found, without an OData error)"
    );
}
