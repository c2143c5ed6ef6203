//! (c) Trait objects of the structs of (b): the `typetag` crate selects the type by its tag.

use super::flatten::{ApprovalStageCallback, Callback, Employee, Team, Workstation};

#[typetag::serde(tag = "@odata.type")]
pub(crate) trait Directory {}

#[typetag::serde(name = "#bench.employee")]
impl Directory for Employee {}

#[typetag::serde(name = "#bench.team")]
impl Directory for Team {}

#[typetag::serde(name = "#bench.workstation")]
impl Directory for Workstation {}

#[typetag::serde(tag = "@odata.type")]
pub(crate) trait Callbacks {}

#[typetag::serde(name = "#microsoft.graph.accessPackageAssignmentRequestCallbackData")]
impl Callbacks for Callback {}

#[typetag::serde(name = "#microsoft.graph.assignmentRequestApprovalStageCallbackData")]
impl Callbacks for ApprovalStageCallback {}
