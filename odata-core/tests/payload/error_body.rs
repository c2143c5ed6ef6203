//! Error bodies (JSON 4.01 §21), also those that break the rules of the protocol.

use odata_core::{
    ErrorKind, ODataError, ODataResource, ReadOptions, Violation, Violations, json,
    payload::{ErrorDetail, InnerError},
};

use super::TestResult;

fn read(json: &str) -> TestResult<ODataError> {
    Ok(serde_json::from_str(json)?)
}

/// The violations that `conforms` finds.
fn violations(json: &str) -> TestResult<Vec<String>> {
    let violations = read(json)?.conforms().err().unwrap_or_default();
    Ok(violations.iter().map(Violation::to_string).collect())
}

#[test]
fn all_members_are_preserved() -> TestResult {
    for body in [
        r#"{"error":{"code":"c","message":"m"}}"#,
        r#"{"error":{"code":"c","message":"m","target":null}}"#,
        r#"{"error":{"code":"err123","message":"Unsupported functionality","target":"query","details":[{"code":"forty-two","message":"not supported","target":"$search"}],"innererror":{"trace":[],"context":{}}}}"#,
        r#"{"error":{"code":"c","message":"m","innerError":{"date":"2024-01-01T00:00:00","request-id":"a","client-request-id":"b"}}}"#,
        r#"{"error":{"code":"c","message":"m","@ns.retry":79228162514264337593543950335,"message@odata.type":"String","unknown":[0.1000000000000000055]}}"#,
        r#"{"error":{"code":"c","message":"m","details":[{"code":"d","message":"n","@ns.a":1,"more":2}],"innererror":null},"@ns.b":1}"#,
        r#"{"error":{"code":null,"message":"m","details":null}}"#,
        r#"{"error":{}}"#,
    ] {
        assert_eq!(serde_json::to_string(&read(body)?)?, body);
    }
    Ok(())
}

#[test]
fn members_have_typed_getters() -> TestResult {
    let error = read(
        r#"{"error":{"target":"query","message":"m","code":"c","@ns.retry":5,
            "details":[{"code":"d","message":"n","target":"t","@ns.x":1}],
            "innererror":{"code":"inner","attempts":3,"innererror":{"code":"innermost"}}}}"#,
    )?;
    assert_eq!(
        (error.code(), error.message(), error.target()),
        (Some("c"), Some("m"), Some("query"))
    );
    let detail = error.details().first().ok_or("no detail")?;
    assert_eq!(
        (detail.code(), detail.message(), detail.target()),
        (Some("d"), Some("n"), Some("t"))
    );
    assert_eq!(detail.raw("@ns.x").map(|json| json.as_str()), Some("1"));
    assert_eq!(error.raw("@ns.retry").map(|json| json.as_str()), Some("5"));
    let inner = error.inner_error().ok_or("no inner error")?;
    assert_eq!(inner.get::<u8>("attempts")?, Some(3));
    let innermost = inner.inner_error().and_then(|it| it.code());
    assert_eq!(
        (inner.code().as_deref(), innermost.as_deref()),
        (Some("inner"), Some("innermost"))
    );
    Ok(())
}

#[test]
fn a_body_that_is_not_an_error_body_is_an_error() {
    for body in [
        "{}",
        "[]",
        "null",
        r#"{"error":"boom"}"#,
        r#"{"error":null}"#,
        r#"{"error":[]}"#,
        r#"{"error":{"code":5,"message":"m"}}"#,
        r#"{"error":{"code":"c","message":"m","details":{}}}"#,
        r#"{"error":{"code":"c","message":"m","details":[1]}}"#,
        r#"{"error":{"code":"c","message":"m","innererror":"x"}}"#,
        r#"{"error":{"code":"c","message":"m"},"error":{"code":"d","message":"n"}}"#,
        r#"{"error":{"code":"c","message":"m","code":"d"}}"#,
        r#"{"error":{"code":"c","message":"m","cod\u0065":"d"}}"#,
        r#"{"error":{"code":"c","message":"m","unknown":1,"unknown":2}}"#,
        r#"{"error":{"code":"c","message":"m","innererror":{"a":1,"a":1}}}"#,
    ] {
        assert!(read(body).is_err(), "{body}");
    }
}

