//! Which types are generated: the patterns' matches, and all that these need.

use std::collections::{BTreeSet, HashSet};

use crate::config::{Navigation, Override};
use crate::csdl::{Operation, Property};
use crate::model::{Entry, Model, Target, TypeId};
use crate::naming::is_identifier;
use crate::pattern::Pattern;

/// What the user chose.
#[derive(Debug, Clone, Default)]
pub(crate) struct Choice {
    pub(crate) include: Vec<Pattern>,
    pub(crate) exclude: Vec<Pattern>,
    pub(crate) hierarchies: Vec<Pattern>,
    pub(crate) navigation: Navigation,
    pub(crate) actions: bool,
    pub(crate) overrides: Vec<(String, Override)>,
}

/// The result.
#[derive(Debug, Default)]
pub(crate) struct Selection {
    /// All types to generate, in the order of the files.
    pub(crate) types: BTreeSet<TypeId>,
    /// Types of positions that may hold a derived type: each gets a hierarchy.
    pub(crate) polymorphic: BTreeSet<TypeId>,
    /// Actions whose parameters are generated: document, schema and place in it.
    pub(crate) actions: Vec<(usize, usize, usize)>,
    /// Include patterns that match nothing.
    pub(crate) unmatched: Vec<String>,
}

impl Choice {
    /// What stands in for a type or a property (`NS.T/property`), if the user said so.
    pub(crate) fn replaced(&self, name: &str) -> Option<&Override> {
        // The last one wins, so that a user's own override comes before a built-in one.
        self.overrides
            .iter()
            .rev()
            .find(|(target, _)| target == name)
            .map(|(_, replacement)| replacement)
    }

    fn included(&self, qualified: &str) -> bool {
        (self.include.is_empty()
            || self
                .include
                .iter()
                .any(|pattern| pattern.matches(qualified)))
            && !self.excluded(qualified)
    }

    pub(crate) fn excluded(&self, qualified: &str) -> bool {
        self.exclude
            .iter()
            .any(|pattern| pattern.matches(qualified))
            || self.replaced(qualified).is_some()
    }
}

pub(crate) fn select(model: &Model, choice: &Choice) -> Selection {
    let mut closure = Closure {
        model,
        choice,
        selection: Selection::default(),
        open: Vec::new(),
    };
    let mut matched: HashSet<usize> = HashSet::new();
    for (id, entry) in model
        .types
        .iter()
        .enumerate()
        .filter(|(_, entry)| !entry.duplicate)
    {
        matched.extend(
            choice
                .include
                .iter()
                .enumerate()
                .filter(|(_, pattern)| pattern.matches(&entry.qualified))
                .map(|(index, _)| index),
        );
        if choice.included(&entry.qualified) {
            closure.add(id);
            // Who asks for a base by its name wants what is derived from it.
            if choice
                .include
                .iter()
                .any(|pattern| pattern.is_literal() && pattern.text() == entry.qualified)
            {
                closure.position(id);
            }
        }
    }
    closure.actions(&mut matched);
    closure.run();
    for id in closure.selection.types.clone() {
        if choice
            .hierarchies
            .iter()
            .any(|pattern| pattern.matches(model.qualified(id)))
        {
            closure.position(id);
        }
    }
    closure.run();
    let mut selection = closure.selection;
    if choice.navigation == Navigation::Reference {
        navigation_inside(model, choice, &mut selection);
    }
    selection.unmatched = choice
        .include
        .iter()
        .enumerate()
        .filter(|(index, _)| !matched.contains(index))
        .map(|(_, pattern)| pattern.text())
        .collect();
    selection
}

struct Closure<'a> {
    model: &'a Model,
    choice: &'a Choice,
    selection: Selection,
    open: Vec<TypeId>,
}

impl Closure<'_> {
    fn add(&mut self, id: TypeId) {
        if !self.model.entry(id).is_some_and(is_named) {
            return;
        }
        if !self.choice.excluded(self.model.qualified(id)) && self.selection.types.insert(id) {
            self.open.push(id);
        }
    }

    /// A place that is declared with this type: what is derived from it may stand there, too.
    fn position(&mut self, id: TypeId) {
        self.add(id);
        let derived = self.model.descendants(id);
        if derived
            .iter()
            .any(|&derived| !self.model.is_abstract(derived))
            && self.selection.types.contains(&id)
            && self.selection.polymorphic.insert(id)
        {
            derived.into_iter().for_each(|derived| self.add(derived));
        }
    }

    fn property(&mut self, owner: &str, property: &Property) {
        let follow = property.navigation.is_none() || self.choice.navigation == Navigation::Follow;
        let replaced = self
            .choice
            .replaced(&format!("{owner}/{}", property.name))
            .is_some();
        if let Target::Known(target) = self.model.target(&property.ty.name)
            && follow
            && !replaced
        {
            self.position(target);
        }
    }

    fn run(&mut self) {
        while let Some(id) = self.open.pop() {
            let Some(entry) = self.model.entry(id) else {
                continue;
            };
            if let Some(base) = entry.base {
                self.add(base);
            }
            for property in self
                .model
                .structured(id)
                .iter()
                .flat_map(|own| &own.properties)
            {
                self.property(&entry.qualified, property);
            }
        }
    }

    fn actions(&mut self, matched: &mut HashSet<usize>) {
        for (document_index, document) in self
            .model
            .documents
            .iter()
            .enumerate()
            .filter(|_| self.choice.actions)
        {
            for (schema_index, schema) in document.schemas.iter().enumerate() {
                for (index, operation) in schema.operations.iter().enumerate() {
                    let qualified = format!("{}.{}", schema.namespace, operation.name);
                    if operation.action && self.choice.included(&qualified) {
                        matched.extend(
                            self.choice
                                .include
                                .iter()
                                .enumerate()
                                .filter(|(_, pattern)| pattern.matches(&qualified))
                                .map(|(index, _)| index),
                        );
                        self.selection
                            .actions
                            .push((document_index, schema_index, index));
                        for parameter in operation.sent() {
                            self.property(&qualified, parameter);
                        }
                    }
                }
            }
        }
    }
}

/// Whether name and namespace are such that the derives take them.
fn is_named(entry: &Entry) -> bool {
    is_identifier(&entry.ty.name) && entry.namespace.split('.').all(is_identifier)
}

impl Operation {
    /// The parameters that are in the body: all but the one that the operation is bound to (JSON format §18).
    pub(crate) fn sent(&self) -> &[Property] {
        self.parameters
            .get(usize::from(self.bound)..)
            .unwrap_or_default()
    }
}

/// Navigation that is not followed is still typed where its target happens to be selected.
fn navigation_inside(model: &Model, choice: &Choice, selection: &mut Selection) {
    let targets: Vec<TypeId> = selection
        .types
        .iter()
        .filter_map(|&id| model.structured(id))
        .flat_map(|own| {
            own.properties
                .iter()
                .filter(|property| property.navigation.is_some())
        })
        .filter_map(|property| model.find(&property.ty.name))
        .collect();
    for target in targets {
        let concrete =
            |derived: &TypeId| selection.types.contains(derived) && !model.is_abstract(*derived);
        if selection.types.contains(&target)
            && !choice.excluded(model.qualified(target))
            && model.descendants(target).iter().any(concrete)
        {
            selection.polymorphic.insert(target);
        }
    }
}
