//! What a type does not declare (CSDL 4.01, section 6.3; Protocol, section 11.2.1).

use odata_core::{RawJson, options::Undeclared};

use super::*;

#[test]
fn dynamic_properties_are_kept_in_order_and_exact_with_their_tags() {
    let text = r##"{"@odata.type":"#shop.model.book","w@odata.type":"#Decimal","at@odata.type":"#Date","words":[],"z":{"a":[0.10]},"w":79228162514264337593543950335,"at":"2026-01-31"}"##;
    assert_eq!(again::<AnyItem>(text).unwrap(), text);
    // A value must be of the type that its tag names.
    let wrong = text.replace("2026-01-31", "2026-01-32");
    assert_eq!(refused::<AnyItem>(&wrong), at(ErrorKind::Value, "/at"));
}

#[test]
fn what_has_no_tag_is_what_one_asks_for() {
    let item: Novel = json::from_str(r#"{"n":1.50,"s":"INF","b":true}"#).unwrap();
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
    let error = more.get::<i32>("s").unwrap_err();
    assert_eq!((error.kind(), error.pointer()), (ErrorKind::Type, "/s"));
}

#[test]
fn an_undeclared_property_is_kept_skipped_or_refused() {
    let text = r##"{"@odata.type":"#shop.model.book","titel":1}"##;
    let read = |undeclared| {
        json::from_str_with::<AnyItem>(text, &ReadOptions::client().undeclared(undeclared))
    };
    let AnyItem::Book(kept) = read(Undeclared::Keep).unwrap() else {
        panic!()
    };
    assert!(kept.base.more.contains("titel"));
    let AnyItem::Book(skipped) = read(Undeclared::Skip).unwrap() else {
        panic!()
    };
    assert!(skipped.base.more.is_empty());
    let error = read(Undeclared::Error).unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::Undeclared, "/titel")
    );
    assert_eq!(
        refused_with::<AnyItem>(text, &ReadOptions::server()),
        at(ErrorKind::Undeclared, "/titel")
    );
}

#[test]
fn openness_is_inherited() {
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
    assert!(Tool::TYPE.is_open() && !Book::TYPE.is_open());
    // An open type has what it does not declare, for a server, too.
    assert!(json::from_str_with::<Tool>(r#"{"size":1}"#, &ReadOptions::strict()).is_ok());
}

#[test]
fn an_untyped_property_is_any_json() {
    #[derive(Debug, PartialEq, ODataResource)]
    #[odata(namespace = "shop.model")]
    struct Note {
        content: Option<RawJson>,
        #[odata(default)]
        all: Vec<RawJson>,
    }
    let text = r##"{"content":[[1,"a"],{"b":[null,1e400]}],"all":[{},[[]],"x"]}"##;
    assert_eq!(again::<Note>(text).unwrap(), text);
}
