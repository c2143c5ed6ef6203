//! (b) Inheritance with serde alone: each level is a struct with a `#[serde(flatten)]` base, and each family an internally tagged enum.
//! (c) uses the same structs.

use serde::{Deserialize, Serialize};

use super::flat::{
    AgeGroup, ApprovalStage, AssignedLicense, EmployeeOrgData, PasswordProfile, Stage, State,
};

/// One level: its own properties and its flattened base.
macro_rules! level {
    ($name:ident $([$tag:literal])? $(: $base:ident)? = $properties:ident) => {
        $properties! { level @ $name [$($tag)?] [$($base)?] }
    };
    (@ $name:ident [$($tag:literal)?] [$($base:ident)?] { $($property:ident: $type:ty = $sample:ident,)* }) => {
        #[derive(Serialize, Deserialize)]
        #[serde(rename_all = "camelCase" $(, tag = "@odata.type", rename = $tag)?)]
        pub(crate) struct $name {
            $(#[serde(flatten)] base: $base,)?
            $(#[serde(skip_serializing_if = "Option::is_none")] $property: Option<$type>,)*
        }
    };
}

level!(Entity = entity);
level!(DirectoryObject: Entity = directory_object);
level!(User: DirectoryObject = user);
level!(Employee: User = employee);
level!(Group: DirectoryObject = group);
level!(Team: Group = team);
level!(Device: DirectoryObject = device);
level!(Workstation: Device = workstation);

#[derive(Serialize, Deserialize)]
#[serde(tag = "@odata.type")]
pub(crate) enum Directory {
    #[serde(rename = "#bench.employee")]
    Employee(Box<Employee>),
    #[serde(rename = "#bench.team")]
    Team(Box<Team>),
    #[serde(rename = "#bench.workstation")]
    Workstation(Box<Workstation>),
}

// In an array of one type, serde writes the tag with the struct and ignores it when it reads.
level!(OnlyEmployee["#bench.employee"]: User = employee);
level!(Reading = reading);
level!(SiteReading: Reading = site_reading);
level!(AirReading: SiteReading = air_reading);
level!(OnlyLabReading["#bench.labReading"]: AirReading = lab_reading);

level!(Callback = callback);
level!(ApprovalStageCallback: Callback = approval_stage_callback);

#[derive(Serialize, Deserialize)]
#[serde(tag = "@odata.type")]
pub(crate) enum Callbacks {
    #[serde(rename = "#microsoft.graph.accessPackageAssignmentRequestCallbackData")]
    Callback(Box<Callback>),
    #[serde(rename = "#microsoft.graph.assignmentRequestApprovalStageCallbackData")]
    ApprovalStage(Box<ApprovalStageCallback>),
}
