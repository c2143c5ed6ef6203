//! Types where they are used (CSDL XML 4.01 §4, §7.1, §11.1).

use odata_csdl::{Property, TypeKind};

use super::report::Report;
use crate::model::{Edm, Entry, TypeId};

pub(super) fn check(types: &[(TypeId, &Entry)], report: &mut Report<'_>) {
    for (_, entry) in types {
        match &entry.ty.kind {
            TypeKind::Structured(own) => {
                let properties = own.properties.iter();
                for property in properties.filter(|property| property.navigation.is_none()) {
                    check_structural_type(property, report);
                    check_collection_of_streams(property, report);
                }
            }
            TypeKind::Definition(own) => {
                if !Edm::parse(&own.underlying).is_some_and(Edm::is_concrete_primitive) {
                    let message = format!(
                        "the type definition `{}` has the underlying type `{}`, and its values are read as any JSON: use a primitive type",
                        entry.qualified, own.underlying
                    );
                    report.violation("definition-underlying", entry.ty.location, message);
                }
            }
            TypeKind::Enumeration(_) => {}
        }
    }
}

/// Checks that the type of a structural property is primitive, complex, an enumeration or a type definition.
fn check_structural_type(property: &Property, report: &mut Report<'_>) {
    if report.model.is_entity(&property.ty.name) == Some(true) {
        let message = format!(
            "property `{}` has the entity type `{}`: use a navigation property",
            property.name, property.ty.name
        );
        report.violation("property-type", property.ty.location, message);
    }
}

fn check_collection_of_streams(property: &Property, report: &mut Report<'_>) {
    if property.ty.is_collection && Edm::parse(&property.ty.name) == Some(Edm::Stream) {
        let message = format!(
            "property `{}` is a collection of streams, which CSDL does not allow",
            property.name
        );
        report.violation("property-type", property.ty.location, message);
    }
}
