//! Properties that a type does not declare (CSDL 4.01 §6.3; Protocol 4.01 §11.2.1).

use odata_core::{RawJson, options::UndeclaredPolicy};

use super::*;

#[test]
fn dynamic_properties_are_preserved_in_order_with_their_exact_values_and_tags() {
    let text = r##"{"@odata.type":"#shop.model.book","words":[],"z":{"a":[0.10]},"w@odata.type":"#Decimal","w":79228162514264337593543950335,"at@odata.type":"#Date","at":"2026-01-31"}"##;
    assert_eq!(rewrite::<AnyItem>(text).unwrap(), text);
    // A value must be of the type that its tag names.
    let wrong = text.replace("2026-01-31", "2026-01-32");
    assert_eq!(
        read_error::<AnyItem>(&wrong),
        error_at(ErrorKind::Value, "/at")
    );
}

#[test]
fn the_bags_of_the_root_serve_the_whole_chain() {
    let text = r##"{"@odata.type":"#shop.model.novel","@ns.first":1,"#shop.cancel":{},"title@ns.why":"x","title":"n","words":[],"hero":"h","z":[1.50,{"b":null,"a":"\u00e9"}],"a":1e400}"##;
    let novel: Novel = read(text).unwrap();
    let root = &novel.base.base;
    let names: Vec<&str> = root.more.iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["z", "a"]);
    let names: Vec<&str> = root
        .annotations
        .iter()
        .map(|(name, _)| name)
        .filter(|name| *name != "@odata.type")
        .collect();
    assert_eq!(names, ["@ns.first", "#shop.cancel", "title@ns.why"]);
    assert_eq!(json::to_string(&novel).unwrap(), text);
}

#[test]
fn a_value_without_a_tag_is_read_as_the_requested_type() {
    let text = r#"{"n":1.50,"s":"INF","b":true,"max":9223372036854775807,"decimal":79228162514264337593543950335}"#;
    let item: Novel = read(text).unwrap();
    let more = &item.base.base.more;
    assert_eq!(more.get::<f64>("n").unwrap(), Some(1.5));
    assert_eq!(
        more.get::<Decimal>("n").unwrap().unwrap().to_string(),
        "1.50"
    );
    assert_eq!(
        more.get::<String>("s").unwrap().as_deref(),
        Some("INF"),
        "without a tag it is a string"
    );
    assert_eq!(more.get::<bool>("b").unwrap(), Some(true));
    assert_eq!(more.get::<i64>("max").unwrap(), Some(i64::MAX));
    assert_eq!(
        more.raw("decimal").unwrap().as_str(),
        "79228162514264337593543950335"
    );
    assert_eq!(more.get::<i64>("absent").unwrap(), None);
    assert_eq!(
        more.get::<i64>("decimal").unwrap_err().pointer(),
        "/decimal"
    );
    let error = more.get::<i32>("s").unwrap_err();
    assert_eq!((error.kind(), error.pointer()), (ErrorKind::Type, "/s"));
}

#[test]
fn an_undeclared_property_is_preserved_skipped_or_an_error() {
    let text = r##"{"@odata.type":"#shop.model.book","titel":1}"##;
    let book = |undeclared| {
        let options = ReadOptions::client().undeclared(undeclared);
        match read_with::<AnyItem>(text, &options) {
            Ok(AnyItem::Book(book)) => book,
            other => panic!("{other:?}"),
        }
    };
    assert!(book(UndeclaredPolicy::Keep).base.more.contains("titel"));
    assert!(book(UndeclaredPolicy::Skip).base.more.is_empty());
    assert_eq!(read::<Book>(text).unwrap().base.more.len(), 1);
    for options in [
        ReadOptions::client().undeclared(UndeclaredPolicy::Error),
        ReadOptions::server(),
    ] {
        let error = error_at(ErrorKind::Undeclared, "/titel");
        assert_eq!(read_error_with::<AnyItem>(text, &options), error);
        assert_eq!(read_error_with::<Book>(text, &options), error);
    }
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", deny_undeclared)]
struct Closed {
    street: Option<String>,
}

#[test]
fn a_type_without_a_bag_skips_or_rejects_an_undeclared_property() {
    let text = r#"{"x":[{"y":1}],"@ns.a":1,"street":"s"}"#;
    assert_eq!(
        read::<Address>(text).unwrap(),
        Address {
            street: Some("s".to_owned())
        }
    );
    assert_eq!(
        read_error::<Closed>(text),
        error_at(ErrorKind::Undeclared, "/x")
    );
    assert!(
        read::<Closed>(r#"{"@ns.a":1}"#).is_ok(),
        "an annotation is never undeclared"
    );
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(namespace = "shop.model", open)]
struct Thing {
    #[odata(dynamic_properties)]
    more: DynamicProperties,
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(namespace = "shop.model")]
struct Tool {
    #[odata(base)]
    base: Thing,
}

#[test]
fn a_type_derived_from_an_open_type_is_open() {
    assert!(Tool::TYPE.is_open() && !Book::TYPE.is_open());
    // Strict options accept dynamic properties of an open type.
    assert!(read_with::<Tool>(r#"{"size":1}"#, &ReadOptions::strict()).is_ok());
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(namespace = "shop.model")]
struct Note {
    content: Option<RawJson>,
    #[odata(default)]
    all: Vec<RawJson>,
}

#[test]
fn an_untyped_property_is_any_json() {
    let text = r##"{"content":[[1,"a"],{"b":[null,1e400]}],"all":[{},[[]],"x"]}"##;
    assert_eq!(rewrite::<Note>(text).unwrap(), text);
}

#[test]
fn an_inserted_property_must_have_the_name_of_a_property() {
    let mut book = Book::default();
    book.base.more.insert("extra", &1).unwrap();
    book.base.annotations.insert("title@ns.why", "x").unwrap();
    assert_eq!(
        json::to_string(&book).unwrap(),
        r##"{"@odata.type":"#shop.model.book","words":[],"extra":1,"title@ns.why":"x"}"##
    );
    assert!(book.base.more.insert("no@pe", &1).is_err());
}

crate::round_trip::round_trips! {
    types: [Closed, Thing, Tool, Note],
    hierarchies: [],
    enumerations: [],
}
