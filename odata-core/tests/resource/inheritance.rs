//! Types derived from others (CSDL 4.01, sections 6.1 and 6.2; Protocol, section 5.2).

use odata_core::edm::PrimitiveValue;

use super::*;

#[test]
fn a_derived_type_has_its_bases_properties_first_and_in_one_object() {
    let novel: Novel = json::from_str(r#"{"hero":"h","title":"t","id":1,"x":2}"#).unwrap();
    assert_eq!(
        (
            novel.hero.as_deref(),
            novel.base.title.as_deref(),
            novel.base.base.id
        ),
        (Some("h"), Some("t"), Some(1))
    );
    // The bag of the root takes what no level declares.
    assert_eq!(novel.base.base.more.get::<i32>("x").unwrap(), Some(2));
    assert_eq!(
        json::to_string(&novel).unwrap(),
        r##"{"@odata.type":"#shop.model.novel","id":1,"title":"t","words":[],"hero":"h","x":2}"##
    );
}

#[test]
fn no_value_is_of_an_abstract_type() {
    assert_eq!(refused::<Item>(r#"{"id":1}"#).0, ErrorKind::AbstractType);
    let named = r##"{"@odata.type":"#shop.model.item","id":1}"##;
    assert_eq!(
        refused::<KnownItem>(named),
        at(ErrorKind::AbstractType, "/@odata.type")
    );
    assert_eq!(
        refused::<KnownItem>(r#"{"id":1}"#),
        at(ErrorKind::MissingType, "")
    );
}

#[test]
fn a_value_is_of_the_declared_type_or_one_derived_from_it() {
    // The base's struct would lose what the derived type adds.
    let novel = r##"{"@odata.type":"#shop.model.novel","hero":"h"}"##;
    assert_eq!(
        refused::<Book>(novel),
        at(ErrorKind::NotDerived, "/@odata.type")
    );
    let address = r##"{"@odata.type":"#shop.model.address"}"##;
    assert_eq!(
        refused::<Book>(address),
        at(ErrorKind::NotDerived, "/@odata.type")
    );
    let nested = r##"{"@odata.type":"#shop.model.novel","sequel":{"@odata.type":"#shop.model.book","hero":1,"title":2}}"##;
    assert_eq!(
        refused::<AnyItem>(nested),
        at(ErrorKind::Type, "/sequel/title")
    );
}

#[test]
fn a_type_that_this_build_does_not_know_is_kept_whole() {
    let text = r##"{"@odata.type":"#shop.model.map","id":1,"scale":1e-5,"@a.b":[{"c":null}],"scale@odata.type":"#Double"}"##;
    let item: AnyItem = json::from_str(text).unwrap();
    let AnyItem::Other(other) = &item else {
        panic!()
    };
    assert_eq!(other.type_name(), Some("shop.model.map"));
    assert_eq!(json::to_string(&item).unwrap(), text);
    assert_eq!(
        refused::<KnownItem>(text),
        at(ErrorKind::UnknownType, "/@odata.type")
    );
    assert_eq!(
        refused_with::<AnyItem>(text, &ReadOptions::server()),
        at(ErrorKind::UnknownType, "/@odata.type")
    );
}

#[test]
fn a_place_may_allow_only_some_of_the_derived_types() {
    const MODEL: &[&str] = &["shop.model.book", "shop.model.novel"];

    /// A derived-type constraint: `gift` may be a book, not a novel (`Validation.DerivedTypeConstraint`).
    #[derive(Debug, PartialEq, ODataResource)]
    #[odata(hierarchy = Item, known = MODEL)]
    enum Gift {
        Book(Book),
        #[odata(other)]
        Other(DynamicResource),
    }
    assert!(json::from_str::<Gift>(r##"{"@odata.type":"#shop.model.book"}"##).is_ok());
    assert_eq!(
        refused::<Gift>(r##"{"@odata.type":"#shop.model.novel"}"##),
        at(ErrorKind::NotDerived, "/@odata.type")
    );
}

#[test]
fn every_level_is_reached_from_every_ancestor() {
    #[derive(Debug, PartialEq, ODataResource)]
    #[odata(hierarchy = Book)]
    enum AnyBook {
        #[odata(default)]
        Book(Book),
        Novel(Novel),
    }
    let novel = r##"{"@odata.type":"#shop.model.novel"}"##;
    assert!(matches!(json::from_str(novel), Ok(AnyItem::Novel(_))));
    assert!(matches!(json::from_str(novel), Ok(AnyBook::Novel(_))));
    // The base of this one is not abstract, so a value that names no type is one.
    assert!(matches!(json::from_str("{}"), Ok(AnyBook::Book(_))));
}

#[test]
fn a_property_may_be_of_a_built_in_abstract_type() {
    #[derive(Debug, PartialEq, ODataResource)]
    #[odata(namespace = "shop.model")]
    struct Setting {
        #[odata(annotations)]
        annotations: Annotations,
        value: Option<PrimitiveValue>,
        #[odata(edm = "Edm.ComplexType")]
        details: Option<DynamicResource>,
    }
    let text = r##"{"value@odata.type":"#Int64","value":9007199254740993,"details":{"@odata.type":"#shop.model.address","street":"s"}}"##;
    assert_eq!(again::<Setting>(text).unwrap(), text);
    assert_eq!(refused::<Setting>(r#"{"value":[1]}"#).1, "/value");
}

#[test]
fn a_type_definition_is_its_underlying_primitive() {
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
    let text = r##"{"weight@odata.type":"#shop.model.weight","weight":2.50}"##;
    assert_eq!(again::<Parcel>(text).unwrap(), text);
    assert_eq!(
        Parcel::TYPE.property("weight").unwrap().type_name(),
        "shop.model.weight"
    );
}
