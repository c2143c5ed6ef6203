//! Merges the versions of a type: `Rack.v1_0_0.Rack`, `Rack.v1_1_0.Rack` and so on into `Rack.Rack`.

mod references;

use std::collections::{BTreeMap, HashMap, HashSet};

use odata_csdl::{Document, EnumType, Schema, StructuredType, Type, TypeKind};
use references::rename_references;

/// The merged types by their qualified names, with the names of their first and last version.
pub(crate) type MergedTypes = HashMap<String, (String, String)>;

/// The numbers of a version, by which versions are ordered. Empty for a namespace without a version.
type VersionNumbers = Vec<u64>;

/// The definitions of one type.
struct Group {
    /// The first document that has a definition.
    document: usize,
    versions: BTreeMap<VersionNumbers, (String, Type)>,
}

/// Merges all versions of each type into one that has all properties or members. Where versions differ, the last one is used. The
/// merged type is in the namespace without the version.
pub(crate) fn merge(documents: &mut [Document]) -> MergedTypes {
    let mut groups: BTreeMap<(String, String), Group> = BTreeMap::new();
    let versioned = versioned_namespaces(documents);
    for (at, document) in documents.iter_mut().enumerate() {
        for schema in &mut document.schemas {
            let (namespace, numbers, label) = match split(&schema.namespace) {
                Some((namespace, label)) => (namespace, numbers(label), label.to_owned()),
                None if versioned.contains(&schema.namespace) => (
                    schema.namespace.as_str(),
                    VersionNumbers::new(),
                    String::new(),
                ),
                None => continue,
            };
            for ty in std::mem::take(&mut schema.types) {
                let key = (namespace.to_owned(), ty.name.clone());
                let group = groups.entry(key).or_insert_with(|| Group {
                    document: at,
                    versions: BTreeMap::new(),
                });
                group
                    .versions
                    .entry(numbers.clone())
                    .or_insert_with(|| (label.clone(), ty));
            }
        }
    }
    let mut names = HashMap::new();
    let mut merged = MergedTypes::new();
    let mut schemas: BTreeMap<(usize, String), Vec<Type>> = BTreeMap::new();
    for ((namespace, name), group) in groups {
        let qualified = format!("{namespace}.{name}");
        let labels = || group.versions.values().map(|(label, _)| label.as_str());
        let mut labelled = labels().filter(|label| !label.is_empty());
        if let Some(first) = labelled.next() {
            let last = labelled.next_back().unwrap_or(first);
            merged.insert(qualified.clone(), (first.to_owned(), last.to_owned()));
        }
        for label in labels().filter(|label| !label.is_empty()) {
            names.insert(format!("{namespace}.{label}.{name}"), qualified.clone());
        }
        let types = group.versions.into_values().map(|(_, ty)| ty);
        if let Some(ty) = merged_type(types, |base| {
            names.get(base).is_some_and(|it| *it == qualified) || base == qualified
        }) {
            schemas
                .entry((group.document, namespace))
                .or_default()
                .push(ty);
        }
    }
    for ((document, namespace), types) in schemas {
        if let Some(document) = documents.get_mut(document) {
            add_types(document, namespace, types);
        }
    }
    rename_references(documents, &names);
    merged
}

/// Returns the namespaces that have versions.
fn versioned_namespaces(documents: &[Document]) -> HashSet<String> {
    documents
        .iter()
        .flat_map(|document| &document.schemas)
        .filter_map(|schema| split(&schema.namespace))
        .map(|(namespace, _)| namespace.to_owned())
        .collect()
}

/// Returns the namespace without its version, if it has one.
pub(crate) fn unversioned(namespace: &str) -> &str {
    split(namespace).map_or(namespace, |(namespace, _)| namespace)
}

/// Splits `Rack.v1_2_0` into `Rack` and `v1_2_0`.
fn split(namespace: &str) -> Option<(&str, &str)> {
    let (namespace, version) = namespace.rsplit_once('.')?;
    let is_version = version.strip_prefix(['v', 'V']).is_some_and(|numbers| {
        numbers
            .split('_')
            .all(|number| !number.is_empty() && number.bytes().all(|it| it.is_ascii_digit()))
    });
    is_version.then_some((namespace, version))
}

fn numbers(version: &str) -> VersionNumbers {
    version
        .split('_')
        .map(|number| {
            number
                .trim_start_matches(['v', 'V'])
                .parse()
                .unwrap_or(u64::MAX)
        })
        .collect()
}

fn add_types(document: &mut Document, namespace: String, types: Vec<Type>) {
    let own = document
        .schemas
        .iter_mut()
        .find(|schema| schema.namespace == namespace);
    match own {
        Some(schema) => schema.types.extend(types),
        None => {
            let location = types.first().map(|ty| ty.location).unwrap_or_default();
            document.schemas.push(Schema {
                namespace,
                location,
                types,
                ..Schema::default()
            });
        }
    }
}

/// Returns the last version, with the properties that only earlier versions have. Versions of another kind are ignored. `is_own` decides
/// whether a base is another version of the type.
fn merged_type(
    versions: impl DoubleEndedIterator<Item = Type>,
    is_own: impl Fn(&str) -> bool,
) -> Option<Type> {
    let mut versions = versions.rev();
    let mut last = versions.next()?;
    for earlier in versions {
        match (&mut last.kind, earlier.kind) {
            (TypeKind::Structured(last), TypeKind::Structured(earlier))
                if last.is_entity == earlier.is_entity =>
            {
                add_structured(last, earlier, &is_own);
            }
            (TypeKind::Enumeration(last), TypeKind::Enumeration(earlier)) => {
                add_members(last, earlier);
            }
            _ => {}
        }
    }
    if let TypeKind::Structured(own) = &mut last.kind
        && own.base.as_deref().is_some_and(&is_own)
    {
        own.base = None;
    }
    Some(last)
}

fn add_structured(
    last: &mut StructuredType,
    earlier: StructuredType,
    is_own: impl Fn(&str) -> bool,
) {
    // The base of the first version is the base of all.
    if let Some(base) = earlier.base.filter(|base| !is_own(base)) {
        last.base = Some(base);
    }
    last.is_abstract &= earlier.is_abstract;
    last.is_open |= earlier.is_open;
    last.has_stream |= earlier.has_stream;
    last.key = earlier.key.or(last.key.take());
    add_by_name(&mut last.properties, earlier.properties, |it| &it.name);
}

fn add_members(last: &mut EnumType, earlier: EnumType) {
    last.is_flags |= earlier.is_flags;
    add_by_name(&mut last.members, earlier.members, |it| &it.name);
}

/// Adds the items of an earlier version before those of `last`. An item of `last` replaces the earlier one of the same name.
fn add_by_name<T>(last: &mut Vec<T>, earlier: Vec<T>, name: impl Fn(&T) -> &str) {
    for item in std::mem::replace(last, earlier) {
        match last.iter_mut().find(|known| name(known) == name(&item)) {
            Some(known) => *known = item,
            None => last.push(item),
        }
    }
}
