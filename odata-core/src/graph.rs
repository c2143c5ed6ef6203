//! Microsoft Graph's `customExtensionData` and its family: what Microsoft Entra sends to a custom extension, and what goes back.
//!
//! Entra calls an endpoint of yours with a [`CustomExtensionCalloutRequest`]. Some time later you answer with the action
//! [`Resume`], whose `data` is an [`AccessPackageAssignmentRequestCallbackData`]. All types here are made with this crate's own
//! derive; each keeps what it does not declare, and the envelopes take data types of your own.
//!
//! ```
//! use odata_core::{graph::*, json};
//!
//! // What Entra sends (shortened).
//! let callout: CustomExtensionCalloutRequest = json::from_str(r##"{
//!     "type": "microsoft.graph.accessPackageCustomExtensionStage.assignmentRequestCreated",
//!     "source": "access",
//!     "data": {
//!         "@odata.type": "microsoft.graph.accessPackageAssignmentRequestCalloutData",
//!         "stage": "AssignmentRequestCreated",
//!         "accessPackageAssignmentRequestId": "3f2c",
//!         "customExtensionStageInstanceId": "957d"
//!     }
//! }"##)?;
//! let data = callout.data.as_ref().and_then(AnyCustomExtensionData::as_callout).unwrap();
//!
//! // What goes back.
//! let mut answer = AccessPackageAssignmentRequestCallbackData::answering(data);
//! answer.state = Some(AccessPackageRequestState::Denied);
//! let body = Resume::of("Contoso", answer);
//! assert_eq!(json::to_string(&body)?, concat!(
//!     r#"{"source":"Contoso","type":"microsoft.graph.accessPackageCustomExtensionStage.assignmentRequestCreated","#,
//!     r##""data":{"@odata.type":"#microsoft.graph.accessPackageAssignmentRequestCallbackData","##,
//!     r#""customExtensionStageInstanceId":"957d","stage":"assignmentRequestCreated","state":"denied"}}"#,
//! ));
//! # Ok::<(), odata_core::Error>(())
//! ```
//!
//! Source: the v1.0 metadata of Microsoft Graph and its reference pages.

mod answer;
mod approval_stage;
mod callback;
mod callout;
mod data;
mod enumerations;
mod envelope;
pub mod identity_governance;
mod resume;
mod subject_set;

pub use crate::graph::{
    answer::{AccessPackageAnswer, AccessPackageAnswerString, AnyAccessPackageAnswer},
    approval_stage::AccessPackageApprovalStage,
    callback::{
        AccessPackageAssignmentRequestCallbackData, AssignmentRequestApprovalStageCallbackData,
    },
    callout::{
        AccessPackageAssignmentRequestCalloutData,
        AccessPackageRequestApprovalStageCallbackConfiguration,
        AnyCustomExtensionCallbackConfiguration, CustomExtensionCallbackConfiguration,
    },
    data::{AnyCustomExtensionData, CustomExtensionData},
    enumerations::{
        AccessPackageCustomExtensionStage, AccessPackageRequestState, AccessPackageRequestType,
        ApproverInformationVisibility,
    },
    envelope::{CustomExtensionCalloutRequest, CustomExtensionCalloutResponse},
    resume::Resume,
    subject_set::{
        AnySubjectSet, AttributeRuleMembers, ConnectedOrganizationMembers, ExternalSponsors,
        GroupBasedSubjectSet, GroupMembers, InternalSponsors, RequestorManager,
        RuleBasedSubjectSet, SingleServicePrincipal, SingleUser, SubjectSet,
        TargetAgentIdentitySponsorsOrOwners, TargetApplicationOwners, TargetManager,
        TargetUserSponsors,
    },
};
