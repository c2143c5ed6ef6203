//! The differences between the keys of a type and of the metadata.

use std::borrow::Cow;

use odata_csdl::{self as csdl, StructuredTypes, TypeKind};

use crate::{
    csdl::{difference::Aspect, metadata::Metadata, model::Model, report::Report, types},
    model::{Property, StructuredType},
};

/// A key may be inherited on one side and declared on the other. A difference that both sides inherit is reported for the declaring
/// type only. The parts have an order, which is that of a key in a path without names (CSDL 4.01 §6.5).
pub(super) fn compare_key(
    model: &Model,
    rust: &'static StructuredType,
    metadata: &csdl::StructuredType,
    service: &Metadata,
    report: &mut Report<'_>,
) {
    let has_own_key = |it: &'static StructuredType| {
        !it.key.is_empty() || it.own_properties().iter().any(Property::is_key)
    };
    if !has_own_key(rust) && metadata.key.is_none() && rust.base().is_some() {
        return;
    }
    let mut levels: Vec<_> = rust.chain().map(|level| types::key(model, level)).collect();
    levels.reverse();
    let rust_key = levels.concat();
    let metadata_key: Vec<_> = service
        .chain(metadata)
        .find_map(|it| it.key.as_ref())
        .iter()
        .flat_map(|key| &key.parts)
        .map(|part| (part.path.as_str(), part.name()))
        .collect();
    if rust_key == metadata_key
        || (rust_key.is_empty() && !is_expressible(rust.name(), metadata, service))
    {
        return;
    }
    let is_order =
        rust_key.len() == metadata_key.len() && metadata_key.iter().all(|it| rust_key.contains(it));
    let is_listed = rust.chain().any(|it| !it.key.is_empty())
        || metadata_key
            .iter()
            .any(|(path, name)| path != name || path.contains('/'));
    let advice = if metadata_key.is_empty() {
        "remove the key `key` from the fields or from the type".to_owned()
    } else if is_listed {
        let parts = metadata_key.iter().map(|(path, name)| match path == name {
            true => format!("{path:?}"),
            false => format!("{path:?} = {name:?}"),
        });
        let parts: Vec<_> = parts.collect();
        format!("write `#[odata(key({}))]` on the type", parts.join(", "))
    } else if is_order {
        let positions = metadata_key.iter().zip(1..);
        let positions: Vec<_> = positions
            .map(|((name, _), at)| format!("`key_position = {at}` on `{name}`"))
            .collect();
        format!("write {}", positions.join(", "))
    } else {
        let names: Vec<_> = metadata_key.iter().map(|(name, _)| *name).collect();
        format!("write `#[odata(key)]` on {}", names.join(", "))
    };
    let stated = |key: &[(&str, &str)]| {
        let parts = key.iter().map(|(path, name)| match path == name {
            true => (*path).to_owned(),
            false => format!("{path} as {name}"),
        });
        let parts: Vec<_> = parts.collect();
        (!key.is_empty()).then(|| Cow::Owned(parts.join(", ")))
    };
    report.push(
        Aspect::Key,
        stated(&rust_key),
        stated(&metadata_key),
        advice,
    );
}

/// Returns whether a type can have the key: each part is a property, or a path with an alias through single complex values, of a type that
/// the standard allows (CSDL 4.01 §6.5).
fn is_expressible(owner: &str, metadata: &csdl::StructuredType, service: &Metadata) -> bool {
    let key = service.chain(metadata).find_map(|it| it.key.as_ref());
    let mut parts = key.iter().flat_map(|key| &key.parts);
    parts.all(|part| {
        let is_named = part.alias.is_some() || !part.path.contains('/');
        is_named && has_key_type(owner, &part.path, service)
    })
}

fn has_key_type(owner: &str, path: &str, service: &Metadata) -> bool {
    let (first, rest) = match path.split_once('/') {
        Some((first, rest)) => (first, Some(rest)),
        None => (path, None),
    };
    let Some(property) = service.property_of(owner, first) else {
        return false;
    };
    let is_single = property.navigation.is_none() && !property.ty.is_collection;
    is_single
        && match rest {
            Some(rest) => has_key_type(&property.ty.name, rest, service),
            None => is_key_type(service.underlying(&property.ty.name), service),
        }
}

fn is_key_type(name: &str, service: &Metadata) -> bool {
    match name.strip_prefix("Edm.") {
        None => matches!(service.types.get(name), Some(TypeKind::Enumeration(_))),
        Some("Binary" | "Double" | "Single" | "Stream" | "Untyped") => false,
        Some(other) => !other.starts_with("Geo") && !other.ends_with("Type"),
    }
}
