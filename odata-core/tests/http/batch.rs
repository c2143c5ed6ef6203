//! JSON batches (JSON 4.01 §19).

use odata_core::{
    ErrorKind,
    http::{BatchRequest, BatchResponse},
    json,
};

use crate::Order;

#[test]
fn requests_are_in_order() {
    let batch = BatchRequest::new().get("a", "Orders(7)").get("b", "Orders");
    let text = json::to_string(&batch).unwrap();
    assert_eq!(
        text,
        concat!(
            r#"{"requests":[{"id":"a","method":"get","url":"Orders(7)"},"#,
            r#"{"id":"b","method":"get","url":"Orders"}]}"#,
        )
    );
    assert_eq!(json::from_str::<BatchRequest>(&text).unwrap(), batch);
}

#[test]
fn each_response_has_its_own_headers_and_status() {
    let body = r#"{"responses":[
        {"id":"b","status":404,"headers":{"Retry-After":"3"},"body":{"error":{"code":"x","message":"y"}}},
        {"id":"a","status":200,"headers":{
            "ETag":"W/\"1\"","OData-Version":"4.01","Content-Type":"application/json;IEEE754Compatible=true",
            "not a name":"x","Number":3,"Bad":"a\nb"
        },"body":{"id":"7","total":"79228162514264337593543950335"}},
        {"id":"c","status":204}
    ]}"#;
    let batch: BatchResponse = json::from_str(body).unwrap();
    let order = batch.read::<Order>("a").unwrap().unwrap();
    assert_eq!(order.etag.as_deref(), Some("W/\"1\""));
    assert_eq!(order.value.id, 7);
    assert_eq!(
        order.value.total.map(|it| it.to_string()).as_deref(),
        Some("79228162514264337593543950335")
    );
    let error = batch.read::<Order>("b").unwrap().unwrap_err();
    assert_eq!(error.to_string(), "404 Not Found: x: y");
    assert_eq!(error.retry_after().map(|it| it.as_secs()), Some(3));
    let error = batch.read::<Order>("c").unwrap().unwrap_err();
    assert_eq!(error.status(), 204);
    assert!(batch.read::<Order>("d").is_none());

    let headers = batch.responses[1].to_response().unwrap();
    let mut names: Vec<&str> = headers.headers().keys().map(|it| it.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["content-type", "etag", "odata-version"]);
}

#[test]
fn an_impossible_status_is_an_error() {
    for status in ["99", "1000", "-200", "\"200\""] {
        let body = format!(r#"{{"responses":[{{"id":"a","status":{status}}}]}}"#);
        let error = json::from_str::<BatchResponse>(&body).unwrap_err();
        assert_eq!(
            error
                .violations()
                .next()
                .map_or(error.pointer(), |it| it.pointer()),
            "/responses/0/status"
        );
        assert!(matches!(
            error.kind(),
            ErrorKind::Validation | ErrorKind::Type
        ));
    }
}
