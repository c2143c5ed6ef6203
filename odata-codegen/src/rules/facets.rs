//! Facets (CSDL XML 4.01 §7.2): their values, and the types that they apply to.

use odata_csdl::{Facets, Location, Property, TypeKind, Version};

use super::report::Report;
use crate::model::{
    Edm, Entry, TypeId, Vocabulary,
    bounds::{Bound, NoBound},
};

pub(super) fn check(types: &[(TypeId, &Entry)], report: &mut Report<'_>) {
    for (_, entry) in types {
        match &entry.ty.kind {
            TypeKind::Structured(own) => {
                for property in &own.properties {
                    if entry.version >= Version::V4_01 {
                        check_collection_nullable(property, report);
                    }
                    let facets = &property.ty.facets;
                    check_facet_values(facets, property.location, report);
                    if let Some(edm) = report.model.primitive(&property.ty.name) {
                        check_applicable_facets(facets, edm, property.location, report);
                        check_bounds(property, edm, &entry.qualified, report);
                    }
                }
            }
            TypeKind::Definition(own) => {
                check_facet_values(&own.facets, entry.ty.location, report);
                if let Some(edm) = Edm::parse(&own.underlying) {
                    check_applicable_facets(&own.facets, edm, entry.ty.location, report);
                }
            }
            TypeKind::Enumeration(_) => {}
        }
    }
}

/// Checks that a collection states whether its items may be null, as 4.01 requires (§7.2.1).
fn check_collection_nullable(property: &Property, report: &mut Report<'_>) {
    let is_structural = property.navigation.is_none();
    if is_structural && property.ty.is_collection && property.ty.nullable.is_none() {
        let message = format!(
            "the collection `{}` does not state whether its items may be null: write `Nullable=\"false\"` or `Nullable=\"true\"`",
            property.name
        );
        report.violation("collection-nullable", property.location, message);
    }
}

/// Checks that `Validation.Minimum` and `Validation.Maximum` have values of the property's type, and that some value is between them.
fn check_bounds(property: &Property, edm: Edm, owner: &str, report: &mut Report<'_>) {
    let (least, greatest) = Vocabulary(&property.annotations).bounds();
    let name = &property.name;
    let mut parse = |term: &str, text: Option<&str>| {
        let text = text.filter(|text| !matches!(*text, "INF" | "-INF"))?;
        let problem = match Bound::parse(edm, text) {
            Ok(bound) => return Some(bound),
            // A note lists the terms for which nothing is generated.
            Err(NoBound::Type) => return None,
            Err(NoBound::Number) => "is not a number of its type",
            Err(NoBound::Range) => "is outside its type",
        };
        let message = format!("the {term} `{text}` of `{owner}/{name}` {problem}: it is ignored");
        report.violation("bound-value", property.location, message);
        None
    };
    let (least, greatest) = (parse("Minimum", least), parse("Maximum", greatest));
    if let (Some(least), Some(greatest)) = (least, greatest)
        && least.exceeds(&greatest)
    {
        let message = format!(
            "the Minimum of `{owner}/{name}` is greater than its Maximum: both are ignored"
        );
        report.violation("bound-value", property.location, message);
    }
}

fn check_facet_values(facets: &Facets, location: Location, report: &mut Report<'_>) {
    let mut invalid = |message: String| report.violation("facet-value", location, message);
    if let Some(text) = &facets.max_length
        && !text.eq_ignore_ascii_case("max")
        && !text.parse::<u32>().is_ok_and(|length| length > 0)
    {
        invalid(format!(
            "invalid MaxLength `{text}`: write a positive integer or `max`"
        ));
    }
    let precision = facets.precision.as_ref().map(|text| text.parse::<u32>());
    if let (Some(Err(_)), Some(text)) = (&precision, &facets.precision) {
        invalid(format!(
            "invalid Precision `{text}`: write an integer that is not negative"
        ));
    }
    let Some(text) = facets.scale.as_deref() else {
        return;
    };
    match (text, text.parse::<u32>(), precision) {
        // Some services write `Variable`.
        _ if ["variable", "floating"]
            .iter()
            .any(|word| text.eq_ignore_ascii_case(word)) => {}
        (_, Err(_), _) => invalid(format!(
            "invalid Scale `{text}`: write an integer that is not negative, `variable` or `floating`"
        )),
        (_, Ok(scale), Some(Ok(precision))) if scale > precision => invalid(format!(
            "Scale {scale} is greater than Precision {precision}: write a scale up to the precision"
        )),
        _ => {}
    }
}

fn check_applicable_facets(facets: &Facets, edm: Edm, location: Location, report: &mut Report<'_>) {
    if edm == Edm::PrimitiveType {
        return;
    }
    let is_sized = matches!(edm, Edm::String | Edm::Binary | Edm::Stream);
    let places = [
        ("MaxLength", &facets.max_length, is_sized),
        (
            "Precision",
            &facets.precision,
            edm.has_seconds() || edm == Edm::Decimal,
        ),
        ("Scale", &facets.scale, edm == Edm::Decimal),
        ("Unicode", &facets.unicode, edm == Edm::String),
        ("SRID", &facets.srid, matches!(edm, Edm::Geo(_))),
    ];
    for (name, facet, applies) in places {
        if facet.is_some() && !applies {
            let message = format!("{name} does not apply to this type: remove it");
            report.violation("facet-place", location, message);
        }
    }
}
