//! The types of custom tasks of lifecycle workflows, in the namespace `microsoft.graph.identityGovernance`.
//!
//! A workflow calls your endpoint with a [`CustomExtensionCalloutRequest`](crate::graph::CustomExtensionCalloutRequest), whose data is a
//! [`CustomTaskExtensionCalloutData`]. You answer later with the action `resume` of the task's processing result, whose data is a
//! [`CustomTaskExtensionCallbackData`]. The callout has the path of the action in the undeclared property `callbackUriPath`.
//!
//! ```
//! use odata_core::{
//!     graph::{CustomExtensionCalloutRequest, Resume, identity_governance::*},
//!     json,
//! };
//!
//! // A request of the workflow (shortened). With the type of its data in `<...>`, the data needs no type tag.
//! let text = r#"{"source":"lifecycleWorkflows","type":"lifecycleEvent","data":{
//!     "callbackUriPath":"/identityGovernance/lifecycleWorkflows/workflows/1/tasks/2/taskProcessingResults/3/resume",
//!     "subject":{"id":"8c2a","displayName":"Ada"},"task":{"id":"2"},"workflow":{"id":"1"}
//! }}"#;
//! let callout: CustomExtensionCalloutRequest<CustomTaskExtensionCalloutData> = json::from_str(text)?;
//! let data = callout.data.unwrap_or_default();
//! let subject = data.subject.unwrap_or_default();
//! assert_eq!(subject.get::<String>("displayName")?.as_deref(), Some("Ada"));
//!
//! // The answer: a POST to this path at `https://graph.microsoft.com/v1.0`.
//! let path: Option<String> = data.base.additional.get("callbackUriPath")?;
//! assert!(path.is_some_and(|it| it.ends_with("/taskProcessingResults/3/resume")));
//! let answer = CustomTaskExtensionCallbackData {
//!     operation_status: Some(CustomTaskExtensionOperationStatus::Completed),
//!     ..CustomTaskExtensionCallbackData::default()
//! };
//! let body = Resume::new("Contoso", "lifecycleEvent", answer);
//! assert_eq!(json::to_string(&body)?, concat!(
//!     r#"{"source":"Contoso","type":"lifecycleEvent","data":{"#,
//!     r##""@odata.type":"#microsoft.graph.identityGovernance.customTaskExtensionCallbackData","##,
//!     r#""operationStatus":"completed"}}"#,
//! ));
//! # Ok::<(), odata_core::Error>(())
//! ```

use crate::{
    ODataEnum, ODataResource,
    dynamic::DynamicResource,
    graph::data::{CustomExtensionCallbackConfiguration, CustomExtensionData},
};

/// `microsoft.graph.identityGovernance.customTaskExtensionCallbackData`: the result of a custom task.
///
/// The base of this type is in another namespace.
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
