//! Types that a document names and does not define: an error, or a stub if the model requests one.

use std::collections::{BTreeMap, BTreeSet};

use odata_csdl::{self as csdl, Schema, StructuredType, TypeKind};

use crate::csdl::model::{Model, find_type, namespace};

/// A use of a type: the model element that uses it, and whether the type must be an entity type.
struct Use<'a> {
    user: String,
    ty: &'a str,
    is_entity: bool,
}

/// Returns every use of a type in the schemas.
fn uses(schemas: &[Schema]) -> Vec<Use<'_>> {
    let mut uses = Vec::new();
    for schema in schemas {
        let namespace = &schema.namespace;
        for ty in &schema.types {
            let TypeKind::Structured(own) = &ty.kind else {
                continue;
            };
            if let Some(base) = &own.base {
                uses.push(Use {
                    user: format!("{namespace}.{}", ty.name),
                    ty: base,
                    is_entity: own.is_entity,
                });
            }
            uses.extend(own.properties.iter().map(|it| Use {
                user: format!("{namespace}.{}/{}", ty.name, it.name),
                ty: &it.ty.name,
                is_entity: it.navigation.is_some(),
            }));
        }
        for operation in &schema.operations {
            let returns = operation.returns.iter();
            let types = operation.parameters.iter().map(|it| &it.ty).chain(returns);
            uses.extend(types.map(|ty| Use {
                user: format!("{namespace}.{}", operation.name),
                ty: &ty.name,
                is_entity: false,
            }));
        }
        for child in schema.containers.iter().flat_map(|it| &it.children) {
            if let Some(ty) = child.entity_type() {
                uses.push(Use {
                    user: child.name.clone(),
                    ty: &ty.name,
                    is_entity: true,
                });
            }
        }
    }
    uses
}

fn is_defined(model: &Model, schemas: &[Schema], name: &str) -> bool {
    let own = namespace(name);
    own == "Edm"
        || model.references.values().any(|all| all.contains_key(own))
        || find_type(schemas, name).is_some()
}

pub(super) fn report(model: &Model, schemas: &[Schema], problems: &mut Vec<String>) {
    let mut reported = BTreeSet::new();
    for Use { user, ty, .. } in uses(schemas) {
        if !is_defined(model, schemas, ty) && reported.insert(ty.to_owned()) {
            problems.push(format!(
                "the type `{ty}` of `{user}` is not defined: add it with `Model::with` or `Model::with_definition`, declare its document with `Model::with_reference`, or call `Model::with_stubs`"
            ));
        }
    }
}

/// Adds a type for each name that is not defined.
pub(super) fn add_stubs(model: &Model, schemas: &mut Vec<Schema>) {
    let mut missing: BTreeMap<String, bool> = BTreeMap::new();
    for Use { ty, is_entity, .. } in uses(schemas) {
        if !is_defined(model, schemas, ty) {
            *missing.entry(ty.to_owned()).or_default() |= is_entity;
        }
    }
    // The values of an untyped field may be objects.
    let is_structured = |name: &str| {
        let mut properties = model.structured().flat_map(|it| it.own_properties());
        properties.any(|it| {
            it.type_name() == name
                && (it.is_structured() || it.declared.underlying == "Edm.Untyped")
        })
    };
    for (name, is_entity) in missing {
        let (namespace, unqualified) = name.rsplit_once('.').unwrap_or(("", &name));
        let kind = if is_entity || is_structured(&name) {
            TypeKind::Structured(StructuredType {
                is_entity,
                // An entity type without a key is abstract (CSDL 4.0 §8.2, 4.01 §6.5).
                is_abstract: is_entity,
                is_open: true,
                ..StructuredType::default()
            })
        } else {
            TypeKind::Definition(csdl::TypeDefinition {
                underlying: "Edm.String".to_owned(),
                ..csdl::TypeDefinition::default()
            })
        };
        let stub = csdl::Type {
            name: unqualified.to_owned(),
            kind,
            ..csdl::Type::default()
        };
        match schemas.iter_mut().find(|it| it.namespace == namespace) {
            Some(schema) => schema.types.push(stub),
            None => schemas.push(Schema {
                namespace: namespace.to_owned(),
                types: vec![stub],
                ..Schema::default()
            }),
        }
    }
}
