//! Inheritance: what a type may derive from, and what it may not change (CSDL XML §6.1-§6.3, §7, §9.1-§9.3).

use super::Report;
use crate::csdl::Version;
use crate::edm::Edm;
use crate::model::{Entry, Model, Target, TypeId};

pub(super) fn check(model: &Model, types: &[(TypeId, &Entry)], report: &mut Report<'_>) {
    for &(id, entry) in types {
        base_kind(model, entry, report);
        abstract_below_concrete(model, id, entry, report);
        open_below_open(model, id, entry, report);
        property_redeclared(model, id, entry, report);
    }
}

/// Entity types derive from entity types, complex types from complex types.
fn base_kind(model: &Model, entry: &Entry, report: &mut Report<'_>) {
    let crate::csdl::TypeKind::Structured(own) = &entry.ty.kind else {
        return;
    };
    let Some(base) = &own.base else { return };
    let fits = match model.target(base) {
        Target::Known(base) => model
            .structured(base)
            .is_some_and(|base| base.entity == own.entity),
        // The built-in abstract types may not be derived from (§4.5), and nothing derives from a primitive.
        Target::Edm(_) => false,
        // Said once for all uses, by the rule about unknown types.
        Target::Missing => true,
    };
    if !fits {
        let kind = if own.entity { "entity" } else { "complex" };
        report.broken(
            "base-kind",
            entry.ty.at,
            format!(
                "`{}` is {kind} type, its base `{base}` is not; it is read as if it had no base",
                entry.qualified
            ),
        );
    }
}

fn abstract_below_concrete(model: &Model, id: TypeId, entry: &Entry, report: &mut Report<'_>) {
    if let Some(base) = entry
        .base
        .filter(|&base| model.is_abstract(id) && !model.is_abstract(base))
    {
        let message = format!(
            "abstract type `{}` derives from `{}`, which is not abstract",
            entry.qualified,
            model.qualified(base)
        );
        report.broken("abstract-below-concrete", entry.ty.at, message);
    }
}

fn open_below_open(model: &Model, id: TypeId, entry: &Entry, report: &mut Report<'_>) {
    let open = |id| model.structured(id).is_some_and(|own| own.open);
    if let Some(base) = entry.base.filter(|&base| !open(id) && open(base)) {
        let message = format!(
            "`{}` derives from the open type `{}` and so must be marked open",
            entry.qualified,
            model.qualified(base)
        );
        report.broken("open-below-open", entry.ty.at, message);
    }
}

/// A property's name is unique in the whole chain; from 4.01 on a derived type may narrow an inherited property's type.
fn property_redeclared(model: &Model, id: TypeId, entry: &Entry, report: &mut Report<'_>) {
    let Some(own) = model.structured(id) else {
        return;
    };
    for property in &own.properties {
        let Some((base, inherited)) = model
            .inherited(id)
            .find(|(_, inherited)| inherited.name == property.name)
        else {
            continue;
        };
        if entry.version >= Version::V4_01
            && property.ty.collection == inherited.ty.collection
            && narrows(model, &property.ty.name, &inherited.ty.name)
        {
            continue;
        }
        let message = format!(
            "`{}` declares `{}` again, which it inherits from `{}`; the inherited one counts",
            entry.qualified,
            property.name,
            model.qualified(base)
        );
        report.broken("property-redeclared", property.at, message);
    }
}

fn narrows(model: &Model, own: &str, inherited: &str) -> bool {
    match (model.target(own), model.target(inherited)) {
        (Target::Known(own), Target::Known(inherited)) => {
            own != inherited && model.chain(own).any(|id| id == inherited)
        }
        (Target::Known(own), Target::Edm(Edm::ComplexType | Edm::EntityType)) => {
            model.structured(own).is_some()
        }
        (Target::Edm(own), Target::Edm(Edm::PrimitiveType)) => {
            own != Edm::PrimitiveType && own.can_be_defined()
        }
        (_, Target::Edm(Edm::Untyped)) => own != "Edm.Untyped",
        _ => false,
    }
}
