//! What Entra sends about an access package assignment request.

use crate::{
    ODataResource,
    dynamic::{annotations::Annotations, properties::DynamicProperties, resource::DynamicResource},
    edm::duration::Duration,
    graph::{
        answer::AnyAccessPackageAnswer,
        data::CustomExtensionData,
        enumerations::{
            AccessPackageCustomExtensionStage, AccessPackageRequestState, AccessPackageRequestType,
        },
        identity_governance::CustomTaskExtensionCallbackConfiguration,
    },
};

/// `microsoft.graph.accessPackageAssignmentRequestCalloutData`: the request that a custom extension is asked about.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph", schema_alias = "graph", deref)]
pub struct AccessPackageAssignmentRequestCalloutData {
    /// The base.
    #[odata(base)]
    pub base: CustomExtensionData,
    /// The request: what the action `resume` is called on.
    pub access_package_assignment_request_id: Option<String>,
    /// The path to call back.
    pub callback_uri_path: Option<String>,
    /// This call; the answer repeats it.
    pub custom_extension_stage_instance_id: Option<String>,
    /// The stage at which the extension is called.
    pub stage: Option<AccessPackageCustomExtensionStage>,
    /// More on the state of the request.
    pub status: Option<String>,
    /// Who asked for what.
    pub request_type: Option<AccessPackageRequestType>,
    /// The state of the request.
    pub state: Option<AccessPackageRequestState>,
    /// The requestor's answers to the questions of the access package.
    pub answers: Option<Vec<AnyAccessPackageAnswer>>,
    /// How the service waits for the answer.
    pub callback_configuration: Option<AnyCustomExtensionCallbackConfiguration>,
    /// The access package.
    #[odata(navigation, edm = "microsoft.graph.accessPackage")]
    pub access_package: Option<DynamicResource>,
    /// The catalog it is in.
    #[odata(navigation, edm = "microsoft.graph.accessPackageCatalog")]
    pub access_package_catalog: Option<DynamicResource>,
    /// The assignment that the request is about.
    #[odata(navigation, edm = "microsoft.graph.accessPackageAssignment")]
    pub assignment: Option<DynamicResource>,
    /// Who asked.
    #[odata(navigation, edm = "microsoft.graph.accessPackageSubject")]
    pub requestor: Option<DynamicResource>,
}

/// `microsoft.graph.customExtensionCallbackConfiguration`: how the service waits for the answer.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph", schema_alias = "graph", abstract)]
pub struct CustomExtensionCallbackConfiguration {
    /// Properties that no level declares.
    #[odata(dynamic_properties)]
    pub additional: DynamicProperties,
    /// Annotations and control information.
    #[odata(annotations)]
    pub annotations: Annotations,
    /// How long.
    pub timeout_duration: Option<Duration>,
}

/// `microsoft.graph.accessPackageRequestApprovalStageCallbackConfiguration`.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph", schema_alias = "graph", deref)]
pub struct AccessPackageRequestApprovalStageCallbackConfiguration {
    /// The base.
    #[odata(base)]
    pub base: CustomExtensionCallbackConfiguration,
}

/// A value declared as [`CustomExtensionCallbackConfiguration`].
#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(hierarchy = CustomExtensionCallbackConfiguration)]
pub enum AnyCustomExtensionCallbackConfiguration {
    /// `microsoft.graph.accessPackageRequestApprovalStageCallbackConfiguration`.
    ApprovalStage(AccessPackageRequestApprovalStageCallbackConfiguration),
    /// `microsoft.graph.identityGovernance.customTaskExtensionCallbackConfiguration`.
    Task(CustomTaskExtensionCallbackConfiguration),
    /// A type that this version does not know, or none named.
    #[odata(other)]
    Other(DynamicResource),
}
