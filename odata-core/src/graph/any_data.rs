//! The hierarchy of the data in callouts and answers.

use crate::{
    ODataResource,
    dynamic::DynamicResource,
    graph::{
        callback::{
            AccessPackageAssignmentRequestCallbackData, AssignmentRequestApprovalStageCallbackData,
        },
        callout::AccessPackageAssignmentRequestCalloutData,
        data::CustomExtensionData,
        identity_governance::{CustomTaskExtensionCallbackData, CustomTaskExtensionCalloutData},
    },
};

/// A value declared as [`CustomExtensionData`]. Its `@odata.type` selects the variant.
///
/// Entra's own examples have values without a tag, and values with the tag of the abstract base. Like values of unknown types, they
/// are read as [`Other`](Self::Other).
///
/// ```
/// use odata_core::{graph::AnyCustomExtensionData, json};
///
/// let data: AnyCustomExtensionData = json::from_str(r#"{"operationStatus":"Completed"}"#)?;
/// let AnyCustomExtensionData::Other(other) = &data else { unreachable!() };
/// assert_eq!(other.get::<String>("operationStatus")?.as_deref(), Some("Completed"));
/// # Ok::<(), odata_core::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(hierarchy = CustomExtensionData)]
pub enum AnyCustomExtensionData {
    /// `microsoft.graph.accessPackageAssignmentRequestCallbackData`.
    Callback(AccessPackageAssignmentRequestCallbackData),
    /// `microsoft.graph.assignmentRequestApprovalStageCallbackData`.
    ApprovalStage(Box<AssignmentRequestApprovalStageCallbackData>),
    /// `microsoft.graph.accessPackageAssignmentRequestCalloutData`.
    Callout(Box<AccessPackageAssignmentRequestCalloutData>),
    /// `microsoft.graph.identityGovernance.customTaskExtensionCallbackData`.
    TaskCallback(CustomTaskExtensionCallbackData),
    /// `microsoft.graph.identityGovernance.customTaskExtensionCalloutData`.
    TaskCallout(Box<CustomTaskExtensionCalloutData>),
    /// A value of an unknown type, or without a type.
    #[odata(other)]
    Other(DynamicResource),
}
