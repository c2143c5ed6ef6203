//! Navigation properties (CSDL XML 4.01 §8).

use odata_csdl::{Property, StructuredTypes};

use super::report::Report;
use crate::model::{Edm, Entry, Model, Target, TypeId};

pub(super) fn check(model: &Model, types: &[(TypeId, &Entry)], report: &mut Report<'_>) {
    for &(id, entry) in types {
        let own = model.structured(id);
        for property in own.iter().flat_map(|own| &own.properties) {
            if let Some(navigation) = &property.navigation {
                target_is_entity(model, property, report);
                collection_not_nullable(property, report);
                constraint_not_nullable(model, entry, property, report);
                if let Some(partner) = &navigation.partner {
                    check_partner(model, id, entry, property, partner, report);
                }
            }
        }
    }
}

fn target_is_entity(model: &Model, property: &Property, report: &mut Report<'_>) {
    let is_entity = match model.target(&property.ty.name) {
        Target::Known(id) => model.structured(id).is_some_and(|target| target.is_entity),
        Target::Edm(edm) => edm == Edm::EntityType,
        Target::Missing => true,
    };
    if !is_entity {
        let message = format!(
            "navigation property `{}` has the type `{}`: use an entity type",
            property.name, property.ty.name
        );
        report.violation("navigation-type", property.ty.location, message);
    }
}

/// A collection of entities has no null items, so that `Nullable` is not allowed (§8.3).
fn collection_not_nullable(property: &Property, report: &mut Report<'_>) {
    if property.ty.is_collection && property.ty.nullable == Some(true) {
        let message = format!(
            "navigation property `{}` is a nullable collection: remove `Nullable`",
            property.name
        );
        report.violation("navigation-nullable", property.location, message);
    }
}

/// A property that equals the key of a related entity is null if there is no related entity. If there always is one, it is not nullable
/// (§8.5).
fn constraint_not_nullable(
    model: &Model,
    entry: &Entry,
    property: &Property,
    report: &mut Report<'_>,
) {
    if !property.ty.is_nullable() && model.has_nullable_constraint(&entry.qualified, property) {
        let message = format!(
            "navigation property `{}` is not nullable, but a property of its constraint is: write `Nullable=\"false\"` on both or on neither",
            property.name
        );
        report.violation("navigation-constraint", property.location, message);
    }
}

/// The partner is a navigation property of the target that leads back (§8.4). A path into complex properties is not checked.
fn check_partner(
    model: &Model,
    id: TypeId,
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
    let found = model.property_of(model.qualified(target), partner);
    let message = match found.map(|other| (&other.navigation, model.target(&other.ty.name))) {
        None => format!(
            "the partner `{partner}` of `{}` is not a property of `{}`",
            property.name, property.ty.name
        ),
        Some((None, _)) => format!(
            "the partner `{partner}` of `{}` is not a navigation property",
            property.name
        ),
        Some((Some(_), Target::Known(back))) => {
            let is_related = model.chain(id).any(|own| own == back)
                || model.chain(back).any(|other| other == id);
            if is_related {
                return;
            }
            format!(
                "the partner `{partner}` of `{}` leads to `{}` and not back to `{}`",
                property.name,
                model.qualified(back),
                entry.qualified
            )
        }
        Some((Some(_), _)) => return,
    };
    report.violation("navigation-partner", property.location, message);
}
