//! Annotations and control information of a resource (JSON 4.01 §4.5 and §20).

use odata_core::{Collection, protocol::AnnotationFilter};

use super::*;

#[test]
fn annotations_of_an_object_are_preserved_exactly_and_in_order() {
    let text = r##"{"@odata.type":"#shop.model.book","@z.y":1.0,"@a.b#q":{"c":[1e2]},"words":[]}"##;
    assert_eq!(rewrite::<AnyItem>(text).unwrap(), text);
    let AnyItem::Book(book) = json::from_str(text).unwrap() else {
        panic!()
    };
    assert_eq!(book.base.annotations.get::<f64>("@z.y").unwrap(), Some(1.0));
    // A type without a bag skips them.
    assert_eq!(
        rewrite::<Address>(r#"{"@a.b":1,"street":"s"}"#).unwrap(),
        r#"{"street":"s"}"#
    );
}

#[test]
fn annotations_of_an_absent_property_are_preserved() {
    let text = r##"{"@odata.type":"#shop.model.book","words":[],"title@a.b":1,"nowhere@a.b":2}"##;
    assert_eq!(rewrite::<AnyItem>(text).unwrap(), text);
    let AnyItem::Book(book) = json::from_str(text).unwrap() else {
        panic!()
    };
    assert_eq!(
        book.base
            .annotations
            .of("nowhere")
            .get::<i32>("a.b")
            .unwrap(),
        Some(2)
    );
    assert_eq!(book.base.annotations.of("title").iter().count(), 1);
}

#[test]
fn control_information_of_an_absent_property_is_preserved() {
    for text in [
        r#"{"books@odata.count":3}"#,
        r#"{"books@odata.navigationLink":"b"}"#,
        r#"{"books@odata.nextLink":"n","books":[]}"#,
    ] {
        assert_eq!(rewrite::<Shelf>(text).unwrap(), text);
    }
}

#[test]
fn unknown_control_information_is_preserved() {
    let text = r#"{"@odata.newThing":{"a":1},"books@odata.other":2}"#;
    assert_eq!(rewrite::<Shelf>(text).unwrap(), text);
    assert!(json::from_str_with::<Shelf>(text, &ReadOptions::server()).is_ok());
}

#[test]
fn control_information_of_the_wrong_json_type_is_an_error() {
    for text in [
        r#"{"@odata.etag":1}"#,
        r#"{"@odata.id":{}}"#,
        r#"{"title@odata.navigationLink":[]}"#,
    ] {
        assert_eq!(read_error::<Book>(text).0, ErrorKind::Type, "{text}");
    }
    assert!(read::<Book>(r#"{"@odata.id":null,"@odata.anythingNew":[1]}"#).is_ok());
}

#[test]
fn an_inserted_annotation_must_have_a_namespace_other_than_odata() {
    let mut annotations = Annotations::new();
    for name in [
        "@odata.mine",
        "@odata.made.up",
        "nope",
        "title@odata.mine",
        "@mine",
        "mine",
        "@",
        "@a.",
        "@.b",
    ] {
        assert_eq!(
            annotations.insert(name, &1).unwrap_err().kind(),
            ErrorKind::InvalidName,
            "{name}"
        );
    }
    assert!(annotations.insert("@odata.etag", "1").is_ok());
    assert!(annotations.insert("@mine.term", &1).is_ok());
}

#[test]
fn a_tag_may_type_an_annotation() {
    let text =
        r##"{"@odata.type":"#shop.model.book","@a.b@odata.type":"#Int64","@a.b":5,"words":[]}"##;
    assert_eq!(rewrite::<AnyItem>(text).unwrap(), text);
    // With strict annotations, only a tag may annotate an annotation.
    let strict = ReadOptions::client().strict_annotations(true);
    let other = r##"{"@odata.type":"#shop.model.book","@a.b@c.d":1}"##;
    assert_eq!(
        read_error_with::<AnyItem>(other, &strict),
        error_at(ErrorKind::InvalidName, "/@a.b@c.d")
    );
    assert!(json::from_str::<AnyItem>(other).is_ok());
}

#[test]
fn annotations_of_items_are_preserved() {
    let text = r##"{"@odata.type":"#shop.model.book","words@odata.collectionAnnotations":[{"index":1,"@a.b":true}],"words":["x","y"]}"##;
    assert_eq!(rewrite::<AnyItem>(text).unwrap(), text);
    let wrong = text.replace("[{\"index\":1,\"@a.b\":true}]", "{}");
    assert_eq!(read_error::<AnyItem>(&wrong).0, ErrorKind::Type);
}

#[test]
fn a_filter_decides_which_annotations_are_written() {
    let text = r##"{"@odata.context":"c","@odata.count":1,"@a.b":1,"value":[{"@odata.type":"#shop.model.book","@odata.id":"i","@a.b":1,"@a.c":2,"words":[],"title@x.y":3}]}"##;
    let page: Collection<AnyItem> = json::from_str(text).unwrap();
    let write = |filter: AnnotationFilter| {
        json::to_string_with(&page, &WriteOptions::new().annotations(filter)).unwrap()
    };
    assert_eq!(write(AnnotationFilter::all()), text);
    assert_eq!(
        write("a.*,-a.c".parse().unwrap()),
        text.replace(r#","@a.c":2"#, "")
            .replace(r#","title@x.y":3"#, "")
    );
    // No filter excludes links and counts (JSON 4.01 §3.1).
    assert_eq!(
        write(AnnotationFilter::none()),
        r##"{"@odata.context":"c","@odata.count":1,"value":[{"@odata.type":"#shop.model.book","@odata.id":"i","words":[]}]}"##
    );
    // A filter applies to one call.
    assert_eq!(json::to_string(&page).unwrap(), text);
}

#[test]
fn errors_inside_a_success_are_annotations() {
    let text = r##"{"@odata.type":"#shop.model.book","@Core.ResourceException":{"code":"c"},"words":[],"price@Core.ValueException":{"value":"1e999"}}"##;
    assert_eq!(rewrite::<AnyItem>(text).unwrap(), text);
}
