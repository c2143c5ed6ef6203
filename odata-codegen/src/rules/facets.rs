//! Facets (CSDL XML §7.2): that their values can be meant, and that they stand where they mean something.

use super::Report;
use crate::csdl::{Facets, TypeKind};
use crate::edm::Edm;
use crate::model::{Entry, Model, Target, TypeId};
use crate::source::Location;

pub(super) fn check(model: &Model, types: &[(TypeId, &Entry)], report: &mut Report<'_>) {
    for (_, entry) in types {
        match &entry.ty.kind {
            TypeKind::Structured(own) => {
                for property in &own.properties {
                    facets(
                        &property.facets,
                        underlying(model, &property.ty.name),
                        property.at,
                        report,
                    );
                }
            }
            TypeKind::Definition(own) => facets(
                &own.facets,
                Edm::parse(&own.underlying),
                entry.ty.at,
                report,
            ),
            TypeKind::Enumeration(_) => {}
        }
    }
}

/// The built-in type behind a name, through a type definition.
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

fn facets(facets: &Facets, edm: Option<Edm>, at: Location, report: &mut Report<'_>) {
    let number = |text: &Option<String>| text.as_ref().map(|text| text.parse::<u32>());
    if let Some(text) = &facets.max_length
        && text != "max"
        && !text.parse::<u32>().is_ok_and(|length| length > 0)
    {
        report.broken(
            "facet-value",
            at,
            format!("MaxLength is a positive integer or `max`, not `{text}`"),
        );
    }
    let precision = number(&facets.precision);
    if let Some(Err(_)) = &precision {
        report.broken("facet-value", at, "Precision is a non-negative integer");
    }
    match (facets.scale.as_deref(), &precision) {
        (None | Some("variable" | "floating"), _) => {}
        (Some(text), precision) => match (text.parse::<u32>(), precision) {
            (Err(_), _) => report.broken(
                "facet-value",
                at,
                format!("Scale is a non-negative integer, `variable` or `floating`, not `{text}`"),
            ),
            (Ok(scale), Some(Ok(precision))) if scale > *precision => {
                report.broken(
                    "facet-value",
                    at,
                    format!("Scale {scale} is greater than Precision {precision}"),
                );
            }
            _ => {}
        },
    }
    let Some(edm) = edm else { return };
    let temporal = matches!(edm, Edm::DateTimeOffset | Edm::Duration | Edm::TimeOfDay);
    let places = [
        (
            "MaxLength",
            facets.max_length.is_some(),
            matches!(edm, Edm::String | Edm::Binary | Edm::Stream),
        ),
        (
            "Precision",
            facets.precision.is_some(),
            temporal || edm == Edm::Decimal,
        ),
        ("Scale", facets.scale.is_some(), edm == Edm::Decimal),
        ("Unicode", facets.unicode.is_some(), edm == Edm::String),
        ("SRID", facets.srid.is_some(), matches!(edm, Edm::Geo(_))),
    ];
    for (facet, stated, fits) in places {
        if stated && !fits && edm != Edm::PrimitiveType {
            report.broken(
                "facet-place",
                at,
                format!("{facet} does not apply to this type"),
            );
        }
    }
}
