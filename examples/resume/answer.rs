//! The request that answers a callout.

use odata_core::{
    graph::{AccessPackageAssignmentRequestCallbackData, Resume},
    json,
};

use crate::{arguments::Arguments, callout::Callout, problem::Problem};

const DOCUMENT: &str = "answer";

/// The request line and the validated body.
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

    if let Err(error) = json::to_string(&body) {
        match error.violations() {
            Some(violations) => problems.extend(Problem::of_violations(DOCUMENT, violations)),
            None => problems.push(Problem::of_error(DOCUMENT, "", &error)),
        }
        return None;
    }
    // The same body, indented.
    let text = match serde_json::to_string_pretty(&body) {
        Ok(text) => text,
        Err(error) => {
            problems.push(Problem::at(DOCUMENT, "", error.to_string()));
            return None;
        }
    };
    let id = callout.data.access_package_assignment_request_id.as_ref()?;
    let path = Resume::path(id);
    Some(format!("POST {path} HTTP/1.1\n\n{text}\n"))
}
