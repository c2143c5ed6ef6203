//! Advice for a difference: the Rust code that agrees with the metadata of a service.

use odata_csdl::{self as csdl, StructuredTypes};

use crate::{csdl::metadata::Metadata, model::StructuredType};

/// Returns the field of a property, with its attributes.
pub(super) fn field(
    owner: &StructuredType,
    property: &csdl::Property,
    service: &Metadata,
) -> String {
    let ident = snake_case(&property.name);
    let is_navigation = property.navigation.is_some();
    let mut keys = Vec::new();
    if !is_derived_name(owner, &property.name, &ident) {
        keys.push(format!("name = {:?}", property.name));
    }
    let is_key = service.chain_of(owner.name()).any(|it| {
        let key = it.key.iter().flat_map(|key| &key.parts);
        key.map(csdl::KeyPart::name)
            .any(|name| name == property.name)
    });
    if is_key {
        keys.push("key".to_owned());
    }
    if is_navigation {
        keys.push("navigation".to_owned());
    }
    let ty = rust_type(&property.ty.name, service);
    let is_nullable = service.nullability(owner.name(), property) != Some(false) && !is_key;
    let ty = match (property.ty.is_collection, is_navigation) {
        (true, true) => format!("Option<Vec<{ty}>>"),
        (true, false) if property.ty.nullable == Some(true) => format!("Vec<Option<{ty}>>"),
        (true, false) => format!("Vec<{ty}>"),
        // A related entity is absent unless it is expanded.
        (false, true) => {
            if !is_nullable {
                keys.push("nullable = false".to_owned());
            }
            format!("Option<{ty}>")
        }
        (false, false) if is_nullable => format!("Option<{ty}>"),
        (false, false) => ty,
    };
    let ident = escaped(ident);
    if keys.is_empty() {
        format!("`{ident}: {ty}`")
    } else {
        format!("`#[odata({})] {ident}: {ty}`", keys.join(", "))
    }
}

/// Returns the Rust type of a parameter or a result.
pub(super) fn value(ty: &csdl::TypeReference, service: &Metadata) -> String {
    let item = rust_type(&ty.name, service);
    match (ty.is_collection, ty.nullable) {
        (true, Some(true)) => format!("Vec<Option<{item}>>"),
        (true, _) => format!("Vec<{item}>"),
        (false, _) if ty.is_nullable() => format!("Option<{item}>"),
        (false, _) => item,
    }
}

/// Returns the name of an enumeration's member or of a type in Rust.
pub(super) fn pascal_case(name: &str) -> String {
    let mut letters = name.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// Returns the Rust type of the values of an OData type.
fn rust_type(name: &str, service: &Metadata) -> String {
    let name = service.underlying(name);
    let Some(primitive) = name.strip_prefix("Edm.") else {
        let (_, unqualified) = name.rsplit_once('.').unwrap_or(("", name));
        return pascal_case(unqualified);
    };
    match primitive {
        "String" => "String".to_owned(),
        "Boolean" => "bool".to_owned(),
        "Byte" => "u8".to_owned(),
        "SByte" => "i8".to_owned(),
        "Int16" => "i16".to_owned(),
        "Int32" => "i32".to_owned(),
        "Int64" => "i64".to_owned(),
        "Single" => "f32".to_owned(),
        "Double" => "f64".to_owned(),
        "Untyped" => "odata_core::RawJson".to_owned(),
        "ComplexType" | "EntityType" => "odata_core::DynamicResource".to_owned(),
        "PrimitiveType" => "odata_core::edm::PrimitiveValue".to_owned(),
        geo if geo.starts_with("Geo") => format!("odata_core::edm::geo::{geo}"),
        other => format!("odata_core::edm::{other}"),
    }
}

/// Returns whether the derive turns the field name `ident` into `name`, in camelCase or in the PascalCase of the type's other properties.
fn is_derived_name(owner: &StructuredType, name: &str, ident: &str) -> bool {
    let is_pascal = |text: &str| text.starts_with(char::is_uppercase);
    let pascal: String = ident.split('_').map(pascal_case).collect();
    let mut own = owner.own_properties().iter();
    if is_pascal(name) {
        pascal == name && own.any(|it| is_pascal(it.name()))
    } else {
        let mut letters = pascal.chars();
        let first = letters.next().into_iter().flat_map(char::to_lowercase);
        first.chain(letters).eq(name.chars())
    }
}

/// Returns the name of a field in Rust: `order_id` for `orderID`.
fn snake_case(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let mut ident = String::new();
    for (index, letter) in letters.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|at| letters.get(at));
        let is_word = letter.is_uppercase()
            && before.is_some_and(|before| {
                let is_last = letters.get(index + 1).is_some_and(|it| it.is_lowercase());
                *before != '_' && (!before.is_uppercase() || is_last)
            });
        if is_word {
            ident.push('_');
        }
        ident.extend(letter.to_lowercase());
    }
    ident
}

fn escaped(ident: String) -> String {
    const KEYWORDS: &[&str] = &[
        "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do",
        "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in",
        "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
        "return", "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe",
        "unsized", "use", "virtual", "where", "while", "yield",
    ];
    match ident.as_str() {
        "self" | "super" | "crate" => format!("{ident}_"),
        _ if KEYWORDS.contains(&ident.as_str()) => format!("r#{ident}"),
        _ => ident,
    }
}