#[test]
fn the_last_of_repeated_annotations_wins() -> TestResult {
    let error = read(r#"{"error":{"code":"c","message":"m","@ns.a":1,"@ns.b":2,"@ns.a":3}}"#)?;
    let more: Vec<_> = error
        .other_members()
        .map(|(name, json)| (name, json.as_str()))
        .collect();
    assert_eq!(more, [("@ns.a", "3"), ("@ns.b", "2")]);
    Ok(())
}

#[test]
fn conforms_lists_what_a_readable_body_violates() -> TestResult {
    assert_eq!(
        violations(r#"{"error":{"code":"c","message":"m"}}"#)?,
        [""; 0]
    );
    assert_eq!(
        violations(r#"{"error":{"message":"m"}}"#)?,
        ["/error/code: is required"]
    );
    assert_eq!(
        violations(r#"{"error":{"code":null,"message":""}}"#)?,
        [
            "/error/code: must not be null",
            "/error/message: must not be empty"
        ]
    );
    assert_eq!(
        violations(
            r#"{"error":{"code":"c","message":"m","details":[{"code":"d","message":"n"},{"code":"d"}]}}"#
        )?,
        ["/error/details/1/message: is required"]
    );
    assert_eq!(
        violations(
            r#"{"error":{"code":"c","message":"m","details":null,"innerError":null},"more":1}"#
        )?,
        [
            "/error/details: must be an array",
            "/error/innerError: must be an object",
            "/more: must not be beside `error`"
        ]
    );
    Ok(())
}

#[test]
fn strict_options_require_code_and_message() -> TestResult {
    let strict = ReadOptions::strict();
    for (body, kind, pointer) in [
        (
            r#"{"error":{"message":"m"}}"#,
            ErrorKind::Missing,
            "/error/code",
        ),
        (
            r#"{"error":{"code":null,"message":"m"}}"#,
            ErrorKind::Missing,
            "/error/code",
        ),
        (
            r#"{"error":{"code":"c","message":""}}"#,
            ErrorKind::Missing,
            "/error/message",
        ),
        (
            r#"{"error":{"code":"c","message":"m","details":[{"code":"d","message":"n"},{"code":"d"}]}}"#,
            ErrorKind::Missing,
            "/error/details/1/message",
        ),
    ] {
        let error = json::from_str_with::<ODataError>(body, &strict)
            .err()
            .ok_or(body)?;
        assert_eq!(
            (error.kind(), error.pointer()),
            (kind, pointer),
            "{body}: {error}"
        );
        assert!(json::from_str::<ODataError>(body).is_ok(), "{body}");
    }
    let body = r#"{"error":{"code":"c","message":"m","target":null}}"#;
    let error: ODataError = json::from_str_with(body, &strict)?;
    assert_eq!(json::to_string(&error)?, body);
    Ok(())
}

#[test]
fn an_error_points_at_the_member() -> TestResult {
    for (body, kind, pointer) in [
        (r#"{"error":"boom"}"#, ErrorKind::Type, "/error"),
        (r#"{"error":{"code":5}}"#, ErrorKind::Type, "/error/code"),
        (
            r#"{"error":{"details":[{},{"target":5}]}}"#,
            ErrorKind::Type,
            "/error/details/1/target",
        ),
        (r#"{"error":{},"error":{}}"#, ErrorKind::Duplicate, "/error"),
        (
            r#"{"error":{"innererror":{"a":1,"a":1}}}"#,
            ErrorKind::Duplicate,
            "/error/innererror/a",
        ),
        ("{}", ErrorKind::Missing, "/error"),
    ] {
        let error = json::from_str::<ODataError>(body).err().ok_or(body)?;
        assert_eq!(
            (error.kind(), error.pointer()),
            (kind, pointer),
            "{body}: {error}"
        );
    }
    Ok(())
}

#[derive(Debug, ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(validate(range(min = 1, max = 10)))]
    amount: i32,
}

#[test]
fn a_read_error_becomes_an_error_body() -> TestResult {
    let error = json::from_str::<Order>(r#"{"amount":"many"}"#)
        .err()
        .ok_or("it reads")?;
    let body = ODataError::from(&error);
    assert_eq!(
        (body.code(), body.target()),
        (Some("InvalidBody"), Some("/amount"))
    );
    assert_eq!(body.message(), Some(error.to_string().as_str()));

    let error = json::from_str::<Order>(r#"{"amount":11}"#)
        .err()
        .ok_or("it reads")?;
    let body = ODataError::from(&error);
    assert_eq!(body.code(), Some("ValidationFailed"));
    assert_eq!(
        body.details().first().and_then(ErrorDetail::target),
        Some("/amount")
    );
    Ok(())
}

#[test]
fn nested_inner_errors_have_a_limit() {
    let nested = |levels: usize| {
        let inner = format!(
            "{}{{}}{}",
            "{\"innererror\":".repeat(levels),
            "}".repeat(levels)
        );
        read(&format!(
            r#"{{"error":{{"code":"c","message":"m","innererror":{inner}}}}}"#
        ))
    };
    assert!(nested(50).is_ok());
    assert!(nested(200).is_err());
    assert!(nested(100_000).is_err());
}

#[test]
fn display_shows_code_and_message() -> TestResult {
    assert_eq!(ODataError::new("c", "m").to_string(), "c: m");
    assert_eq!(
        read(r#"{"error":{"code":"UnknownError","message":""}}"#)?.to_string(),
        "UnknownError"
    );
    assert_eq!(read(r#"{"error":{"message":"m"}}"#)?.to_string(), "m");
    assert_eq!(
        read(r#"{"error":{"code":"","message":"m"}}"#)?.to_string(),
        "m"
    );
    for text in [
        r#"{"error":{}}"#,
        r#"{"error":{"code":""}}"#,
        r#"{"error":{"code":"","message":""}}"#,
    ] {
        assert_eq!(
            read(text)?.to_string(),
            "the service reports an error without code and message"
        );
    }
    Ok(())
}

#[test]
fn an_error_is_built_from_parts() -> TestResult {
    let error = ODataError::new("c", "m")
        .with_target("t")
        .with_detail(ErrorDetail::new("d", "n").with_target("u"))
        .with_inner_error(InnerError::new().with("id", &7)?);
    let body = r#"{"error":{"code":"c","message":"m","target":"t","details":[{"code":"d","message":"n","target":"u"}],"innererror":{"id":7}}}"#;
    assert_eq!(serde_json::to_string(&error)?, body);
    assert_eq!(read(body)?, error);
    assert!(error.conforms().is_ok());
    Ok(())
}

#[test]
fn violations_become_an_error_body() -> TestResult {
    let violations = Violations::from(vec![
        Violation::at("state", "must be one of `Denied`, `Canceled`").with_rule("one_of"),
        Violation::new("needs a stage").with_rule("stage"),
    ]);
    let error = ODataError::from(violations);
    assert_eq!(
        serde_json::to_string(&error)?,
        r#"{"error":{"code":"ValidationFailed","message":"2 rules are broken.","details":[{"code":"one_of","message":"must be one of `Denied`, `Canceled`","target":"/state"},{"code":"stage","message":"needs a stage"}]}}"#
    );
    assert!(error.conforms().is_ok());
    Ok(())
}

crate::round_trip::round_trips! {
    types: [Order],
    hierarchies: [],
    enumerations: [],
}
