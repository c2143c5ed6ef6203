//! Checks of a document before it is written, so that tools accept it.

mod names;
mod schemas;
mod types;

use std::{collections::BTreeSet, fmt};

use odata_csdl::{
    self as csdl, ContainerChildKind, Schema, StructuredType, TypeKind, TypeReference,
};

use crate::{
    csdl::{
        details::Details,
        model::{Model, find_type, namespace},
        undefined_types,
    },
    model::key_parts,
    protocol::Version,
};

/// The problems because of which a [`Model`](super::Model) cannot be written as a valid document.
///
/// ```
/// use odata_core::csdl::Model;
///
/// let error = Model::new().to_json().unwrap_err();
/// assert_eq!(error.problems(), ["the model is empty: add a type with `Model::with`"]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidModel {
    pub(super) problems: Vec<String>,
}

impl InvalidModel {
    /// Returns the problems: what is wrong, then what to write.
    #[must_use]
    pub fn problems(&self) -> &[String] {
        &self.problems
    }
}

/// Writes each problem on a line.
impl fmt::Display for InvalidModel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.problems.join("\n"))
    }
}

impl std::error::Error for InvalidModel {}

/// Adds the stubs that the model requests to the schemas, and returns their problems.
pub(super) fn problems(model: &Model, version: Version, schemas: &mut Vec<Schema>) -> Vec<String> {
    let mut problems = Vec::new();
    let is_empty = |schema: &Schema| {
        schema.types.is_empty()
            && schema.operations.is_empty()
            && schema.terms.is_empty()
            && schema.containers.is_empty()
            && schema.annotations.is_empty()
            && schema.annotation_groups.is_empty()
    };
    if schemas.iter().all(is_empty) {
        problems.push("the model is empty: add a type with `Model::with`".to_owned());
    }
    for name in &model.without_container {
        problems.push(format!(
            "`{name}` has no container: call `Model::container` before adding it"
        ));
    }
    if model.has_stubs {
        undefined_types::add_stubs(model, schemas);
    } else {
        undefined_types::report(model, schemas, &mut problems);
    }
    types::check(model, schemas, &mut problems);
    schemas::check(schemas, &mut problems);
    names::check(schemas, &mut problems);
    check_details(model, schemas, &mut problems);
    check_containers(model, schemas, &mut problems);
    check_keys(version, schemas, &mut problems);
    let keys = model.structured().map(key_parts);
    problems.extend(keys.filter_map(|key| key.err().map(|error| error.to_string())));
    check_operations(schemas, &mut problems);
    for schema in schemas.iter_mut() {
        let entities =
            |name: &str| matches!(name, "Edm.EntityType") || model_has_entity(model, name);
        for operation in &mut schema.operations {
            let types = operation.parameters.iter_mut().map(|it| &mut it.ty);
            // Entities in a collection are never null, which XML must not state (CSDL XML 4.01 §12.8).
            for ty in types.chain(&mut operation.returns) {
                if ty.is_collection && entities(&ty.name) {
                    ty.nullable = None;
                }
            }
        }
    }
    problems
}

fn model_has_entity(model: &Model, name: &str) -> bool {
    let mut types = model.structured();
    types.any(|it| it.name() == name && it.kind() == crate::model::Kind::Entity)
}

/// Rejects details of a path that is not a property, and details of navigation on a structural property.
fn check_details(model: &Model, schemas: &[Schema], problems: &mut Vec<String>) {
    for (path, details) in &model.overrides {
        let (owner, name) = path.split_once('/').unwrap_or((path, ""));
        let found = structured(schemas, owner)
            .and_then(|it| it.properties.iter().find(|it| it.name == name));
        match found {
            None => problems.push(format!(
                "`{path}` of `Model::with_details` is not a property of the model: write the qualified name of the declaring type, `/` and the name of the property"
            )),
            Some(property) if property.navigation.is_none() && details.is_of_navigation() => {
                problems.push(format!(
                    "`{path}` is not a navigation property: add `#[odata(navigation)]` to its field, or remove the details of a navigation property"
                ));
            }
            Some(property) => facets(path, &property.ty.name, details, problems),
        }
    }
}

/// Rejects facets that the primitive type of the property does not have (CSDL 4.01 §7.2).
fn facets(path: &str, type_name: &str, details: &Details, problems: &mut Vec<String>) {
    // Another type may be a definition of one that has them.
    let Some(primitive) = type_name.strip_prefix("Edm.") else {
        return;
    };
    let is_time = matches!(primitive, "DateTimeOffset" | "Duration" | "TimeOfDay");
    let is_abstract = matches!(primitive, "PrimitiveType" | "Untyped");
    let checks = [
        (
            "max_length",
            details.facets.max_length.is_some(),
            matches!(primitive, "String" | "Binary" | "Stream"),
        ),
        (
            "precision",
            details.facets.precision.is_some(),
            primitive == "Decimal" || is_time,
        ),
        (
            "scale",
            details.facets.scale.is_some(),
            primitive == "Decimal",
        ),
    ];
    for (name, is_stated, is_allowed) in checks {
        if is_stated && !is_allowed && !is_abstract {
            problems.push(format!(
                "`{path}` has the type `{type_name}`, which has no `{name}`: remove it from the details"
            ));
        }
    }
}

