//! The rules of CSDL that a model has to meet. A file has one family of rules, and a function of its own for each.
//!
//! Real services break some of them and work nevertheless, so a violation is a warning, and an error only under `--strict-model`.

mod container;
mod enumeration;
mod facets;
mod identifiers;
mod inheritance;
mod keys;
mod navigation;
mod operations;
mod report;
mod types;
pub(crate) mod unknown_types;

use std::collections::BTreeSet;

use report::Report;

use crate::{
    diagnostic::{Diagnostics, Severity},
    model::{Entry, Model, TypeId},
};

/// Checks the types of `only`, or the whole model. Rules about parts other than types are checked for the whole model only.
pub(crate) fn check(
    model: &Model,
    only: Option<&BTreeSet<TypeId>>,
    severity: Severity,
    diagnostics: &mut Diagnostics,
) {
    let types: Vec<(TypeId, &Entry)> = model
        .unique_types()
        .filter(|(id, _)| only.is_none_or(|only| only.contains(id)))
        .collect();
    let mut report = Report {
        model,
        severity,
        diagnostics,
    };
    identifiers::check_types(&types, &mut report);
    identifiers::report_duplicates(&types, &mut report);
    inheritance::check(&types, &mut report);
    keys::check(&types, &mut report);
    enumeration::check(&types, &mut report);
    facets::check(&types, &mut report);
    navigation::check(&types, &mut report);
    types::check(&types, &mut report);
    if only.is_none() {
        identifiers::check_schemas(&types, &mut report);
        container::check(&mut report);
        operations::check(&mut report);
    }
}
