//! Enumerations as properties of a resource.

use odata_core::{
    ErrorKind, Flags, ODataEnum, ODataResource, ReadOptions, json, options::UnknownPolicy,
};

use super::{Color, Stage};

#[derive(Debug, Clone, PartialEq, ODataEnum)]
#[odata(namespace = "NS", flags)]
enum Finish {
    #[odata(value = 1)]
    Glossy,
    #[odata(value = 2)]
    Metallic,
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(namespace = "NS")]
struct Paint {
    #[odata(validate(one_of(Color::Red, Color::Blue)))]
    color: Color,
    finish: Option<Flags<Finish>>,
    earlier: Vec<Color>,
    #[odata(case_insensitive)]
    any: Option<Color>,
    stage: Option<Stage>,
}

#[test]
fn enumeration_properties_are_read_and_written() {
    let body = r#"{"color":"Red","finish":"glossy,metallic","earlier":["Green","Blue"]}"#;
    let paint: Paint = json::from_str(body).unwrap();
    assert_eq!(paint.finish, Some(Finish::Glossy | Finish::Metallic));
    assert_eq!(paint.earlier, [Color::Green, Color::Blue]);
    assert_eq!(json::to_string(&paint).unwrap(), body);
}

#[test]
fn an_error_points_at_the_property() {
    for (body, pointer, kind) in [
        (
            r#"{"color":"Redd","earlier":[]}"#,
            "/color",
            ErrorKind::UnknownMember,
        ),
        (
            r#"{"color":"Red","earlier":["Blue",7]}"#,
            "/earlier/1",
            ErrorKind::Type,
        ),
        (r#"{"color":null,"earlier":[]}"#, "/color", ErrorKind::Null),
        (
            r#"{"color":"Red","earlier":[],"finish":"matte"}"#,
            "/finish",
            ErrorKind::UnknownMember,
        ),
        (
            r#"{"color":"Green","earlier":[]}"#,
            "/color",
            ErrorKind::Validation,
        ),
    ] {
        let error = json::from_str::<Paint>(body).unwrap_err();
        assert_eq!((error.pointer(), error.kind()), (pointer, kind), "{error}");
    }
}

#[test]
fn the_options_reject_an_unknown_member_of_a_property() {
    let body = r#"{"color":"Red","earlier":[],"stage":"lost"}"#;
    let paint: Paint = json::from_str(body).unwrap();
    assert_eq!(paint.stage, Some(Stage::Other("lost".to_owned())));
    let strict = ReadOptions::client().unknown_enum_members(UnknownPolicy::Error);
    let error = json::from_str_with::<Paint>(body, &strict).unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::UnknownMember, "/stage")
    );
}

#[test]
fn one_property_may_ignore_case() {
    let body = r#"{"color":"Red","earlier":[],"any":"bLUE"}"#;
    assert_eq!(
        json::from_str::<Paint>(body).unwrap().any,
        Some(Color::Blue)
    );
    let body = r#"{"color":"rED","earlier":[],"any":"Blue"}"#;
    assert!(json::from_str::<Paint>(body).is_err());
}

#[test]
fn the_type_description_names_the_enumerations() {
    let types: Vec<_> = Paint::TYPE
        .properties()
        .map(|it| (it.name(), it.type_name(), it.is_nullable()))
        .collect();
    assert_eq!(
        types,
        [
            ("color", "NS.Color", false),
            ("finish", "NS.finish", true),
            ("earlier", "NS.Color", false),
            ("any", "NS.Color", true),
            (
                "stage",
                "microsoft.graph.accessPackageCustomExtensionStage",
                true
            ),
        ]
    );
}

crate::round_trip::round_trips! {
    types: [Paint],
    hierarchies: [],
    enumerations: [Finish, Color, Stage],
}
