//! The order of members (JSON 4.01 §4.4).

use super::*;

#[test]
fn a_tag_may_be_anywhere() {
    let canonical = r##"{"@odata.type":"#shop.model.novel","@odata.etag":"1","id":1,"title":"t","price":79228162514264337593543950335.10,"words":["a"],"hero":"h","x":0.1000000000000000055}"##;
    let item: AnyItem = read(canonical).unwrap();
    assert!(matches!(item, AnyItem::Novel(_)));
    for text in [
        r##"{"id":1,"title":"t","price":79228162514264337593543950335.10,"words":["a"],"@odata.type":"#shop.model.novel","hero":"h","x":0.1000000000000000055,"@odata.etag":"1"}"##,
        r##"{"x":0.1000000000000000055,"hero":"h","words":["a"],"price":79228162514264337593543950335.10,"title":"t","id":1,"@odata.etag":"1","@odata.type":"#shop.model.novel"}"##,
    ] {
        assert_eq!(read::<AnyItem>(text).unwrap(), item);
        assert_eq!(serde_json::from_str::<AnyItem>(text).unwrap(), item);
        assert_eq!(
            serde_json::from_reader::<_, AnyItem>(text.as_bytes()).unwrap(),
            item
        );
        assert!(matches!(read(text), Ok(KnownItem::Novel(_))));
        assert_eq!(rewrite::<AnyItem>(text).unwrap(), canonical);
    }
    for name in ["shop.model.book", "#shop.book"] {
        let text = format!(r#"{{"title":"t","@odata.type":"{name}"}}"#);
        assert!(matches!(read(&text), Ok(KnownItem::Book(_))), "{name}");
    }
    // The same for a type outside any hierarchy.
    let address: Address = read(r##"{"street":"s","@odata.type":"#shop.address"}"##).unwrap();
    assert_eq!(address.street.as_deref(), Some("s"));
}

#[test]
fn an_ordered_payload_out_of_order_is_an_error() {
    let ordered = ReadOptions::client().streaming(true);
    let in_order = r##"{"@odata.context":"c","@odata.type":"#shop.model.book","@odata.id":"i","title@a.b":1,"title":"t"}"##;
    assert!(read_with::<AnyItem>(in_order, &ordered).is_ok());
    for (text, pointer) in [
        (
            r##"{"title":"t","@odata.type":"#shop.model.book"}"##,
            "/@odata.type",
        ),
        (
            r##"{"@odata.type":"#shop.model.book","@odata.context":"c"}"##,
            "/@odata.context",
        ),
        (
            r##"{"@odata.type":"#shop.model.book","@odata.context":"c","title":"t"}"##,
            "/@odata.context",
        ),
        (
            r##"{"@odata.type":"#shop.model.book","title":"t","@odata.etag":"e"}"##,
            "/@odata.etag",
        ),
        (
            r##"{"@odata.type":"#shop.model.book","title":"t","@odata.id":"i"}"##,
            "/@odata.id",
        ),
        (
            r##"{"@odata.type":"#shop.model.book","title":"t","title@a.b":1}"##,
            "/title@a.b",
        ),
    ] {
        let error = error_at(ErrorKind::Order, pointer);
        assert_eq!(read_error_with::<AnyItem>(text, &ordered), error, "{text}");
        assert!(read::<AnyItem>(text).is_ok(), "{text}");
    }
}

#[test]
fn an_annotation_of_a_property_is_read_on_either_side_and_written_before_it() {
    for text in [
        r##"{"@odata.type":"#shop.model.book","title@a.b":1,"title":"t","words":[]}"##,
        r##"{"@odata.type":"#shop.model.book","title":"t","title@a.b":1}"##,
        r##"{"title":"t","title@a.b":1,"@odata.type":"#shop.model.book"}"##,
    ] {
        let written = rewrite::<AnyItem>(text).unwrap();
        assert_eq!(
            written,
            r##"{"@odata.type":"#shop.model.book","title@a.b":1,"title":"t","words":[]}"##
        );
    }
}

#[test]
fn what_is_written_is_an_ordered_payload() {
    let text = r##"{"x":1,"hero":"h","title":"t","id":1,"@a.b":2,"@odata.context":"c","@odata.type":"#shop.model.novel"}"##;
    let written = rewrite::<AnyItem>(text).unwrap();
    // The context, the tag, other control information and annotations, the properties of the base, own properties, dynamic properties.
    assert_eq!(
        written,
        r##"{"@odata.context":"c","@odata.type":"#shop.model.novel","@a.b":2,"id":1,"title":"t","words":[],"hero":"h","x":1}"##
    );
    let ordered = ReadOptions::client().streaming(true);
    let item: AnyItem = read_with(&written, &ordered).unwrap();
    assert_eq!(json::to_string(&item).unwrap(), written);
}
