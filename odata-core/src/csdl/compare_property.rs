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

pub(super) fn compare_property(
    model: &Model,
    owner: &'static StructuredType,
    rust: &'static Property,
    metadata: &csdl::Property,
    service: &Metadata,
    report: &mut Report<'_>,
) {
    let field = || format!("write {}", advice::field(owner, metadata, service));
    let rust_type = rust.type_name();
    // A field may name the type definition or have its underlying type.
    let metadata_type = if is_definition(rust) {
        &metadata.ty.name
    } else {
        service.underlying(&metadata.ty.name)
    };
    let is_same = rust.is_collection() == metadata.ty.is_collection
        && (rust_type == metadata_type || ANY.contains(&rust_type));
    // `Edm.Untyped` may be an array, or null.
    if rust_type == "Edm.Untyped" && !rust.is_collection() {
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
            &written(rust_type, rust.is_collection()),
            &written(metadata_type, metadata.ty.is_collection),
            field,
        );
        return;
    }
    report.compare_flag(
        Aspect::Navigation,
        rust.is_navigation(),
        metadata.navigation.is_some(),
        field,
    );
    let is_nullable = if rust.is_collection() {
        rust.has_nullable_items()
    } else {
        rust.is_nullable()
    };
    // A single value is nullable by default. The items of a collection have no default, and related entities are never null
    // (CSDL XML 4.01 §7.2.1, §8.3).
    let stated = if metadata.ty.is_collection {
        metadata
            .ty
            .nullable
            .filter(|_| metadata.navigation.is_none())
    } else if rust.is_key() || is_listed_in_key(owner, rust) {
        // A key is never null, whatever the metadata states (CSDL 4.01 §6.5).
        None
    } else {
        service.nullability(owner.name(), metadata)
    };
    if let Some(stated) = stated {
        report.compare_flag(Aspect::Nullable, is_nullable, stated, field);
    }
    compare_navigation::compare_navigation(model, owner, rust, metadata, report);
    compare_navigation::compare_derived_types(model, owner, rust, service, report);
    let stated = stated_facets(model, owner, rust);
    compare_facets(&stated, &declared_facets(metadata, service), report);
}

/// Returns whether `key(...)` lists the property itself.
fn is_listed_in_key(owner: &StructuredType, rust: &Property) -> bool {
    owner.key.iter().any(|(path, _)| *path == rust.name())
}

/// Returns the facets that the type or the model states, without those that only state that there is no limit.
fn stated_facets(model: &Model, owner: &StructuredType, rust: &Property) -> Facets {
    let mut stated = Facets::default();
    for detail in model.details_of(owner, rust) {
        match detail {
            Detail::MaxLength(length) => stated.max_length = Some(length.clone()),
            Detail::Precision(digits) => stated.precision = Some(digits.clone()),
            Detail::Scale(digits) => stated.scale = Some(digits.clone()),
            _ => {}
        }
    }
    let path = format!("{}/{}", owner.name(), rust.name());
    if let Some(own) = model.overrides.get(&path) {
        merge_facets(&mut stated, &own.facets);
    }
    stated
}

/// Returns the facets of the property, or of the type definition where the property does not state them (CSDL 4.01 §11.2).
fn declared_facets(metadata: &csdl::Property, service: &Metadata) -> Facets {
    let mut declared = match service.types.get(&metadata.ty.name) {
        Some(TypeKind::Definition(definition)) => definition.facets.clone(),
        _ => Facets::default(),
    };
    merge_facets(&mut declared, &metadata.ty.facets);
    declared
}

/// Compares the facets that the model states. Limits that only the service states need no counterpart in Rust.
fn compare_facets(rust: &Facets, metadata: &Facets, report: &mut Report<'_>) {
    let facets = [
        (Aspect::MaxLength, &rust.max_length, &metadata.max_length),
        (Aspect::Precision, &rust.precision, &metadata.precision),
        (Aspect::Scale, &rust.scale, &metadata.scale),
    ];
    for (aspect, rust, metadata) in facets {
        let Some(rust) = rust else { continue };
        // No maximum is the largest that the service supports (CSDL XML 4.01 §7.2.2).
        let metadata = metadata.as_deref().filter(|it| *it != "max");
        report.compare_stated(aspect, rust, metadata, |metadata| {
            let key = match aspect {
                Aspect::MaxLength => "the rule `length(max = ...)`",
                _ => "the rule `digits` or in `Details`",
            };
            match metadata {
                Some(metadata) => format!("write {metadata} in {key}"),
                None => format!("remove it from {key}"),
            }
        });
    }
}
