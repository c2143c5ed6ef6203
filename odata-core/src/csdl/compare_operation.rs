//! The differences of actions and functions.

use std::{borrow::Cow, collections::BTreeSet};

use odata_csdl::{self as csdl, TypeReference};

use crate::csdl::{
    advice,
    compare_property::ANY,
    difference::{Aspect, Difference},
    metadata::Metadata,
    model::Model,
    operation::Operation,
    report::Report,
};

/// Operations that only the service has are not differences: a client need not use them all.
pub(super) fn operations(model: &Model, service: &Metadata, found: &mut Vec<Difference>) {
    for here in &model.operations {
        let mut report = Report::new(here.name.as_str(), found);
        let overloads = service.operations.get(&here.name);
        let overloads = overloads.map(Vec::as_slice).unwrap_or_default();
        if overloads.is_empty() {
            report.only_in_model("remove the operation");
            continue;
        }
        match overload(&here.own, overloads) {
            Some(there) => operation(here, there, service, &mut report),
            None => missing(&here.own, overloads, &mut report),
        }
    }
}

/// Returns the overload that is called in the same way: bound to the same type, and for a function with the same parameters if there are
/// several (CSDL 4.01 §12.2, §12.4).
fn overload<'a>(
    here: &csdl::Operation,
    overloads: &'a [csdl::Operation],
) -> Option<&'a csdl::Operation> {
    let names = |it: &'_ csdl::Operation| -> BTreeSet<String> {
        let parameters = it.passed_parameters().iter();
        parameters.map(|it| it.name.clone()).collect()
    };
    let same =
        |it: &&'a csdl::Operation| it.is_action == here.is_action && binding(it) == binding(here);
    let candidates = || overloads.iter().filter(same);
    candidates()
        .find(|it| names(it) == names(here))
        .or_else(|| candidates().next())
}

/// Returns the type that the operation is bound to.
fn binding(operation: &csdl::Operation) -> Option<String> {
    let first = operation.parameters.first();
    let first = first.filter(|_| operation.is_bound);
    first.map(|it| it.ty.to_string())
}

fn missing(here: &csdl::Operation, overloads: &[csdl::Operation], report: &mut Report<'_>) {
    let word = |is_action| {
        if is_action {
            ("an action", "action")
        } else {
            ("a function", "function")
        }
    };
    let theirs = overloads.iter().find(|it| it.is_action == here.is_action);
    let Some(theirs) = theirs else {
        let (ours, _) = word(here.is_action);
        let (theirs, method) = word(!here.is_action);
        report.compare(Aspect::Kind, ours, theirs, || {
            format!("write `Operation::{method}(...)`")
        });
        return;
    };
    let stated = |operation| Cow::Owned(binding(operation).unwrap_or_else(|| "none".to_owned()));
    let advice = match binding(theirs) {
        Some(ty) => format!("write `.bound_to::<T>(...)` with the type of `{ty}`"),
        None => "write `.parameter::<T>(...)` in place of `.bound_to::<T>(...)`".to_owned(),
    };
    report.push(
        Aspect::BindingParameter,
        Some(stated(here)),
        Some(stated(theirs)),
        advice,
    );
}

fn operation(
    operation: &Operation,
    there: &csdl::Operation,
    service: &Metadata,
    report: &mut Report<'_>,
) {
    let here = &operation.own;
    report.compare_flag(
        Aspect::Composable,
        here.is_composable,
        there.is_composable,
        || {
            if there.is_composable {
                "write `.composable()`".to_owned()
            } else {
                "remove `.composable()`".to_owned()
            }
        },
    );
    if let Some(path) = &here.entity_set_path {
        let theirs = there.entity_set_path.as_deref();
        report.compare(
            Aspect::EntitySet,
            path,
            theirs.unwrap_or("none"),
            || match theirs {
                Some(theirs) => format!("write `.entity_set_path({theirs:?})`"),
                None => "remove `.entity_set_path(...)`".to_owned(),
            },
        );
    }
    for parameter in here.passed_parameters() {
        let mut theirs = there.passed_parameters().iter();
        let mut report = report.member(&parameter.name);
        match theirs.find(|it| it.name == parameter.name) {
            Some(theirs) => {
                value(&parameter.ty, &theirs.ty, service, &mut report, &|ty| {
                    format!("the type `{ty}` for the parameter")
                });
            }
            None => report.only_in_model("remove the parameter"),
        }
    }
    for parameter in there.passed_parameters() {
        let mut ours = here.passed_parameters().iter();
        if !ours.any(|it| it.name == parameter.name) {
            let ty = advice::value(&parameter.ty, service);
            let advice = format!("add `.parameter::<{ty}>({:?})`", parameter.name);
            report.member(&parameter.name).only_in_metadata(advice);
        }
    }
    let mut report = report.member("$ReturnType");
    match (&here.returns, &there.returns) {
        (Some(here), Some(there)) => {
            value(here, there, service, &mut report, &|ty| {
                format!("`.returns::<{ty}>()`")
            });
        }
        (Some(_), None) => report.only_in_model("remove `.returns::<T>()`"),
        (None, Some(there)) => {
            let ty = advice::value(there, service);
            report.only_in_metadata(format!("add `.returns::<{ty}>()`"));
        }
        (None, None) => {}
    }
}

/// Compares the type of a parameter or a result.
fn value(
    here: &TypeReference,
    there: &TypeReference,
    service: &Metadata,
    report: &mut Report<'_>,
    place: &dyn Fn(&str) -> String,
) {
    let advice = || format!("write {}", place(&advice::value(there, service)));
    let theirs = TypeReference {
        name: service.underlying(&there.name).to_owned(),
        is_collection: there.is_collection,
        ..TypeReference::default()
    };
    let is_same = here.is_collection == there.is_collection
        && ([&there.name, &theirs.name].contains(&&here.name) || ANY.contains(&here.name.as_str()));
    if here.name == "Edm.Untyped" && !here.is_collection {
        return;
    }
    if !is_same {
        report.compare(Aspect::Type, &here.to_string(), &theirs.to_string(), advice);
        return;
    }
    // As for properties: no default for the items of a collection, and entities in a collection are never null.
    let is_entity = service
        .structured(&there.name)
        .is_some_and(|it| it.is_entity);
    let stated = match there.is_collection {
        true if is_entity => None,
        true => there.nullable,
        false => Some(there.is_nullable()),
    };
    if let (Some(ours), Some(stated)) = (here.nullable, stated) {
        report.compare_flag(Aspect::Nullable, ours, stated, advice);
    }
}
