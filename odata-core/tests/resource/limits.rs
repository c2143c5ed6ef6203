//! Limits, in values that are kept or read over, too (RFC 8259, section 9).

use super::*;

#[test]
fn nesting_has_a_limit_wherever_it_is() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    for name in ["kept", "@a.kept"] {
        let text = |depth| format!(r#"{{"{name}":{}}}"#, nested(depth));
        assert!(json::from_str::<Novel>(&text(99)).is_ok());
        assert_eq!(
            refused::<Novel>(&text(100)),
            (ErrorKind::Depth, format!("/{name}"))
        );
    }
    let skipped = |depth| format!(r#"{{"skipped":{}}}"#, nested(depth));
    assert!(json::from_str::<Address>(&skipped(99)).is_ok());
    for depth in [100, 20_000] {
        assert_eq!(
            refused::<Address>(&skipped(depth)),
            at(ErrorKind::Depth, "/skipped")
        );
    }
    // Objects whose tags come last are read again, and no deeper for that.
    let late = r#"{"sequel":"#.repeat(20_000)
        + "null"
        + &r##","@odata.type":"#shop.model.novel"}"##.repeat(20_000);
    assert_eq!(refused::<AnyItem>(&late).0, ErrorKind::Depth);
    let shallow = ReadOptions::client().max_depth(3);
    assert!(json::from_str_with::<Novel>(r#"{"x":[[1]]}"#, &shallow).is_ok());
    assert_eq!(
        refused_with::<Novel>(r#"{"x":[[[1]]]}"#, &shallow),
        at(ErrorKind::Depth, "/x")
    );
}

#[test]
fn a_body_has_a_limit() {
    let options = ReadOptions::client().max_bytes(20);
    assert!(json::from_str_with::<Novel>(r#"{"title":"0123456"}"#, &options).is_ok());
    let long = r#"{"title":"0123456789"}"#;
    assert_eq!(refused_with::<Novel>(long, &options).0, ErrorKind::Length);
    // A reader is not read past it.
    let endless = std::io::Read::chain(&b"{\"title\":\""[..], std::io::repeat(b'x'));
    let error = json::from_reader_with::<Novel>(endless, &options).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Length);
}

#[test]
fn strings_numbers_and_objects_have_limits() {
    let options = ReadOptions::client()
        .max_string(8)
        .max_number(6)
        .max_members(3);
    assert!(
        json::from_str_with::<Novel>(
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
    ] {
        assert_eq!(
            refused_with::<Novel>(text, &options),
            at(ErrorKind::Length, pointer),
            "{text}"
        );
    }
    let digits = "1".repeat(1025);
    assert_eq!(
        refused::<Novel>(&format!(r#"{{"x":{digits}}}"#)),
        at(ErrorKind::Length, "/x")
    );
}
