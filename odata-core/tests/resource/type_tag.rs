//! Type tags and the forms of their names (JSON format 4.01, section 4.5.3).

use odata_core::{MetadataLevel, WriteOptions};

use super::*;

fn read(tag: &str) -> Result<AnyItem, Error> {
    json::from_str(&format!(r#"{{"@odata.type":"{tag}","title":"t"}}"#))
}

#[test]
fn a_derived_type_is_written_with_its_tag_and_other_types_without() {
    let book = AnyItem::Book(Book::default());
    assert_eq!(
        json::to_string(&book).unwrap(),
        r##"{"@odata.type":"#shop.model.book","words":[]}"##
    );
    assert_eq!(json::to_string(&Address::default()).unwrap(), "{}");
    // At the minimal level, a tag says what the declared type does not.
    let minimal = WriteOptions::new().metadata(Some(MetadataLevel::Minimal));
    assert_eq!(
        json::to_string_with(&Book::default(), &minimal).unwrap(),
        r#"{"words":[]}"#
    );
    assert_eq!(
        json::to_string_with(&book, &minimal).unwrap(),
        r##"{"@odata.type":"#shop.model.book","words":[]}"##
    );
}

#[test]
fn a_fragment_a_bare_name_and_an_alias_name_the_same_type() {
    for tag in [
        "#shop.model.book",
        "shop.model.book",
        "#shop.book",
        "shop.book",
    ] {
        let item = read(tag).unwrap();
        assert!(matches!(item, AnyItem::Book(_)), "{tag}");
        assert!(
            json::to_string(&item)
                .unwrap()
                .starts_with(r##"{"@odata.type":"#shop.model.book""##)
        );
    }
}

#[test]
fn a_url_with_a_fragment_is_the_services_own_or_refused() {
    assert!(matches!(
        read("$metadata#shop.model.book"),
        Ok(AnyItem::Book(_))
    ));
    let foreign = r##"{"@odata.type":"http://elsewhere/$metadata#shop.model.book"}"##;
    assert_eq!(
        refused::<AnyItem>(foreign),
        at(ErrorKind::ForeignType, "/@odata.type")
    );
    let own = ReadOptions::client().metadata_url("http://elsewhere/$metadata");
    assert!(matches!(
        json::from_str_with(foreign, &own),
        Ok(AnyItem::Book(_))
    ));
}

#[test]
fn a_collection_type_stands_beside_an_array_only() {
    let text = r##"{"@odata.type":"#shop.model.book","words@odata.type":"#Collection(String)","words":["a"],"n@odata.type":"#Collection(Int32)","n":[1]}"##;
    assert!(again::<AnyItem>(text).is_ok());
    assert_eq!(
        refused::<AnyItem>(r##"{"@odata.type":"#Collection(shop.model.book)"}"##),
        at(ErrorKind::InvalidType, "/@odata.type")
    );
    let words = r##"{"@odata.type":"#shop.model.book","words@odata.type":"#String","words":[]}"##;
    assert_eq!(
        refused::<AnyItem>(words),
        at(ErrorKind::NotDerived, "/words@odata.type")
    );
    let number =
        r##"{"@odata.type":"#shop.model.book","n@odata.type":"#Collection(Int32)","n":1}"##;
    assert_eq!(refused::<AnyItem>(number), at(ErrorKind::Type, "/n"));
}

#[test]
fn a_primitive_type_is_named_with_and_without_prefix_and_namespace() {
    for tag in ["#Int32", "Int32", "Edm.Int32", "#Edm.Int32"] {
        let text =
            format!(r##"{{"@odata.type":"#shop.model.book","n@odata.type":"{tag}","n":1}}"##);
        assert!(json::from_str::<AnyItem>(&text).is_ok(), "{tag}");
        let wrong = text.replace(":1}", ":\"x\"}");
        assert_eq!(
            refused::<AnyItem>(&wrong),
            at(ErrorKind::Value, "/n"),
            "{tag}"
        );
    }
}

#[test]
fn the_prefix_is_needed_in_4_0_and_left_out_in_4_01() {
    let short = r##"{"@type":"#shop.model.book","title":"t","words":[]}"##;
    assert!(matches!(
        json::from_str_with(short, &v401()),
        Ok(AnyItem::Book(_))
    ));
    // In 4.0 it is an annotation like any other, so no type is named.
    let AnyItem::Other(other) = json::from_str(short).unwrap() else {
        panic!()
    };
    assert_eq!(json::to_string(&other).unwrap(), short);
    // In 4.01, the two are one name, unless what is left without the prefix has a namespace.
    let options = WriteOptions::new().version(Version::V401);
    let two = r##"{"@type":"#shop.model.book","@odata.a.b":1,"@a.b":2,"words":[]}"##;
    let book: AnyItem = json::from_str_with(two, &v401()).unwrap();
    assert_eq!(json::to_string_with(&book, &options).unwrap(), two);
    let both = r##"{"@odata.type":"#shop.model.book","@type":"#shop.model.book"}"##;
    assert_eq!(
        refused_with::<AnyItem>(both, &v401()).0,
        ErrorKind::Duplicate
    );
    let write = WriteOptions::new().version(Version::V401);
    assert_eq!(
        json::to_string_with(
            &AnyItem::Book(Book {
                title: Some("t".into()),
                ..Book::default()
            }),
            &write
        )
        .unwrap(),
        short
    );
}

#[test]
fn in_a_4_0_payload_a_name_without_prefix_keeps_its_name() {
    let text = r##"{"@odata.type":"#shop.model.book","@id":1,"@odata.id":"Books(1)","n@type":"#Int32","words":[],"n":"x"}"##;
    assert_eq!(again::<AnyItem>(text).unwrap(), text);
    // The prefix is the term's, not the target's.
    let text = r##"{"@odata.type":"#shop.model.book","@@odata.@id":1,"words":[]}"##;
    assert_eq!(again::<Book>(text).unwrap(), text);
    // A 4.01 payload means control information, which 4.0 spells in full.
    let item: AnyItem = json::from_str_with(
        r##"{"@type":"#shop.model.book","@id":"Books(1)"}"##,
        &v401(),
    )
    .unwrap();
    assert_eq!(
        json::to_string(&item).unwrap(),
        r##"{"@odata.type":"#shop.model.book","@odata.id":"Books(1)","words":[]}"##
    );
    let AnyItem::Book(book) = item else { panic!() };
    for name in ["@id", "@odata.id"] {
        assert_eq!(
            book.base
                .annotations
                .get::<String>(name)
                .unwrap()
                .as_deref(),
            Some("Books(1)")
        );
    }
}

#[test]
fn what_is_no_tag_is_refused() {
    for (tag, kind) in [
        (r#""""#, ErrorKind::InvalidType),
        (r##""#""##, ErrorKind::InvalidType),
        (r##""#book""##, ErrorKind::InvalidType),
        (r##""#shop.model. book""##, ErrorKind::InvalidType),
        ("null", ErrorKind::Null),
        ("7", ErrorKind::Type),
    ] {
        let text = format!(r#"{{"@odata.type":{tag}}}"#);
        assert_eq!(refused::<AnyItem>(&text), at(kind, "/@odata.type"), "{tag}");
    }
    // Names have letter case, so this one is unknown.
    let upper = r##"{"@odata.type":"#Shop.Model.Book"}"##;
    assert_eq!(
        refused::<KnownItem>(upper),
        at(ErrorKind::UnknownType, "/@odata.type")
    );
    let error = json::from_str::<KnownItem>(upper).unwrap_err();
    assert_eq!(
        error.expected(),
        Some("one of `shop.model.book`, `shop.model.novel`")
    );
}

#[test]
fn an_objects_tag_is_inside_it_and_no_primitive_has_one_inside() {
    #[derive(Debug, PartialEq, ODataResource)]
    #[odata(namespace = "shop.model")]
    struct Order {
        to: Option<Address>,
    }
    let order: Order =
        json::from_str(r##"{"to":{"@odata.type":"#shop.model.address","street":"s"}}"##).unwrap();
    assert_eq!(order.to.unwrap().street.as_deref(), Some("s"));
    let inside =
        r##"{"@odata.type":"#shop.model.book","title":{"@odata.type":"#String","value":"t"}}"##;
    assert_eq!(refused::<AnyItem>(inside), at(ErrorKind::Type, "/title"));
}
