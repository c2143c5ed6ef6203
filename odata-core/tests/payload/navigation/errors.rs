//! Navigation properties of the wrong form, repeated or out of order.

use super::*;

#[test]
fn a_navigation_property_of_the_wrong_form_is_an_error() {
    for (text, kind, pointer) in [
        (r#"{"manager":[]}"#, ErrorKind::Type, "/manager"),
        (r#"{"manager":"People(1)"}"#, ErrorKind::Type, "/manager"),
        (
            r#"{"manager":{"name":1}}"#,
            ErrorKind::Type,
            "/manager/name",
        ),
        (
            r#"{"manager":{"@odata.id":1}}"#,
            ErrorKind::Type,
            "/manager/@odata.id",
        ),
        (r#"{"reports":{}}"#, ErrorKind::Type, "/reports"),
        (
            r#"{"reports":[{"id":1},null]}"#,
            ErrorKind::Null,
            "/reports/1",
        ),
        (
            r#"{"reports":[{"id":1},{"name":2}]}"#,
            ErrorKind::Type,
            "/reports/1/name",
        ),
        (
            r#"{"manager@odata.bind":["a"]}"#,
            ErrorKind::Type,
            "/manager@odata.bind",
        ),
        (
            r#"{"reports@odata.bind":"a"}"#,
            ErrorKind::Type,
            "/reports@odata.bind",
        ),
        (
            r#"{"reports@odata.bind":[]}"#,
            ErrorKind::Type,
            "/reports@odata.bind",
        ),
        (
            r#"{"reports@odata.bind":null}"#,
            ErrorKind::Type,
            "/reports@odata.bind",
        ),
        (
            r#"{"reports@odata.count":-1}"#,
            ErrorKind::Type,
            "/reports@odata.count",
        ),
        (
            r#"{"reports@odata.count":"1"}"#,
            ErrorKind::Type,
            "/reports@odata.count",
        ),
        (
            r#"{"reports@odata.nextLink":null}"#,
            ErrorKind::Type,
            "/reports@odata.nextLink",
        ),
        (
            r#"{"home@odata.bind":null}"#,
            ErrorKind::Null,
            "/home@odata.bind",
        ),
    ] {
        let error = json::from_str::<Person>(text).unwrap_err();
        assert_eq!(
            (error.kind(), error.pointer()),
            (kind, pointer),
            "{text}: {error}"
        );
    }
}

#[test]
fn a_link_beside_a_value_or_a_repeated_member_is_an_error() {
    for text in [
        r#"{"manager":{"id":1},"manager@odata.bind":"a"}"#,
        r#"{"manager@odata.bind":"a","manager":null}"#,
        r#"{"manager@odata.bind":"a","manager@odata.bind":"b"}"#,
        r#"{"reports@odata.bind":["a"],"reports@odata.bind":["b"]}"#,
        r#"{"reports@odata.count":1,"reports@odata.count":1}"#,
        r#"{"reports":[],"reports":[]}"#,
    ] {
        let error = json::from_str::<Person>(text).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Duplicate, "{text}: {error}");
    }
    let both = r#"{"reports@odata.count":1,"reports@count":1}"#;
    let error = json::from_str_with::<Person>(both, &v401()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Duplicate);
}

/// Annotations precede their property, except the next link (JSON 4.01 §4.4).
#[test]
fn an_ordered_payload_has_the_count_before_and_the_next_link_anywhere() {
    let ordered = ReadOptions::client().streaming(true);
    let ok = r#"{"reports@odata.count":1,"reports":[],"reports@odata.nextLink":"n"}"#;
    assert!(json::from_str_with::<Person>(ok, &ordered).is_ok());
    let late = r#"{"reports":[],"reports@odata.count":1}"#;
    let error = json::from_str_with::<Person>(late, &ordered).unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::Order, "/reports@odata.count")
    );
}

/// A navigation property whose field is not a `Nav`: the link is an annotation.
#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", kind = entity)]
struct Team {
    #[odata(navigation)]
    lead: Option<Box<Team>>,
    #[odata(navigation)]
    parts: Option<Vec<Team>>,
    #[odata(annotations)]
    annotations: odata_core::Annotations,
}

#[test]
fn a_link_with_a_value_is_an_error() {
    for text in [
        r#"{"lead@odata.bind":"Teams(7)","lead":null}"#,
        r#"{"lead@odata.bind":"Teams(7)","lead":{}}"#,
        r#"{"lead":{},"lead@odata.bind":"Teams(7)"}"#,
        r#"{"lead":null,"@ns.note":1,"lead@odata.bind":"Teams(7)"}"#,
        r#"{"lead@odata.bind":"Teams(7)","lead@odata.bind":"Teams(8)"}"#,
    ] {
        let error = json::from_str::<Team>(text).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Duplicate, "{text}: {error}");
        let v401 = text.replace("@odata.bind", "@bind");
        let options = odata_core::ReadOptions::client().version(odata_core::Version::V401);
        assert!(
            json::from_str_with::<Team>(&v401, &options).is_err(),
            "{v401}"
        );
    }
}

#[test]
fn a_link_may_have_annotations_and_links_may_be_added_to_a_collection() {
    let ordered = odata_core::ReadOptions::client().streaming(true);
    for text in [
        r#"{"lead@odata.bind":"Teams(7)","lead@ns.note":1}"#,
        r#"{"lead@odata.bind":"Teams(7)","parts":[{}]}"#,
        r#"{"parts@odata.bind":["Teams(7)"],"parts":[{}]}"#,
    ] {
        let team: Team = json::from_str_with(text, &ordered).unwrap();
        assert!(!team.annotations.is_empty(), "{text}");
    }
}

crate::round_trip::round_trips! {
    types: [Team],
    hierarchies: [],
    enumerations: [],
}
