//! The data of a callout about an access package assignment request.

use crate::{
    ODataResource,
    dynamic::DynamicResource,
    graph::{
        answer::AnyAccessPackageAnswer,
        any_callback_configuration::AnyCustomExtensionCallbackConfiguration,
        data::CustomExtensionData,
        enumerations::{
            AccessPackageCustomExtensionStage, AccessPackageRequestState, AccessPackageRequestType,
        },
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
