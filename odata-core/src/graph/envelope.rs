//! What a custom extension's data comes and goes in.

use crate::{
    ODataResource,
    dynamic::{annotations::Annotations, properties::DynamicProperties},
    graph::{data::AnyCustomExtensionData, enumerations::AccessPackageCustomExtensionStage},
};

/// `microsoft.graph.customExtensionCalloutRequest`: what Entra sends to a custom extension.
///
/// `D` is the data; take a type of your own where you know better what comes.
///
/// ```
/// use odata_core::{graph::{CustomExtensionCalloutRequest, identity_governance::CustomTaskExtensionCallbackData}, json};
///
/// // As one of Graph's own pages has it: no type tag anywhere.
/// let text = r#"{"data":{"operationStatus":"Completed"},"source":"sample","type":"lifecycleEvent"}"#;
/// let request: CustomExtensionCalloutRequest<CustomTaskExtensionCallbackData> = json::from_str(text)?;
/// assert!(request.data.is_some_and(|data| data.operation_status.is_some()));
/// # Ok::<(), odata_core::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph", schema_alias = "graph")]
pub struct CustomExtensionCalloutRequest<D = AnyCustomExtensionData> {
    /// Properties that are not declared.
    #[odata(dynamic_properties)]
    pub additional: DynamicProperties,
    /// Annotations and control information.
    #[odata(annotations)]
    pub annotations: Annotations,
    /// Where the call comes from.
    pub source: Option<String>,
    /// What it is about: a qualified member such as
    /// `microsoft.graph.accessPackageCustomExtensionStage.assignmentRequestCreated`, or a word such as `lifecycleEvent`.
    pub r#type: Option<String>,
    /// The data.
    #[odata(validate(nested))]
    pub data: Option<D>,
}

impl<D> CustomExtensionCalloutRequest<D> {
    /// The stage that [`type`](Self::type) names, where it is one of
    /// `microsoft.graph.accessPackageCustomExtensionStage`.
    #[must_use]
    pub fn stage(&self) -> Option<AccessPackageCustomExtensionStage> {
        AccessPackageCustomExtensionStage::from_qualified(self.r#type.as_deref()?).ok()
    }
}

/// `microsoft.graph.customExtensionCalloutResponse`: what a custom extension answers at once.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph", schema_alias = "graph")]
pub struct CustomExtensionCalloutResponse<D = AnyCustomExtensionData> {
    /// Properties that are not declared.
    #[odata(dynamic_properties)]
    pub additional: DynamicProperties,
    /// Annotations and control information.
    #[odata(annotations)]
    pub annotations: Annotations,
    /// Where the answer comes from.
    pub source: Option<String>,
    /// What it is about.
    pub r#type: Option<String>,
    /// The data.
    #[odata(validate(nested))]
    pub data: Option<D>,
}
