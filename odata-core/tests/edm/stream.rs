//! Streams with their content in the JSON.

use odata_core::edm::{Binary, Stream};

#[test]
fn a_text_stream_is_a_string() {
    let stream: Stream = serde_json::from_str(r#""gr\u00fcn""#).unwrap();
    assert_eq!(stream, Stream::from("grün"));
    assert_eq!(serde_json::to_string(&stream).unwrap(), "\"grün\"");
}

#[test]
fn a_binary_stream_is_a_base64url_string() {
    let bytes = Binary::from([0xFF, 0x00, 0xFE]);
    let stream = Stream::from(&bytes);
    assert_eq!(stream.as_text(), Some("_wD-"));
    assert_eq!(stream.to_binary(), Ok(bytes.clone()));
    assert_eq!(Stream::from("/wD+").to_binary(), Ok(bytes));
    assert!(Stream::from("no base64!").to_binary().is_err());
}

#[test]
fn a_json_stream_is_preserved_exactly() {
    for json in ["{\"a\":[1.0,null,\"\\u00e9\"]}", "[]", "12.50", "true"] {
        let stream: Stream = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&stream).unwrap(), json);
        assert_eq!(stream.as_text(), None);
        assert!(stream.to_binary().is_err());
    }
}

#[test]
fn null_is_an_absent_stream() {
    assert_eq!(
        serde_json::from_str::<Option<Stream>>("null").unwrap(),
        None
    );
    let error = serde_json::from_str::<Stream>("null")
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("expected the content of a stream"),
        "{error}"
    );
}
