//! Hostile input is read or rejected in linear time and with a small stack, by every function that reads.
//!
//! Each case runs on a thread with a stack of 2 MiB, the default for a worker of a server. An overflow would abort the process;
//! a quadratic reader would exceed the time limit.

#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use std::{thread, time::Duration};

use cpu_time::ThreadTime;
use odata_core::{
    Annotations, DynamicProperties, DynamicResource, Error, ErrorKind, ODataResource, ReadOptions,
    Validate, json,
};
use serde::de::DeserializeOwned;

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "tree", abstract)]
struct Node {
    #[odata(dynamic_properties)]
    more: DynamicProperties,
    #[odata(annotations)]
    annotations: Annotations,
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "tree", deref)]
struct Branch {
    #[odata(base)]
    node: Node,
    next: Option<Box<AnyNode>>,
    all: Option<Vec<AnyNode>>,
    text: Option<String>,
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(hierarchy = Node)]
enum AnyNode {
    Branch(Branch),
    #[odata(other)]
    Other(DynamicResource),
}

/// A type without a bag, which skips undeclared members.
#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "tree")]
struct Bare {
    x: Option<i32>,
}

const STACK: usize = 2 << 20;

/// Enough processor time for a linear reader, far too little for a quadratic one.
const PATIENCE: Duration = Duration::from_secs(20);

/// Reads `text` by every function.
fn by_every_way<T>(text: String) -> Vec<Result<(), Option<ErrorKind>>>
where
    T: DeserializeOwned + Validate + 'static,
{
    let kind = |error: Error| Some(error.kind());
    let run = move || {
        let start = ThreadTime::now();
        let outcomes = vec![
            json::from_str::<T>(&text).map(drop).map_err(kind),
            json::from_slice::<T>(text.as_bytes())
                .map(drop)
                .map_err(kind),
            json::from_reader::<T>(text.as_bytes())
                .map(drop)
                .map_err(kind),
            serde_json::from_str::<T>(&text).map(drop).map_err(|_| None),
            serde_json::from_reader::<_, T>(text.as_bytes())
                .map(drop)
                .map_err(|_| None),
        ];
        assert!(start.elapsed() < PATIENCE, "took {:?}", start.elapsed());
        outcomes
    };
    thread::Builder::new()
        .stack_size(STACK)
        .spawn(run)
        .unwrap()
        .join()
        .unwrap()
}

fn all_refuse_depth<T: DeserializeOwned + Validate + 'static>(text: String) {
    let outcomes = by_every_way::<T>(text);
    for outcome in outcomes {
        assert!(
            matches!(outcome, Err(Some(ErrorKind::Depth) | None)),
            "{outcome:?}"
        );
    }
}

fn all_accept<T: DeserializeOwned + Validate + 'static>(text: String) {
    for outcome in by_every_way::<T>(text) {
        assert_eq!(outcome, Ok(()));
    }
}

fn all_find_the_duplicate<T: DeserializeOwned + Validate + 'static>(text: String) {
    for outcome in by_every_way::<T>(text) {
        assert!(
            matches!(outcome, Err(Some(ErrorKind::Duplicate) | None)),
            "{outcome:?}"
        );
    }
}

const DEEP: usize = 20_000;

fn nested(open: &str, inner: &str, close: &str) -> String {
    format!("{}{inner}{}", open.repeat(DEEP), close.repeat(DEEP))
}

#[test]
fn deeply_nested_objects_with_a_late_tag_are_an_error() {
    all_refuse_depth::<AnyNode>(nested(
        r#"{"next":"#,
        "null",
        r##","@odata.type":"#tree.branch"}"##,
    ));
    all_refuse_depth::<AnyNode>(nested(
        r#"{"all":["#,
        "",
        r##"],"@odata.type":"#tree.branch"}"##,
    ));
    all_refuse_depth::<AnyNode>(nested(
        r#"{"unknown":"#,
        "null",
        r##","@odata.type":"#tree.new"}"##,
    ));
}

#[test]
fn deeply_nested_objects_with_an_early_tag_are_an_error() {
    all_refuse_depth::<AnyNode>(nested(
        r##"{"@odata.type":"#tree.branch","next":"##,
        "null",
        "}",
    ));
}

