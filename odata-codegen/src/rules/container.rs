//! Entity containers (CSDL XML 4.01 §13).

use odata_csdl::{ContainerChild, ContainerChildKind, TypeReference};

use super::report::Report;
use crate::model::{Model, Target};

pub(super) fn check(report: &mut Report<'_>) {
    for schema in report.model.schemas() {
        for second in schema.containers.iter().skip(1) {
            let message = format!(
                "the schema `{}` has a second entity container `{}`: a schema has at most one",
                schema.namespace, second.name
            );
            report.violation("container-one", second.location, message);
        }
        for child in Model::container_children(schema) {
            if let Some(ty) = child.entity_type() {
                check_entity_type(child, ty, report);
                if matches!(child.kind, ContainerChildKind::EntitySet(_)) {
                    check_set_has_key(child, ty, report);
                }
            }
        }
    }
}

fn check_entity_type(child: &ContainerChild, ty: &TypeReference, report: &mut Report<'_>) {
    let model = report.model;
    let is_entity = match model.target(&ty.name) {
        Target::Known(id) => model.structured(id).is_some_and(|target| target.is_entity),
        Target::Edm(_) => false,
        Target::Missing => true,
    };
    if !is_entity {
        let message = format!(
            "`{}` has the type `{}`: use an entity type",
            child.name, ty.name
        );
        report.violation("container-type", ty.location, message);
    }
}

/// Checks that the type of an entity set has a key, in every version (§6.5). An abstract type may leave the key to its derived types.
fn check_set_has_key(child: &ContainerChild, ty: &TypeReference, report: &mut Report<'_>) {
    let model = report.model;
    let Target::Known(id) = model.target(&ty.name) else {
        return;
    };
    let derived_have_keys = || {
        let mut derived = model.descendants(id).into_iter();
        derived.all(|derived| model.is_abstract(derived) || model.has_key(derived))
    };
    let has_key = model.has_key(id) || model.is_abstract(id) && derived_have_keys();
    if model.structured(id).is_some_and(|target| target.is_entity) && !has_key {
        let message = format!(
            "the entity set `{}` has the type `{}`, which has no key: declare or inherit one",
            child.name, ty.name
        );
        report.violation("key-missing", child.location, message);
    }
}
