//! Names of members: repeated, escaped, in another letter case (RFC 8259; RFC 7493 §2.3).

mod bytes;
mod rust_names;

use super::*;

#[test]
fn a_repeated_property_or_control_information_is_an_error() {
    for (members, pointer) in [
        (r#""title":"a","title":"a""#, "/title"),
        (r#""title":"a","t\u0069tle":"a""#, "/title"),
        (r#""x":1,"x":1"#, "/x"),
        (r#""xy":1,"\u0078y":1"#, "/xy"),
        (r#""@odata.id":"a","@odata.id":"a""#, "/@odata.id"),
        (r#""@odata.etag":"1","@odata.etag":"1""#, "/@odata.etag"),
    ] {
        let tag = r##""@odata.type":"#shop.model.book""##;
        let (first, second) = members.split_once(',').unwrap();
        // The tag before, between and after the two members.
        for text in [
            format!("{{{tag},{members}}}"),
            format!("{{{first},{tag},{second}}}"),
            format!("{{{members},{tag}}}"),
        ] {
            let error = error_at(ErrorKind::Duplicate, pointer);
            assert_eq!(read_error::<AnyItem>(&text), error, "{text}");
            assert_eq!(read_error::<KnownItem>(&text), error, "{text}");
            assert_eq!(read_error::<Book>(&text), error, "{text}");
        }
    }
    // The same for a type that the hierarchy does not know.
    assert_eq!(
        read_error::<AnyItem>(r##"{"@odata.type":"#shop.model.new","x":1,"x":1}"##),
        error_at(ErrorKind::Duplicate, "/x")
    );
    // A large bag has another lookup.
    let many: String = (0..100).map(|i| format!(r#""p{i}":{i},"#)).collect();
    assert_eq!(
        read_error::<Book>(&format!(r#"{{{many}"p7":1}}"#)),
        error_at(ErrorKind::Duplicate, "/p7")
    );
}

#[test]
fn a_repeated_tag_is_an_error() {
    for members in ["", r#""title":"t","#] {
        let tag = r##""@odata.type":"#shop.model.book""##;
        for text in [
            format!("{{{tag},{members}{tag}}}"),
            format!("{{{members}{tag},{tag}}}"),
        ] {
            let error = error_at(ErrorKind::Duplicate, "/@odata.type");
            assert_eq!(read_error::<AnyItem>(&text), error, "{text}");
            assert_eq!(read_error::<KnownItem>(&text), error, "{text}");
        }
    }
    // The same for a type outside any hierarchy.
    let address = r##"{"@odata.type":"#shop.address","street":"s","@odata.type":"#shop.address"}"##;
    assert_eq!(
        read_error::<Address>(address),
        error_at(ErrorKind::Duplicate, "/@odata.type")
    );
}

#[test]
fn the_last_of_repeated_annotations_wins_unless_reading_is_strict() {
    let text = r##"{"@odata.type":"#shop.model.book","@a.b":1,"@a.c":2,"@a.b":3}"##;
    assert_eq!(
        rewrite::<AnyItem>(text).unwrap(),
        r##"{"@odata.type":"#shop.model.book","@a.b":3,"@a.c":2,"words":[]}"##
    );
    for strict in [
        ReadOptions::server(),
        ReadOptions::client().strict_annotations(true),
    ] {
        assert_eq!(
            read_error_with::<AnyItem>(text, &strict),
            error_at(ErrorKind::Duplicate, "/@a.b")
        );
    }
}

#[test]
fn an_escaped_name_equals_the_plain_one() {
    let text = r##"{"\u0040odata.type":"#shop.model.book","t\u0069tle":"t","\u0078":1}"##;
    assert_eq!(
        rewrite::<AnyItem>(text).unwrap(),
        r##"{"@odata.type":"#shop.model.book","title":"t","words":[],"x":1}"##
    );
    assert_eq!(
        serde_json::from_reader::<_, AnyItem>(text.as_bytes()).unwrap(),
        read(text).unwrap()
    );
}

#[test]
fn a_name_is_case_sensitive_unless_the_options_ignore_case() {
    let text = r##"{"@odata.type":"#shop.model.book","TITLE":"t"}"##;
    let AnyItem::Book(book) = read(text).unwrap() else {
        panic!()
    };
    assert_eq!((book.title, book.base.more.len()), (None, 1));
    assert_eq!(
        read::<Address>(r#"{"Street":"s"}"#).unwrap(),
        Address::default()
    );

    let any = ReadOptions::client().case_insensitive_properties(true);
    let AnyItem::Book(book) = read_with(text, &any).unwrap() else {
        panic!()
    };
    assert_eq!(
        (book.title.as_deref(), book.base.more.len()),
        (Some("t"), 0)
    );
    let twice = r##"{"@odata.type":"#shop.model.book","TITLE":"t","title":"t"}"##;
    assert_eq!(
        read_error_with::<AnyItem>(twice, &any).0,
        ErrorKind::Duplicate
    );
}

#[test]
fn an_error_points_at_the_name_in_the_body() {
    let any = ReadOptions::client().case_insensitive_properties(true);
    let wrong = r##"{"@odata.type":"#shop.model.book","TITLE":7}"##;
    assert_eq!(
        read_error_with::<AnyItem>(wrong, &any),
        error_at(ErrorKind::Type, "/TITLE")
    );
    let tag = r##"{"@type":"#shop.model. "}"##;
    assert_eq!(
        read_error_with::<AnyItem>(tag, &v401()),
        error_at(ErrorKind::InvalidType, "/@type")
    );
}

#[test]
fn an_empty_name_is_an_error() {
    assert_eq!(read_error::<Novel>(r#"{"":1}"#).0, ErrorKind::InvalidName);
}

#[test]
fn a_text_that_is_not_json_is_an_error() {
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
        let kind = read_error::<Novel>(text).0;
        assert!(
            matches!(kind, ErrorKind::Syntax | ErrorKind::Eof),
            "{text}: {kind:?}"
        );
    }
    assert_eq!(
        json::from_slice::<Novel>(b"{\"title\":\"\xff\"}")
            .unwrap_err()
            .kind(),
        ErrorKind::Syntax
    );
}
