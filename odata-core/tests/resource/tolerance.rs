//! Names that are not names of properties, null collections, and bodies that are not resources.

use super::*;

/// A type without a bag for annotations.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop.model")]
struct Note {
    text: Option<String>,
    #[odata(dynamic_properties)]
    more: DynamicProperties,
}

/// A type with control information and dynamic properties, but no annotations.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop.model")]
struct Slip {
    #[odata(control)]
    control: ControlInformation,
    #[odata(dynamic_properties)]
    more: DynamicProperties,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop.model")]
struct List {
    lines: Option<Vec<String>>,
    #[odata(default)]
    numbers: Vec<i32>,
    parts: Vec<Address>,
    tags: Option<Option<Vec<i32>>>,
    items: odata_core::NavCollection<Book>,
}

/// Declares `error` itself.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop.model")]
struct Outcome {
    error: Option<Address>,
}

const ERROR: &str = r#"{"error":{"code":"c","message":"m","details":[]}}"#;

#[test]
fn a_name_with_a_sign_that_is_not_control_information_is_never_dropped() {
    let text = r##"{"@a.b":1,"C#":2,"a#b":3,"text@a.b":4,"text":"t","x@a.b":5,"x":6,"y@z@":7}"##;
    let note: Note = read(text).unwrap();
    assert_eq!(note.more.get::<i32>("C#").unwrap(), Some(2));
    let written: serde_json::Value = serde_json::to_value(&note).unwrap();
    assert_eq!(
        written,
        serde_json::from_str::<serde_json::Value>(text).unwrap()
    );
    let written = serde_json::to_value(read::<Slip>(text).unwrap()).unwrap();
    assert_eq!(
        written,
        serde_json::from_str::<serde_json::Value>(text).unwrap()
    );
    let written = serde_json::to_value(read::<Card>(text).unwrap()).unwrap();
    assert_eq!(
        written,
        serde_json::from_str::<serde_json::Value>(text).unwrap()
    );
}

/// A type with both bags.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop.model")]
struct Card {
    #[odata(annotations)]
    annotations: Annotations,
    #[odata(dynamic_properties)]
    more: DynamicProperties,
}

#[test]
fn a_name_with_a_number_sign_that_is_not_an_operation_is_an_undeclared_property() {
    for text in [r##"{"C#":2}"##, r##"{"a#b":3}"##] {
        let (kind, _) = read_error_with::<Note>(text, &ReadOptions::server());
        assert_eq!(kind, ErrorKind::Undeclared, "{text}");
    }
    // Operations and annotations are never undeclared (JSON 4.01 §4.5).
    let known = r##"{"#ns.act":{},"@a.b":1,"text@a.b":1}"##;
    assert!(read_with::<Note>(known, &ReadOptions::server()).is_ok());
}

#[test]
fn null_for_a_collection_is_an_error_unless_the_options_tolerate_it() {
    let tolerant = ReadOptions::client().null_collections(true);
    for name in ["lines", "numbers", "items", "parts"] {
        let text = format!(r#"{{"parts":[],"{name}":null}}"#)
            .replace(r#""parts":[],"parts""#, r#""parts""#);
        assert_eq!(
            read_error::<List>(&text),
            error_at(ErrorKind::Null, &format!("/{name}"))
        );
        let list: List = read_with(&text, &tolerant).unwrap();
        assert_eq!(list, List::default());
        assert_eq!(
            json::to_string(&list).unwrap(),
            r#"{"numbers":[],"parts":[]}"#
        );
    }
    let text = r##"{"lines":["a"],"numbers":[1],"parts":[{"street":"s"}],"items":[{"@odata.type":"#shop.model.book","words":[]}]}"##;
    let list: List = read_with(text, &tolerant).unwrap();
    assert_eq!(json::to_string(&list).unwrap(), text);
    // An item is not a collection.
    let item = r#"{"parts":[null]}"#;
    assert_eq!(read_error_with::<List>(item, &tolerant).0, ErrorKind::Null);
}

/// Reads null for its own collections.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop.model", patch)]
struct Sheet {
    #[odata(null_collection)]
    lines: Option<Vec<String>>,
    #[odata(null_collection)]
    numbers: Vec<i32>,
    #[odata(null_collection, default)]
    marks: Vec<Option<Address>>,
    #[odata(null_collection, navigation)]
    books: Option<Vec<Book>>,
    #[odata(null_collection)]
    items: odata_core::NavCollection<Book>,
    #[odata(null_collection, derived_types(Book))]
    chosen: Option<Vec<AnyItem>>,
    #[odata(null_collection, derived_types(Book))]
    related: odata_core::NavCollection<AnyItem>,
}

const COLLECTIONS: [&str; 7] = [
    "lines", "numbers", "marks", "books", "items", "chosen", "related",
];

#[test]
fn null_for_a_collection_with_null_collection_is_an_absent_or_empty_one() {
    let nulls = COLLECTIONS
        .map(|name| format!(r#""{name}":null"#))
        .join(",");
    for options in [ReadOptions::client(), ReadOptions::strict()] {
        let sheet: Sheet = read_with(&format!("{{{nulls}}}"), &options).unwrap();
        assert_eq!(sheet, Sheet::default());
        assert_eq!(
            json::to_string(&sheet).unwrap(),
            r#"{"numbers":[],"marks":[]}"#
        );
        let patch: SheetPatch = read_with(&format!("{{{nulls}}}"), &options).unwrap();
        assert!(patch.is_empty());
    }
    // A collection is still required, an item of it is not null, and what is not null is read as ever.
    assert_eq!(
        read_error::<Sheet>("{}"),
        error_at(ErrorKind::Missing, "/numbers")
    );
    let item = r#"{"numbers":[null]}"#;
    assert_eq!(
        read_error::<Sheet>(item),
        error_at(ErrorKind::Null, "/numbers/0")
    );
    let address = r#"{"numbers":[],"lines":{}}"#;
    assert_eq!(
        read_error::<Sheet>(address),
        error_at(ErrorKind::Type, "/lines")
    );
    let book = r##"{"@odata.type":"#shop.model.book","words":[]}"##;
    let text = format!(
        r##"{{"lines":["a"],"numbers":[1],"marks":[null,{{"street":"s"}}],"books":[{book}],"items":[{book}],"chosen":[{book}],"related@odata.count":1,"related":[{book}]}}"##
    );
    let sheet: Sheet = read(&text).unwrap();
    assert_eq!(json::to_string(&sheet).unwrap(), text);
    // The key is about one property, not about the types of its items.
    let nested = r#"{"numbers":[],"books":[{"words":null}]}"#;
    assert_eq!(
        read_error::<Sheet>(nested),
        error_at(ErrorKind::Null, "/books/0/words")
    );
}

#[test]
fn an_error_body_in_the_place_of_a_resource_is_an_error_with_its_content() {
    for options in [ReadOptions::client(), ReadOptions::server()] {
        let errors = [
            json::from_str_with::<Note>(ERROR, &options).unwrap_err(),
            json::from_str_with::<Address>(ERROR, &options).unwrap_err(),
            json::from_str_with::<AnyItem>(ERROR, &options).unwrap_err(),
            json::from_str_with::<KnownItem>(ERROR, &options).unwrap_err(),
            json::from_str_with::<List>(ERROR, &options).unwrap_err(),
            json::from_str_with::<Book>(
                &ERROR.replace(r#"{"error""#, r#"{"@a.b":1,"error""#),
                &options,
            )
            .unwrap_err(),
        ];
        for error in errors {
            assert_eq!(error.kind(), ErrorKind::ErrorBody, "{error}");
            let body = error.odata_error().unwrap();
            assert_eq!((body.code(), body.message()), (Some("c"), Some("m")));
        }
    }
    let item = format!(r#"{{"value":[{{"street":"s"}},{ERROR}]}}"#);
    let error = json::from_str::<odata_core::Collection<Address>>(&item).unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::ErrorBody, "/value/1")
    );
    assert_eq!(error.odata_error().unwrap().code(), Some("c"));
}

#[test]
fn a_member_called_error_is_an_error_body_only_alone_and_with_code_and_message() {
    assert!(read::<Outcome>(r#"{"error":{"street":"s"}}"#).is_ok());
    for text in [
        r#"{"error":"boom"}"#,
        r#"{"error":{"code":"c"}}"#,
        r#"{"error":{"code":1,"message":"m"}}"#,
        r#"{"text":"t","error":{"code":"c","message":"m"}}"#,
        r#"{"error":{"code":"c","message":"m"},"x":1}"#,
        r##"{"@odata.type":"#shop.model.note","error":{"code":"c","message":"m"}}"##,
    ] {
        assert!(read::<Note>(text).is_ok(), "{text}");
        assert_eq!(
            read_error_with::<Note>(text, &ReadOptions::server()).0,
            ErrorKind::Undeclared,
            "{text}"
        );
    }
}

#[test]
fn a_deleted_entity_is_an_error_outside_of_a_delta() {
    for text in [
        r#"{"@removed":{"reason":"deleted"},"street":"s"}"#,
        r#"{"street":"s","@odata.removed":{}}"#,
    ] {
        assert_eq!(
            read_error::<Address>(text).0,
            ErrorKind::InvalidName,
            "{text}"
        );
    }
    let item = r##"{"@odata.type":"#shop.model.book","@removed":{},"words":[]}"##;
    assert_eq!(read_error::<AnyItem>(item).0, ErrorKind::InvalidName);
}

crate::round_trip::round_trips! {
    types: [Note, Slip, List, Outcome, Card, Sheet, Address, Book, Novel],
    hierarchies: [AnyItem { Book, Novel }],
    enumerations: [],
}
