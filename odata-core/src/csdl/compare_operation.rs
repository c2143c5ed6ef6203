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
pub(super) fn compare_operations(model: &Model, service: &Metadata, found: &mut Vec<Difference>) {
    for rust in &model.operations {
        let mut report = Report::new(rust.name.as_str(), found);
        let overloads = service.operations.get(&rust.name);
        let overloads = overloads.map(Vec::as_slice).unwrap_or_default();
        if overloads.is_empty() {
            report.only_in_model("remove the operation");
            continue;
        }
        match overload(&rust.own, overloads) {
            Some(metadata) => compare_operation(rust, metadata, service, &mut report),
            None => report_missing(&rust.own, overloads, &mut report),
        }
    }
}

/// Returns the overload that is called in the same way: bound to the same type, and for a function with the same parameters if there are
/// several (CSDL 4.01 §12.2, §12.4).
fn overload<'a>(
    rust: &csdl::Operation,
    overloads: &'a [csdl::Operation],
) -> Option<&'a csdl::Operation> {
    let names = |it: &'_ csdl::Operation| -> BTreeSet<String> {
        let parameters = it.passed_parameters().iter();
        parameters.map(|it| it.name.clone()).collect()
    };
    let same =
        |it: &&'a csdl::Operation| it.is_action == rust.is_action && binding(it) == binding(rust);
    let candidates = || overloads.iter().filter(same);
    candidates()
        .find(|it| names(it) == names(rust))
        .or_else(|| candidates().next())
}

/// Returns the type that the operation is bound to.
fn binding(operation: &csdl::Operation) -> Option<String> {
    let first = operation.parameters.first();
    let first = first.filter(|_| operation.is_bound);
    first.map(|it| it.ty.to_string())
}

fn report_missing(rust: &csdl::Operation, overloads: &[csdl::Operation], report: &mut Report<'_>) {
    let word = |is_action| {
        if is_action {
            ("an action", "action")
        } else {
            ("a function", "function")
        }
    };
    let overload = overloads.iter().find(|it| it.is_action == rust.is_action);
    let Some(overload) = overload else {
        let (rust_kind, _) = word(rust.is_action);
        let (metadata_kind, method) = word(!rust.is_action);
        report.compare(Aspect::Kind, rust_kind, metadata_kind, || {
            format!("write `Operation::{method}(...)`")
        });
        return;
    };
    let stated = |operation| Cow::Owned(binding(operation).unwrap_or_else(|| "none".to_owned()));
    let advice = match binding(overload) {
        Some(ty) => format!("write `.bound_to::<T>(...)` with the type of `{ty}`"),
        None => "write `.parameter::<T>(...)` in describe of `.bound_to::<T>(...)`".to_owned(),
    };
    report.push(
        Aspect::BindingParameter,
        Some(stated(rust)),
        Some(stated(overload)),
        advice,
    );
}

fn compare_operation(
    operation: &Operation,
    metadata: &csdl::Operation,
    service: &Metadata,
    report: &mut Report<'_>,
) {
    let rust = &operation.own;
    let is_composable = metadata.is_composable;
    report.compare_flag(
        Aspect::Composable,
        rust.is_composable,
        is_composable,
        || {
            let verb = if is_composable { "write" } else { "remove" };
            format!("{verb} `.composable()`")
        },
    );
    if let Some(path) = &rust.entity_set_path {
        let metadata_path = metadata.entity_set_path.as_deref();
        report.compare_stated(Aspect::EntitySet, path, metadata_path, |path| match path {
            Some(path) => format!("write `.entity_set_path({path:?})`"),
            None => "remove `.entity_set_path(...)`".to_owned(),
        });
    }
    for parameter in rust.passed_parameters() {
        let mut declared = metadata.passed_parameters().iter();
        let mut report = report.member(&parameter.name);
        match declared.find(|it| it.name == parameter.name) {
            Some(declared) => {
                compare_value(&parameter.ty, &declared.ty, service, &mut report, &|ty| {
                    format!("the type `{ty}` for the parameter")
                });
            }
            None => report.only_in_model("remove the parameter"),
        }
    }
    for parameter in metadata.passed_parameters() {
        let mut known = rust.passed_parameters().iter();
        if !known.any(|it| it.name == parameter.name) {
            let ty = advice::value(&parameter.ty, service);
            let advice = format!("add `.parameter::<{ty}>({:?})`", parameter.name);
            report.member(&parameter.name).only_in_metadata(advice);
        }
    }
    let mut report = report.member("$ReturnType");
    match (&rust.returns, &metadata.returns) {
        (Some(rust), Some(metadata)) => {
            compare_value(rust, metadata, service, &mut report, &|ty| {
                format!("`.returns::<{ty}>()`")
            });
        }
        (Some(_), None) => report.only_in_model("remove `.returns::<T>()`"),
        (None, Some(metadata)) => {
            let ty = advice::value(metadata, service);
            report.only_in_metadata(format!("add `.returns::<{ty}>()`"));
        }
        (None, None) => {}
    }
}

/// Compares the type of a parameter or a result.
fn compare_value(
    rust: &TypeReference,
    metadata: &TypeReference,
    service: &Metadata,
    report: &mut Report<'_>,
    describe: &dyn Fn(&str) -> String,
) {
    let advice = || format!("write {}", describe(&advice::value(metadata, service)));
    let underlying = TypeReference {
        name: service.underlying(&metadata.name).to_owned(),
        is_collection: metadata.is_collection,
        ..TypeReference::default()
    };
    let is_same = rust.is_collection == metadata.is_collection
        && ([&metadata.name, &underlying.name].contains(&&rust.name)
            || ANY.contains(&rust.name.as_str()));
    if rust.name == "Edm.Untyped" && !rust.is_collection {
        return;
    }
    if !is_same {
        report.compare(
            Aspect::Type,
            &rust.to_string(),
            &underlying.to_string(),
            advice,
        );
        return;
    }
    // As for properties: no default for the items of a collection, and entities in a collection are never null.
    let is_entity = service
        .structured(&metadata.name)
        .is_some_and(|it| it.is_entity);
    let stated = match metadata.is_collection {
        true if is_entity => None,
        true => metadata.nullable,
        false => Some(metadata.is_nullable()),
    };
    if let (Some(is_nullable), Some(stated)) = (rust.nullable, stated) {
        report.compare_flag(Aspect::Nullable, is_nullable, stated, advice);
    }
}
