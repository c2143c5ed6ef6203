//! All documents as one model: types by name, with their bases and derived types.

pub(crate) mod bounds;
mod edm;
mod link;
pub(crate) mod members;
pub(crate) mod versions;
mod vocabulary;

use std::collections::HashMap;

pub(crate) use edm::Edm;
use odata_csdl::{
    ContainerChild, Document, EnumType, Operation, Property, Schema, StructuredType,
    StructuredTypes, Type, TypeKind, TypeReference, Version, is_simple_identifier,
};
use versions::{MergedTypes, unversioned};
pub(crate) use vocabulary::Vocabulary;

use crate::diagnostic::Sources;

/// The names that no schema and no alias may have (CSDL 4.01 §5.1, §5.2).
pub(crate) const RESERVED: [&str; 4] = ["Edm", "odata", "System", "Transient"];

/// An index into [`Model::types`].
pub(crate) type TypeId = usize;

/// An index into [`Model::operations`].
pub(crate) type OperationId = usize;

#[derive(Debug)]
pub(crate) struct Model {
    pub(crate) sources: Sources,
    /// The documents without their types and operations, which have fields of their own.
    pub(crate) documents: Vec<Document>,
    pub(crate) types: Vec<Entry>,
    /// Actions and functions. Overloads have the same name.
    pub(crate) operations: Vec<OperationEntry>,
    index: HashMap<String, TypeId>,
    /// Whether a document has annotations that are written apart from what they annotate.
    pub(crate) has_annotation_groups: bool,
    /// Types that represent all their versions.
    merged: MergedTypes,
}

/// A type with the results of linking.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) namespace: String,
    /// `namespace.name`
    pub(crate) qualified: String,
    pub(crate) alias: Option<String>,
    pub(crate) version: Version,
    pub(crate) ty: Type,
    /// The base, where it is known and of the same kind.
    pub(crate) base: Option<TypeId>,
    /// Directly derived types, by qualified name.
    pub(crate) derived: Vec<TypeId>,
    /// A second definition of the same name. Only the rule about unique names reads it.
    pub(crate) is_duplicate: bool,
}

/// An action or a function with its names.
#[derive(Debug)]
pub(crate) struct OperationEntry {
    pub(crate) namespace: String,
    /// `namespace.name`
    pub(crate) qualified: String,
    pub(crate) operation: Operation,
}

/// The type that a name refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target {
    Edm(Edm),
    Known(TypeId),
    Missing,
}

impl Model {
    /// Returns the types without second definitions of a name.
    pub(crate) fn unique_types(&self) -> impl Iterator<Item = (TypeId, &Entry)> {
        self.types
            .iter()
            .enumerate()
            .filter(|(_, entry)| !entry.is_duplicate)
    }

    pub(crate) fn schemas(&self) -> impl Iterator<Item = &Schema> {
        self.documents.iter().flat_map(|document| &document.schemas)
    }

    /// Returns the entity sets, singletons and imports of a schema.
    pub(crate) fn container_children(schema: &Schema) -> impl Iterator<Item = &ContainerChild> {
        let containers = schema.containers.iter();
        containers.flat_map(|container| &container.children)
    }

    pub(crate) fn entry(&self, id: TypeId) -> Option<&Entry> {
        self.types.get(id)
    }

    pub(crate) fn find(&self, qualified: &str) -> Option<TypeId> {
        self.index.get(qualified).copied()
    }

    /// Finds a type by its name with the namespace or the alias of its schema: aliases in annotations are not resolved.
    pub(crate) fn find_by_any_name(&self, name: &str) -> Option<TypeId> {
        self.find(name).or_else(|| {
            let (alias, short) = name.rsplit_once('.')?;
            self.types
                .iter()
                .position(|it| it.alias.as_deref() == Some(alias) && it.ty.name == short)
        })
    }

    pub(crate) fn target(&self, qualified: &str) -> Target {
        match (Edm::parse(qualified), self.find(qualified)) {
            (Some(edm), _) => Target::Edm(edm),
            (None, Some(id)) => Target::Known(id),
            (None, None) => Target::Missing,
        }
    }

    pub(crate) fn qualified(&self, id: TypeId) -> &str {
        self.types.get(id).map_or("", |entry| &entry.qualified)
    }

    pub(crate) fn structured(&self, id: TypeId) -> Option<&StructuredType> {
        match &self.types.get(id)?.ty.kind {
            TypeKind::Structured(structured) => Some(structured),
            _ => None,
        }
    }

    pub(crate) fn enumeration(&self, id: TypeId) -> Option<&EnumType> {
        match &self.types.get(id)?.ty.kind {
            TypeKind::Enumeration(enumeration) => Some(enumeration),
            _ => None,
        }
    }

