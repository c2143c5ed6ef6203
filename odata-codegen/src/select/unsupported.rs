//! Notes about the parts of the metadata for which nothing is generated.

use std::collections::{BTreeMap, HashSet};

use odata_csdl::{Annotation, ContainerChildKind, MAX_IDENTIFIER, Property, TypeKind};

use super::Selection;
use crate::{
    diagnostic::{Diagnostics, Severity},
    model::{
        Edm, Model,
        bounds::{Bound, NoBound},
        is_member_name,
    },
    options::Choice,
};

const VALIDATION: [&str; 2] = ["Org.OData.Validation.V1.", "Validation."];

pub(crate) fn report(
    model: &Model,
    choice: &Choice,
    selection: &Selection,
    diagnostics: &mut Diagnostics,
) {
    report_left_out(model, selection, diagnostics);
    report_parts(model, choice, diagnostics);
    report_rules(model, selection, diagnostics);
}

/// Reports types, actions and properties with names that neither the derives nor other OData clients accept.
fn report_left_out(model: &Model, selection: &Selection, diagnostics: &mut Diagnostics) {
    let mut report = |rule, location, message| {
        diagnostics.push(&model.sources, Severity::Warning, rule, location, message);
    };
    let named = |name: &str, instead| {
        let is_long = |part: &str| part.chars().count() > MAX_IDENTIFIER;
        if name.split('.').any(is_long) {
            return format!(
                "`{name}` is left out, because a part of its name has more than {MAX_IDENTIFIER} characters{instead}"
            );
        }
        format!(
            "`{name}` is left out, because a part of its name is reserved or not a simple identifier (a letter or `_`, then letters, digits and `_`){instead}"
        )
    };
    for entry in selection.left_out.iter().filter_map(|&id| model.entry(id)) {
        let message = named(&entry.qualified, ": its values are dynamic");
        report("type-left-out", entry.ty.location, message);
    }
    let mut properties = Vec::new();
    for entry in selection.types.iter().filter_map(|&id| model.entry(id)) {
        if let TypeKind::Structured(own) = &entry.ty.kind {
            properties.extend(own.properties.iter().map(|it| (&entry.qualified, it)));
        }
    }
    for entry in selection
        .actions
        .iter()
        .filter_map(|&id| model.operations.get(id))
    {
        let parameters = entry.operation.passed_parameters();
        properties.extend(parameters.iter().map(|it| (&entry.qualified, it)));
        let mut seen = HashSet::new();
        for second in parameters.iter().filter(|it| !seen.insert(&it.name)) {
            let message = format!(
                "`{}/{}` has no field, because another parameter has this name: the first one is used",
                entry.qualified, second.name
            );
            report("property-left-out", second.location, message);
        }
    }
    let left_out = properties
        .into_iter()
        .filter(|(_, it)| !is_member_name(&it.name));
    for (owner, property) in left_out {
        let message = format!(
            "`{owner}/{}` has no field, because OData JSON cannot have a property of this name",
            property.name
        );
        report("property-left-out", property.location, message);
    }
    let actions = selection.actions_left_out.iter();
    for entry in actions.filter_map(|&id| model.operations.get(id)) {
        let message = named(&entry.qualified, "");
        report("action-left-out", entry.operation.location, message);
    }
}

/// Reports the parts of a schema, other than types, for which nothing is generated.
fn report_parts(model: &Model, choice: &Choice, diagnostics: &mut Diagnostics) {
    let schemas = || model.schemas();
    let operations = |is_action| {
        let operations = model.operations.iter();
        operations
            .filter(|entry| entry.operation.is_action == is_action)
            .count()
    };
    let imports = |is_action| {
        let children = schemas().flat_map(Model::container_children);
        let is_counted = |kind: &ContainerChildKind| match kind {
            ContainerChildKind::Import(own) => own.is_action == is_action,
            _ => false,
        };
        children.filter(|child| is_counted(&child.kind)).count()
    };
    let counts = [
        (operations(false), "function"),
        (if choice.actions { 0 } else { operations(true) }, "action"),
        (imports(false), "function import"),
        (imports(true), "action import"),
        (schemas().map(|schema| schema.terms.len()).sum(), "term"),
    ];
    let parts: Vec<String> = counts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| match *what {
            "action" => counted(*count, what) + " (`--actions` generates their parameters)",
            _ => counted(*count, what),
        })
        .collect();
    if !parts.is_empty() {
        diagnostics.push_general(
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

/// Returns whether a term of the validation vocabulary becomes a rule, or has a finding of its own.
fn is_generated(model: &Model, property: &Property, term: &str, annotation: &Annotation) -> bool {
    match term {
        "Minimum" | "Maximum" => {
            let edm = model.primitive(&property.ty.name);
            let is_number = edm.is_some_and(|edm| Bound::parse(edm, "0") != Err(NoBound::Type));
            is_number && annotation.value.text().is_some()
        }
        // Without a hierarchy there are no values of derived types.
        "DerivedTypeConstraint" => {
            let target = model.find(&property.ty.name);
            target.is_some_and(|id| model.structured(id).is_some())
        }
        _ => false,
    }
}

/// Reports facets and annotations that limit values but do not become validation rules.
fn report_rules(model: &Model, selection: &Selection, diagnostics: &mut Diagnostics) {
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
            if let Some(term) = term.filter(|term| !is_generated(model, property, term, annotation))
            {
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
        diagnostics.push_general(
            Severity::Note,
            "unsupported",
            format!("no validation rule is generated for {}", parts.join(", ")),
        );
    }
}
