//! Where control information may stand (JSON format 4.01, section 4.4).

use super::*;

#[test]
fn the_tag_may_stand_anywhere() {
    let canonical = r##"{"@odata.type":"#shop.model.novel","@odata.etag":"1","id":1,"title":"t","price":79228162514264337593543950335.10,"words":["a"],"hero":"h","x":0.1000000000000000055}"##;
    let item: AnyItem = json::from_str(canonical).unwrap();
    assert!(matches!(item, AnyItem::Novel(_)));
    for text in [
        r##"{"id":1,"title":"t","price":79228162514264337593543950335.10,"words":["a"],"@odata.type":"#shop.model.novel","hero":"h","x":0.1000000000000000055,"@odata.etag":"1"}"##,
        r##"{"x":0.1000000000000000055,"hero":"h","words":["a"],"price":79228162514264337593543950335.10,"title":"t","id":1,"@odata.etag":"1","@odata.type":"#shop.model.novel"}"##,
    ] {
        assert_eq!(json::from_str::<AnyItem>(text).unwrap(), item);
        assert_eq!(json::from_reader::<AnyItem>(text.as_bytes()).unwrap(), item);
        assert_eq!(again::<AnyItem>(text).unwrap(), canonical);
    }
}

#[test]
fn an_ordered_payload_keeps_its_order_or_is_refused() {
    let ordered = ReadOptions::client().streaming(true);
    let read = |text: &str| json::from_str_with::<AnyItem>(text, &ordered);
    assert!(read(r##"{"@odata.context":"c","@odata.type":"#shop.model.book","@odata.id":"i","title@a.b":1,"title":"t"}"##).is_ok());
    for text in [
        r##"{"title":"t","@odata.type":"#shop.model.book"}"##,
        r##"{"@odata.type":"#shop.model.book","@odata.context":"c"}"##,
        r##"{"@odata.type":"#shop.model.book","title":"t","@odata.etag":"e"}"##,
        r##"{"@odata.type":"#shop.model.book","title":"t","title@a.b":1}"##,
    ] {
        assert_eq!(read(text).unwrap_err().kind(), ErrorKind::Order, "{text}");
    }
}

#[test]
fn annotations_may_stand_on_either_side_of_their_property_and_are_written_before() {
    for text in [
        r##"{"@odata.type":"#shop.model.book","title@a.b":1,"title":"t","words":[]}"##,
        r##"{"@odata.type":"#shop.model.book","title":"t","title@a.b":1}"##,
        r##"{"title":"t","title@a.b":1,"@odata.type":"#shop.model.book"}"##,
    ] {
        let written = again::<AnyItem>(text).unwrap();
        assert_eq!(
            written,
            r##"{"@odata.type":"#shop.model.book","title@a.b":1,"title":"t","words":[]}"##
        );
    }
}

#[test]
fn what_is_written_is_ordered() {
    let text = r##"{"x":1,"hero":"h","title":"t","id":1,"@a.b":2,"@odata.context":"c","@odata.type":"#shop.model.novel"}"##;
    let written = again::<AnyItem>(text).unwrap();
    // Context, tag, other control information and annotations, the base's properties, the type's own, what is dynamic.
    assert_eq!(
        written,
        r##"{"@odata.context":"c","@odata.type":"#shop.model.novel","@a.b":2,"id":1,"title":"t","words":[],"hero":"h","x":1}"##
    );
    let ordered = ReadOptions::client().streaming(true);
    let item: AnyItem = json::from_str_with(&written, &ordered).unwrap();
    assert_eq!(json::to_string(&item).unwrap(), written);
}
