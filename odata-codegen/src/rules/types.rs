//! Types where they are used (CSDL XML §4, §7.1, §11.1).

use super::Report;
use crate::csdl::{Property, TypeKind};
use crate::edm::Edm;
use crate::model::{Entry, Model, Target, TypeId};

pub(super) fn check(model: &Model, types: &[(TypeId, &Entry)], report: &mut Report<'_>) {
    for (_, entry) in types {
        match &entry.ty.kind {
            TypeKind::Structured(own) => {
                for property in own
                    .properties
                    .iter()
                    .filter(|property| property.navigation.is_none())
                {
                    structural(model, property, report);
                    collection_of_streams(property, report);
                }
            }
            TypeKind::Definition(own) => {
                if !Edm::parse(&own.underlying).is_some_and(Edm::can_be_defined) {
                    report.broken(
                        "definition-underlying",
                        entry.ty.at,
                        format!(
                            "`{}` cannot be defined over `{}`: a primitive type is needed",
                            entry.qualified, own.underlying
                        ),
                    );
                }
            }
            TypeKind::Enumeration(_) => {}
        }
    }
}

/// A structural property is primitive, complex, enumerated or defined; an entity type needs a navigation property.
fn structural(model: &Model, property: &Property, report: &mut Report<'_>) {
    let entity = match model.target(&property.ty.name) {
        Target::Known(id) => model.structured(id).is_some_and(|target| target.entity),
        Target::Edm(edm) => edm == Edm::EntityType,
        Target::Missing => false,
    };
    if entity {
        report.broken("property-type", property.ty.at, format!("property `{}` has the entity type `{}`: that is what navigation properties are for", property.name, property.ty.name));
    }
}

fn collection_of_streams(property: &Property, report: &mut Report<'_>) {
    if property.ty.collection && Edm::parse(&property.ty.name) == Some(Edm::Stream) {
        report.broken(
            "property-type",
            property.ty.at,
            format!(
                "property `{}` is a collection of streams, which CSDL has not",
                property.name
            ),
        );
    }
}
