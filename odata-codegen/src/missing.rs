//! Types that are used and that none of the files defines: each is reported once, with who uses it.

use std::collections::{BTreeMap, BTreeSet};

use crate::csdl::{ContainerChildKind, TypeUse};
use crate::diagnostic::{Diagnostics, Severity};
use crate::model::{Model, Target, TypeId};
use crate::source::Location;

/// How many users of a missing type a message names.
const NAMED: usize = 3;

/// Looks through the types of `only`, or through the whole model.
pub(crate) fn report(
    model: &Model,
    only: Option<&BTreeSet<TypeId>>,
    severity: Severity,
    diagnostics: &mut Diagnostics,
) {
    for (name, users) in missing(model, only) {
        let Some((_, at)) = users.first() else {
            continue;
        };
        let named: Vec<String> = users
            .iter()
            .take(NAMED)
            .map(|(user, _)| format!("`{user}`"))
            .collect();
        let more = users
            .len()
            .checked_sub(NAMED)
            .filter(|&more| more > 0)
            .map(|more| format!(" and {more} more"))
            .unwrap_or_default();
        let reference = referenced(model, &name)
            .map(|uri| format!(" (its namespace comes from {uri})"))
            .unwrap_or_default();
        let message = format!(
            "none of the files defines `{name}`{reference}, used by {}{more}: read as a dynamic value",
            named.join(", ")
        );
        diagnostics.push(&model.sources, severity, "type-unknown", *at, message);
    }
}

/// The document that the files say the namespace of a name is in.
fn referenced<'m>(model: &'m Model, name: &str) -> Option<&'m str> {
    let (namespace, _) = name.rsplit_once('.')?;
    let references = model
        .documents
        .iter()
        .flat_map(|document| &document.references);
    references
        .filter(|reference| {
            reference
                .includes
                .iter()
                .any(|include| include.namespace == namespace)
        })
        .map(|reference| reference.uri.as_str())
        .next()
}

/// Each missing type with its users, in the order of the files.
fn missing(
    model: &Model,
    only: Option<&BTreeSet<TypeId>>,
) -> BTreeMap<String, Vec<(String, Location)>> {
    let mut found: BTreeMap<String, Vec<(String, Location)>> = BTreeMap::new();
    let mut used = |user: String, name: &str, at: Location| {
        if model.target(name) == Target::Missing {
            found.entry(name.to_owned()).or_default().push((user, at));
        }
    };
    let chosen = |id: &TypeId| only.is_none_or(|only| only.contains(id));
    for (id, entry) in model
        .types
        .iter()
        .enumerate()
        .filter(|(id, entry)| !entry.duplicate && chosen(id))
    {
        let Some(own) = model.structured(id) else {
            continue;
        };
        if let Some(base) = &own.base {
            used(entry.qualified.clone(), base, entry.ty.at);
        }
        for property in &own.properties {
            used(
                format!("{}/{}", entry.qualified, property.name),
                &property.ty.name,
                property.ty.at,
            );
        }
    }
    for schema in model
        .documents
        .iter()
        .flat_map(|document| &document.schemas)
        .filter(|_| only.is_none())
    {
        for operation in &schema.operations {
            let uses = operation
                .parameters
                .iter()
                .map(|parameter| &parameter.ty)
                .chain(&operation.returns);
            uses.for_each(|ty: &TypeUse| {
                used(
                    format!("{}.{}", schema.namespace, operation.name),
                    &ty.name,
                    ty.at,
                )
            });
        }
        for child in schema
            .containers
            .iter()
            .flat_map(|container| &container.children)
        {
            if let ContainerChildKind::Set(ty) | ContainerChildKind::Singleton(ty) = &child.kind {
                used(child.name.clone(), &ty.name, ty.at);
            }
        }
    }
    found
}
