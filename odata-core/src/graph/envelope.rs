//! The envelopes of callouts and their responses.

use crate::{
    ODataResource,
    dynamic::{Annotations, DynamicProperties},
    graph::{any_data::AnyCustomExtensionData, enumerations::AccessPackageCustomExtensionStage},
};

/// `microsoft.graph.customExtensionCalloutRequest`: the body of Entra's request to a custom extension.
///
/// `D` is the type of the data. Use your own type if you know which data your extension receives.
///
/// ```
/// use odata_core::{graph::{CustomExtensionCalloutRequest, identity_governance::CustomTaskExtensionCallbackData}, json};
///
/// // The data has no type tag.
/// let text = r#"{"data":{"operationStatus":"Completed"},"source":"sample","type":"lifecycleEvent"}"#;
/// let request: CustomExtensionCalloutRequest<CustomTaskExtensionCallbackData> = json::from_str(text)?;
/// assert!(request.data.is_some_and(|data| data.operation_status.is_some()));
/// # Ok::<(), odata_core::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph", schema_alias = "graph")]
pub struct CustomExtensionCalloutRequest<D = AnyCustomExtensionData> {
    /// Undeclared properties.
    #[odata(dynamic_properties)]
    pub additional: DynamicProperties,
    /// Annotations and control information.
    #[odata(annotations)]
    pub annotations: Annotations,
    /// The sender of the request.
    pub source: Option<String>,
    /// The kind of event: a qualified member such as
    /// `microsoft.graph.accessPackageCustomExtensionStage.assignmentRequestCreated`, or a word such as `lifecycleEvent`.
    pub r#type: Option<String>,
    /// The data.
    pub data: Option<D>,
}

impl<D> CustomExtensionCalloutRequest<D> {
    /// Returns the stage in [`type`](Self::type), if it is a member of
    /// `microsoft.graph.accessPackageCustomExtensionStage`.
    #[must_use]
    pub fn stage(&self) -> Option<AccessPackageCustomExtensionStage> {
        AccessPackageCustomExtensionStage::from_qualified(self.r#type.as_deref()?).ok()
    }
}

/// `microsoft.graph.customExtensionCalloutResponse`: the immediate response of a custom extension.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph", schema_alias = "graph")]
pub struct CustomExtensionCalloutResponse<D = AnyCustomExtensionData> {
    /// Undeclared properties.
    #[odata(dynamic_properties)]
    pub additional: DynamicProperties,
    /// Annotations and control information.
    #[odata(annotations)]
    pub annotations: Annotations,
    /// The sender of the response.
    pub source: Option<String>,
    /// The kind of event.
    pub r#type: Option<String>,
    /// The data.
    pub data: Option<D>,
}
