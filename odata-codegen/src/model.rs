//! All documents linked into one model: types by name, bases, derived types, and annotations where they belong.

use std::collections::HashMap;

use crate::csdl::annotation::{Annotation, Said};
use crate::csdl::{Document, Enumeration, Property, Structured, Type, TypeKind, Version};
use crate::diagnostic::Diagnostics;
use crate::edm::Edm;
use crate::source::Sources;

/// A type by its place in [`Model::types`].
pub(crate) type TypeId = usize;

#[derive(Debug)]
pub(crate) struct Model {
    pub(crate) sources: Sources,
    /// The documents without their types, which are in `types`.
    pub(crate) documents: Vec<Document>,
    pub(crate) types: Vec<Entry>,
    index: HashMap<String, TypeId>,
}

/// A type with what linking found out about it.
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
    /// A second definition of the same name: it takes part in nothing but the rule about that.
    pub(crate) duplicate: bool,
}

/// What a name of a type stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target {
    Edm(Edm),
    Known(TypeId),
    Missing,
}

impl Model {
    pub(crate) fn link(
        sources: Sources,
        mut documents: Vec<Document>,
        diagnostics: &mut Diagnostics,
    ) -> Model {
        let mut types = Vec::new();
        let mut index = HashMap::new();
        for document in &mut documents {
            for schema in &mut document.schemas {
                for ty in std::mem::take(&mut schema.types) {
                    let qualified = format!("{}.{}", schema.namespace, ty.name);
                    let duplicate = index.contains_key(&qualified);
                    if !duplicate {
                        index.insert(qualified.clone(), types.len());
                    }
                    let (namespace, alias) = (schema.namespace.clone(), schema.alias.clone());
                    types.push(Entry {
                        namespace,
                        qualified,
                        alias,
                        version: document.version,
                        ty,
                        base: None,
                        derived: Vec::new(),
                        duplicate,
                    });
                }
            }
        }
        let mut model = Model {
            sources,
            documents,
            types,
            index,
        };
        model.link_bases(diagnostics);
        model.link_annotations();
        model
    }

    fn link_bases(&mut self, diagnostics: &mut Diagnostics) {
        for id in 0..self.types.len() {
            let base = self.structured(id).and_then(|own| {
                let base = self.find(own.base.as_deref()?)?;
                (self.structured(base)?.entity == own.entity).then_some(base)
            });
            if let Some(entry) = self.types.get_mut(id).filter(|entry| !entry.duplicate) {
                entry.base = base;
            }
        }
        self.cut_cycles(diagnostics);
        let mut order: Vec<TypeId> = (0..self.types.len()).collect();
        order.sort_by(|&left, &right| self.qualified(left).cmp(self.qualified(right)));
        for id in order {
            if let Some(base) = self.types.get(id).and_then(|entry| entry.base)
                && let Some(entry) = self.types.get_mut(base)
            {
                entry.derived.push(id);
            }
        }
    }

    /// A type that is its own ancestor has no Rust form, so this rule is an error however strict the run is (CSDL XML §6.1).
    fn cut_cycles(&mut self, diagnostics: &mut Diagnostics) {
        for id in 0..self.types.len() {
            let mut next = self.types.get(id).and_then(|entry| entry.base);
            let mut steps = 0;
            while let Some(current) =
                next.filter(|&current| current != id && steps <= self.types.len())
            {
                next = self.types.get(current).and_then(|entry| entry.base);
                steps += 1;
            }
            if next == Some(id)
                && let Some(entry) = self.types.get_mut(id)
            {
                entry.base = None;
                let message = format!(
                    "`{}` is its own base, directly or through others",
                    entry.qualified
                );
                diagnostics.error(&self.sources, "base-cycle", entry.ty.at, message);
            }
        }
    }

    /// Moves annotations that stand apart (`Annotations Target="NS.T/prop"`) to what they annotate.
    fn link_annotations(&mut self) {
        let apart: Vec<_> = self
            .documents
            .iter_mut()
            .flat_map(|document| &mut document.schemas)
            .flat_map(|schema| std::mem::take(&mut schema.annotations))
            .collect();
        for (target, annotations) in apart {
            let (name, member) = target
                .split_once('/')
                .map_or((target.as_str(), None), |(name, member)| {
                    (name, Some(member))
                });
            let Some(entry) = self.index.get(name).and_then(|&id| self.types.get_mut(id)) else {
                continue;
            };
            if let Some(place) = annotated(&mut entry.ty, member) {
                place.extend(annotations);
            }
        }
    }

    pub(crate) fn entry(&self, id: TypeId) -> Option<&Entry> {
        self.types.get(id)
    }

    pub(crate) fn find(&self, qualified: &str) -> Option<TypeId> {
        self.index.get(qualified).copied()
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

    pub(crate) fn structured(&self, id: TypeId) -> Option<&Structured> {
        match &self.types.get(id)?.ty.kind {
            TypeKind::Structured(structured) => Some(structured),
            _ => None,
        }
    }

    pub(crate) fn enumeration(&self, id: TypeId) -> Option<&Enumeration> {
        match &self.types.get(id)?.ty.kind {
            TypeKind::Enumeration(enumeration) => Some(enumeration),
            _ => None,
        }
    }

    /// The type and its bases, nearest first.
    pub(crate) fn chain(&self, id: TypeId) -> impl Iterator<Item = TypeId> {
        std::iter::successors(Some(id), |&id| self.types.get(id)?.base)
    }

    /// All types derived from this one, at any depth, each below its base and siblings by name.
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

    pub(crate) fn is_abstract(&self, id: TypeId) -> bool {
        self.structured(id)
            .is_some_and(|structured| structured.is_abstract)
    }

    /// The properties that the bases of a type declare.
    pub(crate) fn inherited(&self, id: TypeId) -> impl Iterator<Item = (TypeId, &Property)> {
        self.chain(id).skip(1).flat_map(|base| {
            self.structured(base)
                .into_iter()
                .flat_map(move |own| own.properties.iter().map(move |property| (base, property)))
        })
    }

    /// The name parts of the key that applies to a type, its own or inherited.
    pub(crate) fn has_key(&self, id: TypeId) -> bool {
        self.chain(id)
            .any(|id| self.structured(id).is_some_and(|own| own.key.is_some()))
    }
}

fn annotated<'a>(ty: &'a mut Type, member: Option<&str>) -> Option<&'a mut Vec<Annotation>> {
    let Some(member) = member else {
        return Some(&mut ty.annotations);
    };
    match &mut ty.kind {
        TypeKind::Structured(own) => own
            .properties
            .iter_mut()
            .find(|property| property.name == member)
            .map(|property| &mut property.annotations),
        TypeKind::Enumeration(own) => own
            .members
            .iter_mut()
            .find(|found| found.name == member)
            .map(|found| &mut found.annotations),
        TypeKind::Definition(_) => None,
    }
}

impl Entry {
    pub(crate) fn said(&self) -> Said<'_> {
        Said(&self.ty.annotations)
    }
}

impl Property {
    pub(crate) fn said(&self) -> Said<'_> {
        Said(&self.annotations)
    }
}
