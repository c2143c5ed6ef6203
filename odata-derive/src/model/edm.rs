//! `edm`: the OData type of a Rust type.

use proc_macro2::Span;

use crate::{attr::did_you_mean, errors::Errors};

/// Reports a value of `edm` that is not a qualified name, or not the name of a type in `Edm`.
pub(super) fn check_edm(name: &str, span: Span, errors: &mut Errors) {
    let item = name
        .strip_prefix("Collection(")
        .and_then(|it| it.strip_suffix(')'));
    if let Some(item) = item {
        errors.at_span(
            span,
            format_args!("`edm` names the type of an item: write `edm = \"{item}\"`"),
        );
        return;
    }
    match name.rsplit_once('.') {
        Some(("Edm", primitive)) if !EDM.contains(&primitive) => {
            let qualified: Vec<String> = EDM.iter().map(|it| format!("Edm.{it}")).collect();
            let hint = did_you_mean(name, qualified.iter().map(String::as_str));
            errors.at_span(span, format_args!("unknown type `{name}`{hint}"));
        }
        Some(_) => {}
        None => errors.at_span(
            span,
            format_args!(
                "`{name}` is not a qualified name: write `Edm.{name}` or `namespace.{name}`"
            ),
        ),
    }
}

/// The types of the namespace `Edm` (CSDL XML 4.01 §3.3, §3.4).
const EDM: &[&str] = &[
    "Binary",
    "Boolean",
    "Byte",
    "Date",
    "DateTimeOffset",
    "Decimal",
    "Double",
    "Duration",
    "Guid",
    "Int16",
    "Int32",
    "Int64",
    "SByte",
    "Single",
    "Stream",
    "String",
    "TimeOfDay",
    "Geography",
    "GeographyPoint",
    "GeographyLineString",
    "GeographyPolygon",
    "GeographyMultiPoint",
    "GeographyMultiLineString",
    "GeographyMultiPolygon",
    "GeographyCollection",
    "Geometry",
    "GeometryPoint",
    "GeometryLineString",
    "GeometryPolygon",
    "GeometryMultiPoint",
    "GeometryMultiLineString",
    "GeometryMultiPolygon",
    "GeometryCollection",
    "PrimitiveType",
    "ComplexType",
    "EntityType",
    "Untyped",
];
