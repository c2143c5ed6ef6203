//! Members' names: repeated, escaped, in another letter case (RFC 8259; RFC 7493, section 2.3).

use odata_core::json::from_slice;

use super::*;

#[test]
fn no_property_and_no_control_information_comes_twice() {
    for (text, pointer) in [
        (
            r##"{"@odata.type":"#shop.model.book","title":"a","title":"a"}"##,
            "/title",
        ),
        (
            r##"{"title":"a","title":"a","@odata.type":"#shop.model.book"}"##,
            "/title",
        ),
        (
            r##"{"@odata.type":"#shop.model.book","title":"a","t\u0069tle":"a"}"##,
            "/title",
        ),
        (r##"{"@odata.type":"#shop.model.book","x":1,"x":1}"##, "/x"),
        (
            r##"{"@odata.type":"#shop.model.book","@odata.type":"#shop.model.book"}"##,
            "/@odata.type",
        ),
        (
            r##"{"@odata.type":"#shop.model.book","@odata.id":"a","@odata.id":"a"}"##,
            "/@odata.id",
        ),
        (r##"{"@odata.type":"#shop.model.new","x":1,"x":1}"##, "/x"),
    ] {
        assert_eq!(
            refused::<AnyItem>(text),
            at(ErrorKind::Duplicate, pointer),
            "{text}"
        );
    }
}

#[test]
fn of_a_repeated_annotation_the_last_counts_unless_reading_is_strict() {
    let text = r##"{"@odata.type":"#shop.model.book","@a.b":1,"@a.b":2}"##;
    assert_eq!(
        again::<AnyItem>(text).unwrap(),
        r##"{"@odata.type":"#shop.model.book","@a.b":2,"words":[]}"##
    );
    assert_eq!(
        refused_with::<AnyItem>(text, &ReadOptions::server()),
        at(ErrorKind::Duplicate, "/@a.b")
    );
}

#[test]
fn names_are_compared_without_their_escapes() {
    let text = r##"{"\u0040odata.type":"#shop.model.book","t\u0069tle":"t","\u0078":1}"##;
    assert_eq!(
        again::<AnyItem>(text).unwrap(),
        r##"{"@odata.type":"#shop.model.book","title":"t","words":[],"x":1}"##
    );
    assert_eq!(
        json::from_reader::<AnyItem>(text.as_bytes()).unwrap(),
        json::from_str(text).unwrap()
    );
}

#[test]
fn letter_case_of_names_matters_unless_the_options_say_otherwise() {
    let text = r##"{"@odata.type":"#shop.model.book","TITLE":"t"}"##;
    let AnyItem::Book(book) = json::from_str(text).unwrap() else {
        panic!()
    };
    assert_eq!(book.title, None);
    let any = ReadOptions::client().case_insensitive_properties(true);
    let AnyItem::Book(book) = json::from_str_with(text, &any).unwrap() else {
        panic!()
    };
    assert_eq!(book.title.as_deref(), Some("t"));
    let twice = r##"{"@odata.type":"#shop.model.book","TITLE":"t","title":"t"}"##;
    assert_eq!(refused_with::<AnyItem>(twice, &any).0, ErrorKind::Duplicate);
    // An error points at the name as it stands in the body.
    let wrong = r##"{"@odata.type":"#shop.model.book","TITLE":7}"##;
    assert_eq!(
        refused_with::<AnyItem>(wrong, &any),
        at(ErrorKind::Type, "/TITLE")
    );
    let tag = r##"{"@type":"#shop.model. "}"##;
    assert_eq!(
        refused_with::<AnyItem>(tag, &v401()),
        at(ErrorKind::InvalidType, "/@type")
    );
}

#[test]
fn what_is_no_json_is_refused() {
    for text in [
        "",
        "{",
        "{'a':1}",
        "{a:1}",
        r#"{"a":1,}"#,
        "{} {}",
        r#"{"a":01}"#,
        r#"{"title":"\ud800"}"#,
    ] {
        let kind = refused::<Novel>(text).0;
        assert!(
            matches!(kind, ErrorKind::Syntax | ErrorKind::Eof),
            "{text}: {kind:?}"
        );
    }
    assert_eq!(
        from_slice::<Novel>(b"{\"title\":\"\xff\"}")
            .unwrap_err()
            .kind(),
        ErrorKind::Syntax
    );
    assert_eq!(refused::<Novel>(r#"{"":1}"#).0, ErrorKind::InvalidName);
}
