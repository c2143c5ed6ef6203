//! The type annotation of an individual property and of a collection (JSON 4.01 §4.5.3).

use std::fmt;

use odata_core::{
    Collection, DynamicResource, ErrorKind, Flags, ODataEnum, RawJson, ReadOptions, Validate, edm,
    json, payload::PropertyValue,
};
use serde::{
    Deserialize, Deserializer,
    de::{self, DeserializeOwned, Visitor},
};

use super::{
    TestResult,
    collection::{AnyCustomer, Vip},
};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "NS")]
enum Colour {
    Red,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "NS", flags)]
enum Side {
    #[odata(value = 1)]
    Left,
}

/// A type without an OData type of its own.
#[derive(Debug, serde::Deserialize)]
struct Own(#[expect(dead_code)] String);

impl Validate for Own {}

/// A type with a visitor of its own, which expects more of a text than that it is a string.
#[derive(Debug)]
struct Paint;

impl<'de> Deserialize<'de> for Paint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PaintVisitor;

        impl Visitor<'_> for PaintVisitor {
            type Value = Paint;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of a paint")
            }

            fn visit_str<E: de::Error>(self, _: &str) -> Result<Paint, E> {
                Ok(Paint)
            }
        }
        deserializer.deserialize_str(PaintVisitor)
    }
}

impl Validate for Paint {}

