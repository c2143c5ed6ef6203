//! Linking documents into one model: bases, derived types, and annotations at their targets.

use std::{collections::HashMap, mem};

use odata_csdl::{Annotation, Document, Type, TypeKind};

use super::{Entry, Model, OperationEntry, TypeId, versions::MergedTypes};
use crate::diagnostic::{Diagnostics, Sources};

impl Model {
    pub(crate) fn link(
        sources: Sources,
        mut documents: Vec<Document>,
        merged: MergedTypes,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let (mut types, mut operations) = (Vec::new(), Vec::new());
        let mut index = HashMap::new();
        for document in &mut documents {
            for schema in &mut document.schemas {
                for ty in mem::take(&mut schema.types) {
                    let qualified = format!("{}.{}", schema.namespace, ty.name);
                    let is_duplicate = index.contains_key(&qualified);
                    if !is_duplicate {
                        index.insert(qualified.clone(), types.len());
                    }
                    types.push(Entry {
                        namespace: schema.namespace.clone(),
                        qualified,
                        alias: schema.alias.clone(),
                        version: document.version,
                        ty,
                        base: None,
                        derived: Vec::new(),
                        is_duplicate,
                    });
                }
                let own = mem::take(&mut schema.operations).into_iter();
                operations.extend(own.map(|operation| OperationEntry {
                    namespace: schema.namespace.clone(),
                    qualified: format!("{}.{}", schema.namespace, operation.name),
                    operation,
                }));
            }
        }
        let mut model = Self {
            sources,
            documents,
            types,
            operations,
            index,
            has_annotation_groups: false,
            merged,
        };
        model.link_bases(diagnostics);
        model.link_annotations();
        model
    }

    fn link_bases(&mut self, diagnostics: &mut Diagnostics) {
        for id in 0..self.types.len() {
            let base = self.structured(id).and_then(|own| {
                let base = self.find(own.base.as_deref()?)?;
                (self.structured(base)?.is_entity == own.is_entity).then_some(base)
            });
            if let Some(entry) = self.types.get_mut(id).filter(|entry| !entry.is_duplicate) {
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

    /// Reports types that are their own ancestors and removes their bases. They cannot be structs, so this rule is always an error (CSDL
    /// XML 4.01 §6.1).
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
                    "`{}` is its own base, directly or indirectly: remove one `BaseType` of the cycle",
                    entry.qualified
                );
                let location = entry.ty.location;
                diagnostics.push_fault(
                    &self.sources,
                    "base-cycle",
                    location,
                    Some(location),
                    message,
                );
            }
        }
    }

    /// Moves the annotations of `Annotations Target="NS.T/property"` elements to their targets.
    fn link_annotations(&mut self) {
        let groups: Vec<_> = self
            .documents
            .iter_mut()
            .flat_map(|document| &mut document.schemas)
            .flat_map(|schema| mem::take(&mut schema.annotation_groups))
            .collect();
        self.has_annotation_groups = !groups.is_empty();
        for group in groups {
            let target = group.target;
            let (name, member) = target
                .split_once('/')
                .map_or((target.as_str(), None), |(name, member)| {
                    (name, Some(member))
                });
            let Some(entry) = self.index.get(name).and_then(|&id| self.types.get_mut(id)) else {
                continue;
            };
            if let Some(own) = annotations_of(&mut entry.ty, member) {
                own.extend(group.annotations);
            }
        }
    }
}

fn annotations_of<'a>(ty: &'a mut Type, member: Option<&str>) -> Option<&'a mut Vec<Annotation>> {
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
