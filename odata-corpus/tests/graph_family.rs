//! The types generated from Microsoft Graph's metadata for custom extensions agree with those of `odata_core::graph`, except for `state`, a
//! string in the metadata, and for validation functions.
//!
//! Requires metadata: `ODATA_METADATA=<Graph's metadata> cargo test -p odata-corpus`. Without it, or with that of another service, the test
//! prints a note and passes.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use odata_core::{
    ODataResource,
    graph::*,
    json,
    model::{Property, StructuredType},
};
use odata_corpus::{model::TYPES, options::Options, outcome::Outcome, table::Typed};

/// The types that the metadata also has.
const FAMILY: &[&StructuredType] = &[
    AccessPackageAnswer::TYPE,
    AccessPackageAnswerString::TYPE,
    AccessPackageApprovalStage::TYPE,
    AccessPackageAssignmentRequestCallbackData::TYPE,
    AccessPackageRequestApprovalStageCallbackConfiguration::TYPE,
    AssignmentRequestApprovalStageCallbackData::TYPE,
    <CustomExtensionCalloutRequest>::TYPE,
    <CustomExtensionCalloutResponse>::TYPE,
    CustomExtensionCallbackConfiguration::TYPE,
    identity_governance::CustomTaskExtensionCallbackConfiguration::TYPE,
    identity_governance::CustomTaskExtensionCallbackData::TYPE,
    identity_governance::CustomTaskExtensionCalloutData::TYPE,
    AttributeRuleMembers::TYPE,
    ConnectedOrganizationMembers::TYPE,
    ExternalSponsors::TYPE,
    GroupBasedSubjectSet::TYPE,
    GroupMembers::TYPE,
    InternalSponsors::TYPE,
    RequestorManager::TYPE,
    RuleBasedSubjectSet::TYPE,
    SingleServicePrincipal::TYPE,
    SingleUser::TYPE,
    TargetAgentIdentitySponsorsOrOwners::TYPE,
    TargetApplicationOwners::TYPE,
    TargetManager::TYPE,
    TargetUserSponsors::TYPE,
];

fn generated(name: &str) -> Option<&'static Typed> {
    TYPES.iter().find(|ty| ty.qualified == name)
}

fn is_graph() -> bool {
    let here = generated(AccessPackageAssignmentRequestCallbackData::TYPE.name()).is_some();
    if !here {
        println!(
            "skipped: the crate was not built with Microsoft Graph's metadata (ODATA_METADATA)"
        );
    }
    here
}

/// The description of a property, without the order of declaration.
fn said(ty: &'static StructuredType) -> Vec<String> {
    let one = |property: &Property| {
        format!(
            "{}: {} nullable={} collection={} key={} navigation={}",
            property.name(),
            property.type_name(),
            property.is_nullable(),
            property.is_collection(),
            property.is_key(),
            property.is_navigation(),
        )
    };
    let mut all: Vec<String> = ty
        .own_properties()
        .iter()
        .map(one)
        .filter(|property| !property.starts_with("state:"))
        .collect();
    all.sort();
    all
}

#[test]
fn both_types_have_the_same_description() {
    if !is_graph() {
        return;
    }
    let mut missing = Vec::new();
    for ours in FAMILY {
        let Some(theirs) = generated(ours.name()).map(|ty| ty.described) else {
            missing.push(ours.name());
            continue;
        };
        assert_eq!(said(ours), said(theirs), "{}", ours.name());
        assert_eq!(
            (
                ours.kind(),
                ours.is_abstract(),
                ours.is_open(),
                ours.alias_name(),
                ours.base().map(StructuredType::name)
            ),
            (
                theirs.kind(),
                theirs.is_abstract(),
                theirs.is_open(),
                theirs.alias_name(),
                theirs.base().map(StructuredType::name)
            ),
            "{}",
            ours.name()
        );
    }
    assert!(missing.is_empty(), "not in the metadata: {missing:?}");
}

#[test]
fn bodies_round_trip_through_both_types() {
    if !is_graph() {
        return;
    }
    let request = generated("microsoft.graph.customExtensionCalloutRequest")
        .expect("the metadata has the envelope");
    for body in [
        r##"{"source":"s","type":"t","data":{"@odata.type":"#microsoft.graph.accessPackageAssignmentRequestCallbackData","stage":"AssignmentRequestCreated","customExtensionStageInstanceId":"1","more":1.50}}"##,
        r##"{"data":{"@odata.type":"microsoft.graph.assignmentRequestApprovalStageCallbackData","approvalStage":{"durationBeforeAutomaticDenial":"P7D","primaryApprovers":[{"@odata.type":"#microsoft.graph.singleUser","userId":"u"}]}}}"##,
        r##"{"data":{"operationStatus":"Completed"},"source":"sample","type":"lifecycleEvent"}"##,
        r##"{"data":{"@odata.type":"microsoft.graph.customExtensionData"}}"##,
        r##"{"data":{"@odata.type":"#microsoft.graph.identityGovernance.customTaskExtensionCallbackData","operationStatus":"completed"}}"##,
    ] {
        let ours: CustomExtensionCalloutRequest = json::from_str(body).expect("the body is good");
        let ours = json::to_string(&ours).expect("it can be written");
        match (request.resource)(body.as_bytes(), &Options::default()) {
            Outcome::Done { json, .. } => assert_eq!(parsed(&json), parsed(&ours)),
            Outcome::Refused { message, .. } | Outcome::Failed { message, .. } => {
                panic!("refused: {message}")
            }
        }
    }
}

/// Ignores the order of declaration, which differs.
fn parsed(json: &str) -> serde_json::Value {
    serde_json::from_str(json).expect("what is written is JSON")
}
