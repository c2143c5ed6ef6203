//! Names: their form (CSDL XML §15.2, §15.3) and that they are unique (§5, §7, §10.3, §12, §13).

use std::collections::HashMap;

use super::Report;
use crate::csdl::{Schema, TypeKind};
use crate::model::{Entry, Model, TypeId};
use crate::source::Location;

/// SimpleIdentifier: up to 128 characters.
const MAX_IDENTIFIER: usize = 128;
/// Namespace: up to 511 characters.
const MAX_NAMESPACE: usize = 511;
const RESERVED: [&str; 4] = ["Edm", "odata", "System", "Transient"];

/// The names of types and of what is in them.
pub(super) fn check_types(types: &[(TypeId, &Entry)], report: &mut Report<'_>) {
    for (_, entry) in types {
        identifier(&entry.ty.name, entry.ty.at, report);
        match &entry.ty.kind {
            TypeKind::Structured(own) => members(
                own.properties
                    .iter()
                    .map(|property| (property.name.as_str(), property.at)),
                &entry.qualified,
                report,
            ),
            TypeKind::Enumeration(own) => members(
                own.members
                    .iter()
                    .map(|member| (member.name.as_str(), member.at)),
                &entry.qualified,
                report,
            ),
            TypeKind::Definition(_) => {}
        }
    }
}

/// All other names of the schemas.
pub(super) fn check_schemas(model: &Model, types: &[(TypeId, &Entry)], report: &mut Report<'_>) {
    for schema in model
        .documents
        .iter()
        .flat_map(|document| &document.schemas)
    {
        namespace(schema, report);
        operations_and_containers(schema, report);
    }
    for entry in model.types.iter().filter(|entry| entry.duplicate) {
        report.broken(
            "name-unique",
            entry.ty.at,
            format!(
                "`{}` is defined twice; the first definition counts",
                entry.qualified
            ),
        );
    }
    aliases(model, report);
    across_kinds(model, types, report);
}

/// A letter or underscore first, then letters, digits, underscores and combining marks; at most 128 characters.
fn identifier(name: &str, at: Location, report: &mut Report<'_>) {
    let mut characters = name.chars();
    let starts = characters
        .next()
        .is_some_and(|first| first == '_' || unicode_ident::is_xid_start(first));
    if !starts || !characters.all(unicode_ident::is_xid_continue) {
        let message = format!(
            "`{name}` is no simple identifier: a letter or `_` first, then letters, digits and `_`; what has it is left out"
        );
        report.broken("identifier", at, message);
    } else if name.chars().count() > MAX_IDENTIFIER {
        report.broken(
            "identifier",
            at,
            format!("`{name}` is longer than {MAX_IDENTIFIER} characters; what has it is left out"),
        );
    }
}

fn namespace(schema: &Schema, report: &mut Report<'_>) {
    for part in schema.namespace.split('.') {
        identifier(part, schema.at, report);
    }
    if schema.namespace.chars().count() > MAX_NAMESPACE {
        report.broken(
            "namespace",
            schema.at,
            format!("the namespace is longer than {MAX_NAMESPACE} characters"),
        );
    }
    if RESERVED.contains(&schema.namespace.as_str()) {
        report.broken(
            "namespace",
            schema.at,
            format!("the namespace `{}` is reserved", schema.namespace),
        );
    }
}

/// An alias is a simple identifier of its own in its document (§4.2).
fn aliases(model: &Model, report: &mut Report<'_>) {
    for document in &model.documents {
        let mut meaning: HashMap<&str, &str> = HashMap::new();
        let included = document
            .references
            .iter()
            .flat_map(|reference| &reference.includes)
            .map(|include| (&include.alias, &include.namespace, include.at));
        let own = document
            .schemas
            .iter()
            .map(|schema| (&schema.alias, &schema.namespace, schema.at));
        for (alias, namespace, at) in included.chain(own) {
            let Some(alias) = alias else { continue };
            identifier(alias, at, report);
            if RESERVED.contains(&alias.as_str()) {
                report.broken("alias", at, format!("the alias `{alias}` is reserved"));
            }
            if let Some(other) = meaning.insert(alias, namespace)
                && other != namespace
            {
                report.broken(
                    "alias",
                    at,
                    format!("the alias `{alias}` stands for both `{other}` and `{namespace}`"),
                );
            }
        }
    }
}

/// Property names of a type, member names of an enumeration (§7, §10.3).
fn members<'a>(
    names: impl Iterator<Item = (&'a str, Location)>,
    owner: &str,
    report: &mut Report<'_>,
) {
    let mut seen = HashMap::new();
    for (name, at) in names {
        identifier(name, at, report);
        if seen.insert(name, at).is_some() {
            report.broken(
                "name-unique",
                at,
                format!("`{owner}` has two members named `{name}`; the first one counts"),
            );
        }
    }
}

fn operations_and_containers(schema: &Schema, report: &mut Report<'_>) {
    for operation in &schema.operations {
        identifier(&operation.name, operation.at, report);
        members(
            operation
                .parameters
                .iter()
                .map(|parameter| (parameter.name.as_str(), parameter.at)),
            &format!("{}.{}", schema.namespace, operation.name),
            report,
        );
    }
    for container in &schema.containers {
        identifier(&container.name, container.at, report);
        members(
            container
                .children
                .iter()
                .map(|child| (child.name.as_str(), child.at)),
            &format!("{}.{}", schema.namespace, container.name),
            report,
        );
    }
    for term in &schema.terms {
        identifier(&term.name, term.at, report);
    }
}

/// Types, terms, containers, actions and functions of a schema share one space of names; only overloads of one operation may repeat (§5).
fn across_kinds(model: &Model, types: &[(TypeId, &Entry)], report: &mut Report<'_>) {
    let mut seen: HashMap<String, &str> = types
        .iter()
        .map(|(_, entry)| (entry.qualified.clone(), "type"))
        .collect();
    for schema in model
        .documents
        .iter()
        .flat_map(|document| &document.schemas)
    {
        let terms = schema
            .terms
            .iter()
            .map(|term| (&term.name, term.at, "term"));
        let containers = schema
            .containers
            .iter()
            .map(|container| (&container.name, container.at, "entity container"));
        let operations = schema.operations.iter().map(|operation| {
            (
                &operation.name,
                operation.at,
                if operation.action {
                    "action"
                } else {
                    "function"
                },
            )
        });
        for (name, at, kind) in terms.chain(containers).chain(operations) {
            let qualified = format!("{}.{name}", schema.namespace);
            let overloads = matches!(kind, "action" | "function");
            if let Some(other) = seen
                .get(&qualified)
                .copied()
                .filter(|other| *other != kind || !overloads)
            {
                report.broken(
                    "name-unique",
                    at,
                    format!("`{qualified}` is the name of a {kind} and of a {other}"),
                );
            }
            seen.insert(qualified, kind);
        }
    }
}
