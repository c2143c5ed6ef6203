//! The envelopes of callouts and their responses.

use crate::{
    ODataResource,
    dynamic::{Annotations, DynamicProperties},
    graph::{
        any_data::AnyCustomExtensionData, callback::AccessPackageAssignmentRequestCallbackData,
        enumerations::AccessPackageCustomExtensionStage,
    },
    links::key::percent_encode,
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
#[derive(Debug, Clone, PartialEq, ODataResource)]
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
///
/// ```
/// use odata_core::{graph::CustomExtensionCalloutResponse, json};
///
/// let response = CustomExtensionCalloutResponse {
///     r#type: Some("lifecycleEvent".to_owned()),
///     ..CustomExtensionCalloutResponse::without_data("Contoso")
/// };
/// assert_eq!(json::to_string(&response)?, r#"{"source":"Contoso","type":"lifecycleEvent"}"#);
/// # Ok::<(), odata_core::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, ODataResource)]
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

/// The body of the action `resume` of `microsoft.graph.accessPackageAssignmentRequest`:
/// `POST /identityGovernance/entitlementManagement/assignmentRequests/{id}/resume`, answered with 204.
///
/// The action `resume` of a custom task has the same parameters: see [`identity_governance`](crate::graph::identity_governance).
///
/// ```
/// use odata_core::{graph::*, json};
///
/// let mut data = AccessPackageAssignmentRequestCallbackData::default();
/// data.stage = Some(AccessPackageCustomExtensionStage::AssignmentRequestCreated);
/// let resume = Resume::of("Contoso", data);
/// assert_eq!(
///     Resume::path("3f2c"),
///     "/identityGovernance/entitlementManagement/assignmentRequests/3f2c/resume"
/// );
/// assert!(json::to_string(&resume)?.contains("assignmentRequestCreated"));
/// # Ok::<(), odata_core::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph", schema_alias = "graph")]
pub struct Resume<D = AnyCustomExtensionData> {
    /// The sender of the answer.
    pub source: Option<String>,
    /// The stage of the callout, as a qualified member of `accessPackageCustomExtensionStage`; for a custom task, the kind of its event.
    pub r#type: Option<String>,
    /// The decision about the request.
    pub data: Option<D>,
    /// Undeclared parameters.
    #[odata(dynamic_properties)]
    pub additional: DynamicProperties,
    /// Annotations.
    #[odata(annotations)]
    pub annotations: Annotations,
}

impl CustomExtensionCalloutResponse {
    /// Returns a response without data: the decision follows, with the action [`resume`](Resume).
    ///
    /// ```
    /// use odata_core::{graph::CustomExtensionCalloutResponse, json};
    ///
    /// let response = CustomExtensionCalloutResponse::without_data("Contoso");
    /// assert_eq!(json::to_string(&response)?, r#"{"source":"Contoso"}"#);
    /// # Ok::<(), odata_core::Error>(())
    /// ```
    #[must_use]
    pub fn without_data(source: impl Into<String>) -> Self {
        CustomExtensionCalloutResponse {
            source: Some(source.into()),
            ..CustomExtensionCalloutResponse::default()
        }
    }
}

impl<D> Resume<D> {
    /// Returns a body with any data and kind of event, such as `lifecycleEvent`.
    #[must_use]
    pub fn new(source: impl Into<String>, r#type: impl Into<String>, data: D) -> Self {
        Resume {
            source: Some(source.into()),
            r#type: Some(r#type.into()),
            data: Some(data),
            ..Resume::default()
        }
    }
}

impl Resume {
    /// Returns the body for an access package, with the [`type`](Self::type) of its stage. [`new`](Self::new) accepts the data of other
    /// extensions.
    #[must_use]
    pub fn of(source: impl Into<String>, data: AccessPackageAssignmentRequestCallbackData) -> Self {
        Resume {
            source: Some(source.into()),
            r#type: data.stage.as_ref().map(|stage| stage.qualified()),
            data: Some(AnyCustomExtensionData::Callback(data)),
            additional: DynamicProperties::new(),
            annotations: Annotations::new(),
        }
    }

    /// Returns the path of the request, relative to the service root. The `id` of the access package assignment request is percent-encoded
    /// (RFC 3986 §2.1).
    #[must_use]
    pub fn path(id: &str) -> String {
        let mut path =
            String::from("/identityGovernance/entitlementManagement/assignmentRequests/");
        percent_encode(&mut path, id);
        path.push_str("/resume");
        path
    }
}

/// Implements `Default`: all properties are absent. The type of the data needs no `Default`.
macro_rules! absent_by_default {
    ($($type:ident)*) => {$(
        /// All properties are absent. The type of the data needs no `Default`.
        impl<D> Default for $type<D> {
            fn default() -> Self {
                $type {
                    additional: DynamicProperties::new(),
                    annotations: Annotations::new(),
                    source: None,
                    r#type: None,
                    data: None,
                }
            }
        }
    )*};
}

absent_by_default! { CustomExtensionCalloutRequest CustomExtensionCalloutResponse Resume }
