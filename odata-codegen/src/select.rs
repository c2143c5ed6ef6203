//! Selects the types to generate: the matches of the patterns, and everything that these need.

pub(crate) mod container;
pub(crate) mod members;
pub(crate) mod unsupported;
pub(crate) mod unused;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use odata_csdl::{Property, is_simple_identifier};

use crate::{
    model::{Model, OperationId, Target, TypeId},
    options::{Choice, Navigation},
};

#[derive(Debug, Default)]
pub(crate) struct Selection {
    /// All types to generate, in the order of the files.
    pub(crate) types: BTreeSet<TypeId>,
    /// Types of properties and parameters whose value may be of a derived type. A hierarchy is generated for each.
    pub(crate) polymorphic: BTreeSet<TypeId>,
    /// The later versions of a type, with the type whose hierarchy they have. With a hierarchy for each version, every version would be a
    /// variant of all earlier ones.
    pub(crate) later_versions: BTreeMap<TypeId, TypeId>,
    /// Actions whose parameters are generated.
    pub(crate) actions: Vec<OperationId>,
    /// Types that are selected or needed but cannot be generated, because of their names.
    pub(crate) left_out: BTreeSet<TypeId>,
    /// Selected actions that cannot be generated, because of their names.
    pub(crate) actions_left_out: Vec<OperationId>,
    /// Include patterns without a match.
    pub(crate) unmatched: Vec<String>,
}

impl Selection {
    /// Returns whether values of this declared type are in a hierarchy.
    pub(crate) fn is_polymorphic(&self, id: TypeId) -> bool {
        self.polymorphic.contains(&id) || self.later_versions.contains_key(&id)
    }
}

pub(crate) fn select(model: &Model, choice: &Choice) -> Selection {
    let mut selector = Selector {
        model,
        choice,
        selection: Selection::default(),
        requested: BTreeSet::new(),
        open: Vec::new(),
    };
    let mut matched: HashSet<usize> = HashSet::new();
    for (id, entry) in model.unique_types() {
        matched.extend(choice.matching(&entry.qualified));
        if choice.is_included(&entry.qualified) {
            selector.add(id);
            // A base that is included by its full name is usually included for its derived types.
            let is_literal = choice
                .include
                .iter()
                .any(|pattern| pattern.is_literal() && pattern.text() == entry.qualified);
            if is_literal {
                selector.requested.insert(id);
                selector.add_with_derived(id);
            }
        }
    }
    selector.add_actions(&mut matched);
    selector.run();
    for id in selector.selection.types.clone() {
        let mut patterns = choice.hierarchies.iter();
        if patterns.any(|pattern| pattern.matches(model.qualified(id))) {
            selector.requested.insert(id);
            selector.add_with_derived(id);
        }
    }
    selector.run();
    let mut selection = selector.selection;
    if choice.navigation == Navigation::Reference {
        type_navigation(model, choice, &mut selection);
    }
    share_hierarchies(model, &selector.requested, &mut selection);
    selection.unmatched = choice
        .include
        .iter()
        .enumerate()
        .filter(|(index, _)| !matched.contains(index))
        .map(|(_, pattern)| pattern.text())
        .collect();
    selection
}

/// Selects types until everything that they need is selected.
struct Selector<'a> {
    model: &'a Model,
    choice: &'a Choice,
    selection: Selection,
    /// Types whose hierarchies the options name.
    requested: BTreeSet<TypeId>,
    open: Vec<TypeId>,
}

