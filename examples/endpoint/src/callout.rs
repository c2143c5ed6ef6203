//! The parts of a callout that the endpoint uses.

use axum::http::StatusCode;
use odata_core::{
    Error, ODataError, ODataType, Violation, Violations,
    axum::ErrorResponse,
    graph::{
        AccessPackageAssignmentRequestCalloutData, AnyCustomExtensionData,
        CustomExtensionCalloutRequest, CustomExtensionData,
    },
};

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

/// The maximum length of an id. Ids are GUIDs today; this length allows other ones, and limits the keys of the journal.
const MAX_ID: usize = 256;

impl Callout {
    /// Extracts the callout from the body of Entra's request.
    ///
    /// # Errors
    /// 400 if it is not one that the endpoint can answer.
    pub fn of(request: CustomExtensionCalloutRequest) -> Result<Self, ErrorResponse> {
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
            Err(Violations::from(violations).into())
        }
    }
}

/// Returns the data of the callout. Entra's own examples have data without a tag, and data with the tag of the abstract base. Both are read
/// as a callout of an assignment request, because that is what this endpoint is registered for. A type that this build does not know is
/// read as a newer version of it.
fn data_of(
    data: Option<AnyCustomExtensionData>,
) -> Result<AccessPackageAssignmentRequestCalloutData, ErrorResponse> {
    match data {
        None => Ok(AccessPackageAssignmentRequestCalloutData::default()),
        Some(AnyCustomExtensionData::Callout(data)) => Ok(*data),
        Some(AnyCustomExtensionData::Other(mut members)) => {
            if members.type_name() == Some(CustomExtensionData::NAME) {
                members.remove("@odata.type");
            }
            members.read_as_base().map_err(|error| refuse_data(&error))
        }
        Some(_) => {
            let message = "The data is not a callout of an assignment request.";
            let body = ODataError::new("WrongType", message).with_target("/data");
            Err(ErrorResponse::new(StatusCode::BAD_REQUEST, body))
        }
    }
}

/// The pointers of the error are relative to the data.
fn refuse_data(error: &Error) -> ErrorResponse {
    let body = ODataError::new("InvalidBody", error.message())
        .with_target(format!("/data{}", error.pointer()));
    ErrorResponse::new(StatusCode::BAD_REQUEST, body)
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
