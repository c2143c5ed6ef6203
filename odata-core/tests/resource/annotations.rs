//! Annotations (JSON format 4.01, section 20).

use odata_core::{Collection, WriteOptions, protocol::AnnotationFilter};

use super::*;

#[test]
fn annotations_of_an_object_are_kept_in_order_and_exact() {
    let text = r##"{"@odata.type":"#shop.model.book","@z.y":1.0,"@a.b#q":{"c":[1e2]},"words":[]}"##;
    assert_eq!(again::<AnyItem>(text).unwrap(), text);
    let AnyItem::Book(book) = json::from_str(text).unwrap() else {
        panic!()
    };
    assert_eq!(book.base.annotations.get::<f64>("@z.y").unwrap(), Some(1.0));
    // Without a bag they are read over.
    assert_eq!(
        again::<Address>(r#"{"@a.b":1,"street":"s"}"#).unwrap(),
        r#"{"street":"s"}"#
    );
}

#[test]
fn annotations_of_a_property_need_no_property() {
    let text = r##"{"@odata.type":"#shop.model.book","title@a.b":1,"nowhere@a.b":2,"words":[]}"##;
    assert_eq!(again::<AnyItem>(text).unwrap(), text);
    let AnyItem::Book(book) = json::from_str(text).unwrap() else {
        panic!()
    };
    assert_eq!(
        book.base
            .annotations
            .get_on::<i32>("nowhere", "a.b")
            .unwrap(),
        Some(2)
    );
    assert_eq!(book.base.annotations.of("title").count(), 1);
}

#[test]
fn control_information_of_a_property_stands_without_its_value() {
    for text in [
        r#"{"books@odata.count":3}"#,
        r#"{"books@odata.navigationLink":"b"}"#,
        r#"{"books@odata.nextLink":"n","books":[]}"#,
    ] {
        assert_eq!(again::<Shelf>(text).unwrap(), text);
    }
}

#[test]
fn unknown_control_information_is_kept() {
    let text = r#"{"@odata.newThing":{"a":1},"books@odata.other":2}"#;
    assert_eq!(again::<Shelf>(text).unwrap(), text);
    assert!(json::from_str_with::<Shelf>(text, &ReadOptions::server()).is_ok());
}

#[test]
fn the_protocols_namespace_is_not_for_annotations_of_ones_own() {
    let mut annotations = Annotations::new();
    for name in [
        "@odata.mine",
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
    assert_eq!(again::<AnyItem>(text).unwrap(), text);
    // Under strict rules nothing else annotates an annotation.
    let strict = ReadOptions::client().strict_annotations(true);
    let other = r##"{"@odata.type":"#shop.model.book","@a.b@c.d":1}"##;
    assert_eq!(
        refused_with::<AnyItem>(other, &strict),
        at(ErrorKind::InvalidName, "/@a.b@c.d")
    );
    assert!(json::from_str::<AnyItem>(other).is_ok());
}

#[test]
fn annotations_of_items_are_kept_as_they_are() {
    let text = r##"{"@odata.type":"#shop.model.book","words@odata.collectionAnnotations":[{"index":1,"@a.b":true}],"words":["x","y"]}"##;
    assert_eq!(again::<AnyItem>(text).unwrap(), text);
    let wrong = text.replace("[{\"index\":1,\"@a.b\":true}]", "{}");
    assert_eq!(refused::<AnyItem>(&wrong).0, ErrorKind::Type);
}

#[test]
fn a_client_says_which_annotations_it_wants() {
    let text = r##"{"@odata.context":"c","@odata.count":1,"@a.b":1,"value":[{"@odata.type":"#shop.model.book","@odata.id":"i","@a.b":1,"@a.c":2,"title@x.y":3,"words":[]}]}"##;
    let page: Collection<AnyItem> = json::from_str(text).unwrap();
    let write = |filter: AnnotationFilter| {
        json::to_string_with(&page, &WriteOptions::new().annotations(filter)).unwrap()
    };
    assert_eq!(write(AnnotationFilter::all()), text);
    assert_eq!(
        write("a.*,-a.c".parse().unwrap()),
        text.replace(r#","@a.c":2,"title@x.y":3"#, "")
    );
    // Links and counts are sent whatever the client asks for (section 3.1).
    assert_eq!(
        write(AnnotationFilter::none()),
        r##"{"@odata.context":"c","@odata.count":1,"value":[{"@odata.type":"#shop.model.book","@odata.id":"i","words":[]}]}"##
    );
    // The filter is that of one call.
    assert_eq!(json::to_string(&page).unwrap(), text);
}

#[test]
fn errors_inside_a_success_are_annotations() {
    let text = r##"{"@odata.type":"#shop.model.book","price@Core.ValueException":{"value":"1e999"},"@Core.ResourceException":{"code":"c"},"words":[]}"##;
    assert_eq!(again::<AnyItem>(text).unwrap(), text);
}
