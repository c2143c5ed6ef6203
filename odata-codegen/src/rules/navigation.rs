//! Navigation properties (CSDL XML §8).

use super::Report;
use crate::csdl::{Property, TypeKind};
use crate::edm::Edm;
use crate::model::{Entry, Model, Target, TypeId};

pub(super) fn check(model: &Model, types: &[(TypeId, &Entry)], report: &mut Report<'_>) {
    for &(id, entry) in types {
        let TypeKind::Structured(own) = &entry.ty.kind else {
            continue;
        };
        for property in &own.properties {
            if let Some(navigation) = &property.navigation {
                target_is_entity(model, property, report);
                collection_not_nullable(property, report);
                if let Some(partner) = &navigation.partner {
                    partner_points_back(model, id, entry, property, partner, report);
                }
            }
        }
    }
}

fn target_is_entity(model: &Model, property: &Property, report: &mut Report<'_>) {
    let entity = match model.target(&property.ty.name) {
        Target::Known(id) => model.structured(id).is_some_and(|target| target.entity),
        Target::Edm(edm) => edm == Edm::EntityType,
        Target::Missing => true,
    };
    if !entity {
        report.broken(
            "navigation-type",
            property.ty.at,
            format!(
                "navigation property `{}` leads to `{}`, which is no entity type",
                property.name, property.ty.name
            ),
        );
    }
}

/// A collection of entities holds no null, so `Nullable` must not be said (§8.3).
fn collection_not_nullable(property: &Property, report: &mut Report<'_>) {
    if property.ty.collection && property.ty.nullable == Some(true) {
        report.broken(
            "navigation-nullable",
            property.at,
            format!(
                "navigation property `{}` is a collection and cannot be nullable",
                property.name
            ),
        );
    }
}

/// The partner is a navigation property of the target that leads back (§8.4); a path into complex properties is not followed.
fn partner_points_back(
    model: &Model,
    id: usize,
    entry: &Entry,
    property: &Property,
    partner: &str,
    report: &mut Report<'_>,
) {
    let Target::Known(target) = model.target(&property.ty.name) else {
        return;
    };
    if partner.contains('/') {
        return;
    }
    let found = model
        .chain(target)
        .filter_map(|id| model.structured(id))
        .flat_map(|own| &own.properties)
        .find(|other| other.name == partner);
    match found.map(|other| (other.navigation.is_some(), model.target(&other.ty.name))) {
        None => report.broken(
            "navigation-partner",
            property.at,
            format!(
                "`{}` has no property `{partner}`, the partner of `{}`",
                property.ty.name, property.name
            ),
        ),
        Some((true, Target::Known(back))) => {
            let related = model.chain(id).any(|own| own == back)
                || model.chain(back).any(|other| other == id);
            if !related {
                let message = format!(
                    "the partner `{partner}` of `{}` leads to `{}` and not back to `{}`",
                    property.name,
                    model.qualified(back),
                    entry.qualified
                );
                report.broken("navigation-partner", property.at, message);
            }
        }
        Some((true, _)) => {}
        Some((false, _)) => report.broken(
            "navigation-partner",
            property.at,
            format!(
                "the partner `{partner}` of `{}` is no navigation property",
                property.name
            ),
        ),
    }
}
