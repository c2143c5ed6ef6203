//! What goes back to Entra about an access package assignment request.

use crate::{
    ODataResource,
    graph::{
        approval_stage::AccessPackageApprovalStage,
        callout::AccessPackageAssignmentRequestCalloutData,
        data::CustomExtensionData,
        enumerations::{AccessPackageCustomExtensionStage, AccessPackageRequestState},
    },
    validate::violation::Violation,
};

/// `microsoft.graph.accessPackageAssignmentRequestCallbackData`: how a custom extension wants a request to go on.
///
/// [`state`](Self::state) is checked before sending, since Graph answers a body that is wrong with an error that does not say why:
/// it may be set at the stage `assignmentRequestCreated` only, and only to `denied` or `canceled`.
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
    /// Which callout this answers.
    pub custom_extension_stage_instance_id: Option<String>,
    /// Details, for people.
    pub custom_extension_stage_instance_detail: Option<String>,
    /// The stage at which the extension was called.
    pub stage: Option<AccessPackageCustomExtensionStage>,
    /// Denies or cancels the request; leave it out to let the request go on.
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
            let now = stage.as_ref().map_or("missing", |it| it.as_str());
            Err(Violation::at(
                "state",
                format!(
                    "may be set only where `stage` is `{}`, which is {now}",
                    created.as_str()
                ),
            ))
        }
    }
}

impl AccessPackageAssignmentRequestCallbackData {
    /// The answer to a callout that lets the request go on: its instance id and stage.
    #[must_use]
    pub fn answering(callout: &AccessPackageAssignmentRequestCalloutData) -> Self {
        AccessPackageAssignmentRequestCallbackData {
            custom_extension_stage_instance_id: callout.custom_extension_stage_instance_id.clone(),
            stage: callout.stage.clone(),
            ..Self::default()
        }
    }
}

/// `microsoft.graph.assignmentRequestApprovalStageCallbackData`: a callback that also says who approves.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph", schema_alias = "graph", deref)]
pub struct AssignmentRequestApprovalStageCallbackData {
    /// The base.
    #[odata(base)]
    pub base: AccessPackageAssignmentRequestCallbackData,
    /// The approval stage to add.
    pub approval_stage: Option<AccessPackageApprovalStage>,
}
