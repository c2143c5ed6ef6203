//! Reads the body of a callout.

use axum::http::StatusCode;
use odata_core::{
    Error, ErrorKind, ODataError, ODataType, ReadOptions, Violation, Violations,
    graph::{
        AccessPackageAssignmentRequestCalloutData, AnyCustomExtensionData,
        CustomExtensionCalloutRequest, CustomExtensionData,
    },
    json,
};

use crate::{refusal::Refusal, settings::Limits};

/// A callout that the endpoint can answer.
#[derive(Debug, Clone)]
pub struct Callout {
    /// The id of the callout, which Entra repeats when it retries.
    pub instance_id: String,
    /// The id of the request to resume.
    pub request_id: String,
    /// The request.
    pub data: AccessPackageAssignmentRequestCalloutData,
}

/// Ids are GUIDs today. This length allows other ones, and keeps keys of the journal short.
const MAX_ID: usize = 256;

impl Callout {
    /// Reads a callout.
    ///
    /// # Errors
    /// 413 if the body is too long or too deep, 400 for any other problem.
    pub fn read(bytes: &[u8], limits: &Limits) -> Result<Self, Refusal> {
        let options = ReadOptions::client()
            .max_bytes(limits.body_bytes)
            .max_depth(limits.body_depth);
        let request: CustomExtensionCalloutRequest = json::from_slice_with(bytes, &options)?;
        let stage = request.stage();
        let mut data = data_of(request.data)?;
        data.stage = data.stage.or(stage);

        let mut violations = Vec::new();
        let instance_id = id(
            data.custom_extension_stage_instance_id.as_deref(),
            "customExtensionStageInstanceId",
            &mut violations,
        );
        let request_id = id(
            data.access_package_assignment_request_id.as_deref(),
            "accessPackageAssignmentRequestId",
            &mut violations,
        );
        if violations.is_empty() {
            Ok(Callout {
                instance_id,
                request_id,
                data,
            })
        } else {
            let violations: Violations = violations.into();
            Err(Refusal::new(StatusCode::BAD_REQUEST, (&violations).into()))
        }
    }
}

/// Entra's own examples have data without a tag, and data with the tag of the abstract base. Both are read as a callout of an assignment
/// request, because that is what this endpoint is registered for. So is a type that this build does not know.
fn data_of(
    data: Option<AnyCustomExtensionData>,
) -> Result<AccessPackageAssignmentRequestCalloutData, Refusal> {
    match data {
        None => Ok(AccessPackageAssignmentRequestCalloutData::default()),
        Some(AnyCustomExtensionData::Callout(data)) => Ok(*data),
        Some(AnyCustomExtensionData::Other(mut members)) => {
            if members.type_name() == Some(CustomExtensionData::NAME) {
                members.remove("@odata.type");
            }
            members.read_as().map_err(|error| refuse_data(&error))
        }
        Some(_) => {
            let message = "The data is not a callout of an assignment request.";
            let body = ODataError::new("WrongType", message).with_target("/data");
            Err(Refusal::new(StatusCode::BAD_REQUEST, body))
        }
    }
}

/// The pointers of the error are relative to the data.
fn refuse_data(error: &Error) -> Refusal {
    let body = ODataError::new("InvalidBody", error.message())
        .with_target(format!("/data{}", error.pointer()));
    Refusal::new(StatusCode::BAD_REQUEST, body)
}

fn id(value: Option<&str>, name: &str, violations: &mut Vec<Violation>) -> String {
    let value = value.unwrap_or_default();
    let pointer = format!("/data/{name}");
    if value.is_empty() {
        violations.push(Violation::at(&pointer, "is required").with_rule("required"));
    } else if value.len() > MAX_ID {
        let message = format!("must have at most {MAX_ID} bytes");
        violations.push(Violation::at(&pointer, message).with_rule("length"));
    }
    value.to_owned()
}

/// Refuses a body that cannot be read.
impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        let status = match error.kind() {
            ErrorKind::Depth | ErrorKind::Length => StatusCode::PAYLOAD_TOO_LARGE,
            _ => StatusCode::BAD_REQUEST,
        };
        Refusal::new(status, error.into())
    }
}
