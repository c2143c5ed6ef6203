//! Types derived from others (CSDL 4.01 §6.1 and §6.2; Protocol 4.01 §5.2).

mod required_properties;

use odata_core::{edm::PrimitiveValue, options::UnknownPolicy};

use super::*;

#[test]
fn a_derived_type_is_one_object_with_the_properties_of_its_base_first() {
    let novel: Novel = read(r#"{"hero":"h","title":"t","id":1,"x":2}"#).unwrap();
    assert_eq!(
        (
            novel.hero.as_deref(),
            novel.base.title.as_deref(),
            novel.base.base.id
        ),
        (Some("h"), Some("t"), Some(1))
    );
    // The bag of the root holds what no level declares.
    assert_eq!(novel.base.base.more.get::<i32>("x").unwrap(), Some(2));
    assert_eq!(
        json::to_string(&novel).unwrap(),
        r##"{"@odata.type":"#shop.model.novel","id":1,"title":"t","words":[],"hero":"h","x":2}"##
    );
}

#[test]
fn an_abstract_type_has_no_values() {
    assert_eq!(
        read_error::<Item>(r#"{"id":1}"#),
        error_at(ErrorKind::AbstractType, "")
    );
    let named = r##"{"@odata.type":"#shop.model.item","id":1}"##;
    assert_eq!(
        read_error::<KnownItem>(named),
        error_at(ErrorKind::AbstractType, "/@odata.type")
    );
    assert_eq!(
        read_error::<Book>(named),
        error_at(ErrorKind::NotDerived, "/@odata.type")
    );
    let untagged = r#"{"id":1}"#;
    assert_eq!(
        read_error::<KnownItem>(untagged),
        error_at(ErrorKind::MissingType, "")
    );
    let error = read::<KnownItem>(untagged).unwrap_err();
    assert!(
        error
            .expected()
            .unwrap()
            .contains("`shop.model.book`, `shop.model.novel`"),
        "{error}"
    );
}

#[test]
fn a_value_must_be_of_the_declared_type_or_a_derived_one() {
    // `Book` would lose the properties of a novel.
    let novel = r##"{"@odata.type":"#shop.model.novel","hero":"h"}"##;
    assert_eq!(
        read_error::<Book>(novel),
        error_at(ErrorKind::NotDerived, "/@odata.type")
    );
    let error = read::<Book>(novel).unwrap_err();
    assert_eq!(error.found(), Some("#shop.model.novel"));
    assert_eq!(error.expected(), Some("#shop.model.book"));

    let address = r##"{"@odata.type":"#shop.model.address"}"##;
    assert_eq!(
        read_error::<Book>(address),
        error_at(ErrorKind::NotDerived, "/@odata.type")
    );
    let nested = r##"{"@odata.type":"#shop.model.novel","sequel":{"@odata.type":"#shop.model.book","hero":1,"title":2}}"##;
    assert_eq!(
        read_error::<AnyItem>(nested),
        error_at(ErrorKind::Type, "/sequel/title")
    );
}

#[test]
fn an_open_hierarchy_preserves_a_value_of_an_unknown_type() {
    let unknown = r##"{"@odata.type":"#shop.model.map","@a.b":[{"c":null}],"id":1,"scale@odata.type":"#Double","scale":1e-5}"##;
    let untagged = r##"{"operationStatus":"Completed"}"##;
    let of_the_abstract_base = r##"{"@odata.type":"#shop.model.item","name":"Any"}"##;
    for text in [
        unknown,
        untagged,
        of_the_abstract_base,
        r##"{"@odata.type":"shop.model.map","scale":[ 1, 2 ]}"##,
    ] {
        let item: AnyItem = read(text).unwrap();
        assert!(matches!(item, AnyItem::Other(_)), "{text}");
        assert_eq!(
            json::to_string(&item).unwrap(),
            text.replace("[ 1, 2 ]", "[1,2]")
        );
    }
    let AnyItem::Other(map) = read(unknown).unwrap() else {
        panic!()
    };
    assert_eq!(map.type_name(), Some("shop.model.map"));

    // A closed hierarchy rejects it; so does an open one where the options do not allow unknown types.
    let unknown_type = error_at(ErrorKind::UnknownType, "/@odata.type");
    assert_eq!(read_error::<KnownItem>(unknown), unknown_type);
    for strict in [
        ReadOptions::server(),
        ReadOptions::client().unknown_types(UnknownPolicy::Error),
    ] {
        assert_eq!(read_error_with::<AnyItem>(unknown, &strict), unknown_type);
        assert_eq!(
            read_error_with::<AnyItem>(untagged, &strict),
            error_at(ErrorKind::MissingType, "")
        );
        assert_eq!(
            read_error_with::<AnyItem>(of_the_abstract_base, &strict).0,
            ErrorKind::AbstractType
        );
    }
}

const MODEL: &[&str] = &["shop.model.address", "shop.model.book", "shop.model.novel"];

/// A gift may be a book, but not a novel (`Validation.DerivedTypeConstraint`).
#[derive(Debug, PartialEq, ODataResource)]
#[odata(hierarchy = Item, known = MODEL)]
enum Gift {
    Book(Book),
    #[odata(other)]
    Other(DynamicResource),
}

#[test]
fn a_property_may_allow_only_some_derived_types() {
    assert!(read::<Gift>(r##"{"@odata.type":"#shop.model.book"}"##).is_ok());
    for name in ["shop.model.novel", "shop.model.address"] {
        let text = format!(r##"{{"@odata.type":"#{name}"}}"##);
        assert_eq!(
            read_error::<Gift>(&text),
            error_at(ErrorKind::NotDerived, "/@odata.type")
        );
        let error = read::<Gift>(&text).unwrap_err();
        assert!(
            error.message().contains(name) && error.message().contains("shop.model.item"),
            "{error}"
        );
    }
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(hierarchy = Book)]
enum AnyBook {
    #[odata(default)]
    Book(Book),
    Novel(Novel),
}

#[test]
fn a_hierarchy_may_start_at_any_level() {
    let novel = r##"{"@odata.type":"#shop.model.novel"}"##;
    assert!(matches!(read(novel), Ok(AnyItem::Novel(_))));
    assert!(matches!(read(novel), Ok(AnyBook::Novel(_))));
    // `default` is the variant for a value without a tag, not for one of an unknown type.
    assert!(matches!(read("{}"), Ok(AnyBook::Book(_))));
    let AnyBook::Book(book) = read(r#"{"title":"t"}"#).unwrap() else {
        panic!()
    };
    assert_eq!(book.title.as_deref(), Some("t"));
    assert_eq!(
        read_error::<AnyBook>(r##"{"@odata.type":"#shop.model.map"}"##).0,
        ErrorKind::UnknownType
    );
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(namespace = "shop.model")]
struct Setting {
    #[odata(annotations)]
    annotations: Annotations,
    value: Option<PrimitiveValue>,
    #[odata(edm = "Edm.ComplexType")]
    details: Option<DynamicResource>,
}

#[test]
fn a_property_may_be_of_a_built_in_abstract_type() {
    let text = r##"{"value@odata.type":"#Int64","value":9007199254740993,"details":{"@odata.type":"#shop.model.address","street":"s"}}"##;
    assert_eq!(rewrite::<Setting>(text).unwrap(), text);
    assert_eq!(read_error::<Setting>(r#"{"value":[1]}"#).1, "/value");
}

/// `<TypeDefinition Name="weight" UnderlyingType="Edm.Decimal"/>`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
struct Weight(Decimal);

#[derive(Debug, PartialEq, ODataResource)]
#[odata(namespace = "shop.model")]
struct Parcel {
    #[odata(annotations)]
    annotations: Annotations,
    #[odata(edm = "shop.model.weight")]
    weight: Option<Weight>,
}

#[test]
fn a_type_definition_is_read_as_its_underlying_primitive() {
    let text = r##"{"weight@odata.type":"#shop.model.weight","weight":2.50}"##;
    assert_eq!(rewrite::<Parcel>(text).unwrap(), text);
    assert_eq!(
        Parcel::TYPE.property("weight").unwrap().type_name(),
        "shop.model.weight"
    );
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(namespace = "shop.model")]
struct Section {
    title: Option<String>,
    first: Option<Box<Chapter>>,
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(namespace = "shop.model")]
struct Chapter {
    #[odata(base)]
    section: Section,
    number: Option<i32>,
}

#[test]
fn a_base_may_have_a_property_of_a_type_that_derives_from_it() {
    let text =
        r##"{"title":"a","first":{"@odata.type":"#shop.model.chapter","title":"b","number":1}}"##;
    assert_eq!(rewrite::<Section>(text).unwrap(), text);
}

crate::round_trip::round_trips! {
    types: [Setting, Parcel, Section, Chapter, Book, Novel],
    hierarchies: [Gift { Book }, AnyBook { Book, Novel }],
    enumerations: [],
    values: ["weight": "2.50", "details": r##"{"@odata.type":"#shop.model.address"}"##],
}
