//! Keys (CSDL XML 4.01 §6.5).

use std::collections::HashSet;

use odata_csdl::{Key, KeyPart, StructuredTypes, TypeKind, Version};

use super::report::Report;
use crate::model::{Entry, TypeId};

pub(super) fn check(types: &[(TypeId, &Entry)], report: &mut Report<'_>) {
    for &(id, entry) in types {
        let Some(own) = report.model.structured(id).filter(|own| own.is_entity) else {
            continue;
        };
        check_key_missing(id, entry, report);
        if let Some(key) = &own.key {
            check_key_twice(id, entry, key, report);
            for part in &key.parts {
                check_key_part(entry, part, report);
            }
            check_key_part_names(key, report);
        }
    }
}

/// Checks that every entity type of 4.0 that is not abstract has a key. Since 4.01, only the types of entity sets need one, which is a rule
/// of the container.
fn check_key_missing(id: TypeId, entry: &Entry, report: &mut Report<'_>) {
    let model = report.model;
    let mut chain = model.chain(id).filter_map(|id| model.entry(id));
    let has_unknown_base = chain.any(|entry| match &entry.ty.kind {
        TypeKind::Structured(own) => own.base.is_some() && entry.base.is_none(),
        _ => false,
    });
    if entry.version == Version::V4_0
        && !model.is_abstract(id)
        && !model.has_key(id)
        && !has_unknown_base
    {
        let message = format!(
            "the entity type `{}` has no key: declare or inherit one, or make the type abstract",
            entry.qualified
        );
        report.violation("key-missing", entry.ty.location, message);
    }
}

fn check_key_twice(id: TypeId, entry: &Entry, key: &Key, report: &mut Report<'_>) {
    let model = report.model;
    let declares_key = |&base: &TypeId| {
        let base = model.structured(base);
        base.is_some_and(|base| base.key.is_some())
    };
    if let Some(base) = model.chain(id).skip(1).find(declares_key) {
        let message = format!(
            "`{}` declares a key, but inherits one from `{}`: remove one of them",
            entry.qualified,
            model.qualified(base)
        );
        report.violation("key-twice", key.location, message);
    }
    if key.parts.is_empty() {
        let message = format!("the key of `{}` is empty: name a property", entry.qualified);
        report.violation("key-empty", key.location, message);
    }
}

/// Checks that a key property exists, is neither nullable nor a collection, and has a type that is allowed in a key.
fn check_key_part(entry: &Entry, part: &KeyPart, report: &mut Report<'_>) {
    let model = report.model;
    let (owner, name) = (&entry.qualified, &part.path);
    let mut violation = |rule, message: String| report.violation(rule, part.location, message);
    let Some(property) = model.property_at(owner, name) else {
        let message = format!("the key of `{owner}` names `{name}`, which is not a property of it");
        return violation("key-property", message);
    };
    if name.contains('/') && part.alias.is_none() {
        let message = format!("the key path `{name}` has no alias: add `Alias`");
        violation("key-alias", message);
    }
    if property.ty.is_collection {
        let message = format!("the key property `{name}` is a collection: use a single value");
        violation("key-property", message);
    }
    // 4.01 allows a nullable complex property in the path if the key is never used in a URL. The last property is never nullable.
    if property.ty.is_nullable() {
        let message = format!(
            "the key property `{name}` of `{owner}` is nullable: write `Nullable=\"false\"`"
        );
        violation("key-nullable", message);
    }
    if !model.can_be_key(&property.ty) {
        let message = format!(
            "the key property `{name}` has the type `{}`, which is not allowed in a key",
            property.ty.name
        );
        violation("key-type", message);
    }
}

fn check_key_part_names(key: &Key, report: &mut Report<'_>) {
    let mut seen = HashSet::new();
    for part in &key.parts {
        if !seen.insert(part.name()) {
            let message = format!(
                "the key has two parts named `{}`: rename one with `Alias`",
                part.name()
            );
            report.violation("key-alias", part.location, message);
        }
    }
}
