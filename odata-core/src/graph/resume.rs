//! The action that answers a callout.

use crate::{
    ODataResource,
    dynamic::{annotations::Annotations, properties::DynamicProperties},
    graph::{callback::AccessPackageAssignmentRequestCallbackData, data::AnyCustomExtensionData},
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
    /// Where the answer comes from.
    pub source: Option<String>,
    /// The qualified member of `accessPackageCustomExtensionStage` that the answer is for.
    pub r#type: Option<String>,
    /// How the request goes on.
    #[odata(validate(nested))]
    pub data: Option<D>,
    /// Parameters that are not declared.
    #[odata(dynamic_properties)]
    pub additional: DynamicProperties,
    /// Annotations.
    #[odata(annotations)]
    pub annotations: Annotations,
}

impl Resume {
    /// The body that carries `data`; its stage says what [`type`](Self::type) is.
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

    /// The path of the request below the service root; `id` is the access package assignment request's, percent-encoded where it
    /// has to be (RFC 3986, section 2.1).
    #[must_use]
    pub fn path(id: &str) -> String {
        let mut path =
            String::from("/identityGovernance/entitlementManagement/assignmentRequests/");
        for byte in id.bytes() {
            if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
                path.push(char::from(byte));
            } else {
                path.push_str(&format!("%{byte:02X}"));
            }
        }
        path.push_str("/resume");
        path
    }
}
