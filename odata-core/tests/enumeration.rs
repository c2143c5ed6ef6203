//! Enumerations: what is read, what is written, and what is refused.

use odata_core::{ODataEnum, json};

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

#[test]
fn a_member_is_its_name() {
    assert_eq!(json::from_str::<Color>(r#""Green""#).unwrap(), Color::Green);
    assert_eq!(json::to_string(&Color::Green).unwrap(), r#""Green""#);
}

/// Evolvable, as Microsoft Graph has them: members may be added at any time.
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

#[test]
fn an_unlisted_member_is_kept_as_it_came() {
    let stage: Stage = json::from_str(r#""assignmentRequestPaused""#).unwrap();
    assert_eq!(stage, Stage::Other("assignmentRequestPaused".to_owned()));
    assert_eq!(
        json::to_string(&stage).unwrap(),
        r#""assignmentRequestPaused""#
    );
}
