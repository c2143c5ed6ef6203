//! Callouts in the form that Entra sends.

use serde_json::json;

/// Returns a callout whose ids end with `number`. `stage` is a member of `accessPackageCustomExtensionStage`.
#[must_use]
pub fn callout(number: u64, stage: &str, requestor: &str, access_package: &str) -> String {
    json!({
        "type": format!("microsoft.graph.accessPackageCustomExtensionStage.{stage}"),
        "source": "EntitlementManagement",
        "data": {
            "@odata.type": "microsoft.graph.accessPackageAssignmentRequestCalloutData",
            "customExtensionStageInstanceId": format!("957d0c50-466b-4840-bb5b-{number:012x}"),
            "accessPackageAssignmentRequestId": format!("5e60a7ff-6dd0-4c95-9a2d-{number:012x}"),
            "stage": stage,
            "requestType": "UserAdd",
            "state": "submitted",
            "callbackUriPath": "/resume",
            "answers": [{
                "@odata.type": "#microsoft.graph.accessPackageAnswerString",
                "value": "For the migration project",
            }],
            "callbackConfiguration": {
                "@odata.type":
                    "#microsoft.graph.accessPackageRequestApprovalStageCallbackConfiguration",
                "timeoutDuration": "P14D",
            },
            "accessPackage": { "id": "6b1f", "displayName": access_package },
            "requestor": { "id": "8c2a", "displayName": requestor },
        },
    })
    .to_string()
}
