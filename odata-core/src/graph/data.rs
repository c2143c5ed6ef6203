//! The base type of the data in callouts and answers.

use crate::{
    ODataResource,
    dynamic::{Annotations, DynamicProperties},
    edm::Duration,
};

/// `microsoft.graph.customExtensionData`: the abstract base of the data of callouts and answers.
///
/// It holds the undeclared properties of all derived types.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph", schema_alias = "graph", abstract)]
pub struct CustomExtensionData {
    /// Undeclared properties.
    #[odata(dynamic_properties)]
    pub additional: DynamicProperties,
    /// Annotations and control information.
    #[odata(annotations)]
    pub annotations: Annotations,
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
