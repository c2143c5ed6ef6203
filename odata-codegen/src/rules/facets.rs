//! Facets (CSDL XML 4.01 §7.2): their values, and the types that they apply to.

use odata_csdl::{Facets, Location, TypeKind};

use super::report::Report;
use crate::model::{Edm, Entry, Model, Target, TypeId};

pub(super) fn check(model: &Model, types: &[(TypeId, &Entry)], report: &mut Report<'_>) {
    for (_, entry) in types {
        match &entry.ty.kind {
            TypeKind::Structured(own) => {
                for property in &own.properties {
                    let facets = &property.ty.facets;
                    values(facets, property.location, report);
                    if let Some(edm) = underlying(model, &property.ty.name) {
                        places(facets, edm, property.location, report);
                    }
                }
            }
            TypeKind::Definition(own) => {
                values(&own.facets, entry.ty.location, report);
                if let Some(edm) = Edm::parse(&own.underlying) {
                    places(&own.facets, edm, entry.ty.location, report);
                }
            }
            TypeKind::Enumeration(_) => {}
        }
    }
}

/// The built-in type of a name, also through a type definition.
fn underlying(model: &Model, name: &str) -> Option<Edm> {
    match model.target(name) {
        Target::Edm(edm) => Some(edm),
        Target::Known(id) => match &model.entry(id)?.ty.kind {
            TypeKind::Definition(own) => Edm::parse(&own.underlying),
            _ => None,
        },
        Target::Missing => None,
    }
}

fn values(facets: &Facets, location: Location, report: &mut Report<'_>) {
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

fn places(facets: &Facets, edm: Edm, location: Location, report: &mut Report<'_>) {
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
