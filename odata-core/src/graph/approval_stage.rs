//! A stage of approval.

use crate::{
    ODataResource,
    dynamic::{annotations::Annotations, properties::DynamicProperties},
    edm::duration::Duration,
    graph::{enumerations::ApproverInformationVisibility, subject_set::AnySubjectSet},
};

/// `microsoft.graph.accessPackageApprovalStage`: who approves a request, and for how long the service waits for them.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph", schema_alias = "graph")]
pub struct AccessPackageApprovalStage {
    /// Properties that are not declared.
    #[odata(dynamic_properties)]
    pub additional: DynamicProperties,
    /// Annotations and control information.
    #[odata(annotations)]
    pub annotations: Annotations,
    /// Whether the requestor sees who the approvers are.
    #[odata(nullable = false)]
    pub approver_information_visibility: Option<ApproverInformationVisibility>,
    /// After this long without an answer, the request is denied.
    pub duration_before_automatic_denial: Option<Duration>,
    /// After this long without an answer, the escalation approvers are asked.
    pub duration_before_escalation: Option<Duration>,
    /// Who is asked when the primary approvers do not answer.
    pub escalation_approvers: Option<Vec<AnySubjectSet>>,
    /// Who is asked where the escalation approvers cannot be found.
    pub fallback_escalation_approvers: Option<Vec<AnySubjectSet>>,
    /// Who is asked where the primary approvers cannot be found.
    pub fallback_primary_approvers: Option<Vec<AnySubjectSet>>,
    /// Whether an approver must say why.
    pub is_approver_justification_required: Option<bool>,
    /// Whether escalation happens at all.
    pub is_escalation_enabled: Option<bool>,
    /// Who is asked.
    pub primary_approvers: Option<Vec<AnySubjectSet>>,
}
