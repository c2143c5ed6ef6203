//! Limits apply to each item, not to the body.

use super::*;

#[test]
fn max_bytes_limits_each_item_and_not_the_body() {
    let many = format!(r#"{{"value":[{}{{"id":1}}]}}"#, r#"{"id":1},"#.repeat(100));
    let options = ReadOptions::client().max_bytes(20);
    assert_eq!(read_all(many.as_bytes(), 1000, &options).0.len(), 101);
    let long = r#"{"value":[{"id":1},{"lines":["12345678901234567890"]},{}]}"#;
    for size in [1, 7, 1000] {
        let (items, end) = read_all(long.as_bytes(), size, &options);
        let error = end.unwrap_err();
        assert_eq!(
            (items.len(), error.kind(), error.pointer()),
            (1, ErrorKind::Length, "/value/1")
        );
    }
}

#[test]
fn an_endless_item_is_an_error() {
    let endless = io::Read::chain(&br#"{"value":[""#[..], io::repeat(b'a'));
    let options = ReadOptions::client().max_bytes(1 << 20);
    let mut items = json::items_with::<String, _>(endless, &options);
    assert_eq!(items.next().unwrap().unwrap_err().kind(), ErrorKind::Length);
    assert!(items.next().is_none());
}

#[test]
fn max_bytes_limits_the_envelope() {
    let body = format!(
        r#"{{{}"value":[]}}"#,
        (0..100)
            .map(|i| format!(r#""@ns.a{i}":"x","#))
            .collect::<String>()
    );
    let error = read_all(body.as_bytes(), 10, &ReadOptions::client().max_bytes(100))
        .1
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Length);
}

/// The object of the body and its array are levels, although no value is built for them.
#[test]
fn max_depth_counts_the_envelope() {
    for (max_depth, is_deep_enough) in [(0, false), (1, false), (2, true)] {
        let options = ReadOptions::client().max_depth(max_depth);
        let body = r#"{"value":[1,2]}"#;
        let mut items = json::items_with::<i64, _>(body.as_bytes(), &options);
        let streamed: Result<Vec<i64>, Error> = items.by_ref().collect();
        let whole = json::from_str_with::<Collection<i64>>(body, &options);
        if is_deep_enough {
            assert_eq!(streamed.unwrap(), whole.unwrap().value);
        } else {
            assert_eq!(streamed.unwrap_err().kind(), ErrorKind::Depth);
            assert_eq!(whole.unwrap_err().kind(), ErrorKind::Depth);
        }
    }
}

#[test]
fn other_limits_apply_to_each_item() {
    let body = r#"{"value":[{"id":1},{"id":2,"lines":["123456"]}]}"#;
    for (options, kind, pointer) in [
        (
            ReadOptions::client().max_depth(3),
            ErrorKind::Depth,
            "/value/1/lines",
        ),
        (
            ReadOptions::client().max_members(1),
            ErrorKind::Length,
            "/value/1/lines",
        ),
        (
            ReadOptions::client().max_string(5),
            ErrorKind::Length,
            "/value/1/lines",
        ),
    ] {
        let (items, end) = read_all(body.as_bytes(), 1000, &options);
        let error = end.unwrap_err();
        assert_eq!((items.len(), error.kind()), (1, kind));
        assert!(error.pointer().starts_with(pointer), "{}", error.pointer());
    }
}

#[test]
fn max_members_limits_the_envelope() {
    let body = r#"{"@ns.a":1,"value":[{"id":1}],"@ns.b":2}"#;
    let options = ReadOptions::client().max_members(2);
    let (items, end) = read_all(body.as_bytes(), 1000, &options);
    let error = end.unwrap_err();
    let whole = json::from_str_with::<Collection<Order>>(body, &options).unwrap_err();
    assert_eq!((items.len(), error.to_string()), (1, whole.to_string()));
    assert_eq!(whole.kind(), ErrorKind::Length);
}

#[test]
fn deep_nesting_in_an_item_is_an_error() {
    let body = format!(r#"{{"value":[{{"@ns.a":{}"#, "[".repeat(200_000));
    let error = read_all(body.as_bytes(), 1000, &ReadOptions::client())
        .1
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Eof);
    let body = format!(
        r#"{{"value":[{{"@ns.a":{}{}}}]}}"#,
        "[".repeat(20_000),
        "]".repeat(20_000)
    );
    let error = read_all(body.as_bytes(), 1000, &ReadOptions::client())
        .1
        .unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::Depth, "/value/0/@ns.a")
    );
}
