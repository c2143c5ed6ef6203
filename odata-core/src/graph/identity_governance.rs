//! The types of custom tasks of lifecycle workflows, in the namespace `microsoft.graph.identityGovernance`.

use crate::{
    ODataEnum, ODataResource,
    dynamic::DynamicResource,
    graph::data::{CustomExtensionCallbackConfiguration, CustomExtensionData},
};

/// `microsoft.graph.identityGovernance.customTaskExtensionCallbackData`: the result of a custom task.
///
/// Its base is in another namespace.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph.identityGovernance", deref)]
pub struct CustomTaskExtensionCallbackData {
    /// The base.
    #[odata(base)]
    pub base: CustomExtensionData,
    /// The result of the task.
    pub operation_status: Option<CustomTaskExtensionOperationStatus>,
}

/// `microsoft.graph.identityGovernance.customTaskExtensionCalloutData`: the task of a custom extension.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph.identityGovernance", deref)]
pub struct CustomTaskExtensionCalloutData {
    /// The base.
    #[odata(base)]
    pub base: CustomExtensionData,
    /// The user whom the workflow processes.
    #[odata(navigation, edm = "microsoft.graph.user")]
    pub subject: Option<DynamicResource>,
    /// The task.
    #[odata(navigation, edm = "microsoft.graph.identityGovernance.task")]
    pub task: Option<DynamicResource>,
    /// The processing result of the task. The metadata spells it `taskProcessingresult`.
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

/// `microsoft.graph.identityGovernance.customTaskExtensionCallbackConfiguration`: the applications that may answer for a custom task.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph.identityGovernance", deref)]
pub struct CustomTaskExtensionCallbackConfiguration {
    /// The base.
    #[odata(base)]
    pub base: CustomExtensionCallbackConfiguration,
    /// The applications that may answer.
    #[odata(navigation, edm = "microsoft.graph.application")]
    pub authorized_apps: Option<Vec<DynamicResource>>,
}

/// `microsoft.graph.identityGovernance.customTaskExtensionOperationStatus`: the result of a custom task.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.identityGovernance", case_insensitive)]
pub enum CustomTaskExtensionOperationStatus {
    /// The task is completed.
    Completed,
    /// The task failed.
    Failed,
    /// Replaces a newer member that the client did not request.
    UnknownFutureValue,
    /// An unknown member.
    #[odata(other)]
    Other(String),
}