#[test]
fn deeply_nested_objects_without_tags_are_an_error() {
    all_refuse_depth::<AnyNode>(nested(r#"{"next":"#, "null", "}"));
    all_refuse_depth::<DynamicResource>(nested(r#"{"a":"#, "null", "}"));
}

#[test]
fn deep_arrays_in_undeclared_members_are_an_error() {
    let deep = nested("[", "", "]");
    all_refuse_depth::<Branch>(format!(r#"{{"more":{deep}}}"#));
    all_refuse_depth::<Branch>(format!(r#"{{"@ns.note":{deep}}}"#));
    all_refuse_depth::<Branch>(format!(r#"{{"next@ns.note":{deep}}}"#));
    all_refuse_depth::<Bare>(format!(r#"{{"skipped":{deep}}}"#));
    all_refuse_depth::<Bare>(format!(r#"{{"@ns.skipped":{deep}}}"#));
    all_refuse_depth::<AnyNode>(format!(
        r##"{{"early":{deep},"@odata.type":"#tree.branch"}}"##
    ));
    all_refuse_depth::<AnyNode>(format!(r##"{{"early":{deep}}}"##));
}

#[test]
fn deep_arrays_in_declared_members_are_an_error() {
    let deep = nested("[", "", "]");
    for outcome in by_every_way::<Branch>(format!(r#"{{"text":{deep}}}"#)) {
        assert!(outcome.is_err());
    }
    for outcome in by_every_way::<Branch>(format!(r##"{{"@odata.type":{deep}}}"##)) {
        assert!(outcome.is_err());
    }
}

#[test]
fn deep_arrays_without_an_end_are_an_error() {
    for member in ["text", "more", "@ns.note", "next"] {
        for outcome in by_every_way::<Branch>(format!(r#"{{"{member}":{}"#, "[".repeat(DEEP))) {
            assert!(outcome.is_err());
        }
    }
}

/// `{"p0":0,"p1":1,...}`.
fn members(count: usize, name: impl Fn(usize) -> String) -> String {
    use std::fmt::Write as _;
    let mut text = "{".to_owned();
    for i in 0..count {
        write!(text, r#""{}":{i},"#, name(i)).unwrap();
    }
    text.pop();
    text.push('}');
    text
}

/// A million, or a tenth of it without optimisation, which is still too much for a quadratic reader.
const MANY: usize = if cfg!(debug_assertions) {
    100_000
} else {
    1_000_000
};

#[test]
fn a_million_undeclared_members_are_read_in_linear_time() {
    all_accept::<Branch>(members(MANY, |i| format!("p{i}")));
}

#[test]
fn a_million_skipped_members_are_read_in_linear_time() {
    all_accept::<Bare>(members(MANY, |i| format!("p{i}")));
}

#[test]
fn a_million_annotations_are_read_in_linear_time() {
    all_accept::<Branch>(members(MANY, |i| format!("p{i}@ns.term")));
    all_accept::<Branch>(members(MANY, |_| "@ns.same".to_owned()));
}

#[test]
fn a_million_members_before_the_tag_are_read_in_linear_time() {
    let mut text = members(MANY, |i| format!("p{i}"));
    text.pop();
    all_accept::<AnyNode>(text + r##","@odata.type":"#tree.branch"}"##);
}

#[test]
fn a_million_members_of_an_unknown_type_are_read_in_linear_time() {
    all_accept::<AnyNode>(members(MANY, |i| format!("p{i}")));
}

#[test]
fn a_million_duplicates_are_an_error() {
    all_find_the_duplicate::<Bare>(members(MANY, |_| "x".to_owned()));
    all_find_the_duplicate::<Branch>(members(MANY, |_| "p".to_owned()));
}

#[test]
fn a_million_items_are_read_in_linear_time() {
    let items = r##"{"@odata.type":"#tree.branch"},"##.repeat(MANY / 10);
    all_accept::<Branch>(format!(r#"{{"all":[{}]}}"#, items.trim_end_matches(',')));
}

#[test]
fn a_string_of_100_megabytes_is_an_error() {
    let run = || {
        let text = format!(r#"{{"text":"{}"}}"#, "x".repeat(100 << 20));
        let error = json::from_slice::<Branch>(text.as_bytes()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Length);
        let error = json::from_reader::<Branch>(text.as_bytes()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Length);
        let options = ReadOptions::client()
            .max_bytes(usize::MAX)
            .max_string(1 << 20);
        let error = json::from_str_with::<Branch>(&text, &options).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Length);
        assert!(
            serde_json::from_str::<Branch>(&text).is_ok(),
            "the limit is that of `json`"
        );
    };
    thread::Builder::new()
        .stack_size(STACK)
        .spawn(run)
        .unwrap()
        .join()
        .unwrap();
}

#[test]
fn an_endless_reader_is_read_up_to_the_limit() {
    let endless = std::io::Read::chain(&br#"{"text":""#[..], std::io::repeat(b'x'));
    let options = ReadOptions::client().max_bytes(1 << 20);
    let error = json::from_reader_with::<Branch>(endless, &options).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Length);
}

#[test]
fn a_number_of_a_million_digits_is_an_error() {
    let digits = "9".repeat(MANY);
    for member in ["more", "@ns.note", "next"] {
        for outcome in by_every_way::<Branch>(format!(r#"{{"{member}":{digits}}}"#)) {
            assert!(outcome.is_err(), "{member}");
        }
    }
}
