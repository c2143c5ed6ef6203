//! `edm`: the OData type of a Rust type.

use proc_macro2::Span;
use quote::ToTokens;

use super::{Shape, naming::is_identifier};
use crate::{attr::did_you_mean, errors::Errors};

/// Reports a value of `edm` that is not a qualified name, or not the name of a type in `Edm`.
/// Returns whether the name is valid.
pub(super) fn check_edm(name: &str, span: Span, errors: &mut Errors) -> bool {
    let item = name
        .strip_prefix("Collection(")
        .and_then(|it| it.strip_suffix(')'));
    if let Some(item) = item {
        errors.at_span(
            span,
            format_args!("`edm` names the type of an item: write `edm = \"{item}\"`"),
        );
        return false;
    }
    match name.rsplit_once('.') {
        // No namespace differs from `Edm` only in letter case.
        Some((namespace, primitive))
            if namespace.eq_ignore_ascii_case("Edm")
                && (namespace != "Edm" || !EDM.contains(&primitive)) =>
        {
            let qualified: Vec<String> = EDM.iter().map(|it| format!("Edm.{it}")).collect();
            let hint = match replacement(primitive) {
                Some(types) => format!("; write {types}"),
                None => did_you_mean(name, qualified.iter().map(String::as_str)),
            };
            errors.at_span(span, format_args!("unknown type `{name}`{hint}"));
        }
        Some((namespace, type_name)) => {
            return check_qualified(name, namespace, type_name, span, errors);
        }
        None => errors.at_span(
            span,
            format_args!(
                "`{name}` is not a qualified name: write `Edm.{name}` or `namespace.{name}`"
            ),
        ),
    }
    false
}

/// Returns what to write for a type of earlier versions of OData or of another language.
fn replacement(name: &str) -> Option<&'static str> {
    Some(match name.to_ascii_lowercase().as_str() {
        "datetime" | "timestamp" => "`Edm.DateTimeOffset`",
        "time" => "`Edm.TimeOfDay` for a time of a day, `Edm.Duration` for a length of time",
        "float" | "number" | "real" => "`Edm.Double` or `Edm.Single`",
        "int" | "integer" | "uint16" => "`Edm.Int32`",
        "long" | "bigint" | "uint32" => "`Edm.Int64`",
        "uint64" => "`Edm.Decimal`",
        "short" | "int8" => "`Edm.Int16` or `Edm.SByte`",
        "bool" => "`Edm.Boolean`",
        "uuid" => "`Edm.Guid`",
        "bytes" | "blob" => "`Edm.Binary`",
        "text" | "char" | "varchar" => "`Edm.String`",
        "any" | "object" | "json" => "`Edm.Untyped`",
        _ => return None,
    })
}

fn check_qualified(
    name: &str,
    namespace: &str,
    type_name: &str,
    span: Span,
    errors: &mut Errors,
) -> bool {
    let is_identifier = is_identifier(type_name) && namespace.split('.').all(is_identifier);
    if !is_identifier {
        errors.at_span(
            span,
            format_args!("`{name}` is not a qualified name: write `namespace.Name`"),
        );
    }
    is_identifier
}

/// Reports an OData type that contradicts a Rust type whose JSON is fixed, and one that a key cannot have.
pub(super) fn check_type(
    name: &str,
    span: Span,
    shape: &Shape<'_>,
    key: Option<Span>,
    errors: &mut Errors,
) {
    // A type definition may have any underlying type.
    let Some(primitive) = name.strip_prefix("Edm.") else {
        return;
    };
    let value = shape.item().unwrap_or(shape);
    let number = value.number().map(|ty| ty.to_token_stream().to_string());
    let fitting: &[&str] = match number.as_deref() {
        Some("i8") => &["SByte", "Int16", "Int32"],
        Some("u8") => &["Byte", "Int16", "Int32"],
        Some("i16") => &["Int16", "Int32"],
        Some("i32") => &["Int32"],
        Some("i64") => &["Int64"],
        Some("u16" | "u32" | "u64") => &["Byte", "SByte", "Int16", "Int32", "Int64", "Decimal"],
        Some("f32" | "f64") => &["Single", "Double", "Decimal"],
        Some(_) => return,
        None if value.is_text() => &[
            "String",
            "Binary",
            "Date",
            "DateTimeOffset",
            "Duration",
            "Guid",
            "TimeOfDay",
            "PrimitiveType",
            "Untyped",
        ],
        None if value.is_primitive() => &["Boolean"],
        None => {
            check_key(primitive, key, errors);
            return;
        }
    };
    if !fitting.contains(&primitive) {
        let ty = value.innermost().to_token_stream();
        let fitting: Vec<String> = fitting.iter().map(|it| format!("`Edm.{it}`")).collect();
        errors.at_span(
            span,
            format_args!(
                "the JSON of `{ty}` is not that of `{name}`: write one of {}",
                fitting.join(", ")
            ),
        );
        return;
    }
    check_key(primitive, key, errors);
}

/// CSDL 4.01 §6.5: the primitive types that a key can have.
fn check_key(primitive: &str, key: Option<Span>, errors: &mut Errors) {
    const KEYS: &[&str] = &[
        "Boolean",
        "Byte",
        "Date",
        "DateTimeOffset",
        "Decimal",
        "Duration",
        "Guid",
        "Int16",
        "Int32",
        "Int64",
        "SByte",
        "String",
        "TimeOfDay",
    ];
    if let Some(span) = key.filter(|_| !KEYS.contains(&primitive)) {
        errors.at_span(
            span,
            format_args!("`Edm.{primitive}` cannot be a key: remove `key`"),
        );
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
