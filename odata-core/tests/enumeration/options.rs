//! Read options for members of enumerations.

use odata_core::{ErrorKind, ReadOptions, json, options::UnknownPolicy};

use super::{Color, Stage};

#[test]
fn the_options_reject_unknown_members_of_an_open_enumeration() {
    let options = ReadOptions::client().unknown_enum_members(UnknownPolicy::Error);
    for text in [r#""assignmentRequestPaused""#, r#""99""#] {
        let error = json::from_str_with::<Stage>(text, &options).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::UnknownMember);
    }
    let stage: Stage = json::from_str_with(r#""AssignmentRequestCreated""#, &options).unwrap();
    assert_eq!(stage, Stage::AssignmentRequestCreated);
}

#[test]
fn the_options_override_case_sensitivity() {
    let any = ReadOptions::client().case_insensitive_enums(Some(true));
    assert_eq!(
        json::from_str_with::<Color>(r#""green""#, &any).unwrap(),
        Color::Green
    );
    let exact = ReadOptions::client().case_insensitive_enums(Some(false));
    assert_eq!(
        json::from_str_with::<Stage>(r#""AssignmentRequestCreated""#, &exact).unwrap(),
        Stage::Other("AssignmentRequestCreated".to_owned())
    );
}

#[test]
fn server_options_accept_only_the_exact_name_of_a_known_member() {
    let server = ReadOptions::server();
    for (text, is_read) in [
        (r#""assignmentRequestCreated""#, true),
        (r#""AssignmentRequestCreated""#, false),
        (r#""assignmentRequestPaused""#, false),
        (r#""1""#, true),
    ] {
        assert_eq!(
            json::from_str_with::<Stage>(text, &server).is_ok(),
            is_read,
            "{text}"
        );
    }
}
