//! Enumerations: values that are read, values that are written, values that are errors.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../support/round_trip.rs"]
mod round_trip;

mod any_text;
mod flags;
mod options;
mod qualified;
mod resource;

use odata_core::{ErrorKind, ODataEnum, ODataType, edm::Primitive, enumeration::Member, json};

/// A closed enumeration: it has no variant for unknown members.
#[derive(Debug, PartialEq, ODataEnum)]
#[odata(namespace = "NS", rename_all = "PascalCase")]
enum Color {
    #[odata(value = 1)]
    Red,
    #[odata(value = 2)]
    Green,
    #[odata(value = 3)]
    Blue,
}

/// An evolvable enumeration of Microsoft Graph, to which members may be added at any time.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ODataEnum)]
#[odata(
    namespace = "microsoft.graph",
    schema_alias = "graph",
    case_insensitive
)]
enum AccessPackageCustomExtensionStage {
    #[odata(value = 1)]
    AssignmentRequestCreated,
    #[odata(value = 2)]
    AssignmentRequestApproved,
    #[odata(value = 7)]
    UnknownFutureValue,
    #[odata(other)]
    Other(String),
}

use AccessPackageCustomExtensionStage as Stage;

fn read<T: ODataEnum + for<'de> serde::Deserialize<'de> + odata_core::Validate>(
    text: &str,
) -> Result<T, odata_core::Error> {
    json::from_str(text)
}