fn structured<'a>(schemas: &'a [Schema], name: &str) -> Option<&'a StructuredType> {
    match &find_type(schemas, name)?.kind {
        TypeKind::Structured(own) => Some(own),
        _ => None,
    }
}

fn has_key(schemas: &[Schema], own: &StructuredType) -> bool {
    let base = |it: &&StructuredType| structured(schemas, it.base.as_deref()?);
    let count = schemas.iter().map(|it| it.types.len()).sum();
    let mut chain = std::iter::successors(Some(own), base).take(count);
    chain.any(|it| it.key.is_some())
}

/// Entities in a contained collection are identified by their key, and in 4.0 every entity is (CSDL 4.0 §8.2, 4.01 §6.5).
fn check_keys(version: Version, schemas: &[Schema], problems: &mut Vec<String>) {
    const ADVICE: &str = "add `#[odata(key)]` to the fields that identify an entity";
    for schema in schemas {
        let namespace = &schema.namespace;
        for ty in &schema.types {
            let TypeKind::Structured(own) = &ty.kind else {
                continue;
            };
            let name = &ty.name;
            if version == Version::V4 && own.is_entity && !own.is_abstract && !has_key(schemas, own)
            {
                problems.push(format!(
                    "`{namespace}.{name}` has no key, which only 4.01 allows: {ADVICE}, or write `Version::V401`"
                ));
            }
            for property in &own.properties {
                let navigation = property.navigation.as_ref();
                let is_contained = navigation.is_some_and(|it| it.contains_target);
                let target = structured(schemas, &property.ty.name);
                if is_contained
                    && property.ty.is_collection
                    && target.is_some_and(|it| !has_key(schemas, it))
                {
                    problems.push(format!(
                        "`{}` of the contained collection `{namespace}.{name}/{}` has no key: {ADVICE}",
                        property.ty.name, property.name
                    ));
                }
            }
        }
    }
}

fn check_containers(model: &Model, schemas: &[Schema], problems: &mut Vec<String>) {
    let is_referenced = |name: &str| {
        model
            .references
            .values()
            .any(|all| all.contains_key(namespace(name)))
    };
    for (source, path) in model.container.iter().flat_map(|it| &it.unbound) {
        problems.push(format!(
            "the binding of `{path}` has no source: add `{source}` with `Model::entity_set` or `Model::singleton` before it"
        ));
    }
    for container in schemas.iter().flat_map(|it| &it.containers) {
        let mut names = BTreeSet::new();
        for child in &container.children {
            let name = &child.name;
            if !names.insert(name) {
                problems.push(format!(
                    "duplicate `{name}` in the container: choose another name for one of them"
                ));
            }
            let ty = match &child.kind {
                ContainerChildKind::EntitySet(ty) => ("entity set", ty),
                ContainerChildKind::Singleton(ty) => ("singleton", ty),
                ContainerChildKind::Import(_) => continue,
            };
            check_child_type(schemas, name, ty, problems);
            for binding in &child.bindings {
                let target = &binding.target;
                let is_known = target.contains('/')
                    || container.extends.is_some()
                    || container.children.iter().any(|it| it.name == *target);
                if !is_known && !is_referenced(target) {
                    problems.push(format!(
                        "`{name}` binds `{}` to `{target}`, which is not in the container: add it with `Model::entity_set` or `Model::singleton`",
                        binding.path
                    ));
                }
            }
        }
        for child in &container.children {
            if let ContainerChildKind::Import(csdl::Import {
                entity_set: Some(set),
                ..
            }) = &child.kind
                && !set.contains('/')
                && !container.children.iter().any(|it| it.name == *set)
            {
                problems.push(format!(
                    "the result of `{}` is in `{set}`, which is not in the container: add it with `Model::entity_set`",
                    child.name
                ));
            }
        }
    }
}

fn check_child_type(
    schemas: &[Schema],
    name: &str,
    (what, ty): (&str, &TypeReference),
    problems: &mut Vec<String>,
) {
    let type_name = &ty.name;
    // A type of another document is not known here.
    let Some(own) = structured(schemas, type_name) else {
        return;
    };
    if !own.is_entity {
        problems.push(format!(
            "`{type_name}` of the {what} `{name}` is a complex type: add `#[odata(key)]` to the fields that identify an entity"
        ));
    } else if what == "entity set" && !has_key(schemas, own) {
        problems.push(format!(
            "`{type_name}` of the entity set `{name}` has no key: add `#[odata(key)]` to the fields that identify an entity, or use a singleton"
        ));
    }
}

fn check_operations(schemas: &[Schema], problems: &mut Vec<String>) {
    for schema in schemas {
        for operation in &schema.operations {
            if !operation.is_action && operation.returns.is_none() {
                problems.push(format!(
                    "the function `{}.{}` has no result: call `Operation::returns`",
                    schema.namespace, operation.name
                ));
            }
        }
    }
}
