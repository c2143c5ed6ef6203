//! The body of an action (JSON 4.01 §18).

#[cfg(feature = "graph")]
use odata_core::graph;
use odata_core::{
    DynamicProperties, ErrorKind, ODataResource, ReadOptions, Version, json,
    options::UndeclaredPolicy,
};

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
fn an_empty_body_without_parameters_is_accepted_in_4_01() {
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
fn an_empty_body_is_an_error_in_4_0() {
    assert_eq!(
        json::parameters_from_slice(b"{}", &ReadOptions::server()).ok(),
        Some(Ping {})
    );
    let error = json::parameters_from_slice::<Ping>(b"", &ReadOptions::server()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Eof);
}

#[test]
fn a_missing_required_parameter_is_an_error() {
    let error = json::parameters_from_slice::<Resume>(b"", &v401()).unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::Missing, "/source")
    );
}

#[test]
fn an_unknown_parameter_is_an_error() {
    let error = json::parameters_from_slice::<Ping>(br#"{"more":1}"#, &v401()).unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::Undeclared, "/more")
    );
}

/// The action of Microsoft Graph that resumes a request.
#[cfg(feature = "graph")]
#[test]
fn a_parameter_may_be_of_a_derived_type() {
    // `data` is declared as the abstract `customExtensionData`, so it names its type.
    let text = r##"{"source":"s","type":"t","data":{"@odata.type":"#microsoft.graph.accessPackageAssignmentRequestCallbackData","stage":"assignmentRequestCreated","state":"denied"}}"##;
    let resume: graph::Resume =
        json::parameters_from_slice(text.as_bytes(), &ReadOptions::server()).unwrap();
    assert!(matches!(
        resume.data,
        Some(graph::AnyCustomExtensionData::Callback(_))
    ));
    assert_eq!(json::to_string(&resume).unwrap(), text);
    let untagged = r#"{"data":{"stage":"assignmentRequestCreated"}}"#;
    let error =
        json::parameters_from_slice::<graph::Resume>(untagged.as_bytes(), &ReadOptions::server())
            .unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::MissingType, "/data")
    );
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "NS")]
struct Address {
    #[odata(nullable = false)]
    city: Option<String>,
    #[odata(dynamic_properties)]
    more: DynamicProperties,
}

/// The parameters as the generator declares them, with a bag for later versions.
#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "NS", write_type = "never")]
struct Move {
    #[odata(nullable = false)]
    copies: Option<i32>,
    to: Option<Address>,
    notes: Option<Vec<String>>,
    #[odata(dynamic_properties)]
    more: DynamicProperties,
}

fn read_move(body: &str, options: &ReadOptions) -> Result<Move, (ErrorKind, String)> {
    json::parameters_from_slice(body.as_bytes(), options)
        .map_err(|error| (error.kind(), error.pointer().to_owned()))
}

#[test]
fn every_required_parameter_is_present_whatever_the_options_are() {
    for options in [ReadOptions::client(), ReadOptions::server(), v401()] {
        assert_eq!(
            read_move(r#"{"to":{"city":"Leeds"}}"#, &options),
            Err((ErrorKind::Missing, "/copies".to_owned()))
        );
        assert_eq!(
            read_move("{}", &options),
            Err((ErrorKind::Missing, "/copies".to_owned()))
        );
        assert_eq!(
            read_move(r#"{"copies":1}"#, &options).map(|it| it.copies),
            Ok(Some(1))
        );
    }
}

#[test]
fn an_unknown_parameter_is_an_error_whatever_the_options_are() {
    for options in [
        ReadOptions::client(),
        ReadOptions::client().undeclared(UndeclaredPolicy::Skip),
        ReadOptions::server(),
    ] {
        assert_eq!(
            read_move(r#"{"copies":1,"size":2}"#, &options),
            Err((ErrorKind::Undeclared, "/size".to_owned()))
        );
        assert!(read_move(r#"{"copies":1,"@ns.note":2}"#, &options).is_ok());
    }
}

#[test]
fn the_options_apply_to_the_values_of_parameters() {
    let body = r#"{"copies":1,"to":{"street":"High Street"}}"#;
    let street = |options: &ReadOptions| {
        read_move(body, options).map(|it| it.to.is_some_and(|to| to.more.contains("street")))
    };
    assert_eq!(street(&ReadOptions::client()), Ok(true));
    let skip = ReadOptions::client().undeclared(UndeclaredPolicy::Skip);
    assert_eq!(street(&skip), Ok(false));
    let strict = ReadOptions::client().undeclared(UndeclaredPolicy::Error);
    assert_eq!(
        street(&strict),
        Err((ErrorKind::Undeclared, "/to/street".to_owned()))
    );
    let all = ReadOptions::client().require_all(true);
    assert_eq!(
        street(&all),
        Err((ErrorKind::Missing, "/to/city".to_owned()))
    );
    // The next body has no parameters.
    assert!(json::from_str::<Move>(r#"{"size":2}"#).is_ok());
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "NS", write_type = "never")]
struct Tag {
    codes: Vec<String>,
}

#[test]
fn a_collection_is_required_if_its_field_is_not_an_option() {
    assert!(json::parameters_from_slice::<Tag>(br#"{"codes":[]}"#, &v401()).is_ok());
    let error = json::parameters_from_slice::<Tag>(b"{}", &ReadOptions::client()).unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::Missing, "/codes")
    );
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "NS", write_type = "never")]
struct Restock {
    #[odata(nullable = false, default)]
    shelf: Option<i32>,
}

#[test]
fn an_optional_parameter_may_be_absent_but_not_null() {
    for options in [ReadOptions::server(), ReadOptions::client(), v401()] {
        let read = |body: &[u8]| json::parameters_from_slice::<Restock>(body, &options);
        assert_eq!(read(b"{}").ok(), Some(Restock { shelf: None }));
        let error = read(br#"{"shelf":null}"#).unwrap_err();
        assert_eq!((error.kind(), error.pointer()), (ErrorKind::Null, "/shelf"));
    }
}

crate::round_trip::round_trips! {
    types: [Ping, Resume, Address, Move, Tag, Restock],
    hierarchies: [],
    enumerations: [],
}
