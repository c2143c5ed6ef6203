//! The hierarchy of the configurations of callbacks.

use crate::{
    ODataResource,
    dynamic::DynamicResource,
    graph::{
        data::{
            AccessPackageRequestApprovalStageCallbackConfiguration,
            CustomExtensionCallbackConfiguration,
        },
        identity_governance::CustomTaskExtensionCallbackConfiguration,
    },
};

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
