//! Collections of any length, item by item, over all their pages.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::io::{self, Read};

use odata_core::{
    Annotations, Collection, Error, ErrorKind, ODataResource, ReadOptions, Version, json,
    payload::{DeltaItem, Envelope},
};

type TestResult = Result<(), Box<dyn std::error::Error>>;

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "NS")]
struct Order {
    id: Option<i64>,
    #[odata(validate(length(max = 5)))]
    note: Option<String>,
    lines: Option<Vec<String>>,
    #[odata(annotations)]
    annotations: Annotations,
}

/// A reader that gives so many bytes at once, and fails where it is told to.
struct Slow<'a> {
    body: &'a [u8],
    size: usize,
    fails_at_end: bool,
}

fn slow(body: &[u8], size: usize) -> Slow<'_> {
    Slow {
        body,
        size,
        fails_at_end: false,
    }
}

impl Read for Slow<'_> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        if self.body.is_empty() && self.fails_at_end {
            return Err(io::ErrorKind::ConnectionReset.into());
        }
        let size = self.size.min(to.len());
        io::Read::take(&mut self.body, size as u64).read(to)
    }
}

/// All items, and the trailer or the error that ended them.
fn read_all(
    body: &[u8],
    size: usize,
    options: &ReadOptions,
) -> (Vec<Order>, Result<Envelope, Error>) {
    let mut items = json::items_with::<Order, _>(slow(body, size), options);
    let mut all = Vec::new();
    for item in items.by_ref() {
        match item {
            Ok(item) => all.push(item),
            Err(error) => return (all, Err(error)),
        }
    }
    (all, items.trailer())
}

