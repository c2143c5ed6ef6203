//! The action that answers a callout.

use crate::{
    ODataResource,
    dynamic::{Annotations, DynamicProperties},
    graph::{
        any_data::AnyCustomExtensionData, callback::AccessPackageAssignmentRequestCallbackData,
    },
    links::key::percent_encode,
};

/// The body of the action `resume` of `microsoft.graph.accessPackageAssignmentRequest`:
/// `POST /identityGovernance/entitlementManagement/assignmentRequests/{id}/resume`, answered with 204.
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
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph", schema_alias = "graph")]
pub struct Resume<D = AnyCustomExtensionData> {
    /// The sender of the answer.
    pub source: Option<String>,
    /// The stage of the callout, as a qualified member of `accessPackageCustomExtensionStage`.
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

impl Resume {
    /// Returns a body with `data` and the [`type`](Self::type) of its stage.
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