#[test]
fn a_value_is_the_name_of_a_member() {
    assert_eq!(read::<Color>(r#""Green""#).unwrap(), Color::Green);
    assert_eq!(json::to_string(&Color::Green).unwrap(), r#""Green""#);
}

#[test]
fn a_value_in_digits_is_read_and_written_as_the_name() {
    for text in [r#""2""#, r#""+2""#, r#""002""#] {
        assert_eq!(read::<Color>(text).unwrap(), Color::Green, "{text}");
    }
    assert_eq!(
        read::<Stage>(r#""1""#).unwrap(),
        Stage::AssignmentRequestCreated
    );
}

#[test]
fn a_json_number_is_an_error() {
    let error = read::<Color>("2").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Type);
    assert_eq!(error.expected(), Some("a string with a member of NS.Color"));
    assert_eq!(error.found(), Some("integer `2`"));
    assert_eq!(read::<Stage>("null").unwrap_err().kind(), ErrorKind::Null);
}

#[test]
fn a_member_may_contain_json_escapes() {
    assert_eq!(read::<Color>(r#""\u0047reen""#).unwrap(), Color::Green);
    assert_eq!(
        json::from_reader::<Color>(&br#""Green""#[..]).unwrap(),
        Color::Green
    );
    let owned = serde_json::Value::String("Green".to_owned());
    assert_eq!(
        serde_json::from_value::<Color>(owned).unwrap(),
        Color::Green
    );
}

#[test]
fn a_member_is_case_sensitive_unless_the_type_ignores_case() {
    assert_eq!(
        read::<Color>(r#""green""#).unwrap_err().kind(),
        ErrorKind::UnknownMember
    );
    let stage: Stage = read(r#""AssignmentRequestCreated""#).unwrap();
    assert_eq!(stage, Stage::AssignmentRequestCreated);
    assert_eq!(
        json::to_string(&stage).unwrap(),
        r#""assignmentRequestCreated""#
    );
}

#[test]
fn an_unknown_member_of_a_closed_enumeration_is_an_error() {
    for (text, message) in [
        (
            r#""Gren""#,
            "`Gren` is not a member of NS.Color; did you mean `Green`? expected one of `Red`, `Green`, `Blue`",
        ),
        (
            r#""9""#,
            "9 is not the value of a member of NS.Color; expected one of `Red`, `Green`, `Blue`",
        ),
        (
            r#""Red,Blue""#,
            "`Red,Blue` names several members, but NS.Color is not an enumeration of flags; expected one of `Red`, `Green`, `Blue`",
        ),
        (
            r#""NS.Red""#,
            "`NS.Red` is not a member of NS.Color; expected one of `Red`, `Green`, `Blue`",
        ),
        (
            r#""NS.Color.Red""#,
            "`NS.Color.Red` is not a member of NS.Color; expected one of `Red`, `Green`, `Blue`",
        ),
    ] {
        let error = read::<Color>(text).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::UnknownMember, "{text}");
        assert_eq!(error.message(), message);
        assert_eq!(error.found(), Some(&*format!("string {text}")));
        assert_eq!(error.expected(), Some("one of `Red`, `Green`, `Blue`"));
    }
}

#[test]
fn an_open_enumeration_preserves_an_unknown_member_exactly() {
    for text in [
        "assignmentRequestPaused",
        "99",
        "-0",
        "9223372036854775808",
        "assignmentRequestCreated,assignmentRequestApproved",
        " assignmentRequestCreated",
        "microsoft.graph.accessPackageCustomExtensionStage.assignmentRequestCreated",
        "Große Pause \u{1F600}",
    ] {
        let body = format!("{text:?}").replace("\\u{1f600}", "\u{1F600}");
        let stage: Stage = read(&body).unwrap();
        assert_eq!(stage, Stage::Other(text.to_owned()));
        assert_eq!(json::to_string(&stage).unwrap(), body);
    }
}

#[test]
fn an_empty_text_is_an_error() {
    let error = read::<Color>(r#""""#).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Value);
    assert_eq!(
        error.message(),
        "an empty text is not a member of NS.Color; expected one of `Red`, `Green`, `Blue`"
    );
    assert_eq!(read::<Stage>(r#""""#).unwrap_err().kind(), ErrorKind::Value);
}

#[test]
fn an_error_truncates_a_long_text() {
    let error = read::<Color>(&format!("{:?}", "x".repeat(1_000_000))).unwrap_err();
    assert!(error.to_string().len() < 300);
}

#[test]
fn a_member_has_a_name_and_a_value() {
    assert_eq!(Color::Green.as_str(), "Green");
    assert_eq!(Color::Green.to_string(), "Green");
    assert_eq!(format!("{:>7}", Color::Green), "  Green");
    assert_eq!(Color::Green.value(), Some(2));
    assert_eq!(Color::from_value(2), Some(Color::Green));
    assert_eq!(Color::from_value(9), None);
    assert_eq!(Color::ALL, [Color::Red, Color::Green, Color::Blue]);
}

#[test]
fn an_unknown_member_has_a_text_and_the_value_of_its_digits() {
    let paused = Stage::Other("assignmentRequestPaused".to_owned());
    assert_eq!(paused.as_str(), "assignmentRequestPaused");
    assert_eq!(paused.value(), None);
    assert_eq!(Stage::Other("99".to_owned()).value(), Some(99));
    // `ALL` has no unknown member.
    assert_eq!(Stage::ALL.len(), 3);
}

#[test]
fn values_count_from_zero_by_default() {
    #[derive(Debug, PartialEq, ODataEnum)]
    #[odata(namespace = "shop")]
    enum Status {
        Ordered,
        InTransit,
    }
    assert_eq!(Status::Ordered.value(), Some(0));
    assert_eq!(Status::from_value(1), Some(Status::InTransit));
    assert_eq!(Status::InTransit.as_str(), "inTransit");
}

#[test]
fn a_discriminant_is_the_value_of_its_member() {
    #[derive(Debug, PartialEq, ODataEnum)]
    #[odata(namespace = "shop", underlying = "Edm.SByte")]
    enum Balance {
        Owing = -1,
        #[odata(value = 0)]
        Even,
        Paid = 0x7F,
    }
    assert_eq!(Balance::Owing.value(), Some(-1));
    assert_eq!(read::<Balance>(r#""-1""#).unwrap(), Balance::Owing);
    assert_eq!(Balance::Paid.value(), Some(127));
}

#[test]
fn a_member_may_have_another_name_and_be_the_default() {
    #[derive(Debug, Default, PartialEq)]
    struct Parcel {
        status: Status,
    }

    #[derive(Debug, PartialEq, ODataEnum)]
    #[odata(namespace = "shop", name = "ParcelStatus")]
    enum Status {
        Ordered,
        #[odata(default, name = "On_Its_Way")]
        InTransit,
    }
    assert_eq!(Parcel::default().status, Status::InTransit);
    assert_eq!(
        Status::InTransit.qualified(),
        "shop.ParcelStatus.On_Its_Way"
    );
    assert_ne!(Status::Ordered, Status::InTransit);
}

#[test]
fn an_unknown_member_is_preserved_in_any_text_type() {
    #[derive(Debug, PartialEq, ODataEnum)]
    #[odata(namespace = "shop")]
    enum Status {
        Ordered,
        #[odata(other)]
        Other(std::sync::Arc<str>),
    }
    assert_eq!(
        read::<Status>(r#""lost""#).unwrap(),
        Status::Other("lost".into())
    );
    assert_eq!(read::<Status>(r#""ordered""#).unwrap(), Status::Ordered);
}

#[test]
fn many_similar_members_are_distinguished() {
    #[derive(Debug, PartialEq, ODataEnum)]
    #[odata(namespace = "shop")]
    #[rustfmt::skip]
    enum Letter { A, B, C, Aa, Ab, Ba, Bb, Aaa, Aab, Abb, Bbb, Aaaa, Bbbb }
    for letter in Letter::ALL {
        let body = json::to_string(letter).unwrap();
        assert_eq!(&read::<Letter>(&body).unwrap(), letter);
    }
    assert!(read::<Letter>(r#""aba""#).is_err());
    assert!(read::<Letter>(r#""aaaaa""#).is_err());
}

#[test]
fn an_enumeration_has_a_const_type_description() {
    const STAGE: &odata_core::enumeration::EnumType = <Stage as ODataEnum>::TYPE;
    assert_eq!(
        STAGE.name(),
        "microsoft.graph.accessPackageCustomExtensionStage"
    );
    assert_eq!(STAGE.name(), Stage::NAME);
    assert_eq!(
        STAGE.alias_name(),
        Some("graph.accessPackageCustomExtensionStage")
    );
    assert_eq!(STAGE.underlying(), Primitive::Int32);
    assert!(STAGE.is_case_insensitive() && STAGE.has_other() && !STAGE.is_flags());
    let values: Vec<_> = STAGE.members().iter().map(Member::value).collect();
    assert_eq!(values, [1, 2, 7]);
}

#[test]
fn an_enumeration_is_read_from_any_serde_format() {
    let text: Color = serde::Deserialize::deserialize(serde::de::value::StrDeserializer::<
        serde::de::value::Error,
    >::new("Blue"))
    .unwrap();
    assert_eq!(text, Color::Blue);
}
