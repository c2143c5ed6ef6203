//! What identifies a removed entity, and where a removed entity may be (JSON 4.01 §15.2, §15.3).

use odata_core::{Collection, Nav, NavCollection, payload::EntityOrReference};

use super::*;

#[derive(Debug, Default, Clone, PartialEq, ODataResource)]
#[odata(namespace = "NS")]
struct Line {
    #[odata(key)]
    order: i32,
    #[odata(key)]
    number: i32,
    text: Option<String>,
}

#[derive(Debug, Default, Clone, PartialEq, ODataResource)]
#[odata(namespace = "NS")]
struct Size {
    width: Option<i32>,
}

#[derive(Debug, Default, Clone, PartialEq, ODataResource)]
#[odata(namespace = "NS")]
struct Person {
    #[odata(key)]
    id: i32,
    manager: Nav<Person>,
    reports: NavCollection<Person>,
    #[odata(navigation)]
    partner: Option<Box<Person>>,
    #[odata(navigation)]
    friends: Option<Vec<Person>>,
    size: Option<Size>,
    #[odata(annotations)]
    annotations: Annotations,
}

fn read_people(item: &str) -> Result<Delta<Person>, odata_core::Error> {
    json::from_str_with(&format!(r#"{{"value":[{item}]}}"#), &v401())
}

fn people_error(item: &str) -> (ErrorKind, String) {
    let error = read_people(item).unwrap_err();
    (error.kind(), error.pointer().to_owned())
}

#[derive(Debug, Default, Clone, PartialEq, ODataResource)]
#[odata(namespace = "NS", key("size/width" = "width"))]
struct Sized {
    size: Option<Size>,
}

#[test]
fn a_removed_entity_has_the_property_in_which_its_key_is() {
    let read = |text: &str| json::from_str_with::<DeltaItem<Sized>>(text, &v401());
    assert!(read(r#"{"@removed":{},"size":{"width":1}}"#).is_ok());
    assert!(read(r#"{"@removed":{},"size":null}"#).is_err());
    assert!(read(r#"{"@removed":{}}"#).is_err());
}

#[test]
fn a_removed_entity_has_an_id_or_every_key_property() {
    let read = |text: &str| json::from_str_with::<DeltaItem<Line>>(text, &v401());
    for text in [
        r#"{"@removed":{},"@id":"Lines(1)"}"#,
        r#"{"@removed":{},"order":1,"number":2}"#,
        r#"{"number":2,"text":"t","@removed":{},"order":1}"#,
        r#"{"@removed":{},"@id":"Lines(1)","order":1}"#,
    ] {
        assert!(read(text).is_ok(), "{text}");
    }
    for text in [
        r#"{"@removed":{},"order":1}"#,
        r#"{"@removed":{},"text":"t"}"#,
        r#"{"@removed":{},"order":1,"number":null}"#,
        r#"{"@removed":{},"@id":null}"#,
        r#"{"@removed":{"reason":"changed"}}"#,
    ] {
        let error = read(text).unwrap_err();
        assert_eq!(
            (error.kind(), error.expected()),
            (ErrorKind::Missing, Some("`@odata.id` or `order`, `number`")),
            "{text}"
        );
    }
}

#[test]
fn a_removed_entity_without_identity_is_not_written() {
    let delta: Delta<Person> = Delta::patch(vec![Removed::new(None).into()]);
    let error = json::to_string(&delta).unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::Validation, "/value/0")
    );
}

#[test]
fn the_properties_of_a_removed_entity_have_values_of_their_types() {
    let read = |text: &str| json::from_str_with::<DeltaItem<Line>>(text, &v401());
    for text in [
        r#"{"@removed":{},"order":1,"number":2,"text":null}"#,
        r#"{"@removed":{},"@id":"a","text":"t","new":7}"#,
    ] {
        assert!(read(text).is_ok(), "{text}");
    }
    for (text, kind, pointer) in [
        (
            r#"{"@removed":{},"order":"1","number":2}"#,
            ErrorKind::Value,
            "/order",
        ),
        (
            r#"{"@removed":{},"order":1,"number":2.5}"#,
            ErrorKind::Value,
            "/number",
        ),
        (
            r#"{"@removed":{},"order":1,"number":[2]}"#,
            ErrorKind::Value,
            "/number",
        ),
        (
            r#"{"@removed":{},"@id":"a","order":null}"#,
            ErrorKind::Null,
            "/order",
        ),
        (
            r#"{"text":5,"@removed":{},"order":1,"number":2}"#,
            ErrorKind::Value,
            "/text",
        ),
        (
            r##"{"@removed":{},"order@odata.type":"#Int64","order":1,"number":2}"##,
            ErrorKind::NotDerived,
            "/order@odata.type",
        ),
    ] {
        let error = read(text).unwrap_err();
        assert_eq!((error.kind(), error.pointer()), (kind, pointer), "{text}");
    }
    let size = r#"{"@removed":{},"id":1,"size":{"width":"w"}}"#;
    assert_eq!(
        people_error(size),
        error_at(ErrorKind::Value, "/value/0/size/width")
    );
}

#[test]
fn the_entities_of_a_nested_delta_have_values_of_their_types() {
    for item in [
        r#"{"id":2,"size":{"width":null},"new":[1]}"#,
        r#"{"id":2,"size":null}"#,
        r#"{"id":2,"manager":null,"friends":[{"id":3}]}"#,
        r#"{"id":2,"manager":{"@id":"People(1)"}}"#,
        r#"{"id":2,"manager@odata.bind":"People(1)"}"#,
        r##"{"@odata.type":"#NS.person","id":2}"##,
    ] {
        let text = format!(r#"{{"id":1,"reports@delta":[{item}]}}"#);
        assert!(
            read_people(&text).is_ok(),
            "{item}: {:?}",
            read_people(&text)
        );
    }
    for (item, kind, pointer) in [
        (r#"{"id":"2"}"#, ErrorKind::Value, "/id"),
        (r#"{"id":null}"#, ErrorKind::Null, "/id"),
        (r#"{"@removed":{},"id":true}"#, ErrorKind::Value, "/id"),
        (r#"{"id":2,"size":"s"}"#, ErrorKind::Type, "/size"),
        (r#"{"id":2,"size":[]}"#, ErrorKind::Type, "/size"),
        (
            r#"{"id":2,"size":{"width":1.5}}"#,
            ErrorKind::Value,
            "/size/width",
        ),
        (r#"{"id":2,"friends":null}"#, ErrorKind::Null, "/friends"),
        (r#"{"id":2,"friends":{}}"#, ErrorKind::Type, "/friends"),
        (
            r#"{"id":2,"friends":[{"id":3},{"id":"x"}]}"#,
            ErrorKind::Value,
            "/friends/1/id",
        ),
        (
            r#"{"id":2,"manager":{"id":3,"size":7}}"#,
            ErrorKind::Type,
            "/manager/size",
        ),
        (
            r#"{"id":2,"reports@delta":[{"id":[]}]}"#,
            ErrorKind::Value,
            "/reports@delta/0/id",
        ),
        (
            r#"{"id":2,"manager@odata.bind":["a"]}"#,
            ErrorKind::Type,
            "/manager@odata.bind",
        ),
        (
            r##"{"@odata.type":"#NS.line","id":2}"##,
            ErrorKind::NotDerived,
            "/@odata.type",
        ),
        (r#"{"id":2,"id":3}"#, ErrorKind::Duplicate, "/id"),
        (
            r#"{"id":2,"manager":null,"manager@odata.bind":"People(1)"}"#,
            ErrorKind::Duplicate,
            "/manager@odata.bind",
        ),
        (
            r#"{"id":2,"reports@delta":[],"reports":[]}"#,
            ErrorKind::Duplicate,
            "/reports@delta",
        ),
    ] {
        let text = format!(r#"{{"id":1,"reports@delta":[{{"id":9}},{item}]}}"#);
        assert_eq!(
            people_error(&text),
            error_at(kind, &format!("/value/0/reports@delta/1{pointer}")),
            "{item}"
        );
        assert!(json::from_str_with::<Person>(&text, &v401()).is_err());
    }
    let undeclared = r#"{"id":1,"reports@delta":[{"id":2,"new":1}]}"#;
    let strict = ReadOptions::server().version(Version::V401);
    let error = json::from_str_with::<DeltaItem<Person>>(undeclared, &strict).unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::Undeclared, "/reports@delta/0/new")
    );
}

#[test]
fn a_removed_entity_outside_of_a_delta_is_an_error() {
    let removed = r#"{"@removed":{"reason":"deleted"},"id":1}"#;
    for options in [ReadOptions::client(), v401()] {
        let error = json::from_str_with::<Person>(removed, &options).unwrap_err();
        assert_eq!(
            (error.kind(), error.pointer()),
            (ErrorKind::InvalidName, "/@removed")
        );
        let page = format!(r#"{{"value":[{{"id":2}},{removed}]}}"#);
        let error = json::from_str_with::<Collection<Person>>(&page, &options).unwrap_err();
        assert_eq!(
            (error.kind(), error.pointer()),
            (ErrorKind::InvalidName, "/value/1/@removed")
        );
        let reference = r#"{"@odata.id":"a","@odata.removed":{}}"#;
        assert!(json::from_str_with::<EntityOrReference<Person>>(reference, &options).is_err());
        let nested = format!(r#"{{"id":1,"manager":{removed}}}"#);
        assert!(json::from_str_with::<Person>(&nested, &options).is_err());
        assert!(json::from_str_with::<DynamicResource>(removed, &options).is_err());
    }
    // The delta that was read before does not matter.
    assert!(read_people(removed).is_ok());
    assert!(json::from_str::<Person>(removed).is_err());
}

#[test]
fn a_single_related_entity_in_a_delta_may_be_removed() -> TestResult {
    for name in ["manager", "partner"] {
        for removed in [
            r#"{"@removed":{"reason":"deleted"},"id":2}"#,
            r#"{"id":2,"@removed":{}}"#,
            r#"{"@removed":{},"id":2,"manager":{"@removed":{},"id":3}}"#,
        ] {
            let item = format!(r#"{{"id":1,"{name}":{removed}}}"#);
            assert!(read_people(&item)?.value[0].changed().is_some(), "{item}");
        }
        let item = format!(r#"{{"id":1,"{name}":{{"@removed":{{}}}}}}"#);
        assert_eq!(
            people_error(&item),
            error_at(ErrorKind::Missing, &format!("/value/0/{name}"))
        );
    }
    for (removed, kind, pointer) in [
        (r#"{"reason":"gone"}"#, ErrorKind::Value, "/reason"),
        (r#"{"reason":null}"#, ErrorKind::Value, "/reason"),
        ("[]", ErrorKind::Type, ""),
    ] {
        let item = format!(r#"{{"id":1,"manager":{{"id":2,"@removed":{removed}}}}}"#);
        assert_eq!(
            people_error(&item),
            error_at(kind, &format!("/value/0/manager/@removed{pointer}"))
        );
    }
    let item = r#"{"id":1,"manager":{"@removed":{},"@id":"People(2)"}}"#;
    let delta = read_people(item)?;
    let manager = delta.value[0].changed().map(|it| &it.manager);
    assert!(matches!(manager, Some(Nav::Reference(_))));
    Ok(())
}

#[test]
fn a_removed_entity_in_a_collection_requires_a_nested_delta() {
    for (item, pointer) in [
        (
            r#"{"id":1,"reports":[{"id":2},{"@removed":{},"id":3}]}"#,
            "/value/0/reports/1/@removed",
        ),
        (
            r#"{"id":1,"friends":[{"id":2,"@removed":{}}]}"#,
            "/value/0/friends/0/@removed",
        ),
        (
            r#"{"id":1,"manager":{"id":2,"reports":[{"@removed":{},"@id":"a"}]}}"#,
            "/value/0/manager/reports/0/@removed",
        ),
        (
            r#"{"id":1,"reports":[{"\u0040removed":{},"id":3}]}"#,
            "/value/0/reports/0/@removed",
        ),
    ] {
        assert_eq!(
            people_error(item),
            error_at(ErrorKind::InvalidName, pointer),
            "{item}"
        );
    }
}

#[test]
fn a_complex_value_cannot_be_removed() {
    assert_eq!(
        people_error(r#"{"id":1,"size":{"@removed":{},"width":1}}"#),
        error_at(ErrorKind::InvalidName, "/value/0/size/@removed")
    );
}

#[test]
fn a_nested_delta_has_entities_only() -> TestResult {
    for items in [
        r#"[]"#,
        r#"[{"id":2},{"@id":"People(3)"},{"@removed":{},"id":4}]"#,
        r#"[{"id":2,"reports@delta":[{"id":3},{"@removed":{},"@id":"a"}]}]"#,
    ] {
        read_people(&format!(r#"{{"id":1,"reports@delta":{items}}}"#))?;
    }
    let link =
        r##"{"@context":"#People/$link","source":"a","relationship":"reports","target":"b"}"##;
    let deleted = link.replace("$link", "$deletedLink");
    for (item, kind, pointer) in [
        (link, ErrorKind::Type, ""),
        (&deleted, ErrorKind::Type, ""),
        ("7", ErrorKind::Type, ""),
        ("null", ErrorKind::Type, ""),
        (r#"{"@removed":{}}"#, ErrorKind::Missing, ""),
        (
            &format!(r#"{{"id":2,"reports@delta":[{link}]}}"#),
            ErrorKind::Type,
            "/reports@delta/0",
        ),
    ] {
        let text = format!(r#"{{"id":1,"reports@delta":[{{"id":9}},{item}]}}"#);
        assert_eq!(
            people_error(&text),
            error_at(kind, &format!("/value/0/reports@delta/1{pointer}")),
            "{item}"
        );
        // In the body of a PATCH to a single entity, the same holds.
        assert!(json::from_str_with::<Person>(&text, &v401()).is_err());
    }
    Ok(())
}

#[test]
fn a_removed_entity_in_a_nested_delta_has_an_id_or_every_key_property() {
    for name in ["friends", "reports"] {
        for item in [
            r#"{"@removed":{},"id":2}"#,
            r#"{"@removed":{"reason":"changed"},"@id":"People(2)"}"#,
            r#"{"size":null}"#,
        ] {
            let text = format!(r#"{{"id":1,"{name}@delta":[{item}]}}"#);
            assert!(read_people(&text).is_ok(), "{text}");
        }
        for (item, kind, at) in [
            (r#"{"@removed":{},"size":null}"#, ErrorKind::Missing, ""),
            (r#"{"@removed":{},"id":null}"#, ErrorKind::Missing, ""),
            (r#"{"@removed":{},"@id":null}"#, ErrorKind::Missing, ""),
            (
                r#"{"@removed":{"reason":"gone"},"id":2}"#,
                ErrorKind::Value,
                "/@removed/reason",
            ),
            (r#"{"@removed":true,"id":2}"#, ErrorKind::Type, "/@removed"),
        ] {
            let text = format!(r#"{{"id":1,"{name}@delta":[{{"id":7}},{item}]}}"#);
            let error = people_error(&text);
            assert_eq!(error.0, kind, "{text}");
            assert!(
                error.1.starts_with(&format!("/value/0/{name}@delta")),
                "{} of {text}: {at}",
                error.1
            );
        }
    }
}

#[test]
fn a_delta_has_entities() {
    let text = r#"{"value":[{"width":3}]}"#;
    let error = json::from_str::<Delta<Size>>(text).unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::Type, "/value/0")
    );
    assert!(error.to_string().contains("`NS.size` is a complex type"));
}

#[test]
fn the_type_annotation_of_a_delta_is_that_of_its_entities() {
    for (tag, pointer) in [
        ("Collection(NS.person)", None),
        ("Collection(NS.line)", Some("/value")),
        ("Collection(Edm.String)", Some("/value")),
    ] {
        let before = format!(r##"{{"@odata.type":"#{tag}","value":[{{"id":1}}]}}"##);
        let error = json::from_str::<Delta<Person>>(&before).err();
        assert_eq!(error.as_ref().map(|it| it.pointer()), pointer, "{tag}");
        let after = format!(r##"{{"value":[{{"id":1}}],"@odata.type":"#{tag}"}}"##);
        let error = json::from_str::<Delta<Person>>(&after).err();
        assert_eq!(
            error.as_ref().map(|it| it.pointer()),
            pointer.map(|_| "/@odata.type"),
            "{tag}"
        );
    }
}

crate::round_trip::round_trips! {
    types: [Line, Size, Person, Sized],
    hierarchies: [],
    enumerations: [],
}
