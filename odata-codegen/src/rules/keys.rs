//! Keys (CSDL XML §6.5).

use std::collections::HashSet;

use super::Report;
use crate::csdl::{Key, KeyPart, Property, Version};
use crate::edm::Edm;
use crate::model::{Entry, Model, Target, TypeId};

pub(super) fn check(model: &Model, types: &[(TypeId, &Entry)], report: &mut Report<'_>) {
    for &(id, entry) in types {
        let Some(own) = model.structured(id).filter(|own| own.entity) else {
            continue;
        };
        key_missing(model, id, entry, report);
        if let Some(key) = &own.key {
            key_twice(model, id, entry, key, report);
            for part in &key.parts {
                key_part(model, id, entry, part, report);
            }
            key_part_names(key, report);
        }
    }
}

/// In 4.0 every concrete entity type has a key; from 4.01 on the types of entity sets do, which is a rule of the container.
fn key_missing(model: &Model, id: TypeId, entry: &Entry, report: &mut Report<'_>) {
    let base_unknown = model.chain(id).any(|id| {
        model.structured(id).is_some_and(|own| own.base.is_some())
            && model.entry(id).is_some_and(|entry| entry.base.is_none())
    });
    if entry.version == Version::V4_0
        && !model.is_abstract(id)
        && !model.has_key(id)
        && !base_unknown
    {
        report.broken(
            "key-missing",
            entry.ty.at,
            format!(
                "entity type `{}` is not abstract and neither declares nor inherits a key",
                entry.qualified
            ),
        );
    }
}

fn key_twice(model: &Model, id: TypeId, entry: &Entry, key: &Key, report: &mut Report<'_>) {
    let above = model.chain(id).skip(1).find(|&base| {
        model
            .structured(base)
            .is_some_and(|base| base.key.is_some())
    });
    if let Some(base) = above {
        report.broken(
            "key-twice",
            key.at,
            format!(
                "`{}` declares a key, but inherits one from `{}`",
                entry.qualified,
                model.qualified(base)
            ),
        );
    }
    if key.parts.is_empty() {
        report.broken(
            "key-empty",
            key.at,
            format!("the key of `{}` names no property", entry.qualified),
        );
    }
}

/// A key property exists, is not nullable, is no collection and of a type that identifies.
fn key_part(model: &Model, id: TypeId, entry: &Entry, part: &KeyPart, report: &mut Report<'_>) {
    let Some(path) = key_path(model, id, &part.path) else {
        report.broken(
            "key-property",
            part.at,
            format!(
                "the key of `{}` names `{}`, which is no property of it",
                entry.qualified, part.path
            ),
        );
        return;
    };
    if part.path.contains('/') && part.alias.is_none() {
        report.broken(
            "key-alias",
            part.at,
            format!("the key path `{}` needs an alias", part.path),
        );
    }
    // A nullable complex property on the way is allowed in 4.01 only where the key is never used in a URL; the leaf never is.
    let Some(property) = path.last() else { return };
    if property.ty.collection {
        report.broken(
            "key-property",
            part.at,
            format!("the key property `{}` is a collection", part.path),
        );
    }
    if property.ty.is_nullable() {
        report.broken(
            "key-nullable",
            part.at,
            format!(
                "the key property `{}` of `{}` must say `Nullable=\"false\"`",
                part.path, entry.qualified
            ),
        );
    }
    let fits = match model.target(&property.ty.name) {
        Target::Edm(edm) => edm.can_be_key(),
        Target::Known(ty) => match &model.entry(ty).map(|entry| &entry.ty.kind) {
            Some(crate::csdl::TypeKind::Definition(definition)) => {
                Edm::parse(&definition.underlying).is_none_or(Edm::can_be_key)
            }
            Some(crate::csdl::TypeKind::Enumeration(_)) => true,
            _ => false,
        },
        Target::Missing => true,
    };
    if !fits {
        report.broken(
            "key-type",
            part.at,
            format!(
                "the key property `{}` has the type `{}`, which cannot identify an entity",
                part.path, property.ty.name
            ),
        );
    }
}

/// The properties along a path such as `address/city`.
fn key_path<'m>(model: &'m Model, id: TypeId, path: &str) -> Option<Vec<&'m Property>> {
    let mut found: Vec<&Property> = Vec::new();
    let mut owner = id;
    for name in path.split('/') {
        if let Some(last) = found.last() {
            owner = model.find(&last.ty.name)?;
        }
        let property = model
            .chain(owner)
            .filter_map(|id| model.structured(id))
            .flat_map(|own| &own.properties)
            .find(|property| property.name == name)?;
        found.push(property);
    }
    Some(found)
}

fn key_part_names(key: &Key, report: &mut Report<'_>) {
    let mut seen = HashSet::new();
    for part in &key.parts {
        let name = part.alias.as_ref().unwrap_or(&part.path);
        if !seen.insert(name) {
            report.broken(
                "key-alias",
                part.at,
                format!("`{name}` is in the key twice"),
            );
        }
    }
}
