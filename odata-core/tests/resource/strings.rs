//! Strings in every text type, written as serde_json writes them.

use std::borrow::Cow;

use odata_core::{ODataResource, json};
use serde::Serialize;

#[derive(Debug, PartialEq, ODataResource)]
#[odata(namespace = "shop", write_type = "never")]
struct Note<'a> {
    text: String,
    title: Option<Box<str>>,
    #[odata(borrow)]
    from: &'a str,
    #[odata(borrow)]
    to: Cow<'a, str>,
    labels: Vec<String>,
    lines: Vec<Option<String>>,
}

/// The same type with the derive of serde.
#[derive(Serialize)]
struct Plain<'a> {
    text: &'a str,
    title: &'a str,
    from: &'a str,
    to: &'a str,
    labels: [&'a str; 2],
    lines: [Option<&'a str>; 2],
}

const TEXTS: [&str; 9] = [
    "",
    "a",
    "seven77",
    "Größe — 大きさ",
    "sixteen letters.",
    "seventeen letters",
    "\"quoted\", and a tab\there at the end of what is longer than any step is\n",
    "C:\\temp",
    "nothing odd before the last letter but one, and then it is a control\u{1}!",
];

#[test]
fn a_string_is_written_as_serde_json_writes_it() {
    for text in TEXTS {
        let note = Note {
            text: text.to_owned(),
            title: Some(text.into()),
            from: text,
            to: text.into(),
            labels: vec![text.to_owned(), text.to_owned()],
            lines: vec![Some(text.to_owned()), None],
        };
        let plain = Plain {
            text,
            title: text,
            from: text,
            to: text,
            labels: [text; 2],
            lines: [Some(text), None],
        };
        assert_eq!(
            serde_json::to_string(&note).unwrap(),
            serde_json::to_string(&plain).unwrap()
        );
        assert_eq!(
            json::to_string(&note).unwrap(),
            serde_json::to_string(&plain).unwrap()
        );
        assert_eq!(
            serde_json::to_string_pretty(&note).unwrap(),
            serde_json::to_string_pretty(&plain).unwrap()
        );
        assert_eq!(
            serde_json::to_value(&note).unwrap(),
            serde_json::to_value(&plain).unwrap()
        );
        let mut elsewhere = std::io::Cursor::new(Vec::new());
        serde_json::to_writer(&mut elsewhere, &note).unwrap();
        assert_eq!(elsewhere.into_inner(), serde_json::to_vec(&plain).unwrap());
    }
}

#[test]
fn a_string_round_trips() {
    for text in TEXTS {
        // A borrowed string cannot contain escapes.
        let text = text.replace(['"', '\\', '\t', '\n', '\u{1}'], "");
        let note = Note {
            text: text.clone(),
            title: Some(text.as_str().into()),
            from: &text,
            to: text.as_str().into(),
            labels: vec![text.clone()],
            lines: vec![None, Some(text.clone())],
        };
        let body = json::to_string(&note).unwrap();
        assert_eq!(json::from_str::<Note<'_>>(&body).unwrap(), note);
    }
}

crate::round_trip::round_trips! {
    types: [Note<'_>],
    hierarchies: [],
    enumerations: [],
}
