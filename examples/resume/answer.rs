//! The request that answers a callout.

use odata_core::{
    ErrorKind,
    graph::{AccessPackageAssignmentRequestCallbackData, Resume},
    json,
};

use crate::{arguments::Arguments, callout::Callout, problem::Problem};

const DOCUMENT: &str = "answer";

/// Returns the request line and the validated body.
pub(crate) fn request(
    callout: &Callout,
    arguments: &Arguments,
    problems: &mut Vec<Problem>,
) -> Option<String> {
    let mut data = AccessPackageAssignmentRequestCallbackData::answering(&callout.data);
    data.stage = data.stage.or_else(|| callout.stage.clone());
    data.state = arguments.decision.and_then(|it| it.state());
    data.custom_extension_stage_instance_detail = arguments.detail.clone();

    let mut body = Resume::of(String::new(), data);
    body.source = arguments.source.clone().or_else(|| callout.source.clone());
    body.r#type = body.r#type.or_else(|| callout.r#type.clone());

    let text = match json::to_string_pretty(&body) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::Validation => {
            problems.extend(Problem::of_violations(DOCUMENT, error.violations()));
            return None;
        }
        Err(error) => {
            problems.push(Problem::of_error(DOCUMENT, "", &error));
            return None;
        }
    };
    let id = callout.data.access_package_assignment_request_id.as_ref()?;
    let path = Resume::path(id);
    Some(format!("POST {path} HTTP/1.1\n\n{text}\n"))
}
