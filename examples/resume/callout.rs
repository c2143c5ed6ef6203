//! Reading a callout, whichever way it is written.

use odata_core::{
    DynamicResource, Error, RawJson, ReadOptions, Validate,
    graph::{
        AccessPackageAssignmentRequestCalloutData, AccessPackageCustomExtensionStage,
        AnyCustomExtensionData, CustomExtensionCalloutRequest,
    },
    json,
};
use serde_json::Value;

use crate::problem::Problem;

const DOCUMENT: &str = "callout";
const DATA: &str = "/data";
const REQUEST_ID: &str = "/data/accessPackageAssignmentRequestId";

/// More than anyone reads. Each costs a reading of the callout.
const MOST_PROBLEMS: usize = 100;

/// What an answer needs of a callout.
#[derive(Debug)]
pub(crate) struct Callout {
    /// Who calls.
    pub source: Option<String>,
    /// What the call is about.
    pub r#type: Option<String>,
    /// The stage that `type` names.
    pub stage: Option<AccessPackageCustomExtensionStage>,
    /// The request that the call is about.
    pub data: AccessPackageAssignmentRequestCalloutData,
}

impl Callout {
    /// Reads as much as can be read, and notes all that is wrong.
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
                "missing: without it there is no request to resume",
            ));
        }
        Some(callout)
    }
}

type Parts = (
    CustomExtensionCalloutRequest,
    AccessPackageAssignmentRequestCalloutData,
);

/// A reader stops at the first fault. To name the others too, what is wrong is taken out and the rest read again.
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
        if problems.len() == MOST_PROBLEMS || !take_out(rest, &pointer) {
            return None;
        }
        match read_once(rest.to_string().as_bytes()) {
            Ok(parts) => return Some(parts),
            Err(next) => problem = next,
        }
    }
}

fn read_once(bytes: &[u8]) -> Result<Parts, Problem> {
    // Rules are looked at later, when all could be read.
    let options = ReadOptions::client().validate(false);
    let request: CustomExtensionCalloutRequest = json::from_slice_with(bytes, &options)
        .map_err(|error| Problem::of_error(DOCUMENT, "", &error))?;
    let data = match &request.data {
        Some(AnyCustomExtensionData::Callout(data)) => (**data).clone(),
        Some(other) => {
            untagged(other).map_err(|error| Problem::of_error(DOCUMENT, DATA, &error))?
        }
        None => AccessPackageAssignmentRequestCalloutData::default(),
    };
    Ok((request, data))
}

/// Data with another tag, with that of the abstract base or with none, as real callouts have it: its members, read as a callout's.
fn untagged(
    data: &AnyCustomExtensionData,
) -> Result<AccessPackageAssignmentRequestCalloutData, Error> {
    let mut members: DynamicResource = RawJson::new(data)?.get()?;
    members.remove("@odata.type");
    members.read_as()
}

/// Takes the member at `pointer` out; an item of an array becomes an empty object, so that the places of the others stay. Where
/// neither helps, what holds it goes.
fn take_out(document: &mut Value, pointer: &str) -> bool {
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
    is_done || take_out(document, parent)
}
