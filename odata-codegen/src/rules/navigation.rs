//! Navigation properties (CSDL XML 4.01 §8).

use odata_csdl::{Property, StructuredTypes};

use super::report::Report;
use crate::model::{Entry, Target, TypeId};

pub(super) fn check(types: &[(TypeId, &Entry)], report: &mut Report<'_>) {
    for &(id, entry) in types {
        let own = report.model.structured(id);
        for property in own.iter().flat_map(|own| &own.properties) {
            if let Some(navigation) = &property.navigation {
                check_target_is_entity(property, report);
                check_collection_not_nullable(property, report);
                check_constraint_not_nullable(entry, property, report);
                if let Some(partner) = &navigation.partner {
                    check_partner(id, entry, property, partner, report);
                }
            }
        }
    }
}

fn check_target_is_entity(property: &Property, report: &mut Report<'_>) {
    if report.model.is_entity(&property.ty.name) == Some(false) {
        let message = format!(
            "navigation property `{}` has the type `{}`: use an entity type",
            property.name, property.ty.name
        );
        report.violation("navigation-type", property.ty.location, message);
    }
}

/// Rejects `Nullable` of a collection of entities, which has no null items (§8.3).
fn check_collection_not_nullable(property: &Property, report: &mut Report<'_>) {
    if property.ty.is_collection && property.ty.nullable == Some(true) {
        let message = format!(
            "navigation property `{}` is a nullable collection: remove `Nullable`",
            property.name
        );
        report.violation("navigation-nullable", property.location, message);
    }
}

/// Checks the nullability of a constraint: a property that equals the key of a related entity is null only if there is no related entity,
/// and is not nullable if there always is one (§8.5).
fn check_constraint_not_nullable(entry: &Entry, property: &Property, report: &mut Report<'_>) {
    let has_nullable = report
        .model
        .has_nullable_constraint(&entry.qualified, property);
    if has_nullable && !property.ty.is_nullable() {
        let message = format!(
            "navigation property `{}` is not nullable, but a property of its constraint is: write `Nullable=\"false\"` on both or on neither",
            property.name
        );
        report.violation("navigation-constraint", property.location, message);
    }
}

/// Checks that the partner is a navigation property of the target that leads back (§8.4). A path into complex properties is not checked.
fn check_partner(
    id: TypeId,
    entry: &Entry,
    property: &Property,
    partner: &str,
    report: &mut Report<'_>,
) {
    let model = report.model;
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
