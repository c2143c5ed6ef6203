//! Options that have no effect: patterns and names that match nothing.

use super::Selection;
use crate::{
    diagnostic::{Diagnostics, Severity},
    model::Model,
    options::{Config, Pattern},
};

/// The type that is replaced by default, whether or not the service has it.
const DEFAULT: &str = "microsoft.graph.Json";

pub(crate) fn report(
    model: &Model,
    config: &Config,
    selection: &Selection,
    diagnostics: &mut Diagnostics,
) {
    let mut unused = |option: &str, text: &str| {
        let advice = advice(model, text);
        let message = format!("`{text}`{option} matches nothing{advice}");
        diagnostics.push_general(Severity::Warning, "selection", message);
    };
    for pattern in &selection.unmatched {
        unused("", pattern);
    }
    let all = || {
        let types = model.unique_types().map(|(_, entry)| &entry.qualified);
        let operations = model.operations.iter().map(|entry| &entry.qualified);
        types.chain(operations)
    };
    let is_unused = |pattern: &&Pattern| !all().any(|name| pattern.matches(name));
    for pattern in config.choice.exclude.iter().filter(is_unused) {
        unused(" of `exclude`", &pattern.text());
    }
    for pattern in config.choice.hierarchies.iter().filter(is_unused) {
        unused(" of `hierarchy`", &pattern.text());
    }
    for pattern in config.accessors.iter().filter(is_unused) {
        unused(" of `accessors`", &pattern.text());
    }
    for (pattern, _) in config.derives.iter().filter(|(it, _)| is_unused(&it)) {
        unused(" of `derive`", &pattern.text());
    }
    for (pattern, _) in config.attributes.iter().filter(|(it, _)| is_unused(&it)) {
        unused(" of `attribute`", &pattern.text());
    }
    for (name, _) in &config.choice.overrides {
        if name != DEFAULT && !is_member(model, name) {
            unused(" of `override`", name);
        }
    }
}

/// Returns the name or pattern to write instead of one with an alias, or in another letter case.
fn advice(model: &Model, text: &str) -> String {
    let matches_any = |pattern: &Pattern| {
        let mut types = model.unique_types();
        types.any(|(_, entry)| pattern.matches(&entry.qualified))
    };
    for schema in model.schemas() {
        let alias = schema.alias.as_deref().unwrap_or_default();
        let rest = text.strip_prefix(alias).filter(|it| it.starts_with('.'));
        let full = rest.map(|rest| format!("{}{rest}", schema.namespace));
        if let Some(full) = full.filter(|it| matches_any(&Pattern::new(it))) {
            return format!(": `{alias}` is an alias, write `{full}`");
        }
    }
    let letters = |name: &str| name.replace('_', "").to_lowercase();
    let wanted = letters(text.rsplit('.').next().unwrap_or(text));
    let similar = model
        .unique_types()
        .find(|(_, entry)| letters(&entry.ty.name) == wanted);
    similar.map_or_else(String::new, |(_, entry)| {
        format!(": did you mean `{}`?", entry.qualified)
    })
}

/// Returns whether a name is that of a type, or of a property or parameter that a type or an action itself declares.
fn is_member(model: &Model, name: &str) -> bool {
    let Some((owner, member)) = name.split_once('/') else {
        // A type that no file defines can be replaced.
        return model.find(name).is_some() || is_used(model, name);
    };
    let own = model.find(owner).and_then(|id| model.structured(id));
    let properties = own.map(|own| own.properties.as_slice());
    let operations = model.operations.iter().filter(|it| it.qualified == owner);
    let parameters = operations.map(|it| it.operation.parameters.as_slice());
    let mut members = properties.into_iter().chain(parameters).flatten();
    members.any(|it| it.name == member)
}

fn is_used(model: &Model, name: &str) -> bool {
    let types = model.types.iter().enumerate();
    let mut properties = types
        .filter_map(|(id, _)| model.structured(id))
        .flat_map(|own| &own.properties);
    properties.any(|property| property.ty.name == name)
}
