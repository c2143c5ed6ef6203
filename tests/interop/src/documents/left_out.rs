//! Parts of real metadata that the standard does not allow. Tools reject a document that has them, and so does the library.

use std::collections::BTreeSet;

use odata_core::{
    csdl::odata_csdl::{
        ContainerChild, ContainerChildKind, Schema, Term, TypeKind, is_simple_identifier,
    },
    model::{Property, StructuredType},
};

/// Removes these parts, and what refers to them. Returns a line for each. `types` are the types of the model, which have no such parts.
pub(super) fn leave_out(schemas: &mut [Schema], types: &[&'static StructuredType]) -> Vec<String> {
    let mut lines = Vec::new();
    for schema in schemas.iter_mut() {
        enumerations(schema, &mut lines);
        operations(schema, types, &mut lines);
        targets(schema, &mut lines);
    }
    sets(schemas, types, &mut lines);
    lines
}

/// An enumeration has members (CSDL 4.01 §10.3).
fn enumerations(schema: &mut Schema, lines: &mut Vec<String>) {
    schema.types.retain(|ty| {
        let is_empty = matches!(&ty.kind, TypeKind::Enumeration(own) if own.members.is_empty());
        if is_empty {
            lines.push(format!(
                "`{}.{}`: an enumeration without members",
                schema.namespace, ty.name
            ));
        }
        !is_empty
    });
}

/// A name is that of one part of a schema: operations that have the name of a type, and actions that have the name of a function, are left
/// out (CSDL 4.01 §5, §12).
fn operations(schema: &mut Schema, types: &[&'static StructuredType], lines: &mut Vec<String>) {
    let namespace = &schema.namespace;
    let functions = schema.operations.iter().filter(|it| !it.is_action);
    let functions: BTreeSet<String> = functions.map(|it| it.name.clone()).collect();
    schema.operations.retain(|operation| {
        let name = format!("{namespace}.{}", operation.name);
        let is_type = types.iter().any(|it| it.name() == name)
            || schema.types.iter().any(|it| it.name == operation.name);
        let (kind, other) = match operation.is_action {
            _ if is_type => ("an operation", "a type"),
            true if functions.contains(&operation.name) => ("an action", "a function"),
            _ => return true,
        };
        lines.push(format!("`{name}`: {kind} with the name of {other}"));
        false
    });
}

/// A term applies to kinds of model elements (CSDL 4.01 §14.1.2).
fn targets(schema: &mut Schema, lines: &mut Vec<String>) {
    for term in &mut schema.terms {
        term.applies_to.retain(|target| {
            let is_kind = Term::TARGETS.contains(&target.as_str());
            if !is_kind {
                lines.push(format!(
                    "`{target}` of the term `{}.{}`: not a kind of model element",
                    schema.namespace, term.name
                ));
            }
            is_kind
        });
    }
}

/// An entity set has a simple name and entities with a key (CSDL 4.01 §6.5, §13): the generator does not mark every key. An import has an
/// operation, and a binding a target.
fn sets(schemas: &mut [Schema], types: &[&'static StructuredType], lines: &mut Vec<String>) {
    let operations: BTreeSet<String> = schemas
        .iter()
        .flat_map(|schema| {
            let operations = schema.operations.iter();
            operations.map(|it| format!("{}.{}", schema.namespace, it.name))
        })
        .collect();
    let has_no_key = |name: &str| {
        let found = types.iter().find(|it| it.name() == name);
        found.is_some_and(|it| !it.properties().any(Property::is_key))
    };
    let reason = |child: &ContainerChild| match &child.kind {
        _ if !is_simple_identifier(&child.name) => Some("its name is not a simple identifier"),
        ContainerChildKind::EntitySet(ty) if has_no_key(&ty.name) => {
            Some("its entities have no key")
        }
        ContainerChildKind::Import(import) if !operations.contains(&import.operation) => {
            Some("its operation is not defined")
        }
        _ => None,
    };
    for container in schemas.iter_mut().flat_map(|it| &mut it.containers) {
        container.children.retain(|child| {
            let reason = reason(child);
            lines.extend(reason.map(|reason| format!("`{}`: {reason}", child.name)));
            reason.is_none()
        });
        let children = container.children.iter();
        let names: BTreeSet<String> = children.map(|it| it.name.clone()).collect();
        for child in &mut container.children {
            // Examples of the standard bind to sets that do not exist.
            let is_known = |target: &String| target.contains('/') || names.contains(target);
            child.bindings.retain(|it| is_known(&it.target));
        }
    }
}
