//! The record of a callout in the journal.

use odata_core::{
    DynamicResource, Error, ODataEnum, ODataResource,
    edm::DateTimeOffset,
    graph::{
        AccessPackageAssignmentRequestCallbackData, AccessPackageAssignmentRequestCalloutData,
        AccessPackageCustomExtensionStage, AccessPackageRequestState, Resume,
    },
    json,
};

use crate::callout::Callout;

/// The record of a callout in the journal.
#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(namespace = "endpoint")]
pub struct Record {
    /// The id of the callout.
    #[odata(key)]
    pub id: String,
    /// The id of the request to resume.
    pub request_id: String,
    /// The time at which the callout was received.
    pub received: DateTimeOffset,
    /// The request, with everything that Entra sent.
    pub callout: AccessPackageAssignmentRequestCalloutData,
    /// The decision, once there is one. It never changes.
    pub decision: Option<Decision>,
    /// The number of failed deliveries.
    pub failures: i32,
    /// The reason of the last failed delivery.
    pub last_failure: Option<String>,
    /// The end of the delivery.
    pub outcome: Option<Outcome>,
}

/// A decision about a request.
#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(namespace = "endpoint", kind = complex)]
pub struct Decision {
    /// The verdict.
    pub verdict: Verdict,
    /// Whoever decided.
    pub decided_by: String,
    /// The time of the decision.
    pub decided: DateTimeOffset,
    /// The body of the answer. Each delivery sends these bytes, whatever the program or its settings have become in the meantime.
    pub answer: String,
}

/// A verdict about a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ODataEnum)]
#[odata(namespace = "endpoint")]
pub enum Verdict {
    /// The request continues.
    Approved,
    /// The request is denied.
    Denied,
}

/// The end of a delivery.
#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(namespace = "endpoint", kind = complex)]
pub struct Outcome {
    /// Whether Graph accepted the answer.
    pub accepted: bool,
    /// The status of Graph's response.
    pub status: i32,
    /// The error in Graph's response.
    pub message: Option<String>,
    /// The time of the response.
    pub ended: DateTimeOffset,
}

impl Record {
    /// Creates the record of a new callout.
    #[must_use]
    pub fn new(callout: Callout) -> Self {
        Record {
            id: callout.instance_id,
            request_id: callout.request_id,
            received: DateTimeOffset::now(),
            callout: callout.data,
            decision: None,
            failures: 0,
            last_failure: None,
            outcome: None,
        }
    }

    /// Returns whether the other callout is a repetition of this one. A repeated id with other content is a mistake or an attack.
    #[must_use]
    pub fn is_same_callout(&self, other: &Record) -> bool {
        self.request_id == other.request_id && self.callout.stage == other.callout.stage
    }

    /// Returns whether the request can be denied. Graph allows that at one stage only.
    #[must_use]
    pub fn can_be_denied(&self) -> bool {
        self.callout.stage == Some(AccessPackageCustomExtensionStage::AssignmentRequestCreated)
    }

    /// Creates the decision about this request, with a valid answer.
    ///
    /// # Errors
    /// If Graph would reject the answer.
    pub fn decide(
        &self,
        verdict: Verdict,
        detail: Option<String>,
        decided_by: &str,
        source: &str,
    ) -> Result<Decision, Error> {
        let mut data = AccessPackageAssignmentRequestCallbackData::answering(&self.callout);
        data.custom_extension_stage_instance_detail = detail;
        data.state = match verdict {
            Verdict::Approved => None,
            Verdict::Denied => Some(AccessPackageRequestState::Denied),
        };
        Ok(Decision {
            verdict,
            decided_by: decided_by.to_owned(),
            decided: DateTimeOffset::now(),
            answer: json::to_string(&Resume::of(source, data))?,
        })
    }

    /// Returns the name of whoever made the request.
    #[must_use]
    pub fn requestor(&self) -> String {
        name_of(self.callout.requestor.as_ref()).unwrap_or_else(|| "unknown".to_owned())
    }

    /// Returns the name of the access package.
    #[must_use]
    pub fn access_package(&self) -> String {
        name_of(self.callout.access_package.as_ref()).unwrap_or_else(|| "unknown".to_owned())
    }
}

/// The callout has names of related entities as undeclared properties.
fn name_of(entity: Option<&DynamicResource>) -> Option<String> {
    let entity = entity?;
    ["displayName", "email", "id"]
        .into_iter()
        .find_map(|name| entity.get::<String>(name).ok().flatten())
}
