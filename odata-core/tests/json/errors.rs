//! The kinds of errors, and errors as values in Rust.

use odata_core::{DynamicProperties, Error, ErrorKind, ODataResource, json};

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Line {
    copies: Option<i32>,
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    lines: Vec<Line>,
    note: Option<String>,
    #[odata(dynamic_properties)]
    more: DynamicProperties,
}

fn read_error(text: &str) -> Error {
    let by_slice = json::from_slice::<Order>(text.as_bytes()).unwrap_err();
    let by_reader = json::from_reader::<Order>(text.as_bytes()).unwrap_err();
    assert_eq!(by_slice.to_string(), by_reader.to_string());
    by_slice
}

#[test]
fn invalid_json_is_a_syntax_error_with_a_line() {
    let error = read_error("{\"lines\":[]\n,}");
    assert_eq!((error.kind(), error.line()), (ErrorKind::Syntax, 2));
    assert_eq!(read_error("{\"lines\":[").kind(), ErrorKind::Eof);
    assert_eq!(read_error("").kind(), ErrorKind::Eof);
    assert_eq!(read_error("{\"lines\":[]} x").kind(), ErrorKind::Syntax);
    let error = json::from_slice::<Order>(b"{\"note\":\"\xff\"}").unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::Syntax, "/note")
    );
}

#[test]
fn a_wrong_type_differs_from_null() {
    assert_eq!(read_error("[]").kind(), ErrorKind::Type);
    assert_eq!(read_error("3").pointer(), "");
    assert_eq!(read_error(r#"{"lines":{}}"#).kind(), ErrorKind::Type);
    assert_eq!(read_error(r#"{"lines":null}"#).kind(), ErrorKind::Null);
    assert_eq!(read_error(r#"{"lines":[null]}"#).pointer(), "/lines/0");
    assert_eq!(
        read_error(r#"{"lines":[{"copies":2147483648}]}"#).pointer(),
        "/lines/0/copies"
    );
}

#[test]
fn a_failing_reader_is_an_io_error() {
    struct Broken;
    impl std::io::Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("the line is dead"))
        }
    }
    let error = json::from_reader::<Order>(Broken).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Io);
    assert!(std::error::Error::source(&error).is_some());
}

#[test]
fn an_error_is_send_and_sync() {
    fn travels<T: Send + Sync + 'static>(_: &T) {}
    travels(&read_error("3"));
}

#[test]
fn a_failed_read_does_not_affect_the_next() {
    let _ = read_error(r#"{"lines":[{"copies":"x"}]}"#);
    assert_eq!(read_error(r#"{"note":1}"#).pointer(), "/note");
    assert!(serde_json::from_str::<Order>(r#"{"lines":[{"copies":"x"}]}"#).is_err());
    assert_eq!(read_error("3").pointer(), "");
}

#[test]
fn the_debug_form_is_what_main_prints() {
    let error = read_error(r#"{"lines":null}"#);
    assert_eq!(
        format!("{error:?}"),
        format!("Error({:?}, {error})", error.kind())
    );
    assert!(!format!("{error:#?}").contains("Inner"));
}

#[test]
fn a_kind_has_a_description() {
    assert_eq!(ErrorKind::Type.to_string(), "wrong JSON type");
    assert_eq!(
        format!("{:>6}", ErrorKind::Eof),
        "unexpected end of the body"
    );
}

#[test]
fn a_value_is_read_like_text_but_has_no_line() {
    let value = serde_json::json!({"lines": [{"copies": 2}], "size": 1});
    let order: Order = json::from_value(&value).unwrap();
    assert_eq!(order.lines.len(), 1);
    assert!(order.more.contains("size"));
    let error =
        json::from_value::<Order>(&serde_json::json!({"lines": [{"copies": "2"}]})).unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer(), error.line(), error.column()),
        (ErrorKind::Type, "/lines/0/copies", 0, 0)
    );
    let deep = (0..120).fold(serde_json::Value::Null, |it, _| serde_json::json!([it]));
    let error =
        json::from_value::<Order>(&serde_json::json!({"lines": [], "x": deep})).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Depth);
}

#[test]
fn pretty_text_reads_as_the_same_value() {
    let order: Order = json::from_str(r#"{"lines":[{"copies":2}],"x":1.50}"#).unwrap();
    let text = json::to_string_pretty(&order).unwrap();
    assert!(text.contains("\n  \"lines\""), "{text}");
    assert!(text.contains("1.50"), "{text}");
    assert_eq!(json::from_str::<Order>(&text).unwrap(), order);
}

crate::round_trip::round_trips! {
    types: [Line, Order],
    hierarchies: [],
    enumerations: [],
}
