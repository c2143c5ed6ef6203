//! Reads a callout with any type tag.

use odata_core::{
    DynamicResource, Error, RawJson, ReadOptions, Validate,
    graph::{
        AccessPackageAssignmentRequestCalloutData, AccessPackageCustomExtensionStage,
        AnyCustomExtensionData, CustomExtensionCalloutRequest,
    },
    json,
};
use serde_json::Value;

use crate::{input::MAX_BYTES, problem::Problem};

const DOCUMENT: &str = "callout";
const DATA: &str = "/data";
const REQUEST_ID: &str = "/data/accessPackageAssignmentRequestId";

/// Each problem costs another pass over the callout.
const MAX_PROBLEMS: usize = 100;

/// The parts of a callout that an answer needs.
#[derive(Debug)]
pub(crate) struct Callout {
    /// The sender of the callout.
    pub source: Option<String>,
    /// The kind of event.
    pub r#type: Option<String>,
    /// The stage that `type` names.
    pub stage: Option<AccessPackageCustomExtensionStage>,
    /// The data of the access package assignment request.
    pub data: AccessPackageAssignmentRequestCalloutData,
}

impl Callout {
    /// Reads the callout and reports all of its problems.
    pub(crate) fn read(bytes: &[u8], problems: &mut Vec<Problem>) -> Option<Callout> {
        let (request, data) = read_all(bytes, problems)?;
        if let Err(violations) = request.validate() {
            problems.extend(Problem::of_violations(DOCUMENT, &violations));
        }
        let callout = Callout {
            stage: request.stage(),
            source: request.source,
            r#type: request.r#type,
            data,
        };
        let id = callout.data.access_package_assignment_request_id.as_deref();
        let is_known = problems.iter().any(|it| it.covers(REQUEST_ID));
        if id.is_none_or(str::is_empty) && !is_known {
            problems.push(Problem::at(
                DOCUMENT,
                REQUEST_ID,
                "required: it names the request to resume",
            ));
        }
        Some(callout)
    }
}

type Parts = (
    CustomExtensionCalloutRequest,
    AccessPackageAssignmentRequestCalloutData,
);

/// Reading stops at the first error. To find the others, this removes the faulty value and reads the rest again.
fn read_all(bytes: &[u8], problems: &mut Vec<Problem>) -> Option<Parts> {
    let mut problem = match read_once(bytes) {
        Ok(parts) => return Some(parts),
        Err(problem) => problem,
    };
    let mut rest: Option<Value> = serde_json::from_slice(bytes).ok();
    loop {
        let pointer = problem.pointer().to_owned();
        if !problems.iter().any(|it| it.pointer() == pointer) {
            problems.push(problem);
        }
        let rest = rest.as_mut()?;
        if problems.len() == MAX_PROBLEMS || !remove(rest, &pointer) {
            return None;
        }
        match read_once(rest.to_string().as_bytes()) {
            Ok(parts) => return Some(parts),
            Err(next) => problem = next,
        }
    }
}

fn read_once(bytes: &[u8]) -> Result<Parts, Problem> {
    // Validation runs later, on the whole callout.
    let options = ReadOptions::client().max_bytes(MAX_BYTES).validate(false);
    let request: CustomExtensionCalloutRequest = json::from_slice_with(bytes, &options)
        .map_err(|error| Problem::of_error(DOCUMENT, "", &error))?;
    let data = match &request.data {
        Some(AnyCustomExtensionData::Callout(data)) => (**data).clone(),
        Some(other) => {
            read_untagged(other).map_err(|error| Problem::of_error(DOCUMENT, DATA, &error))?
        }
        None => AccessPackageAssignmentRequestCalloutData::default(),
    };
    Ok((request, data))
}

/// Reads the members of data with another tag or without one as those of a callout. Real callouts have the tag of the abstract base, or
/// none.
fn read_untagged(
    data: &AnyCustomExtensionData,
) -> Result<AccessPackageAssignmentRequestCalloutData, Error> {
    let mut members: DynamicResource = RawJson::new(data)?.get()?;
    members.remove("@odata.type");
    members.read_as()
}

/// Removes the member at `pointer`, or replaces an item of an array with an empty object, which preserves the pointers of the others. If
/// neither is possible, removes the parent.
fn remove(document: &mut Value, pointer: &str) -> bool {
    let Some((parent, last)) = pointer.rsplit_once('/') else {
        return false;
    };
    let name = last.replace("~1", "/").replace("~0", "~");
    let is_done = match document.pointer_mut(parent) {
        Some(Value::Object(members)) => members.remove(&name).is_some(),
        Some(Value::Array(items)) => {
            let item = name.parse().ok().and_then(|at: usize| items.get_mut(at));
            let empty = Value::Object(serde_json::Map::new());
            item.is_some_and(|item| std::mem::replace(item, empty.clone()) != empty)
        }
        _ => false,
    };
    is_done || remove(document, parent)
}
