//! The body of an action (JSON format 4.01, section 18).

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use odata_core::{ErrorKind, ODataResource, ReadOptions, Version, json};

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "NS", write_type = "never")]
struct Ping {}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(namespace = "NS", write_type = "never")]
struct Resume {
    source: String,
    stage: Option<String>,
}

fn v401() -> ReadOptions {
    ReadOptions::server().version(Version::V401)
}

#[test]
fn parameters_are_members_of_one_object() {
    let body = br#"{"stage":null,"source":"Contoso"}"#;
    for options in [ReadOptions::server(), v401()] {
        let resume: Resume = json::parameters_from_slice(body, &options).unwrap();
        assert_eq!((&*resume.source, resume.stage), ("Contoso", None));
    }
}

#[test]
fn without_parameters_4_01_needs_no_body() {
    assert_eq!(
        json::parameters_from_slice(b"", &v401()).ok(),
        Some(Ping {})
    );
    assert_eq!(
        json::parameters_from_slice(b"{}", &v401()).ok(),
        Some(Ping {})
    );
    assert_eq!(json::to_string(&Ping {}).unwrap(), "{}");
}

#[test]
fn in_4_0_there_is_an_empty_object() {
    assert_eq!(
        json::parameters_from_slice(b"{}", &ReadOptions::server()).ok(),
        Some(Ping {})
    );
    let error = json::parameters_from_slice::<Ping>(b"", &ReadOptions::server()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Eof);
}

#[test]
fn a_required_parameter_is_missed_in_an_empty_body() {
    let error = json::parameters_from_slice::<Resume>(b"", &v401()).unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::Missing, "/source")
    );
}

#[test]
fn a_server_refuses_parameters_that_the_action_does_not_have() {
    let error = json::parameters_from_slice::<Ping>(br#"{"more":1}"#, &v401()).unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::Undeclared, "/more")
    );
}
