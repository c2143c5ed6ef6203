//! Entity containers (CSDL XML §13).

use super::Report;
use crate::csdl::{ContainerChildKind, TypeUse};
use crate::model::{Model, Target};
use crate::source::Location;

pub(super) fn check(model: &Model, report: &mut Report<'_>) {
    for schema in model
        .documents
        .iter()
        .flat_map(|document| &document.schemas)
    {
        for other in schema.containers.iter().skip(1) {
            report.broken(
                "container-one",
                other.at,
                format!(
                    "the schema `{}` has a second entity container `{}`",
                    schema.namespace, other.name
                ),
            );
        }
        for child in schema
            .containers
            .iter()
            .flat_map(|container| &container.children)
        {
            match &child.kind {
                ContainerChildKind::Set(ty) => {
                    entity_type(model, &child.name, ty, report);
                    set_has_key(model, &child.name, ty, child.at, report);
                }
                ContainerChildKind::Singleton(ty) => entity_type(model, &child.name, ty, report),
                ContainerChildKind::Import => {}
            }
        }
    }
}

fn entity_type(model: &Model, name: &str, ty: &TypeUse, report: &mut Report<'_>) {
    let entity = match model.target(&ty.name) {
        Target::Known(id) => model.structured(id).is_some_and(|target| target.entity),
        Target::Edm(_) => false,
        Target::Missing => true,
    };
    if !entity {
        report.broken(
            "container-type",
            ty.at,
            format!("`{name}` holds `{}`, which is no entity type", ty.name),
        );
    }
}

/// The type of an entity set has a key in every version (§6.5). An abstract type may leave it to the types derived from it.
fn set_has_key(model: &Model, name: &str, ty: &TypeUse, at: Location, report: &mut Report<'_>) {
    let Target::Known(id) = model.target(&ty.name) else {
        return;
    };
    let keyed = model.has_key(id)
        || model.is_abstract(id)
            && model
                .descendants(id)
                .iter()
                .all(|&derived| model.is_abstract(derived) || model.has_key(derived));
    if model.structured(id).is_some_and(|target| target.entity) && !keyed {
        report.broken(
            "key-missing",
            at,
            format!(
                "the entity set `{name}` holds `{}`, which neither declares nor inherits a key",
                ty.name
            ),
        );
    }
}