impl Selector<'_> {
    fn add(&mut self, id: TypeId) {
        if self.choice.is_excluded(self.model.qualified(id)) {
            return;
        }
        let names = self
            .model
            .entry(id)
            .map(|entry| (&entry.ty.name, &entry.namespace));
        if !names.is_some_and(|(name, namespace)| are_identifiers(name, namespace)) {
            self.selection.left_out.insert(id);
        } else if self.selection.types.insert(id) {
            self.open.push(id);
        }
    }

    /// Adds the declared type of a value, and the derived types that the value may have. A value of an abstract type is of a derived type,
    /// even if the metadata has none.
    fn add_with_derived(&mut self, id: TypeId) {
        self.add(id);
        let derived = self.model.descendants(id);
        let is_polymorphic = self.model.is_abstract(id)
            || derived
                .iter()
                .any(|&derived| !self.model.is_abstract(derived));
        if is_polymorphic
            && self.selection.types.contains(&id)
            && self.selection.polymorphic.insert(id)
        {
            derived.into_iter().for_each(|derived| self.add(derived));
        }
    }

    fn add_property(&mut self, owner: &str, property: &Property) {
        let is_followed =
            property.navigation.is_none() || self.choice.navigation == Navigation::Follow;
        if let Target::Known(target) = self.model.target(&property.ty.name)
            && is_followed
            && self
                .choice
                .property_replacement(owner, &property.name)
                .is_none()
        {
            self.add_with_derived(target);
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
            let own = self.model.structured(id);
            for property in own.iter().flat_map(|own| &own.properties) {
                self.add_property(&entry.qualified, property);
            }
        }
    }

    fn add_actions(&mut self, matched: &mut HashSet<usize>) {
        if !self.choice.actions {
            return;
        }
        for (id, entry) in self.model.operations.iter().enumerate() {
            if entry.operation.is_action && self.choice.is_included(&entry.qualified) {
                matched.extend(self.choice.matching(&entry.qualified));
                if !are_identifiers(&entry.operation.name, &entry.namespace) {
                    self.selection.actions_left_out.push(id);
                    continue;
                }
                self.selection.actions.push(id);
                for parameter in entry.operation.passed_parameters() {
                    self.add_property(&entry.qualified, parameter);
                }
            }
        }
    }
}

/// Returns whether the derives accept the name and the namespace of a type or an action.
fn are_identifiers(name: &str, namespace: &str) -> bool {
    let is_reserved = matches!(namespace.split('.').next(), Some("odata" | "Edm"));
    is_simple_identifier(name) && namespace.split('.').all(is_simple_identifier) && !is_reserved
}

/// Adds the hierarchies of navigation properties that are not followed, if their target and a derived type are selected for other reasons.
fn type_navigation(model: &Model, choice: &Choice, selection: &mut Selection) {
    let targets: Vec<TypeId> = selection
        .types
        .iter()
        .filter_map(|&id| model.structured(id))
        .flat_map(|own| &own.properties)
        .filter(|property| property.navigation.is_some())
        .filter_map(|property| model.find(&property.ty.name))
        .collect();
    for target in targets {
        let is_concrete =
            |derived: &TypeId| selection.types.contains(derived) && !model.is_abstract(*derived);
        if selection.types.contains(&target)
            && !choice.is_excluded(model.qualified(target))
            && (model.is_abstract(target) || model.descendants(target).iter().any(is_concrete))
        {
            selection.polymorphic.insert(target);
        }
    }
}

/// Moves the versions of a type to the hierarchy of the first one from which they derive, except those whose hierarchies were requested,
/// and those to which navigation properties lead: the declared type of a `Nav` is always that of its entities.
fn share_hierarchies(model: &Model, requested: &BTreeSet<TypeId>, selection: &mut Selection) {
    let structured = (selection.types.iter()).filter_map(|&id| model.structured(id));
    let related: BTreeSet<TypeId> = structured
        .flat_map(|own| &own.properties)
        .filter(|property| property.navigation.is_some())
        .filter_map(|property| model.find(&property.ty.name))
        .collect();
    let later: Vec<(TypeId, TypeId)> = selection
        .polymorphic
        .difference(requested)
        .filter(|id| !related.contains(id))
        .filter_map(|&id| {
            let earlier = model.earlier_versions(id);
            let first = earlier
                .take_while(|base| selection.types.contains(base))
                .last()?;
            Some((id, first))
        })
        .collect();
    for (id, first) in later {
        selection.polymorphic.remove(&id);
        selection.polymorphic.insert(first);
        selection.later_versions.insert(id, first);
    }
}