    /// Returns the type and its bases, nearest first.
    pub(crate) fn chain(&self, id: TypeId) -> impl Iterator<Item = TypeId> {
        std::iter::successors(Some(id), |&id| self.types.get(id)?.base)
    }

    /// Returns the earlier versions of a type from which it derives, nearest first: `Rack.v1_0_0.Rack` for `Rack.v1_1_0.Rack`.
    pub(crate) fn earlier_versions(&self, id: TypeId) -> impl Iterator<Item = TypeId> {
        let version = move |id: TypeId| {
            let entry = self.types.get(id)?;
            Some((&entry.ty.name, unversioned(&entry.namespace)))
        };
        let own = version(id);
        self.chain(id)
            .skip(1)
            .take_while(move |&base| version(base) == own)
    }

    /// Returns all types derived from this one, at any depth: bases before derived types, and siblings by name.
    pub(crate) fn descendants(&self, id: TypeId) -> Vec<TypeId> {
        let mut found = Vec::new();
        let mut open: Vec<TypeId> = self
            .types
            .get(id)
            .map(|entry| entry.derived.iter().rev().copied().collect())
            .unwrap_or_default();
        while let Some(next) = open.pop() {
            found.push(next);
            open.extend(
                self.types
                    .get(next)
                    .iter()
                    .flat_map(|entry| entry.derived.iter().rev().copied()),
            );
        }
        found
    }

    /// Returns whether an enumeration has a member that becomes a variant.
    pub(crate) fn has_members(&self, id: TypeId) -> bool {
        self.enumeration(id).is_some_and(|own| {
            members::values(own)
                .any(|(member, value)| value.is_some() && is_simple_identifier(&member.name))
        })
    }

    /// Returns the first and the last version of a type that represents all its versions.
    pub(crate) fn versions(&self, id: TypeId) -> Option<(&str, &str)> {
        let (first, last) = self.merged.get(self.qualified(id))?;
        Some((first, last))
    }

    /// Returns whether a name is that of an entity type; `None` if no file defines the type.
    pub(crate) fn is_entity(&self, name: &str) -> Option<bool> {
        match self.target(name) {
            Target::Known(id) => Some(self.structured(id).is_some_and(|own| own.is_entity)),
            Target::Edm(edm) => Some(edm == Edm::EntityType),
            Target::Missing => None,
        }
    }

    pub(crate) fn is_abstract(&self, id: TypeId) -> bool {
        self.structured(id)
            .is_some_and(|structured| structured.is_abstract)
    }

    /// Returns the properties that the bases of a type declare, each with its base.
    pub(crate) fn inherited(&self, id: TypeId) -> impl Iterator<Item = (TypeId, &Property)> {
        self.chain(id).skip(1).flat_map(|base| {
            self.structured(base)
                .into_iter()
                .flat_map(move |own| own.properties.iter().map(move |property| (base, property)))
        })
    }

    /// Returns the primitive type of a name, also through a type definition.
    pub(crate) fn primitive(&self, name: &str) -> Option<Edm> {
        match self.target(name) {
            Target::Edm(edm) => Some(edm),
            Target::Known(id) => match &self.entry(id)?.ty.kind {
                TypeKind::Definition(own) => Edm::parse(&own.underlying),
                _ => None,
            },
            Target::Missing => None,
        }
    }

    /// Returns whether the values of a type can identify an entity (CSDL XML 4.01 §6.5).
    pub(crate) fn can_be_key(&self, ty: &TypeReference) -> bool {
        match self.target(&ty.name) {
            Target::Edm(edm) => edm.can_be_key(),
            Target::Known(id) => match self.entry(id).map(|entry| &entry.ty.kind) {
                Some(TypeKind::Definition(own)) => {
                    Edm::parse(&own.underlying).is_none_or(Edm::can_be_key)
                }
                Some(TypeKind::Enumeration(_)) => true,
                _ => false,
            },
            Target::Missing => true,
        }
    }

    /// Returns whether the type declares or inherits a key.
    pub(crate) fn has_key(&self, id: TypeId) -> bool {
        self.chain(id)
            .any(|id| self.structured(id).is_some_and(|own| own.key.is_some()))
    }
}

impl StructuredTypes for Model {
    fn chain_of(&self, name: &str) -> impl Iterator<Item = &StructuredType> {
        let ids = self.find(name).into_iter().flat_map(|id| self.chain(id));
        ids.filter_map(|id| self.structured(id))
    }
}

/// Returns whether the derive accepts the name of a property, some only with `any_name`.
pub(crate) fn is_member_name(name: &str) -> bool {
    !name.is_empty()
        && !name.contains(|c: char| c == '@' || c.is_control())
        && !name.starts_with('#')
}

impl Entry {
    pub(crate) fn vocabulary(&self) -> Vocabulary<'_> {
        Vocabulary(&self.ty.annotations)
    }
}
