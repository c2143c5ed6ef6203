//! Action parameters (JSON format 4.01, section 18).

use odata_core::graph::{AnyCustomExtensionData, Resume};

use super::*;

#[test]
fn a_parameter_may_be_of_a_derived_type() {
    // `data` is declared as the abstract `customExtensionData`, so it names its type.
    let text = r##"{"source":"s","type":"t","data":{"@odata.type":"#microsoft.graph.accessPackageAssignmentRequestCallbackData","stage":"assignmentRequestCreated","state":"denied"}}"##;
    let resume: Resume =
        json::parameters_from_slice(text.as_bytes(), &ReadOptions::server()).unwrap();
    assert!(matches!(
        resume.data,
        Some(AnyCustomExtensionData::Callback(_))
    ));
    assert_eq!(json::to_string(&resume).unwrap(), text);
    let untagged = r#"{"data":{"stage":"assignmentRequestCreated"}}"#;
    assert_eq!(
        refused_with::<Resume>(untagged, &ReadOptions::server()),
        at(ErrorKind::MissingType, "/data")
    );
}
