//! Names: their form (CSDL XML 4.01 §15.2, §15.3), and that they are unique (§5, §7, §10.3, §12, §13).

use std::collections::{HashMap, HashSet};

use odata_csdl::{Location, MAX_IDENTIFIER, Schema, TypeKind, is_simple_identifier};

use super::report::Report;
use crate::model::{Entry, RESERVED, TypeId};

/// The maximum number of characters of a namespace.
const MAX_NAMESPACE: usize = 511;

/// Checks the names of types and of their members.
pub(super) fn check_types(types: &[(TypeId, &Entry)], report: &mut Report<'_>) {
    for (_, entry) in types {
        check_identifier(&entry.ty.name, entry.ty.location, report);
        match &entry.ty.kind {
            TypeKind::Structured(own) => {
                let properties = own.properties.iter();
                let names = properties.map(|property| (&property.name, property.location));
                check_members(names, &entry.qualified, report);
            }
            TypeKind::Enumeration(own) => {
                let names = own.members.iter();
                let names = names.map(|member| (&member.name, member.location));
                check_members(names, &entry.qualified, report);
            }
            TypeKind::Definition(_) => {}
        }
    }
}

/// Checks all other names of the schemas.
pub(super) fn check_schemas(types: &[(TypeId, &Entry)], report: &mut Report<'_>) {
    let model = report.model;
    for schema in model.schemas() {
        check_namespace(schema, report);
        check_schema_children(schema, report);
    }
    for entry in &model.operations {
        let own = &entry.operation;
        check_identifier(&own.name, own.location, report);
        let names = own.parameters.iter();
        let names = names.map(|parameter| (&parameter.name, parameter.location));
        check_members(names, &entry.qualified, report);
    }
    check_names_across_kinds(types, report);
}

/// Reports the second definition of a type or of an alias, which the generated code does not have.
pub(super) fn report_duplicates(types: &[(TypeId, &Entry)], report: &mut Report<'_>) {
    let checked: HashSet<&str> = types
        .iter()
        .map(|(_, entry)| entry.qualified.as_str())
        .collect();
    let duplicates = report.model.types.iter().filter(|entry| entry.is_duplicate);
    let duplicates = duplicates.filter(|entry| checked.contains(entry.qualified.as_str()));
    for entry in duplicates {
        let message = format!(
            "`{}` is defined twice: the first definition is used",
            entry.qualified
        );
        report.violation("name-unique", entry.ty.location, message);
    }
    check_aliases(report);
}

fn check_identifier(name: &str, location: Location, report: &mut Report<'_>) {
    if is_simple_identifier(name) {
        return;
    }
    let message = if name.chars().count() > MAX_IDENTIFIER {
        format!("`{name}` has more than {MAX_IDENTIFIER} characters: use a shorter name")
    } else {
        format!(
            "`{name}` is not a simple identifier (a letter or `_`, then letters, digits and `_`): rename it"
        )
    };
    report.violation("identifier", location, message);
}

fn check_namespace(schema: &Schema, report: &mut Report<'_>) {
    for part in schema.namespace.split('.') {
        check_identifier(part, schema.location, report);
    }
    if schema.namespace.chars().count() > MAX_NAMESPACE {
        let message = format!("the namespace has more than {MAX_NAMESPACE} characters");
        report.violation("namespace", schema.location, message);
    }
    if RESERVED.contains(&schema.namespace.as_str()) {
        let message = format!("the namespace `{}` is reserved", schema.namespace);
        report.violation("namespace", schema.location, message);
    }
}

/// Checks that each alias is a simple identifier and unique in its document (§4.2).
fn check_aliases(report: &mut Report<'_>) {
    for document in &report.model.documents {
        let mut namespaces: HashMap<&str, &str> = HashMap::new();
        let references = document.references.iter();
        let included = references
            .flat_map(|reference| &reference.includes)
            .map(|include| (&include.alias, &include.namespace, include.location));
        let schemas = document.schemas.iter();
        let own = schemas.map(|schema| (&schema.alias, &schema.namespace, schema.location));
        for (alias, namespace, location) in included.chain(own) {
            let Some(alias) = alias else { continue };
            check_identifier(alias, location, report);
            if RESERVED.contains(&alias.as_str()) {
                report.violation(
                    "alias",
                    location,
                    format!("the alias `{alias}` is reserved"),
                );
            }
            if let Some(other) = namespaces.insert(alias, namespace)
                && other != namespace
            {
                let message = format!(
                    "the alias `{alias}` is declared for `{other}` and `{namespace}`: a name with it is that of the first schema that defines it"
                );
                report.violation("alias", location, message);
            }
        }
    }
}

/// Checks that the members of a type, an operation or a container have unique names (§7, §10.3).
fn check_members<'a>(
    names: impl Iterator<Item = (&'a String, Location)>,
    owner: &str,
    report: &mut Report<'_>,
) {
    let mut seen = HashMap::new();
    for (name, location) in names {
        check_identifier(name, location, report);
        if seen.insert(name, location).is_some() {
            let message =
                format!("`{owner}` has two members named `{name}`: the first one is used");
            report.violation("name-unique", location, message);
        }
    }
}

fn check_schema_children(schema: &Schema, report: &mut Report<'_>) {
    let qualified = |name: &str| format!("{}.{name}", schema.namespace);
    for container in &schema.containers {
        check_identifier(&container.name, container.location, report);
        let names = container.children.iter();
        let names = names.map(|child| (&child.name, child.location));
        check_members(names, &qualified(&container.name), report);
    }
    for term in &schema.terms {
        check_identifier(&term.name, term.location, report);
    }
}

/// Checks that types, terms, containers, actions and functions of a schema have different names. Only overloads of an operation may repeat
/// a name (§5).
fn check_names_across_kinds(types: &[(TypeId, &Entry)], report: &mut Report<'_>) {
    let model = report.model;
    let types = types.iter();
    let mut seen: HashMap<String, &str> = types
        .map(|(_, entry)| (entry.qualified.clone(), "type"))
        .collect();
    let schemas = model.schemas().flat_map(|schema| {
        let qualified = |name: &str| format!("{}.{name}", schema.namespace);
        let terms = schema.terms.iter();
        let terms = terms.map(move |own| (qualified(&own.name), own.location, "term"));
        let containers = schema.containers.iter();
        terms.chain(
            containers.map(move |own| (qualified(&own.name), own.location, "entity container")),
        )
    });
    let operations = model.operations.iter().map(|entry| {
        let kind = if entry.operation.is_action {
            "action"
        } else {
            "function"
        };
        (entry.qualified.clone(), entry.operation.location, kind)
    });
    for (qualified, location, kind) in schemas.chain(operations) {
        let has_overloads = matches!(kind, "action" | "function");
        let other = seen.get(&qualified).copied();
        if let Some(other) = other.filter(|other| *other != kind || !has_overloads) {
            let message = format!("`{qualified}` is the name of a {kind} and of a {other}");
            report.violation("name-unique", location, message);
        }
        seen.insert(qualified, kind);
    }
}
