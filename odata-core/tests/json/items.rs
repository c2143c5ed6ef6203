//! Collections of any length, item by item.

mod faults;
mod limits;
mod pages;

use std::io::{self, Read};

use odata_core::{
    Annotations, Collection, Error, ErrorKind, ODataResource, ReadOptions, Version, json,
    payload::{DeltaItem, Envelope},
};

use super::TestResult;

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "NS", kind = entity)]
struct Order {
    id: Option<i64>,
    #[odata(validate(length(max = 5)))]
    note: Option<String>,
    lines: Option<Vec<String>>,
    #[odata(annotations)]
    annotations: Annotations,
}

/// A reader that returns at most `size` bytes at once and may fail at the end.
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

/// Reads all items, and the trailer or the error that ended them.
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

#[test]
fn items_equal_their_collection_for_any_chunk_size() -> TestResult {
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

/// A reader whose every second call is interrupted by a signal.
struct Interrupted<'a>(Slow<'a>, bool);

impl Read for Interrupted<'_> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        self.1 = !self.1;
        if self.1 {
            return Err(io::ErrorKind::Interrupted.into());
        }
        self.0.read(to)
    }
}

#[test]
fn a_read_that_is_interrupted_is_repeated() -> TestResult {
    let reader = Interrupted(slow(BODY.as_bytes(), 7), false);
    let items: Vec<Order> = json::items(reader).collect::<Result<_, _>>()?;
    let whole: Collection<Order> = json::from_str(BODY)?;
    assert_eq!(items, whole.into_parts().0);
    Ok(())
}

#[test]
fn the_envelope_is_available_before_the_items() -> TestResult {
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
fn the_trailer_skips_the_remaining_items() -> TestResult {
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
fn an_empty_collection_has_no_items() -> TestResult {
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
fn an_item_is_returned_before_the_body_ends() -> TestResult {
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

#[test]
fn the_options_apply_to_items() {
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

crate::round_trip::round_trips! {
    types: [Order],
    hierarchies: [],
    enumerations: [],
}
