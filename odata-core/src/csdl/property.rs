//! Converts the description of a property to CSDL, without the parts that only a model has.

use odata_csdl::{self as csdl, Annotation, ConstantKind, Expression, Facets, TypeReference};

use crate::model::Property;

/// The vocabulary of descriptions, and of `Computed` and `Immutable`.
pub(super) const CORE: &str = "Org.OData.Core.V1";

/// The vocabulary of limits and of `DerivedTypeConstraint`.
pub(super) const VALIDATION: &str = "Org.OData.Validation.V1";

/// The maximum precision of a time, in fraction digits of a second.
const MAX_TIME_PRECISION: &str = "12";

pub(super) fn property(described: &Property) -> csdl::Property {
    let is_collection = described.is_collection();
    // Always stated, except for collections of related entities, where XML does not allow it (CSDL XML 4.01 §7.2.1, §8.3).
    let nullable = match (is_collection, described.is_navigation()) {
        (true, true) => None,
        (true, false) => Some(described.has_nullable_items()),
        (false, _) => Some(described.is_nullable()),
    };
    let name = match described.type_name() {
        // Only entities are related (CSDL 4.01 §8.2). The types of dynamic resources are not known here.
        "Edm.ComplexType" | "Edm.Untyped" if described.is_navigation() => "Edm.EntityType",
        name => name,
    };
    csdl::Property {
        name: described.name().to_owned(),
        ty: TypeReference {
            name: name.to_owned(),
            is_collection,
            nullable,
            facets: facets(name),
            ..TypeReference::default()
        },
        navigation: described.is_navigation().then(csdl::Navigation::default),
        annotations: annotations(described),
        ..csdl::Property::default()
    }
}

fn annotations(described: &Property) -> Vec<Annotation> {
    let computed = described.is_computed().then(|| tag(CORE, "Computed"));
    let names = described.derived_types().iter();
    let names: Vec<Expression> = names
        .map(|it| Expression::Constant(ConstantKind::String, (*it).to_owned()))
        .collect();
    let derived_types = (!names.is_empty()).then(|| {
        annotation(
            VALIDATION,
            "DerivedTypeConstraint",
            Expression::Collection(names),
        )
    });
    computed.into_iter().chain(derived_types).collect()
}

/// Returns an annotation with the value `true`.
pub(super) fn tag(vocabulary: &str, term: &str) -> Annotation {
    annotation(vocabulary, term, Expression::Default)
}

pub(super) fn annotation(vocabulary: &str, term: &str, value: Expression) -> Annotation {
    Annotation {
        term: format!("{vocabulary}.{term}"),
        value,
        ..Annotation::default()
    }
}

/// Returns the facets whose default is a limit that the Rust type does not have (CSDL XML 4.01 §7.2.3, §7.2.4).
pub(super) fn facets(type_name: &str) -> Facets {
    let (precision, scale) = match type_name {
        "Edm.Decimal" => (None, Some("variable")),
        "Edm.DateTimeOffset" | "Edm.Duration" | "Edm.TimeOfDay" => (Some(MAX_TIME_PRECISION), None),
        _ => (None, None),
    };
    Facets {
        precision: precision.map(str::to_owned),
        scale: scale.map(str::to_owned),
        ..Facets::default()
    }
}
