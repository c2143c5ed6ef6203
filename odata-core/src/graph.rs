//! The types of Microsoft Graph's `customExtensionData`: the requests of Microsoft Entra to a custom extension, and the answers.
//!
//! Entra calls your endpoint with a [`CustomExtensionCalloutRequest`]. You answer later with the action [`Resume`], whose `data` is an
//! [`AccessPackageAssignmentRequestCallbackData`] for an access package. The module [`identity_governance`] has the callouts of custom tasks
//! and an example of their answer. Read callouts with [`ReadOptions::client`](crate::ReadOptions::client), the default of
//! [`json`](crate::json): they have properties that the metadata does not declare. Every type preserves undeclared properties, and the envelopes are generic over the type
//! of their data.
//!
//! - Bodies: [`CustomExtensionCalloutRequest`], [`CustomExtensionCalloutResponse`], [`Resume`].
//! - Data: the hierarchy [`AnyCustomExtensionData`] and its variants; [`identity_governance`] has those of lifecycle workflows.
//! - Inside the data: [`AnyAccessPackageAnswer`], [`AnyCustomExtensionCallbackConfiguration`], [`AccessPackageApprovalStage`],
//!   [`AnySubjectSet`].
//! - Enumerations: [`AccessPackageCustomExtensionStage`], [`AccessPackageRequestState`], [`AccessPackageRequestType`],
//!   [`ApproverInformationVisibility`].
//!
//! ```
//! use odata_core::{graph::*, json};
//!
//! // A request of Entra (shortened).
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
//! // The answer.
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
mod any_callback_configuration;
mod any_data;
mod callback;
mod callout;
mod data;
mod enumerations;
mod envelope;
pub mod identity_governance;
mod subject_set;

pub use crate::graph::{
    answer::{AccessPackageAnswer, AccessPackageAnswerString, AnyAccessPackageAnswer},
    any_callback_configuration::AnyCustomExtensionCallbackConfiguration,
    any_data::AnyCustomExtensionData,
    callback::{
        AccessPackageApprovalStage, AccessPackageAssignmentRequestCallbackData,
        AssignmentRequestApprovalStageCallbackData,
    },
    callout::AccessPackageAssignmentRequestCalloutData,
    data::{
        AccessPackageRequestApprovalStageCallbackConfiguration,
        CustomExtensionCallbackConfiguration, CustomExtensionData,
    },
    enumerations::{
        AccessPackageCustomExtensionStage, AccessPackageRequestState, AccessPackageRequestType,
        ApproverInformationVisibility,
    },
    envelope::{CustomExtensionCalloutRequest, CustomExtensionCalloutResponse, Resume},
    subject_set::{
        AnySubjectSet, AttributeRuleMembers, ConnectedOrganizationMembers, ExternalSponsors,
        GroupBasedSubjectSet, GroupMembers, InternalSponsors, RequestorManager,
        RuleBasedSubjectSet, SingleServicePrincipal, SingleUser, SubjectSet,
        TargetAgentIdentitySponsorsOrOwners, TargetApplicationOwners, TargetManager,
        TargetUserSponsors,
    },
};
