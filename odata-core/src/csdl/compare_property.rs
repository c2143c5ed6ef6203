//! The differences of one property.

use odata_csdl::{self as csdl, Facets, TypeKind};

use crate::{
    csdl::{
        advice, compare_navigation,
        details::merge_facets,
        difference::Aspect,
        metadata::Metadata,
        model::{Model, is_definition},
        report::Report,
    },
    model::{Property, StructuredType, define::Detail},
};

/// The types that hold values of other types.
pub(super) const ANY: [&str; 4] = [
    "Edm.ComplexType",
    "Edm.EntityType",
    "Edm.PrimitiveType",
    "Edm.Untyped",
];

pub(super) fn property(
    model: &Model,
    owner: &'static StructuredType,
    here: &'static Property,
    there: &csdl::Property,
    service: &Metadata,
    report: &mut Report<'_>,
) {
    let field = || format!("write {}", advice::field(owner, there, service));
    let ours = here.type_name();
    // A field may name the type definition or be of its underlying type.
    let theirs = if is_definition(here) {
        &there.ty.name
    } else {
        service.underlying(&there.ty.name)
    };
    let is_same =
        here.is_collection() == there.ty.is_collection && (ours == theirs || ANY.contains(&ours));
    // `Edm.Untyped` may be an array, or null.
    if ours == "Edm.Untyped" && !here.is_collection() {
        return;
    }
    if !is_same {
        let written = |name: &str, is_collection| {
            if is_collection {
                format!("Collection({name})")
            } else {
                name.to_owned()
            }
        };
        report.compare(
            Aspect::Type,
            &written(ours, here.is_collection()),
            &written(theirs, there.ty.is_collection),
            field,
        );
        return;
    }
    report.compare_flag(
        Aspect::Navigation,
        here.is_navigation(),
        there.navigation.is_some(),
        field,
    );
    let is_nullable = if here.is_collection() {
        here.has_nullable_items()
    } else {
        here.is_nullable()
    };
    // A single value is nullable by default. The items of a collection have no default, and related entities are never null
    // (CSDL XML 4.01 §7.2.1, §8.3).
    let stated = if there.ty.is_collection {
        there.ty.nullable.filter(|_| there.navigation.is_none())
    } else if here.is_key() || is_listed_in_key(owner, here) {
        // A key is never null, whatever the metadata states (CSDL 4.01 §6.5).
        None
    } else {
        service.nullability(owner.name(), there)
    };
    if let Some(stated) = stated {
        report.compare_flag(Aspect::Nullable, is_nullable, stated, field);
    }
    compare_navigation::navigation(model, owner, here, there, report);
    compare_navigation::derived_types(model, owner, here, service, report);
    let stated = stated_facets(model, owner, here);
    compare_facets(&stated, &declared_facets(there, service), report);
}

/// Returns whether `key(...)` lists the property itself.
fn is_listed_in_key(owner: &StructuredType, here: &Property) -> bool {
    owner.key.iter().any(|(path, _)| *path == here.name())
}

/// Returns the facets that the type or the model states, without those that only state that there is no limit.
fn stated_facets(model: &Model, owner: &StructuredType, here: &Property) -> Facets {
    let mut stated = Facets::default();
    for detail in model.details_of(owner, here) {
        match detail {
            Detail::MaxLength(length) => stated.max_length = Some(length.clone()),
            Detail::Precision(digits) => stated.precision = Some(digits.clone()),
            Detail::Scale(digits) => stated.scale = Some(digits.clone()),
            _ => {}
        }
    }
    let path = format!("{}/{}", owner.name(), here.name());
    if let Some(own) = model.overrides.get(&path) {
        merge_facets(&mut stated, &own.facets);
    }
    stated
}

/// Returns the facets of the property, or of the type definition where the property does not state them (CSDL 4.01 §11.2).
fn declared_facets(there: &csdl::Property, service: &Metadata) -> Facets {
    let mut declared = match service.types.get(&there.ty.name) {
        Some(TypeKind::Definition(definition)) => definition.facets.clone(),
        _ => Facets::default(),
    };
    merge_facets(&mut declared, &there.ty.facets);
    declared
}

/// Compares what is stated here: the service's limits need no counterpart in Rust.
fn compare_facets(here: &Facets, there: &Facets, report: &mut Report<'_>) {
    let facets = [
        (Aspect::MaxLength, &here.max_length, &there.max_length),
        (Aspect::Precision, &here.precision, &there.precision),
        (Aspect::Scale, &here.scale, &there.scale),
    ];
    for (aspect, here, there) in facets {
        let Some(here) = here else { continue };
        // No maximum is the largest that the service supports (CSDL XML 4.01 §7.2.2).
        let there = there.as_deref().filter(|it| *it != "max");
        report.compare(aspect, here, there.unwrap_or("none"), || {
            let key = match aspect {
                Aspect::MaxLength => "the rule `length(max = ...)`",
                _ => "the rule `digits` or in `Details`",
            };
            match there {
                Some(there) => format!("write {there} in {key}"),
                None => format!("remove it from {key}"),
            }
        });
    }
}
