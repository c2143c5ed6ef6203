//! What the metadata has and this generator makes nothing of: said once, so that nobody looks for it.

use std::collections::BTreeMap;

use crate::config::Config;
use crate::diagnostic::{Diagnostics, Severity};
use crate::edm::Edm;
use crate::model::Model;
use crate::select::Selection;

const VALIDATION: [&str; 2] = ["Org.OData.Validation.V1.", "Validation."];

pub(crate) fn report(
    model: &Model,
    config: &Config,
    selection: &Selection,
    diagnostics: &mut Diagnostics,
) {
    parts(model, config, diagnostics);
    rules(model, selection, diagnostics);
}

/// Parts of a schema that are no types.
fn parts(model: &Model, config: &Config, diagnostics: &mut Diagnostics) {
    let schemas = || {
        model
            .documents
            .iter()
            .flat_map(|document| &document.schemas)
    };
    let operations = |action: bool| {
        schemas()
            .flat_map(|schema| &schema.operations)
            .filter(|operation| operation.action == action)
            .count()
    };
    let counts = [
        (operations(false), "functions"),
        (
            if config.choice.actions {
                0
            } else {
                operations(true)
            },
            "actions",
        ),
        (schemas().map(|schema| schema.terms.len()).sum(), "terms"),
        (
            schemas().map(|schema| schema.containers.len()).sum(),
            "entity containers",
        ),
    ];
    let parts: Vec<String> = counts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    if !parts.is_empty() {
        diagnostics.general(
            Severity::Note,
            "unsupported",
            format!("no Rust is made of {}", parts.join(", ")),
        );
    }
}

/// Facets and annotations that limit values and that no validation rule is made of.
fn rules(model: &Model, selection: &Selection, diagnostics: &mut Diagnostics) {
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    let properties = selection
        .types
        .iter()
        .filter_map(|&id| model.structured(id))
        .flat_map(|own| &own.properties);
    for property in properties {
        let temporal = matches!(
            Edm::parse(&property.ty.name),
            Some(Edm::DateTimeOffset | Edm::Duration | Edm::TimeOfDay)
        );
        if temporal && property.facets.precision.is_some() {
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
            .map(|(what, count)| format!("{what} ({count} properties)"))
            .collect();
        diagnostics.general(
            Severity::Note,
            "unsupported",
            format!("no validation rule is made of {}", parts.join(", ")),
        );
    }
}
