//! The envelopes of Microsoft Graph's custom extensions.

use odata_core::graph::{
    AccessPackageCustomExtensionStage as Stage, CustomExtensionCalloutRequest, Resume,
};

#[test]
fn the_type_of_a_callout_may_be_a_stage() {
    let stage = |r#type: Option<&str>| {
        let request = CustomExtensionCalloutRequest::<()> {
            r#type: r#type.map(str::to_owned),
            ..CustomExtensionCalloutRequest::default()
        };
        request.stage()
    };
    let name = "microsoft.graph.accessPackageCustomExtensionStage";
    assert_eq!(
        stage(Some(&format!("{name}.assignmentRequestCreated"))),
        Some(Stage::AssignmentRequestCreated)
    );
    assert_eq!(stage(Some("lifecycleEvent")), None);
    assert_eq!(stage(None), None);
}

#[test]
fn the_path_of_resume_has_the_id_percent_encoded() {
    assert_eq!(
        Resume::path("a/b 7"),
        "/identityGovernance/entitlementManagement/assignmentRequests/a%2Fb%207/resume"
    );
}
