//! Notes about the parts of the metadata for which nothing is generated.

use std::collections::BTreeMap;

use super::Selection;
use crate::{
    diagnostic::{Diagnostics, Severity},
    model::{Edm, Model},
    options::Choice,
};

const VALIDATION: [&str; 2] = ["Org.OData.Validation.V1.", "Validation."];

pub(crate) fn report(
    model: &Model,
    choice: &Choice,
    selection: &Selection,
    diagnostics: &mut Diagnostics,
) {
    left_out(model, selection, diagnostics);
    parts(model, choice, diagnostics);
    rules(model, selection, diagnostics);
}

/// Types and actions with names that neither the derives nor other OData clients accept.
fn left_out(model: &Model, selection: &Selection, diagnostics: &mut Diagnostics) {
    let mut report = |rule, location, name: &str, instead| {
        let message = format!(
            "`{name}` is left out, because a part of its name is reserved or not a simple identifier (a letter or `_`, then letters, digits and `_`){instead}"
        );
        diagnostics.push(&model.sources, Severity::Warning, rule, location, message);
    };
    for entry in selection.left_out.iter().filter_map(|&id| model.entry(id)) {
        let instead = ": its values are dynamic";
        report(
            "type-left-out",
            entry.ty.location,
            &entry.qualified,
            instead,
        );
    }
    let actions = selection.actions_left_out.iter();
    for entry in actions.filter_map(|&id| model.operations.get(id)) {
        let location = entry.operation.location;
        report("action-left-out", location, &entry.qualified, "");
    }
}

/// Parts of a schema other than types.
fn parts(model: &Model, choice: &Choice, diagnostics: &mut Diagnostics) {
    let schemas = || model.schemas();
    let operations = |is_action| {
        let operations = model.operations.iter();
        operations
            .filter(|entry| entry.operation.is_action == is_action)
            .count()
    };
    let counts = [
        (operations(false), "function"),
        (if choice.actions { 0 } else { operations(true) }, "action"),
        (schemas().map(|schema| schema.terms.len()).sum(), "term"),
    ];
    let parts: Vec<String> = counts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| counted(*count, what))
        .collect();
    if !parts.is_empty() {
        diagnostics.general(
            Severity::Note,
            "unsupported",
            format!("nothing is generated for {}", parts.join(", ")),
        );
    }
}

fn counted(count: usize, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {what}{plural}")
}

/// Facets and annotations that limit values but do not become validation rules.
fn rules(model: &Model, selection: &Selection, diagnostics: &mut Diagnostics) {
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    let properties = selection
        .types
        .iter()
        .filter_map(|&id| model.structured(id))
        .flat_map(|own| &own.properties);
    for property in properties {
        let has_seconds = Edm::parse(&property.ty.name).is_some_and(Edm::has_seconds);
        if has_seconds && property.ty.facets.precision.is_some() {
            *found.entry("Precision of a time".to_owned()).or_default() += 1;
        }
        for annotation in &property.annotations {
            let term = VALIDATION
                .iter()
                .find_map(|namespace| annotation.term.strip_prefix(namespace));
            if let Some(term) = term.filter(|term| !matches!(*term, "Minimum" | "Maximum")) {
                *found.entry(format!("Validation.{term}")).or_default() += 1;
            }
        }
    }
    if !found.is_empty() {
        let parts: Vec<String> = found
            .iter()
            .map(|(what, count)| match count {
                1 => format!("{what} (1 property)"),
                _ => format!("{what} ({count} properties)"),
            })
            .collect();
        diagnostics.general(
            Severity::Note,
            "unsupported",
            format!("no validation rule is generated for {}", parts.join(", ")),
        );
    }
}
