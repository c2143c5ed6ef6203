//! Requests (Protocol 4.01 §8).

use http::{Method, Request};
use odata_core::{
    ErrorKind, MetadataLevel, Version, WriteOptions,
    http::RequestBuilder,
    protocol::{MediaType, headers::Prefer},
};

use crate::{Order, OrderPatch};

const URL: &str = "https://shop.example/Orders(7)";

fn headers(request: &Request<Vec<u8>>) -> Vec<(&str, &str)> {
    let headers = request.headers().iter();
    headers
        .map(|(name, value)| (name.as_str(), value.to_str().unwrap()))
        .collect()
}

#[test]
fn a_request_has_the_headers_of_the_protocol() {
    let request = RequestBuilder::get(URL).empty().unwrap();
    assert_eq!(request.method(), Method::GET);
    assert_eq!(request.uri(), URL);
    assert!(request.body().is_empty());
    assert_eq!(
        headers(&request),
        [("accept", "application/json"), ("odata-maxversion", "4.0")]
    );

    let request = RequestBuilder::delete(URL)
        .accept(MediaType::json(MetadataLevel::None))
        .max_version(Version::V401)
        .if_match("*")
        .prefer(&Prefer::new())
        .header("Authorization", "Bearer x")
        .empty()
        .unwrap();
    assert_eq!(request.method(), Method::DELETE);
    assert_eq!(
        headers(&request),
        [
            ("if-match", "*"),
            ("authorization", "Bearer x"),
            ("accept", "application/json;odata.metadata=none"),
            ("odata-maxversion", "4.01"),
        ]
    );
}

#[test]
fn a_body_has_the_version_and_the_media_type_of_its_options() {
    let order = Order {
        id: 7,
        total: Some("1.50".parse().unwrap()),
        ..Order::default()
    };
    for (options, content_type, version, body) in [
        (
            WriteOptions::new(),
            "application/json",
            "4.0",
            r#"{"id":7,"total":1.50}"#,
        ),
        (
            WriteOptions::new().ieee754(true).version(Version::V401),
            "application/json;IEEE754Compatible=true",
            "4.01",
            r#"{"id":"7","total":"1.50"}"#,
        ),
        (
            WriteOptions::new()
                .metadata(Some(MetadataLevel::Full))
                .version(Version::V401),
            "application/json;metadata=full",
            "4.01",
            r##"{"@type":"#shop.order","id":7,"total":1.50}"##,
        ),
    ] {
        let request = RequestBuilder::post(URL).json_with(&order, &options);
        let request = request.unwrap();
        assert_eq!(request.headers()["Content-Type"], content_type);
        assert_eq!(request.headers()["OData-Version"], version);
        assert_eq!(std::str::from_utf8(request.body()).unwrap(), body);
    }
}

#[test]
fn a_patch_has_the_changed_properties_and_the_entity_tag() {
    let patch = OrderPatch {
        note: Some(None),
        ..OrderPatch::default()
    };
    let request = RequestBuilder::patch(URL)
        .if_match("W/\"3\"")
        .prefer(&Prefer::new().return_minimal())
        .json(&patch)
        .unwrap();
    assert_eq!(request.method(), Method::PATCH);
    assert_eq!(request.headers()["If-Match"], "W/\"3\"");
    assert_eq!(request.headers()["Prefer"], "return=minimal");
    assert_eq!(request.body(), br#"{"note":null}"#);
}

#[test]
fn text_is_sent_as_it_is() {
    let text = "{ \"a\" : 1.0 }";
    let request = RequestBuilder::post(URL).json_text(text).unwrap();
    assert_eq!(request.body(), text.as_bytes());
    assert_eq!(request.headers()["Content-Type"], "application/json");
    assert_eq!(request.headers()["OData-Version"], "4.0");
}

#[test]
fn an_invalid_request_is_an_error() {
    let long = Order {
        note: Some("too long".to_owned()),
        ..Order::default()
    };
    let error = RequestBuilder::post(URL).json(&long).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Validation);
    for request in [
        RequestBuilder::get("https://shop.example/a b"),
        RequestBuilder::get(URL).header("a b", "c"),
        RequestBuilder::get(URL).if_match("a\nb"),
    ] {
        let error = request.empty().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Value);
        assert!(
            error
                .to_string()
                .starts_with("the URL or a header of the request is invalid: "),
            "{error}"
        );
    }
}
