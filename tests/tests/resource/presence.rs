//! What absence and null mean, by the field's type.

use odata_core::{ErrorKind, ODataResource, json};

#[derive(Debug, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Presence {
    required: i32,
    optional: Option<i32>,
    #[odata(nullable = false)]
    not_null: Option<i32>,
    patched: Option<Option<i32>>,
    items: Vec<i32>,
    #[odata(default)]
    more_items: Vec<Option<i32>>,
    maybe_items: Option<Vec<i32>>,
    #[odata(default)]
    copies: i32,
    #[odata(default = one)]
    pages: i32,
}

fn one() -> i32 {
    1
}

fn least() -> Presence {
    Presence {
        required: 0,
        optional: None,
        not_null: None,
        patched: None,
        items: vec![],
        more_items: vec![],
        maybe_items: None,
        copies: 0,
        pages: 1,
    }
}

/// The least body with one member more.
fn read(member: &str) -> Result<Presence, odata_core::Error> {
    let text = format!(
        r#"{{"required":0,"items":[]{}{member}}}"#,
        if member.is_empty() { "" } else { "," }
    );
    json::from_str(&text)
}

fn refused(member: &str) -> (ErrorKind, String) {
    let error = read(member).unwrap_err();
    (error.kind(), error.pointer().to_owned())
}

#[test]
fn only_what_is_neither_an_option_nor_has_a_default_must_be_there() {
    assert_eq!(read("").unwrap(), least());
    for (text, pointer) in [
        (r#"{"items":[]}"#, "/required"),
        (r#"{"required":0}"#, "/items"),
    ] {
        let error = json::from_str::<Presence>(text).unwrap_err();
        assert_eq!(
            (error.kind(), error.pointer()),
            (ErrorKind::Missing, pointer)
        );
    }
}

#[test]
fn null_of_an_option_is_none() {
    assert_eq!(read(r#""optional":null"#).unwrap(), least());
    assert_eq!(read(r#""optional":1"#).unwrap().optional, Some(1));
}

#[test]
fn a_property_that_is_not_nullable_may_be_absent_but_not_null() {
    assert_eq!(read(r#""notNull":1"#).unwrap().not_null, Some(1));
    assert_eq!(
        refused(r#""notNull":null"#),
        (ErrorKind::Null, "/notNull".to_owned())
    );
}

#[test]
fn an_option_in_an_option_tells_absent_from_null() {
    assert_eq!(read("").unwrap().patched, None);
    assert_eq!(read(r#""patched":null"#).unwrap().patched, Some(None));
    assert_eq!(read(r#""patched":1"#).unwrap().patched, Some(Some(1)));
}

#[test]
fn a_collection_is_never_null_though_its_items_may_be() {
    assert_eq!(
        read(r#""moreItems":[1,null]"#).unwrap().more_items,
        [Some(1), None]
    );
    assert_eq!(
        read(r#""maybeItems":[1]"#).unwrap().maybe_items,
        Some(vec![1])
    );
    assert_eq!(
        refused(r#""moreItems":null"#),
        (ErrorKind::Null, "/moreItems".to_owned())
    );
    assert_eq!(
        refused(r#""maybeItems":null"#),
        (ErrorKind::Null, "/maybeItems".to_owned())
    );
    assert_eq!(
        refused(r#""maybeItems":[1,null]"#),
        (ErrorKind::Null, "/maybeItems/1".to_owned())
    );
}

#[test]
fn a_default_stands_in_for_what_is_absent_and_not_for_null() {
    assert_eq!((read("").unwrap().copies, read("").unwrap().pages), (0, 1));
    assert_eq!(read(r#""copies":3,"pages":4"#).unwrap().pages, 4);
    assert_eq!(
        refused(r#""copies":null"#),
        (ErrorKind::Null, "/copies".to_owned())
    );
    assert_eq!(
        refused(r#""pages":null"#),
        (ErrorKind::Null, "/pages".to_owned())
    );
}

#[test]
fn what_is_none_is_not_written() {
    assert_eq!(
        json::to_string(&least()).unwrap(),
        r#"{"required":0,"items":[],"moreItems":[],"copies":0,"pages":1}"#
    );
    let all = Presence {
        optional: Some(1),
        not_null: Some(2),
        patched: Some(None),
        maybe_items: Some(vec![3]),
        ..least()
    };
    let text = json::to_string(&all).unwrap();
    assert!(
        text.contains(r#""optional":1,"notNull":2,"patched":null,"#),
        "{text}"
    );
    assert_eq!(json::from_str::<Presence>(&text).unwrap(), all);
}

#[test]
fn the_description_says_the_same() {
    let property = |name| Presence::TYPE.property(name).unwrap();
    let nullable: Vec<&str> = Presence::TYPE
        .properties()
        .filter(|it| it.is_nullable())
        .map(|it| it.name())
        .collect();
    assert_eq!(nullable, ["optional", "patched"]);
    assert!(property("items").is_collection() && property("maybeItems").is_collection());
    assert_eq!(property("moreItems").type_name(), "Edm.Int32");
}
