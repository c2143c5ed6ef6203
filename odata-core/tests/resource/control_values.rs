//! Control information that contradicts the property, the object or the value that it belongs to (JSON 4.01 §4.5, §8, §9, §16).

use odata_core::edm::Stream;

use super::*;

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop.model", kind = entity)]
struct Shop {
    #[odata(key)]
    id: Option<i64>,
    name: Option<String>,
    place: Option<Address>,
    names: Option<Vec<String>>,
    #[odata(navigation)]
    items: Option<Vec<AnyItem>>,
    #[odata(navigation)]
    owner: Option<Box<Shop>>,
    #[odata(navigation, nullable = false)]
    main: Option<Box<Shop>>,
    #[odata(navigation)]
    branches: Option<Vec<Shop>>,
    logo: Option<Stream>,
    #[odata(annotations)]
    annotations: Annotations,
    #[odata(dynamic_properties)]
    more: DynamicProperties,
}

#[track_caller]
fn assert_rejected(kind: ErrorKind, cases: &[(&str, &str)], options: &ReadOptions) {
    for (text, pointer) in cases {
        assert_eq!(
            read_error_with::<Shop>(text, options),
            error_at(kind, pointer),
            "{text}"
        );
    }
}

#[track_caller]
fn assert_accepted(texts: &[&str], options: &ReadOptions) {
    for text in texts {
        let result = read_with::<Shop>(text, options);
        assert!(result.is_ok(), "{text}: {}", result.unwrap_err());
    }
}

