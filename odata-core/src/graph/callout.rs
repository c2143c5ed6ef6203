//! The data of a callout about an access package assignment request.

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

/// `microsoft.graph.accessPackageAssignmentRequestCalloutData`: the request that a custom extension decides about.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph", schema_alias = "graph", deref)]
pub struct AccessPackageAssignmentRequestCalloutData {
    /// The base.
    #[odata(base)]
    pub base: CustomExtensionData,
    /// The id of the request, for the path of the action `resume`.
    pub access_package_assignment_request_id: Option<String>,
    /// The path of the callback.
    pub callback_uri_path: Option<String>,
    /// The id of this callout, which the answer repeats.
    pub custom_extension_stage_instance_id: Option<String>,
    /// The stage at which the extension is called.
    pub stage: Option<AccessPackageCustomExtensionStage>,
    /// Details of the state of the request.
    pub status: Option<String>,
    /// The kind of request, and who made it.
    pub request_type: Option<AccessPackageRequestType>,
    /// The state of the request.
    pub state: Option<AccessPackageRequestState>,
    /// The requestor's answers to the questions of the access package.
    pub answers: Option<Vec<AnyAccessPackageAnswer>>,
    /// The configuration of the callback.
    pub callback_configuration: Option<AnyCustomExtensionCallbackConfiguration>,
    /// The access package.
    #[odata(navigation, edm = "microsoft.graph.accessPackage")]
    pub access_package: Option<DynamicResource>,
    /// The catalog of the access package.
    #[odata(navigation, edm = "microsoft.graph.accessPackageCatalog")]
    pub access_package_catalog: Option<DynamicResource>,
    /// The requested assignment.
    #[odata(navigation, edm = "microsoft.graph.accessPackageAssignment")]
    pub assignment: Option<DynamicResource>,
    /// The requestor.
    #[odata(navigation, edm = "microsoft.graph.accessPackageSubject")]
    pub requestor: Option<DynamicResource>,
}

/// `microsoft.graph.customExtensionCallbackConfiguration`: the configuration of a callback.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph", schema_alias = "graph", abstract)]
pub struct CustomExtensionCallbackConfiguration {
    /// Undeclared properties.
    #[odata(dynamic_properties)]
    pub additional: DynamicProperties,
    /// Annotations and control information.
    #[odata(annotations)]
    pub annotations: Annotations,
    /// The time limit for the answer.
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
    /// A value of an unknown type, or without a type.
    #[odata(other)]
    Other(DynamicResource),
}
