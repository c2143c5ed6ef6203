//! Errors of one item, which do not end the iterator, and errors of the body, which do.

use super::*;

/// The error and the number of items before it, which are the same for every chunk size.
fn first_error(body: &str) -> (usize, ErrorKind, String, (usize, usize)) {
    let options = ReadOptions::client();
    let mut answers = [1, 2, 7, 1000].map(|size| {
        let (items, end) = read_all(body.as_bytes(), size, &options);
        let error = end.unwrap_err();
        (
            items.len(),
            error.kind(),
            error.pointer().to_owned(),
            (error.line(), error.column()),
        )
    });
    answers.as_mut_slice().rotate_left(1);
    let [first, rest @ ..] = answers;
    assert!(rest.iter().all(|it| *it == first), "{rest:?} and {first:?}");
    first
}

#[test]
fn an_invalid_item_does_not_end_the_iterator() {
    let body = "{\"value\":[\n{\"id\":\"one\"},\n {\"id\":2},{\"note\":\"too long\"},null,{\"id\":4,\"lines\":[\"a\",\n5]}]}";
    for size in [1, 2, 7, 1000] {
        let items = json::items::<Order, _>(slow(body.as_bytes(), size));
        let answers: Vec<_> = items
            .map(|item| {
                item.map(|it| it.id)
                    .map_err(|e| (e.kind(), e.pointer().to_owned(), (e.line(), e.column())))
            })
            .collect();
        let expected = [
            Err((ErrorKind::Type, "/value/0/id".to_owned(), (2, 11))),
            Ok(Some(2)),
            // Rules are checked after reading, when the position is no longer known.
            Err((ErrorKind::Validation, "/value/2/note".to_owned(), (0, 0))),
            Err((ErrorKind::Null, "/value/3".to_owned(), (3, 34))),
            Err((ErrorKind::Type, "/value/4/lines/1".to_owned(), (4, 1))),
        ];
        assert_eq!(answers, expected, "in pieces of {size}");
    }
}

#[test]
fn an_error_equals_that_of_the_collection() {
    for body in [
        "{\"value\":[{\"id\":1},\n{\"id\":true}]}",
        "{\"value\":[{\"id\":1,\"id\":2}]}",
        "{\"value\":[[]]}",
        "{\"value\":[{\"@odata.type\":\"#NS.other\"}]}",
        "{\"value\":[{\n\"@odata.id\":5}]}",
        "{\"@odata.count\":\n-1,\"value\":[]}",
        "{\"@odata.nextLink\":\"a\",\"@odata.deltaLink\":\"b\",\"value\":[]}",
        "{\"value\":null}",
        "{\"value\":{}}",
        "{\"a\":1,\"a\":2,\"value\":[]}",
        "{\"@odata.count\":1}",
        "[]",
    ] {
        let whole = json::from_str::<Collection<Order>>(body).unwrap_err();
        let (_, kind, pointer, _) = first_error(body);
        assert_eq!((kind, &*pointer), (whole.kind(), whole.pointer()), "{body}");
    }
}

#[test]
fn a_truncated_body_is_an_error() {
    let body = r#"{"@odata.count":1,"value":[{"id":1},{"id":2}],"@odata.nextLink":"n"}"#;
    for end in 0..body.len() {
        let cut = body.get(..end).unwrap();
        let (items, kind, ..) = first_error(cut);
        assert_eq!(kind, ErrorKind::Eof, "{cut}");
        assert_eq!(items, cut.matches("}").count(), "{cut}");
    }
}

#[test]
fn a_body_that_is_not_json_is_an_error() {
    for (body, items, pointer, column) in [
        (r#"{"value":[{"id":1},]}"#, 1, "/value/1", 20),
        (r#"{"value":[{"id":1} {"id":2}]}"#, 1, "/value/1", 20),
        (r#"{"value":[,]}"#, 0, "/value/0", 11),
        (r#"{"value":[{"id":1}}}"#, 1, "/value/1", 19),
        (r#"{"value":[{"id":tru}]}"#, 0, "/value/0/id", 20),
        (r#"{"value" [{"id":1}]}"#, 0, "/value", 10),
        (r#"{"value":[]]"#, 0, "", 12),
        (r#"{"value":[],}"#, 0, "", 13),
        (r#"{,"value":[]}"#, 0, "", 2),
        (r#"{value:[]}"#, 0, "", 2),
        (r#"{"value":[]}{"#, 0, "", 13),
        (r#"{"a":+,"value":[]}"#, 0, "/a", 6),
        (r#"}"#, 0, "", 1),
    ] {
        assert_eq!(
            first_error(body),
            (items, ErrorKind::Syntax, pointer.to_owned(), (1, column)),
            "{body}"
        );
    }
}

#[test]
fn an_invalid_body_ends_the_iterator() {
    let mut items = json::items::<Order, _>(&br#"{"value":[{"id":tru},{"id":2}]}"#[..]);
    assert!(items.next().unwrap().is_err());
    assert!(items.next().is_none());
    assert_eq!(items.trailer().unwrap_err().kind(), ErrorKind::Syntax);
}

#[test]
fn a_body_that_is_not_utf8_is_an_error() -> TestResult {
    for (body, count) in [
        (&b"{\"value\":[{\"id\":1},{\"note\":\"\xff\"}]}"[..], 1),
        (b"{\"value\":[{\"id\":1}],\"a\":\"\xe2\x28\"}", 1),
        (b"\xff", 0),
    ] {
        for size in [1, 3, 1000] {
            let (items, end) = read_all(body, size, &ReadOptions::client());
            let error = end.unwrap_err();
            assert_eq!((items.len(), error.kind()), (count, ErrorKind::Syntax));
            assert_eq!(error.message(), "the body is not UTF-8");
        }
    }
    Ok(())
}