#[test]
fn the_count_and_the_links_of_a_collection_belong_to_a_collection() {
    assert_accepted(
        &[
            r#"{"branches@odata.count":1,"branches@odata.nextLink":"n"}"#,
            r#"{"names@odata.count":1,"names@odata.nextLink":"n"}"#,
            r#"{"unknown@odata.count":1,"unknown@odata.nextLink":"n"}"#,
        ],
        &ReadOptions::client(),
    );
    assert_rejected(
        ErrorKind::InvalidName,
        &[
            (r#"{"owner@odata.count":1}"#, "/owner@odata.count"),
            (r#"{"owner@odata.nextLink":"n"}"#, "/owner@odata.nextLink"),
            (r#"{"name@odata.count":1}"#, "/name@odata.count"),
            (r#"{"place@odata.nextLink":"n"}"#, "/place@odata.nextLink"),
        ],
        &ReadOptions::client(),
    );
}

#[test]
fn only_a_navigation_property_has_links() {
    assert_accepted(
        &[
            r#"{"owner@odata.bind":"Shops(1)","branches@odata.bind":["Shops(2)"]}"#,
            r#"{"owner@odata.bind":null}"#,
            r#"{"unknown@odata.bind":"a","other@odata.bind":["a","b"],"third@odata.bind":null}"#,
        ],
        &ReadOptions::client(),
    );
    assert_rejected(
        ErrorKind::InvalidName,
        &[
            (r#"{"name@odata.bind":"a"}"#, "/name@odata.bind"),
            (r#"{"place@odata.bind":"a"}"#, "/place@odata.bind"),
            (r#"{"names@odata.bind":["a"]}"#, "/names@odata.bind"),
        ],
        &ReadOptions::client(),
    );
    assert_rejected(
        ErrorKind::Null,
        &[(r#"{"main@odata.bind":null}"#, "/main@odata.bind")],
        &ReadOptions::client(),
    );
    assert_rejected(
        ErrorKind::Type,
        &[
            (r#"{"owner@odata.bind":["a"]}"#, "/owner@odata.bind"),
            (r#"{"owner@odata.bind":7}"#, "/owner@odata.bind"),
            (r#"{"branches@odata.bind":"a"}"#, "/branches@odata.bind"),
            (r#"{"branches@odata.bind":[]}"#, "/branches@odata.bind"),
            (
                r#"{"branches@odata.bind":["a",null]}"#,
                "/branches@odata.bind",
            ),
            (
                r#"{"branches@odata.bind":["a",{}]}"#,
                "/branches@odata.bind",
            ),
            (r#"{"unknown@odata.bind":7}"#, "/unknown@odata.bind"),
            (r#"{"unknown@odata.bind":["a",7]}"#, "/unknown@odata.bind"),
        ],
        &ReadOptions::client(),
    );
}

#[test]
fn a_nested_delta_belongs_to_related_entities_and_is_their_only_value() {
    assert_accepted(&[r#"{"branches@delta":[{"id":1}]}"#], &v401());
    assert_rejected(
        ErrorKind::InvalidName,
        &[
            (r#"{"owner@delta":[]}"#, "/owner@delta"),
            (r#"{"names@delta":[]}"#, "/names@delta"),
            (r#"{"name@delta":[]}"#, "/name@delta"),
        ],
        &v401(),
    );
    assert_rejected(
        ErrorKind::Duplicate,
        &[
            (r#"{"branches@delta":[],"branches":[]}"#, "/branches"),
            (r#"{"branches":[],"branches@delta":[]}"#, "/branches@delta"),
        ],
        &v401(),
    );
}

#[test]
fn an_operation_is_an_object_with_texts() {
    assert_accepted(
        &[
            r##"{"#ns.act":{"title":"t","target":"u","@a.b":1}}"##,
            r##"{"#ns.act":[{"title":"t"},{"target":"u"}],"branches#ns.act":{}}"##,
            r##"{"#ns.act":null}"##,
        ],
        &v401(),
    );
    assert_rejected(
        ErrorKind::Type,
        &[
            (r##"{"#ns.act":7}"##, "/#ns.act"),
            (r##"{"#ns.act":"u"}"##, "/#ns.act"),
            (r##"{"branches#ns.act":true}"##, "/branches#ns.act"),
        ],
        &v401(),
    );
    for text in [
        r##"{"#ns.act":{"target":5}}"##,
        r##"{"#ns.act":{"title":null}}"##,
        r##"{"#ns.act":[7]}"##,
        r##"{"#ns.act":[{"target":5}]}"##,
    ] {
        let (_, pointer) = read_error_with::<Shop>(text, &v401());
        assert!(pointer.starts_with("/#ns.act"), "{pointer} of {text}");
    }
}

#[test]
fn a_type_annotation_names_a_type() {
    assert_accepted(
        &[
            r##"{"x@odata.type":"#Int32","x":1}"##,
            r##"{"x@odata.type":"#Untyped","x":1}"##,
            r##"{"x@odata.type":"#ns.Colour","x":"red","y@odata.type":"#Collection(ns.T)","y":[{}]}"##,
        ],
        &ReadOptions::client(),
    );
    for tag in [
        "",
        "#",
        "#Nonsense",
        "Edm.Nonsense",
        "#Collection()",
        "#Collection(int32)",
    ] {
        let texts = [
            format!(r##"{{"x@odata.type":"{tag}"}}"##),
            format!(r##"{{"x":1,"x@odata.type":"{tag}"}}"##),
            format!(r##"{{"x":{{"y":[1],"y@odata.type":"{tag}"}}}}"##),
            format!(r##"{{"@a.b@odata.type":"{tag}","@a.b":1}}"##),
        ];
        for text in texts {
            let (kind, _) = read_error::<Shop>(&text);
            assert_eq!(kind, ErrorKind::InvalidType, "{text}");
        }
    }
}

#[test]
fn items_have_the_type_that_the_annotation_of_their_collection_names() {
    let text = r##"{"items@odata.type":"#Collection(shop.model.book)","items":[{"@odata.type":"#shop.model.novel"},{"title":"t"}]}"##;
    let shop: Shop = read(text).unwrap();
    let items = shop.items.unwrap();
    assert!(matches!(
        items.as_slice(),
        [AnyItem::Novel(_), AnyItem::Book(_)]
    ));
    let between = r##"{"items@odata.type":"#Collection(shop.model.book)","items@a.b":1,"name":"n","items":[{"words":[]}]}"##;
    assert!(matches!(
        read::<Shop>(between).unwrap().items.unwrap()[0],
        AnyItem::Book(_)
    ));
    assert_rejected(
        ErrorKind::NotDerived,
        &[(
            r##"{"items@odata.type":"#Collection(shop.model.novel)","items":[{"hero":"h"},{"@odata.type":"#shop.model.book"}]}"##,
            "/items/1/@odata.type",
        )],
        &ReadOptions::client(),
    );
    // The type ends with the collection.
    let after = r##"{"items@odata.type":"#Collection(shop.model.novel)","items":[],"branches":[{"items":[{"@odata.type":"#shop.model.book"}]}]}"##;
    assert_accepted(&[after], &ReadOptions::client());
}

#[test]
fn the_content_of_a_stream_has_the_form_of_its_media_type() {
    for (media_type, good, bad) in [
        (
            "image/png",
            r#""AAEC""#,
            &[r#""A*""#, r#"{"a":1}"#, "5"][..],
        ),
        ("text/plain", r#""any ünicode""#, &["[]", "5"]),
        ("Text/HTML; charset=utf-8", r#""<p>""#, &["{}"]),
        ("application/json", r#"{"a":[1]}"#, &[]),
        ("application/problem+JSON", "5", &[]),
        ("application/octet-stream", "null", &["true"]),
    ] {
        let members = |value: &str| {
            let media_type = format!(r#""logo@odata.mediaContentType":"{media_type}""#);
            let value = format!(r#""logo":{value}"#);
            [
                format!("{{{media_type},{value}}}"),
                format!("{{{value},{media_type}}}"),
            ]
        };
        for text in members(good) {
            assert_accepted(&[&text], &ReadOptions::client());
        }
        for text in bad.iter().flat_map(|bad| members(bad)) {
            assert_eq!(read_error::<Shop>(&text).1, "/logo", "{text}");
        }
    }
    // Without a media type, the form is not known.
    assert_accepted(&[r#"{"logo":{"a":1}}"#, r#"{"logo":"*"}"#], &v401());
}

#[test]
fn the_type_of_an_ordered_payload_precedes_all_but_the_context() {
    let ordered = ReadOptions::client().streaming(true);
    for text in [
        r##"{"@odata.id":"i","@odata.type":"#shop.model.shop"}"##,
        r##"{"@odata.etag":"e","@odata.type":"#shop.model.shop"}"##,
        r##"{"@a.b":1,"@odata.type":"#shop.model.shop"}"##,
    ] {
        assert_rejected(ErrorKind::Order, &[(text, "/@odata.type")], &ordered);
        assert_accepted(&[text], &ReadOptions::client());
    }
    assert_accepted(
        &[
            r##"{"@odata.context":"c","@odata.type":"#shop.model.shop","@odata.id":"i","@odata.etag":"e","name":"n"}"##,
        ],
        &ordered,
    );
    let item = r##"{"@odata.id":"i","@odata.type":"#shop.model.book"}"##;
    assert_eq!(
        read_error_with::<AnyItem>(item, &ordered).0,
        ErrorKind::Order
    );
}

crate::round_trip::round_trips! {
    types: [Shop],
    hierarchies: [],
    enumerations: [],
}
