//! Rules about the types of a document: their names, and the types that properties can have.

use odata_csdl::{Schema, StructuredType, TypeKind};

use crate::csdl::model::{Model, find_type};

/// The namespaces that no schema has (CSDL 4.01 §5.1).
const RESERVED: [&str; 4] = ["Edm", "odata", "System", "Transient"];

/// Adds the problems of names, and of structural and navigation properties.
pub(super) fn check(model: &Model, schemas: &[Schema], problems: &mut Vec<String>) {
    for name in &model.conflicts {
        problems.push(format!(
            "two types have the name `{name}`: give one of them another `name`"
        ));
    }
    for schema in schemas {
        let namespace = &schema.namespace;
        if RESERVED.contains(&namespace.as_str()) {
            problems.push(format!(
                "the namespace `{namespace}` is reserved: use another `namespace`"
            ));
        }
        for ty in &schema.types {
            if let TypeKind::Structured(own) = &ty.kind {
                let name = format!("{namespace}.{}", ty.name);
                // CSDL 4.01 §6.4.
                if own.has_stream && !own.is_entity {
                    problems.push(format!(
                        "`{name}` is a complex type, and only an entity is a stream: remove `Model::with_stream`, or add `#[odata(key)]` to the fields that identify an entity"
                    ));
                }
                check_properties(schemas, &name, own, problems);
            }
        }
    }
}

/// Structural properties do not have entity types, and navigation properties have no others (CSDL 4.01 §7.1, §8.1).
fn check_properties(
    schemas: &[Schema],
    owner: &str,
    own: &StructuredType,
    problems: &mut Vec<String>,
) {
    for property in &own.properties {
        let (name, type_name) = (&property.name, &property.ty.name);
        // A type of another document is not known here.
        let Some(is_entity) = is_entity(schemas, type_name) else {
            continue;
        };
        match (property.navigation.is_some(), is_entity) {
            (false, true) => problems.push(format!(
                "`{owner}/{name}` has the entity type `{type_name}`: add `#[odata(navigation)]` to its field, or use `Nav` or `NavCollection`"
            )),
            (true, false) => problems.push(format!(
                "the navigation property `{owner}/{name}` does not lead to entities, but to `{type_name}`: remove `navigation` or `Nav` from its field, or add `#[odata(key)]` to the fields that identify an entity"
            )),
            _ => {}
        }
    }
}

/// Returns whether the name is that of an entity type; `None` if it is not known.
fn is_entity(schemas: &[Schema], name: &str) -> Option<bool> {
    match name {
        "Edm.EntityType" => Some(true),
        // Values without a declared type, and related objects without one.
        "Edm.Untyped" | "Edm.ComplexType" => None,
        _ if name.starts_with("Edm.") => Some(false),
        _ => match &find_type(schemas, name)?.kind {
            TypeKind::Structured(own) => Some(own.is_entity),
            _ => Some(false),
        },
    }
}
