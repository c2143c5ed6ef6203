//! The key of an entity type.

use crate::{
    error::{Error, ErrorKind},
    model::{property::Property, structured_type::StructuredType},
};

/// A part of a key: a property, or a path through complex properties to one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct KeyPart {
    /// The path, with `/` between the names of properties.
    pub(crate) path: &'static str,
    /// The name in key predicates.
    pub(crate) name: &'static str,
    /// The last property of the path.
    pub(crate) property: &'static Property,
}

impl KeyPart {
    /// Returns the name of the entity's own property, and the rest of the path.
    pub(crate) fn split(&self) -> (&'static str, Option<&'static str>) {
        match self.path.split_once('/') {
            Some((first, rest)) => (first, Some(rest)),
            None => (self.path, None),
        }
    }

    /// Adds the path to the pointer of an error.
    pub(crate) fn locate(&self, error: Error) -> Error {
        let segments = self.path.rsplit('/');
        segments.fold(error, |error, segment| error.below(segment))
    }
}

/// Returns the parts of the key, own and inherited, in the order of the properties or of `key(...)`.
pub(crate) fn key_parts(declared: &'static StructuredType) -> Result<Vec<KeyPart>, Error> {
    if let Some(level) = declared.chain().find(|it| !it.key.is_empty()) {
        let parts = level.key.iter();
        return parts
            .map(|&(path, name)| listed_part(level, path, name))
            .collect();
    }
    let key = declared.properties().filter(|it| it.is_key());
    Ok(key
        .map(|property| KeyPart {
            path: property.name(),
            name: property.name(),
            property,
        })
        .collect())
}

fn listed_part(
    level: &'static StructuredType,
    path: &'static str,
    name: &'static str,
) -> Result<KeyPart, Error> {
    let mut declared = Some(level);
    let mut found = None;
    for segment in path.split('/') {
        found = declared.and_then(|it| it.property(segment));
        declared = found.and_then(Property::structured_type);
    }
    let property = found.filter(|it| !it.is_collection()).ok_or_else(|| {
        let message = format!(
            "`{path}` of the key of `{}` is not a property with a single value",
            level.name()
        );
        Error::of_kind(ErrorKind::Type, message)
    })?;
    Ok(KeyPart {
        path,
        name,
        property,
    })
}

/// Returns the names of the own and inherited properties that have the key, or parts of it.
pub(crate) fn key_properties(declared: &'static StructuredType) -> Vec<&'static str> {
    let mut names = Vec::new();
    for part in key_parts(declared).unwrap_or_default() {
        let (first, _) = part.split();
        if !names.contains(&first) {
            names.push(first);
        }
    }
    names
}
