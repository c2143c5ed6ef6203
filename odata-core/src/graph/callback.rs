//! The data of an answer about an access package assignment request.

use crate::{
    ODataResource,
    dynamic::{Annotations, DynamicProperties},
    edm::Duration,
    graph::{
        callout::AccessPackageAssignmentRequestCalloutData,
        data::CustomExtensionData,
        enumerations::{
            AccessPackageCustomExtensionStage, AccessPackageRequestState,
            ApproverInformationVisibility,
        },
        subject_set::AnySubjectSet,
    },
    validate::Violation,
};

/// `microsoft.graph.accessPackageAssignmentRequestCallbackData`: the decision of a custom extension about a request.
///
/// Validation rejects an invalid [`state`](Self::state), for which Graph returns an error without a reason. A state may be set at the stage
/// `assignmentRequestCreated` only, and only to `denied` or `canceled`.
///
/// ```
/// use odata_core::{Validate, graph::*};
///
/// let mut data = AccessPackageAssignmentRequestCallbackData {
///     custom_extension_stage_instance_id: Some("957d".into()),
///     stage: Some(AccessPackageCustomExtensionStage::AssignmentRequestApproved),
///     state: Some(AccessPackageRequestState::Delivered),
///     ..Default::default()
/// };
/// let broken = data.validate().unwrap_err();
/// assert_eq!(broken.iter().map(|it| it.pointer()).collect::<Vec<_>>(), ["/state", "/state"]);
///
/// data.stage = Some(AccessPackageCustomExtensionStage::AssignmentRequestCreated);
/// data.state = Some(AccessPackageRequestState::Canceled);
/// assert!(data.validate().is_ok());
/// ```
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(
    namespace = "microsoft.graph",
    schema_alias = "graph",
    deref,
    validate = state_needs_created_stage
)]
pub struct AccessPackageAssignmentRequestCallbackData {
    /// The base.
    #[odata(base)]
    pub base: CustomExtensionData,
    /// The id of the callout.
    pub custom_extension_stage_instance_id: Option<String>,
    /// Details for people.
    pub custom_extension_stage_instance_detail: Option<String>,
    /// The stage at which the extension was called.
    pub stage: Option<AccessPackageCustomExtensionStage>,
    /// Denies or cancels the request. `None` approves it.
    #[odata(validate(one_of(
        AccessPackageRequestState::Denied,
        AccessPackageRequestState::Canceled
    )))]
    pub state: Option<AccessPackageRequestState>,
}

fn state_needs_created_stage(
    data: &AccessPackageAssignmentRequestCallbackData,
) -> Result<(), Violation> {
    let created = AccessPackageCustomExtensionStage::AssignmentRequestCreated;
    match (&data.state, &data.stage) {
        (None, _) => Ok(()),
        (Some(_), Some(stage)) if *stage == created => Ok(()),
        (Some(_), stage) => {
            let found = stage
                .as_ref()
                .map_or("missing".to_owned(), |it| format!("`{it}`"));
            Err(Violation::at(
                "state",
                format!("requires that `stage` is `{created}`: it is {found}"),
            ))
        }
    }
}

impl AccessPackageAssignmentRequestCallbackData {
    /// Returns the answer that approves the request of a callout, with its instance id and stage.
    #[must_use]
    pub fn answering(callout: &AccessPackageAssignmentRequestCalloutData) -> Self {
        AccessPackageAssignmentRequestCallbackData {
            custom_extension_stage_instance_id: callout.custom_extension_stage_instance_id.clone(),
            stage: callout.stage.clone(),
            ..Self::default()
        }
    }
}

/// `microsoft.graph.assignmentRequestApprovalStageCallbackData`: an answer that also adds an approval stage.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph", schema_alias = "graph", deref)]
pub struct AssignmentRequestApprovalStageCallbackData {
    /// The base.
    #[odata(base)]
    pub base: AccessPackageAssignmentRequestCallbackData,
    /// The approval stage to add.
    pub approval_stage: Option<AccessPackageApprovalStage>,
}

/// `microsoft.graph.accessPackageApprovalStage`: the approvers of a request, and the time limits for their answer.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph", schema_alias = "graph")]
pub struct AccessPackageApprovalStage {
    /// Undeclared properties.
    #[odata(dynamic_properties)]
    pub additional: DynamicProperties,
    /// Annotations and control information.
    #[odata(annotations)]
    pub annotations: Annotations,
    /// Whether the requestor sees the approvers.
    #[odata(nullable = false)]
    pub approver_information_visibility: Option<ApproverInformationVisibility>,
    /// The time without an answer after which the request is denied.
    pub duration_before_automatic_denial: Option<Duration>,
    /// The time without an answer after which the escalation approvers are notified.
    pub duration_before_escalation: Option<Duration>,
    /// The approvers if the primary approvers do not answer.
    pub escalation_approvers: Option<Vec<AnySubjectSet>>,
    /// The approvers if the escalation approvers cannot be found.
    pub fallback_escalation_approvers: Option<Vec<AnySubjectSet>>,
    /// The approvers if the primary approvers cannot be found.
    pub fallback_primary_approvers: Option<Vec<AnySubjectSet>>,
    /// Whether an approver must give a justification.
    pub is_approver_justification_required: Option<bool>,
    /// Whether escalation is enabled.
    pub is_escalation_enabled: Option<bool>,
    /// The primary approvers.
    pub primary_approvers: Option<Vec<AnySubjectSet>>,
}
