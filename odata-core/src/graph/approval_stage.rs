//! The approval stages of a request.

use crate::{
    ODataResource,
    dynamic::{Annotations, DynamicProperties},
    edm::Duration,
    graph::{enumerations::ApproverInformationVisibility, subject_set::AnySubjectSet},
};

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
