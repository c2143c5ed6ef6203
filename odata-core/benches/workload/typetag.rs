//! (c) Trait objects: the structs of (b), found by their tag through the `typetag` crate.

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
