//! The base of the family, and the hierarchy over it.

use crate::{
    ODataResource,
    dynamic::{annotations::Annotations, properties::DynamicProperties, resource::DynamicResource},
    graph::{
        callback::{
            AccessPackageAssignmentRequestCallbackData, AssignmentRequestApprovalStageCallbackData,
        },
        callout::AccessPackageAssignmentRequestCalloutData,
        identity_governance::{CustomTaskExtensionCallbackData, CustomTaskExtensionCalloutData},
    },
};

/// `microsoft.graph.customExtensionData`: the abstract base of what a custom extension is sent and sends.
///
/// What the derived types do not declare is kept here, from any level.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph", schema_alias = "graph", abstract)]
pub struct CustomExtensionData {
    /// Properties that no level declares.
    #[odata(dynamic_properties)]
    pub additional: DynamicProperties,
    /// Annotations and control information.
    #[odata(annotations)]
    pub annotations: Annotations,
}

/// A value declared as [`CustomExtensionData`]: whichever derived type its `@odata.type` names.
///
/// Entra's own examples have values with no tag, and with one that names the abstract base; like a type that this version does not
/// know, they are [`Other`](Self::Other), whole.
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
    /// A type that this version does not know, or none named.
    #[odata(other)]
    Other(DynamicResource),
}
