//! The members of the family in the namespace `microsoft.graph.identityGovernance`: custom tasks of lifecycle workflows.

use crate::{
    ODataEnum, ODataResource,
    dynamic::resource::DynamicResource,
    graph::{callout::CustomExtensionCallbackConfiguration, data::CustomExtensionData},
};

/// `microsoft.graph.identityGovernance.customTaskExtensionCallbackData`: how a custom task ended.
///
/// Its base is in another namespace.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph.identityGovernance", deref)]
pub struct CustomTaskExtensionCallbackData {
    /// The base.
    #[odata(base)]
    pub base: CustomExtensionData,
    /// How the task ended.
    pub operation_status: Option<CustomTaskExtensionOperationStatus>,
}

/// `microsoft.graph.identityGovernance.customTaskExtensionCalloutData`: the task that a custom extension is asked to do.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph.identityGovernance", deref)]
pub struct CustomTaskExtensionCalloutData {
    /// The base.
    #[odata(base)]
    pub base: CustomExtensionData,
    /// The user that the workflow is about.
    #[odata(navigation, edm = "microsoft.graph.user")]
    pub subject: Option<DynamicResource>,
    /// The task.
    #[odata(navigation, edm = "microsoft.graph.identityGovernance.task")]
    pub task: Option<DynamicResource>,
    /// The processing result of the task: `taskProcessingresult`, as the metadata spells it.
    #[odata(
        navigation,
        name = "taskProcessingresult",
        edm = "microsoft.graph.identityGovernance.taskProcessingResult"
    )]
    pub task_processing_result: Option<DynamicResource>,
    /// The workflow.
    #[odata(navigation, edm = "microsoft.graph.identityGovernance.workflow")]
    pub workflow: Option<DynamicResource>,
}

/// `microsoft.graph.identityGovernance.customTaskExtensionCallbackConfiguration`: who may answer for a custom task.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph.identityGovernance", deref)]
pub struct CustomTaskExtensionCallbackConfiguration {
    /// The base.
    #[odata(base)]
    pub base: CustomExtensionCallbackConfiguration,
    /// The applications that may.
    #[odata(navigation, edm = "microsoft.graph.application")]
    pub authorized_apps: Option<Vec<DynamicResource>>,
}

/// `microsoft.graph.identityGovernance.customTaskExtensionOperationStatus`: how a custom task ended.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.identityGovernance", case_insensitive)]
pub enum CustomTaskExtensionOperationStatus {
    /// It is done.
    #[odata(value = 0)]
    Completed,
    /// It failed.
    #[odata(value = 1)]
    Failed,
    /// A member newer than the client asked for.
    #[odata(value = 2)]
    UnknownFutureValue,
    /// A member that this version does not know.
    #[odata(other)]
    Other(String),
}
