//! Bodies of the family of `customExtensionData`, for Microsoft's SDKs: an SDK reads what the types write, and the types read what the SDK
//! writes.

use std::fmt::Debug;

use odata_core::{
    Error, ODataType, Validate,
    graph::{
        AnyAccessPackageAnswer, AnyCustomExtensionCallbackConfiguration, AnyCustomExtensionData,
        AnySubjectSet,
    },
    json,
};
use serde::{Serialize, de::DeserializeOwned};

/// The bodies of a type and of the types derived from it.
struct Family {
    /// The name of the base in the SDKs.
    base: &'static str,
    bodies: &'static [&'static str],
    write: fn(&str) -> Result<String, Error>,
    compare: fn(&str, &str) -> Result<Option<String>, Error>,
}

impl Family {
    const fn of<T: DeserializeOwned + Serialize + Validate + ODataType + PartialEq + Debug>(
        base: &'static str,
        bodies: &'static [&'static str],
    ) -> Family {
        Family {
            base,
            bodies,
            write: |body| json::to_string(&json::from_str::<T>(body)?),
            compare: |ours, theirs| {
                let (ours, theirs): (T, T) = (json::from_str(ours)?, json::from_str(theirs)?);
                Ok((ours != theirs).then(|| format!("{ours:?}\n  is not\n  {theirs:?}")))
            },
        }
    }
}

const FAMILIES: [Family; 4] = [
    Family::of::<AnyCustomExtensionData>(
        "customExtensionData",
        &[
            r##"{"@odata.type":"#microsoft.graph.accessPackageAssignmentRequestCallbackData"}"##,
            r##"{"@odata.type":"#microsoft.graph.accessPackageAssignmentRequestCallbackData",
                "customExtensionStageInstanceId":"957d","customExtensionStageInstanceDetail":"ok \"\u00e9\"\n",
                "stage":"assignmentRequestCreated","state":"denied"}"##,
            r##"{"@odata.type":"#microsoft.graph.accessPackageAssignmentRequestCallbackData",
                "stage":"assignmentOneDayBeforeExpiration","newerText":"kept","newerNumber":12,"newerFlag":true}"##,
            r##"{"@odata.type":"#microsoft.graph.assignmentRequestApprovalStageCallbackData",
                "customExtensionStageInstanceId":"957d","stage":"assignmentRequestCreated",
                "additionalDocumentationUrl":"https://contoso.example/d",
                "approvalStage":{"durationBeforeAutomaticDenial":"P7D","durationBeforeEscalation":"P1DT12H",
                    "isApproverJustificationRequired":true,"isEscalationEnabled":false,
                    "primaryApprovers":[{"@odata.type":"#microsoft.graph.singleUser","userId":"u1","description":"d"},
                        {"@odata.type":"#microsoft.graph.groupMembers","groupId":"g1"}],
                    "escalationApprovers":[{"@odata.type":"#microsoft.graph.requestorManager","managerLevel":2}],
                    "fallbackPrimaryApprovers":[],"fallbackEscalationApprovers":[]}}"##,
            r##"{"@odata.type":"#microsoft.graph.identityGovernance.customTaskExtensionCallbackData",
                "operationStatus":"completed"}"##,
            r##"{"@odata.type":"#microsoft.graph.identityGovernance.customTaskExtensionCallbackData",
                "operationStatus":"failed"}"##,
        ],
    ),
    Family::of::<AnySubjectSet>(
        "subjectSet",
        &[
            r##"{"@odata.type":"#microsoft.graph.attributeRuleMembers","description":"d","membershipRule":"(x -eq 1)"}"##,
            r##"{"@odata.type":"#microsoft.graph.connectedOrganizationMembers","connectedOrganizationId":"c"}"##,
            r##"{"@odata.type":"#microsoft.graph.externalSponsors"}"##,
            r##"{"@odata.type":"#microsoft.graph.groupMembers","groupId":"g","description":"d"}"##,
            r##"{"@odata.type":"#microsoft.graph.internalSponsors"}"##,
            r##"{"@odata.type":"#microsoft.graph.requestorManager","managerLevel":1}"##,
            r##"{"@odata.type":"#microsoft.graph.singleServicePrincipal","servicePrincipalId":"s"}"##,
            r##"{"@odata.type":"#microsoft.graph.singleUser","userId":"u"}"##,
            r##"{"@odata.type":"#microsoft.graph.targetApplicationOwners"}"##,
            r##"{"@odata.type":"#microsoft.graph.targetManager","managerLevel":3}"##,
            r##"{"@odata.type":"#microsoft.graph.targetUserSponsors"}"##,
            r##"{"@odata.type":"#microsoft.graph.identityGovernance.ruleBasedSubjectSet","rule":"r"}"##,
        ],
    ),
    Family::of::<AnyCustomExtensionCallbackConfiguration>(
        "customExtensionCallbackConfiguration",
        &[
            r##"{"@odata.type":"#microsoft.graph.accessPackageRequestApprovalStageCallbackConfiguration","timeoutDuration":"PT1H"}"##,
            r##"{"@odata.type":"#microsoft.graph.identityGovernance.customTaskExtensionCallbackConfiguration","timeoutDuration":"PT30M"}"##,
        ],
    ),
    Family::of::<AnyAccessPackageAnswer>(
        "accessPackageAnswer",
        &[
            r##"{"@odata.type":"#microsoft.graph.accessPackageAnswerString","displayValue":"Yes","value":"yes"}"##,
        ],
    ),
];

/// Returns the bodies as the types write them, each with the name of its base.
///
/// # Errors
/// A body cannot be read or written.
pub fn written() -> Result<Vec<(&'static str, String)>, Error> {
    let bodies = FAMILIES.iter().flat_map(|family| {
        let bodies = family.bodies.iter();
        bodies.map(|body| Ok((family.base, (family.write)(body)?)))
    });
    bodies.collect()
}

/// Compares a body with what an SDK wrote after it had read the body. Returns the difference.
///
/// # Errors
/// The types reject what the SDK wrote.
pub fn compare(base: &str, ours: &str, theirs: &str) -> Result<Option<String>, Error> {
    let family = FAMILIES.iter().find(|family| family.base == base);
    match family {
        Some(family) => (family.compare)(ours, theirs),
        None => Ok(Some(format!("unknown base {base}"))),
    }
}