/// The error and the number of items before it, however the body arrives.
fn refused(body: &str) -> (usize, ErrorKind, String, (usize, usize)) {
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

const BODY: &str = r##"
{
  "@odata.context": "$metadata#Orders", "@ns.note": {"b": [1.50, "]}"]},
  "@odata.count": 9007199254740993,
  "value": [
    {"id": 1, "note": "\"é€😀"},
    {"id": -0, "lines": ["a}", "b]", "c\\"], "@odata.etag": "x"}, {},
    {"@odata.type": "#NS.order", "id": 9223372036854775807}
  ],
  "more": "later",
  "@odata.nextLink": "Orders?$skip=4"
}
"##;

// Reading

#[test]
fn a_body_reads_as_its_collection_does_however_it_arrives() -> TestResult {
    let whole: Collection<Order> = json::from_str(BODY)?;
    for size in (1..=BODY.len()).chain([100_000]) {
        let (items, trailer) = read_all(BODY.as_bytes(), size, &ReadOptions::client());
        assert_eq!(
            Collection::from_parts(items, trailer?),
            whole,
            "in pieces of {size}"
        );
    }
    Ok(())
}

#[test]
fn what_comes_before_the_items_is_there_before_them() -> TestResult {
    let mut items = json::items::<Order, _>(BODY.as_bytes());
    let envelope = items.envelope()?;
    assert_eq!(envelope.context.as_deref(), Some("$metadata#Orders"));
    assert_eq!(envelope.count, Some(9_007_199_254_740_993));
    assert_eq!(envelope.annotations.len(), 1);
    assert_eq!(envelope.next_link, None);
    assert_eq!(items.next().unwrap()?.id, Some(1));
    Ok(())
}

#[test]
fn the_trailer_reads_over_the_items_that_are_left() -> TestResult {
    let mut items = json::items::<Order, _>(slow(BODY.as_bytes(), 10));
    assert_eq!(items.next().unwrap()?.id, Some(1));
    let trailer = items.trailer()?;
    assert_eq!(trailer.next_link.as_deref(), Some("Orders?$skip=4"));
    assert_eq!(
        trailer.undeclared.get::<String>("more")?.as_deref(),
        Some("later")
    );
    Ok(())
}

#[test]
fn no_items_are_none() -> TestResult {
    for body in [r#"{"value":[]}"#, r#" { "value" : [ ] } "#] {
        let (items, trailer) = read_all(body.as_bytes(), 1, &ReadOptions::client());
        assert!(items.is_empty());
        assert_eq!(trailer?, Envelope::default());
    }
    Ok(())
}

#[test]
fn items_may_be_of_any_type() -> TestResult {
    let numbers = json::items::<f64, _>(slow(br#"{"value":[12,3.5e2,"INF",-0]}"#, 1));
    assert_eq!(
        numbers.collect::<Result<Vec<_>, _>>()?,
        [12.0, 350.0, f64::INFINITY, -0.0]
    );
    let words = json::items::<Option<bool>, _>(slow(br#"{"value":[true,null]}"#, 1));
    assert_eq!(words.collect::<Result<Vec<_>, _>>()?, [Some(true), None]);
    let texts = json::items::<String, _>(slow(br#"{"value":["a\"]","b"]}"#, 1));
    assert_eq!(texts.collect::<Result<Vec<_>, _>>()?, ["a\"]", "b"]);
    let changes = br#"{"value":[{"id":1},{"id":2,"@removed":{}}]}"#;
    let changes =
        json::items::<DeltaItem<Order>, _>(slow(changes, 1)).collect::<Result<Vec<_>, _>>()?;
    assert!(matches!(
        changes.as_slice(),
        [DeltaItem::Changed(_), DeltaItem::Removed(_)]
    ));
    Ok(())
}

#[test]
fn an_item_is_there_as_soon_as_it_has_come() -> TestResult {
    let body = Slow {
        body: br#"{"value":[{"id":1},{"id":2"#,
        size: 5,
        fails_at_end: true,
    };
    let mut items = json::items::<Order, _>(body);
    assert_eq!(items.next().unwrap()?.id, Some(1));
    assert_eq!(items.next().unwrap().unwrap_err().kind(), ErrorKind::Io);
    assert!(items.next().is_none());
    assert_eq!(items.trailer().unwrap_err().kind(), ErrorKind::Io);
    Ok(())
}

// Errors of an item

#[test]
fn after_a_wrong_item_comes_the_next() {
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
            // What is wrong with a value is known only after reading it.
            Err((ErrorKind::Validation, "/value/2/note".to_owned(), (0, 0))),
            Err((ErrorKind::Null, "/value/3".to_owned(), (3, 34))),
            Err((ErrorKind::Type, "/value/4/lines/1".to_owned(), (4, 1))),
        ];
        assert_eq!(answers, expected, "in pieces of {size}");
    }
}

#[test]
fn an_error_is_the_one_that_the_collection_gives() {
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
        let (_, kind, pointer, _) = refused(body);
        assert_eq!((kind, &*pointer), (whole.kind(), whole.pointer()), "{body}");
    }
}

// Errors of the body

#[test]
fn a_body_that_ends_too_soon() {
    let body = r#"{"@odata.count":1,"value":[{"id":1},{"id":2}],"@odata.nextLink":"n"}"#;
    for end in 0..body.len() {
        let cut = body.get(..end).unwrap();
        let (items, kind, ..) = refused(cut);
        assert_eq!(kind, ErrorKind::Eof, "{cut}");
        assert_eq!(items, cut.matches("}").count(), "{cut}");
    }
}

#[test]
fn a_body_that_is_not_json() {
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
            refused(body),
            (items, ErrorKind::Syntax, pointer.to_owned(), (1, column)),
            "{body}"
        );
    }
}

#[test]
fn after_a_fault_of_the_body_comes_nothing() {
    let mut items = json::items::<Order, _>(&br#"{"value":[{"id":tru},{"id":2}]}"#[..]);
    assert!(items.next().unwrap().is_err());
    assert!(items.next().is_none());
    assert_eq!(items.trailer().unwrap_err().kind(), ErrorKind::Syntax);
}

#[test]
fn bytes_that_are_not_text() -> TestResult {
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

// Limits

#[test]
fn one_item_has_a_limit_not_the_body() {
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
fn an_item_without_end_is_not_kept() {
    let endless = io::Read::chain(&br#"{"value":[""#[..], io::repeat(b'a'));
    let options = ReadOptions::client().max_bytes(1 << 20);
    let mut items = json::items_with::<String, _>(endless, &options);
    assert_eq!(items.next().unwrap().unwrap_err().kind(), ErrorKind::Length);
    assert!(items.next().is_none());
}

#[test]
fn what_stands_around_the_items_has_a_limit() {
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

/// The body's object and its array are levels, too, though no value is built for them.
#[test]
fn the_limit_of_depth_holds_around_items() {
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
fn other_limits_hold_in_items() {
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
fn deep_nesting_in_an_item_is_refused_at_once() {
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

#[test]
fn options_apply() {
    let v401 = ReadOptions::client().version(Version::V401);
    let (_, trailer) = read_all(br#"{"@count":3,"value":[]}"#, 1, &v401);
    assert_eq!(trailer.unwrap().count, Some(3));
    let (_, end) = read_all(
        br#"{"value":[{"id":1,"other":2}]}"#,
        1,
        &ReadOptions::server(),
    );
    assert_eq!(end.unwrap_err().pointer(), "/value/0/other");
    let ordered = ReadOptions::client().streaming(true);
    let (_, end) = read_all(br#"{"value":[],"@odata.count":3}"#, 1, &ordered);
    assert_eq!(end.unwrap_err().kind(), ErrorKind::Order);
    let unchecked = ReadOptions::client().validate(false);
    assert_eq!(
        read_all(br#"{"value":[{"note":"too long"}]}"#, 1, &unchecked)
            .0
            .len(),
        1
    );
}

// Pages

/// Three pages of a service.
fn fetch(link: &str) -> io::Result<io::Cursor<Vec<u8>>> {
    let page: &[u8] = match link {
        "https://h/s/Orders?$skip=2" => br#"{"@odata.context":"https://h/s/$metadata#Orders","value":[],"@odata.nextLink":"Orders?$skip=3"}"#,
        "https://h/s/Orders?$skip=3" => br#"{"@odata.deltaLink":"Orders?$delta","value":[{"id":3}]}"#,
        _ => return Err(io::ErrorKind::NotFound.into()),
    };
    Ok(io::Cursor::new(page.to_vec()))
}

fn first_page(next: &str) -> String {
    format!(
        r#"{{"@odata.context":"https://h/s/$metadata#Orders","value":[{{"id":1}},{{"id":2}}],"@odata.nextLink":"{next}"}}"#
    )
}

#[test]
fn pages_follow_one_another() -> TestResult {
    let first = first_page("Orders?$skip=2");
    let mut orders = json::pages::<Order, _, _>(io::Cursor::new(first.into_bytes()), fetch);
    assert_eq!(orders.link(), None);
    let ids = orders
        .by_ref()
        .map(|it| it.map(|it| it.id))
        .collect::<Result<Vec<_>, _>>()?;
    assert_eq!(ids, [Some(1), Some(2), Some(3)]);
    assert_eq!(orders.link(), Some("https://h/s/Orders?$skip=3"));
    assert_eq!(
        orders.envelope()?.delta_link.as_deref(),
        Some("Orders?$delta")
    );
    Ok(())
}

#[test]
fn a_page_that_cannot_be_had_is_said_which() {
    let first = first_page("Orders?$skip=99");
    let mut orders = json::pages::<Order, _, _>(io::Cursor::new(first.into_bytes()), fetch);
    let answers: Vec<_> = orders
        .by_ref()
        .map(|it| it.map(|it| it.id).map_err(|e| e.kind()))
        .collect();
    assert_eq!(answers, [Ok(Some(1)), Ok(Some(2)), Err(ErrorKind::Io)]);
    assert_eq!(orders.link(), Some("https://h/s/Orders?$skip=99"));
}

#[test]
fn a_page_that_is_wrong_is_the_last() {
    let body = br#"{"value":[{"id":1},{"id"],"@odata.nextLink":"https://h/s/Orders?$skip=2"}"#;
    let mut orders = json::pages::<Order, _, _>(io::Cursor::new(body.to_vec()), fetch);
    assert!(orders.next().unwrap().is_ok());
    assert_eq!(
        orders.next().unwrap().unwrap_err().kind(),
        ErrorKind::Syntax
    );
    assert!(orders.next().is_none());
}

#[test]
fn pages_do_not_go_round_in_a_circle_of_one() {
    let page = &br#"{"value":[1],"@odata.nextLink":"same"}"#[..];
    let answers: Vec<_> = json::pages::<i32, _, _>(page, |_| Ok(page)).collect();
    assert_eq!(answers.len(), 3);
    assert_eq!(
        answers.last().unwrap().as_ref().unwrap_err().pointer(),
        "/@odata.nextLink"
    );
}
