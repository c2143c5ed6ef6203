//! Qualified names of members, `Namespace.Type.Member`, which occur in strings and in code but not in enumeration values.

use odata_core::{ODataType, enumeration::QualifiedMember, json};

use super::{Color, Stage};

const CREATED: &str = "microsoft.graph.accessPackageCustomExtensionStage.assignmentRequestCreated";

#[test]
fn a_member_has_a_qualified_name() {
    assert_eq!(Stage::AssignmentRequestCreated.qualified(), CREATED);
    assert_eq!(
        Stage::from_qualified(CREATED),
        Ok(Stage::AssignmentRequestCreated)
    );
    assert_eq!(Color::from_qualified("NS.Color.Red"), Ok(Color::Red));
}

#[test]
fn a_qualified_name_may_have_the_schema_alias() {
    assert_eq!(
        Stage::from_qualified("graph.accessPackageCustomExtensionStage.AssignmentRequestCreated"),
        Ok(Stage::AssignmentRequestCreated)
    );
}

#[test]
fn a_member_of_another_type_is_an_error() {
    for text in ["Red", "NS.Red", "NS.Color", "NS.Color.", "NS.Colour.Red"] {
        assert!(Color::from_qualified(text).is_err(), "{text}");
    }
    assert_eq!(
        Color::from_qualified("Red").unwrap_err().to_string(),
        "`Red` is not a qualified member of NS.Color; expected `NS.Color.` and one of `Red`, `Green`, `Blue`"
    );
}

#[test]
fn from_str_accepts_both_forms_and_digits() {
    assert_eq!("Red".parse(), Ok(Color::Red));
    assert_eq!("NS.Color.Red".parse(), Ok(Color::Red));
    assert_eq!("1".parse(), Ok(Color::Red));
    assert_eq!(CREATED.parse(), Ok(Stage::AssignmentRequestCreated));
    assert_eq!("paused".parse(), Ok(Stage::Other("paused".to_owned())));
    assert_eq!(
        "Rod".parse::<Color>().unwrap_err().to_string(),
        "`Rod` is not a member of NS.Color; did you mean `Red`? expected one of `Red`, `Green`, `Blue`"
    );
}

#[test]
fn a_qualified_member_is_a_string_property() {
    let body = format!("{CREATED:?}");
    let event: QualifiedMember<Stage> = json::from_str(&body).unwrap();
    assert_eq!(event, Stage::AssignmentRequestCreated);
    assert_eq!(json::to_string(&event).unwrap(), body);
    assert_eq!(
        event,
        QualifiedMember::from(Stage::AssignmentRequestCreated)
    );
    assert_eq!(<QualifiedMember<Stage> as ODataType>::NAME, "Edm.String");
}

/// The property is a string, so any text is valid, even with options that reject unknown members.
#[test]
fn a_qualified_member_preserves_any_other_text() {
    for text in [
        "lifecycleEvent",
        "",
        "microsoft.graph.accessPackageCustomExtensionStage.AssignmentRequestCreated",
        "graph.accessPackageCustomExtensionStage.assignmentRequestPaused",
    ] {
        let body = format!("{text:?}");
        let event: QualifiedMember<Stage> =
            json::from_str_with(&body, &odata_core::ReadOptions::strict()).unwrap();
        assert_eq!(json::to_string(&event).unwrap(), body);
    }
    assert_eq!(
        QualifiedMember::<Stage>::from("lifecycleEvent").member(),
        None
    );
    let any_case: QualifiedMember<Stage> =
        "microsoft.graph.accessPackageCustomExtensionStage.AssignmentRequestCreated".into();
    assert_eq!(any_case.member(), Some(&Stage::AssignmentRequestCreated));
}
