//! What CSDL demands of a model. A file holds one family of rules; each rule is a function with a name of its own.
//!
//! Real services break some of them and still work, so a violation is a warning, and an error only under `--strict-model`.

mod container;
mod enumeration;
mod facets;
mod identifiers;
mod inheritance;
mod keys;
mod navigation;
mod operations;
mod types;

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostics, Severity};
use crate::model::{Entry, Model, TypeId};
use crate::source::Location;

/// Checks all rules: those about types for the types of `only`, or for all, those about the rest of a schema only then.
pub(crate) fn check(
    model: &Model,
    only: Option<&BTreeSet<TypeId>>,
    severity: Severity,
    diagnostics: &mut Diagnostics,
) {
    let chosen =
        |id: usize, entry: &Entry| !entry.duplicate && only.is_none_or(|only| only.contains(&id));
    let types: Vec<(TypeId, &Entry)> = model
        .types
        .iter()
        .enumerate()
        .filter(|(id, entry)| chosen(*id, entry))
        .collect();
    let mut report = Report {
        model,
        severity,
        diagnostics,
    };
    identifiers::check_types(&types, &mut report);
    inheritance::check(model, &types, &mut report);
    keys::check(model, &types, &mut report);
    enumeration::check(model, &types, &mut report);
    facets::check(model, &types, &mut report);
    navigation::check(model, &types, &mut report);
    types::check(model, &types, &mut report);
    if only.is_none() {
        identifiers::check_schemas(model, &types, &mut report);
        container::check(model, &mut report);
        operations::check(model, &mut report);
    }
}

/// Where the rules say what they found.
pub(crate) struct Report<'a> {
    model: &'a Model,
    severity: Severity,
    diagnostics: &'a mut Diagnostics,
}

impl Report<'_> {
    fn broken(&mut self, rule: &'static str, at: Location, message: impl Into<String>) {
        self.diagnostics
            .push(&self.model.sources, self.severity, rule, at, message);
    }
}