/// What reading gives with the annotation before the value and after it.
#[track_caller]
fn property<T: DeserializeOwned + Validate>(tag: &str, value: &str) -> Option<ErrorKind> {
    let texts = [
        format!(r#"{{"@odata.type":"{tag}","value":{value}}}"#),
        format!(r#"{{"value":{value},"@odata.type":"{tag}"}}"#),
    ];
    let [before, after] = texts.map(|text| {
        json::from_str::<PropertyValue<T>>(&text)
            .err()
            .map(|error| error.kind())
    });
    assert_eq!(before, after, "{tag} before and after {value}");
    before
}

#[test]
fn the_annotation_of_an_individual_property_names_its_type() {
    let right = None;
    assert_eq!(property::<i32>("#Int32", "1"), right);
    assert_eq!(property::<Option<i32>>("Edm.Int32", "1"), right);
    assert_eq!(property::<Option<i32>>("#Int32", "null"), right);
    assert_eq!(property::<String>("#String", r#""a""#), right);
    assert_eq!(property::<bool>("#Boolean", "true"), right);
    assert_eq!(property::<f64>("#Double", r#""INF""#), right);
    assert_eq!(property::<u8>("#Byte", "1"), right);
    assert_eq!(property::<edm::Decimal>("#Decimal", "1.50"), right);
    assert_eq!(property::<edm::Date>("#Date", r#""2020-01-31""#), right);
    assert_eq!(property::<Colour>("#NS.colour", r#""red""#), right);
    assert_eq!(property::<Flags<Side>>("#NS.side", r#""left""#), right);
    // A type definition has the values of its primitive type.
    assert_eq!(property::<i32>("#NS.weight", "1"), right);
    assert_eq!(
        property::<Own>("#Guid", r#""7d9af2c1-0b6e-4c53-9f0e-2a64d0e1b3f8""#),
        right
    );
    assert_eq!(property::<Paint>("#NS.paint", r#""ochre""#), right);
    assert_eq!(property::<Paint>("#Date", r#""2020-01-31""#), right);
    assert_eq!(property::<RawJson>("#Int16", "1"), right);
    assert_eq!(property::<Vec<i32>>("#Collection(Int32)", "[1]"), right);

    let wrong = Some(ErrorKind::NotDerived);
    assert_eq!(property::<i32>("#Int64", "1"), wrong);
    assert_eq!(property::<i32>("#Collection(Int32)", "1"), wrong);
    assert_eq!(property::<Option<i64>>("#Int32", "1"), wrong);
    assert_eq!(property::<f64>("#Decimal", "1"), wrong);
    assert_eq!(property::<String>("#Date", r#""2020-01-31""#), wrong);
    assert_eq!(property::<edm::Date>("#String", r#""2020-01-31""#), wrong);
    assert_eq!(property::<edm::Decimal>("#Double", "1.5"), wrong);
    assert_eq!(property::<bool>("#String", "true"), wrong);
    assert_eq!(property::<Colour>("#NS.size", r#""red""#), wrong);
    assert_eq!(property::<Colour>("#String", r#""red""#), wrong);
    assert_eq!(property::<Flags<Side>>("#NS.colour", r#""left""#), wrong);
    assert_eq!(property::<Vec<i32>>("#Collection(Int64)", "[1]"), wrong);
    assert_eq!(property::<Vec<i32>>("#Int32", "[1]"), wrong);

    // Where the type may be any, the value shows whether it has the type.
    assert_eq!(
        property::<RawJson>("#Int16", "40000"),
        Some(ErrorKind::Value)
    );
    assert_eq!(property::<Own>("#Guid", r#""x""#), Some(ErrorKind::Value));
    assert_eq!(
        property::<RawJson>("#Collection(Byte)", "[1,256]"),
        Some(ErrorKind::Value)
    );
    assert_eq!(
        property::<i32>("#Nonsense", "1"),
        Some(ErrorKind::InvalidType)
    );
}

/// What reading as a whole and item by item gives.
#[track_caller]
fn collection<T: DeserializeOwned + Validate>(text: &str) -> Option<(ErrorKind, String)> {
    let whole = json::from_str::<Collection<T>>(text).err();
    let one_by_one = json::items::<T, _>(text.as_bytes())
        .collect::<Result<Vec<_>, _>>()
        .err();
    let [whole, one_by_one] =
        [whole, one_by_one].map(|it| it.map(|it| (it.kind(), it.pointer().to_owned())));
    assert_eq!(
        whole.as_ref().map(|it| it.0),
        one_by_one.map(|it| it.0),
        "{text}"
    );
    whole
}

#[track_caller]
fn assert_both<T: DeserializeOwned + Validate>(tag: &str, items: &str, kind: Option<ErrorKind>) {
    for text in [
        format!(r#"{{"@odata.type":"{tag}","value":{items}}}"#),
        format!(r#"{{"value":{items},"@odata.type":"{tag}"}}"#),
    ] {
        assert_eq!(collection::<T>(&text).map(|it| it.0), kind, "{text}");
    }
}

#[test]
fn the_annotation_of_a_collection_names_the_type_of_its_items() {
    let right = None;
    assert_both::<i32>("#Collection(Int32)", "[1]", right);
    assert_both::<Option<i64>>("#Collection(Edm.Int64)", "[1,null]", right);
    assert_both::<String>("#Collection(String)", "[]", right);
    assert_both::<Colour>("#Collection(NS.colour)", r#"["red"]"#, right);
    assert_both::<Vip>("#Collection(NS.vip)", "[{}]", right);
    assert_both::<AnyCustomer>("#Collection(NS.Customer)", "[{}]", right);
    assert_both::<RawJson>("#Collection(NS.any)", "[{}]", right);

    let wrong = Some(ErrorKind::NotDerived);
    assert_both::<i32>("#Collection(Int64)", "[1]", wrong);
    assert_both::<i32>("#Collection(Int64)", "[]", wrong);
    assert_both::<String>("#Collection(Guid)", "[]", wrong);
    assert_both::<Colour>("#Collection(NS.size)", r#"["red"]"#, wrong);
    assert_both::<Vip>("#Collection(NS.other)", "[]", wrong);
    assert_both::<Vip>("#Collection(Int32)", "[]", wrong);
    // The declared type is derived from the annotated one: other items could follow on the next page.
    assert_both::<Vip>("#Collection(NS.Customer)", "[]", wrong);
    assert_both::<AnyCustomer>("#Collection(NS.other)", "[]", wrong);
    assert_both::<DynamicResource>("#Collection(String)", "[]", wrong);
    assert_both::<i32>("#Int32", "[1]", Some(ErrorKind::InvalidType));
}

#[test]
fn untyped_items_are_of_the_annotated_type() {
    let text = r##"{"@odata.type":"#Collection(Byte)","value":[1,256]}"##;
    assert_eq!(
        collection::<RawJson>(text),
        Some((ErrorKind::Value, "/value/1".to_owned()))
    );
    let mut items = json::items::<RawJson, _>(text.as_bytes());
    assert!(items.next().is_some_and(|it| it.is_ok()));
    let error = items.next().and_then(Result::err).unwrap();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::Value, "/value/1")
    );
}

#[test]
fn the_annotation_of_a_collection_gives_its_items_a_derived_type() -> TestResult {
    let text = r##"{"@odata.type":"#Collection(NS.vip)","value":[{"level":2},{"@odata.type":"#NS.vip"}]}"##;
    let page: Collection<AnyCustomer> = json::from_str(text)?;
    assert!(page.iter().all(|it| matches!(it, AnyCustomer::Vip(_))));
    let items = json::items::<AnyCustomer, _>(text.as_bytes()).collect::<Result<Vec<_>, _>>()?;
    assert_eq!(items, page.value);
    let mixed = text.replace(
        r##"{"@odata.type":"#NS.vip"}"##,
        r##"{"@odata.type":"#NS.Customer"}"##,
    );
    assert_eq!(
        collection::<AnyCustomer>(&mixed),
        Some((ErrorKind::NotDerived, "/value/1/@odata.type".to_owned()))
    );
    // After the items, which were read as the declared type.
    let late = r##"{"value":[{"level":2}],"@odata.type":"#Collection(NS.vip)"}"##;
    assert_eq!(
        collection::<AnyCustomer>(late),
        Some((ErrorKind::Order, "/@odata.type".to_owned()))
    );
    Ok(())
}

#[test]
fn the_annotation_precedes_the_value_in_an_ordered_payload() {
    let ordered = ReadOptions::client().streaming(true);
    for text in [
        r##"{"@odata.context":"c","@odata.type":"#Int32","value":1}"##,
        r##"{"@odata.type":"#Int32","value":1}"##,
    ] {
        assert!(json::from_str_with::<PropertyValue<i32>>(text, &ordered).is_ok());
    }
    let late = r##"{"value":1,"@odata.type":"#Int32"}"##;
    let error = json::from_str_with::<PropertyValue<i32>>(late, &ordered).unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::Order, "/@odata.type")
    );
}
