//! Inheritance: what a type may derive from, and what it may not change (CSDL XML 4.01 §6.1-§6.3, §7, §9.1-§9.3).

use odata_csdl::Version;

use super::report::Report;
use crate::model::{Edm, Entry, Model, Target, TypeId};

pub(super) fn check(types: &[(TypeId, &Entry)], report: &mut Report<'_>) {
    for &(id, entry) in types {
        check_base_kind(id, entry, report);
        check_abstract_below_concrete(id, entry, report);
        check_open_below_open(id, entry, report);
        check_property_redeclared(id, entry, report);
    }
}

/// Checks that entity types derive from entity types, and complex types from complex types.
fn check_base_kind(id: TypeId, entry: &Entry, report: &mut Report<'_>) {
    let model = report.model;
    let Some(own) = model.structured(id) else {
        return;
    };
    let Some(base) = &own.base else { return };
    let fits = match model.target(base) {
        Target::Known(base) => model
            .structured(base)
            .is_some_and(|base| base.is_entity == own.is_entity),
        // The built-in abstract types cannot be bases (§4.5), and no type derives from a primitive.
        Target::Edm(_) => false,
        // The rule about unknown types reports it once for all uses.
        Target::Missing => true,
    };
    if !fits {
        let kind = if own.is_entity {
            "an entity type"
        } else {
            "a complex type"
        };
        let message = format!(
            "the base `{base}` of `{}` is not {kind}: it is ignored",
            entry.qualified
        );
        report.violation("base-kind", entry.ty.location, message);
    }
}

fn check_abstract_below_concrete(id: TypeId, entry: &Entry, report: &mut Report<'_>) {
    let model = report.model;
    let is_violation = |&base: &TypeId| model.is_abstract(id) && !model.is_abstract(base);
    if let Some(base) = entry.base.filter(is_violation) {
        let message = format!(
            "the abstract type `{}` derives from `{}`, which is not abstract",
            entry.qualified,
            model.qualified(base)
        );
        report.violation("abstract-below-concrete", entry.ty.location, message);
    }
}

fn check_open_below_open(id: TypeId, entry: &Entry, report: &mut Report<'_>) {
    let model = report.model;
    let is_open = |id| model.structured(id).is_some_and(|own| own.is_open);
    if let Some(base) = entry.base.filter(|&base| !is_open(id) && is_open(base)) {
        let message = format!(
            "`{}` derives from the open type `{}`: mark it as open",
            entry.qualified,
            model.qualified(base)
        );
        report.violation("open-below-open", entry.ty.location, message);
    }
}

/// Checks that the name of a property is unique in the chain. Since 4.01, a derived type may narrow the type of an inherited property.
fn check_property_redeclared(id: TypeId, entry: &Entry, report: &mut Report<'_>) {
    let model = report.model;
    let Some(own) = model.structured(id) else {
        return;
    };
    for property in &own.properties {
        let mut inherited = model.inherited(id);
        let Some((base, inherited)) = inherited.find(|(_, found)| found.name == property.name)
        else {
            continue;
        };
        if entry.version >= Version::V4_01
            && property.ty.is_collection == inherited.ty.is_collection
            && is_narrower(model, &property.ty.name, &inherited.ty.name)
        {
            continue;
        }
        let message = format!(
            "`{}` declares `{}`, which it inherits from `{}`: the inherited declaration is used",
            entry.qualified,
            property.name,
            model.qualified(base)
        );
        report.violation("property-redeclared", property.location, message);
    }
}

fn is_narrower(model: &Model, own: &str, inherited: &str) -> bool {
    match (model.target(own), model.target(inherited)) {
        (Target::Known(own), Target::Known(inherited)) => {
            own != inherited && model.chain(own).any(|id| id == inherited)
        }
        (Target::Known(own), Target::Edm(Edm::ComplexType | Edm::EntityType)) => {
            model.structured(own).is_some()
        }
        (Target::Edm(own), Target::Edm(Edm::PrimitiveType)) => own.is_concrete_primitive(),
        (_, Target::Edm(Edm::Untyped)) => own != "Edm.Untyped",
        _ => false,
    }
}
