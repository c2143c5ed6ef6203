//! Limits, which apply to skipped and preserved values too (RFC 8259 §9).

use super::*;

#[test]
fn nesting_is_limited_in_every_position() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    for name in ["kept", "@a.kept"] {
        let text = |depth| format!(r#"{{"{name}":{}}}"#, nested(depth));
        assert!(read::<Novel>(&text(99)).is_ok());
        assert_eq!(
            read_error::<Novel>(&text(100)),
            error_at(ErrorKind::Depth, &format!("/{name}"))
        );
    }
    let skipped = |depth| format!(r#"{{"skipped":{}}}"#, nested(depth));
    assert!(read::<Address>(&skipped(99)).is_ok());
    for depth in [100, 20_000] {
        assert_eq!(
            read_error::<Address>(&skipped(depth)),
            error_at(ErrorKind::Depth, "/skipped")
        );
    }
    // An object whose tag is last is read twice, which does not double the limit.
    let late = r#"{"sequel":"#.repeat(20_000)
        + "null"
        + &r##","@odata.type":"#shop.model.novel"}"##.repeat(20_000);
    assert_eq!(read_error::<AnyItem>(&late).0, ErrorKind::Depth);
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(namespace = "shop.model")]
struct Part {
    parts: Option<Vec<Part>>,
}

#[test]
fn max_depth_counts_objects_and_arrays() {
    let max_depth = |depth| ReadOptions::client().max_depth(depth);
    let text = r#"{"parts":[{"parts":[{}]}]}"#;
    assert!(read_with::<Part>(text, &max_depth(5)).is_ok());
    assert_eq!(
        read_error_with::<Part>(text, &max_depth(4)),
        error_at(ErrorKind::Depth, "/parts/0/parts/0")
    );
    assert!(read_with::<Novel>(r#"{"x":[[1]]}"#, &max_depth(3)).is_ok());
    let text = r#"{"x":[[[1]]]}"#;
    assert!(read_with::<Novel>(text, &max_depth(4)).is_ok());
    assert_eq!(
        read_error_with::<Novel>(text, &max_depth(3)),
        error_at(ErrorKind::Depth, "/x")
    );
}

#[test]
fn max_bytes_limits_a_body() {
    let text = r#"{"title":"0123456"}"#;
    let options = ReadOptions::client().max_bytes(text.len());
    assert!(read_with::<Novel>(text, &options).is_ok());
    let long = r#"{"title":"01234567"}"#;
    assert_eq!(
        read_error_with::<Novel>(long, &options).0,
        ErrorKind::Length
    );
    // No reader is read beyond the limit.
    let endless = std::io::Read::chain(&b"{\"title\":\""[..], std::io::repeat(b'x'));
    let error = json::from_reader_with::<Novel>(endless, &options).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Length);
}

#[test]
fn max_string_max_number_and_max_members_limit_every_value() {
    let options = ReadOptions::client()
        .max_string(8)
        .max_number(6)
        .max_members(3);
    assert!(
        read_with::<Novel>(
            r#"{"title":"12345678","x":123456,"y":{"a":1,"b":2,"c":3}}"#,
            &options
        )
        .is_ok()
    );
    for (text, pointer) in [
        (r#"{"title":"123456789"}"#, "/title"),
        (r#"{"x":["123456789"]}"#, "/x/0"),
        (r#"{"x":1234567}"#, "/x"),
        (r#"{"x":{"a":1,"b":2,"c":3,"d":4}}"#, "/x/d"),
        (r#"{"a":1,"b":2,"c":3,"d":4}"#, "/d"),
    ] {
        assert_eq!(
            read_error_with::<Novel>(text, &options),
            error_at(ErrorKind::Length, pointer),
            "{text}"
        );
    }
    let digits = "1".repeat(1025);
    for value in [
        digits.clone(),
        format!("-{digits}"),
        format!("[{digits}]"),
        format!(r#"{{"y":[0,{{"z":{digits}}}]}}"#),
    ] {
        assert_eq!(
            read_error::<Novel>(&format!(r#"{{"x":{value}}}"#)),
            error_at(ErrorKind::Length, "/x"),
            "{value}"
        );
    }
    let digits = "1".repeat(1024);
    for value in [digits.clone(), format!(r#"[{{"y":{digits}}}]"#)] {
        assert!(read::<Novel>(&format!(r#"{{"x":{value}}}"#)).is_ok());
    }
}

crate::round_trip::round_trips! {
    types: [Part],
    hierarchies: [],
    enumerations: [],
}
