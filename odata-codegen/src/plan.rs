//! From the selection to Rust: names and modules, bags, boxes. After this, emission only writes down.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::csdl::Property;
use crate::model::{Model, Target, TypeId};
use crate::naming::{Scope, pascal, snake};
use crate::select::{Choice, Selection};
use crate::variants::variants;

/// A Rust module below the root of the generated tree, by its segments.
pub(crate) type Module = Vec<String>;

/// Names that generated code means the standard library's by.
const PRELUDE: [&str; 4] = ["Box", "Option", "String", "Vec"];

#[derive(Debug, Default)]
pub(crate) struct Plan {
    pub(crate) types: HashMap<TypeId, TypePlan>,
    /// Which types a module holds, in the order of the files; every module of the tree has an entry.
    pub(crate) modules: BTreeMap<Module, Vec<TypeId>>,
    /// The names that are taken in each module.
    pub(crate) scopes: HashMap<Module, Scope>,
    /// Properties whose value would contain itself without a box.
    pub(crate) boxed: HashSet<(TypeId, String)>,
    /// The body of each selected action.
    pub(crate) actions: Vec<ActionPlan>,
}

/// An action's parameters as a struct.
#[derive(Debug, Default)]
pub(crate) struct ActionPlan {
    pub(crate) module: Module,
    pub(crate) ident: String,
    /// Document, schema and place in it.
    pub(crate) of: (usize, usize, usize),
}

#[derive(Debug, Default)]
pub(crate) struct TypePlan {
    pub(crate) module: Module,
    pub(crate) ident: String,
    /// The enumeration over the types derived from this one, where a position needs it.
    pub(crate) hierarchy: Option<String>,
    /// Its variants: the type and the name of each.
    pub(crate) variants: Vec<(TypeId, String)>,
    /// The field of each own property, and whether the property is written at all.
    pub(crate) fields: HashMap<String, String>,
    /// The bags of the chain, on its root only: dynamic properties and annotations.
    pub(crate) bags: Option<(String, String)>,
    /// The base that is generated, too.
    pub(crate) base: Option<TypeId>,
}

impl Plan {
    pub(crate) fn new(model: &Model, choice: &Choice, selection: &Selection) -> Plan {
        let mut plan = Plan::default();
        plan.name_types(model, selection);
        plan.name_fields(model, selection);
        plan.box_recursion(model, choice, selection);
        plan.name_actions(model, selection);
        plan
    }

    pub(crate) fn ty(&self, id: TypeId) -> Option<&TypePlan> {
        self.types.get(&id)
    }

    fn name_types(&mut self, model: &Model, selection: &Selection) {
        self.modules.insert(Vec::new(), Vec::new());
        let namespaces: BTreeSet<&str> = selection
            .types
            .iter()
            .filter_map(|&id| model.entry(id))
            .map(|entry| entry.namespace.as_str())
            .collect();
        let actions = selection
            .actions
            .iter()
            .filter_map(|&(document, schema, _)| {
                model.documents.get(document)?.schemas.get(schema)
            });
        for namespace in namespaces
            .into_iter()
            .chain(actions.map(|schema| schema.namespace.as_str()))
        {
            let module = module_of(namespace);
            for length in 1..=module.len() {
                let (parent, own) = (
                    module.get(..length - 1).unwrap_or_default(),
                    module.get(length - 1),
                );
                self.scopes
                    .entry(parent.to_vec())
                    .or_default()
                    .reserve(own.map(String::as_str));
                self.modules
                    .entry(module.get(..length).unwrap_or_default().to_vec())
                    .or_default();
            }
        }
        for &id in &selection.types {
            let Some(entry) = model.entry(id) else {
                continue;
            };
            let module = module_of(&entry.namespace);
            let scope = self.scopes.entry(module.clone()).or_default();
            scope.reserve(PRELUDE);
            let name = pascal(&entry.ty.name);
            let ident = scope.claim([name.as_str(), &format!("{name}Type")]);
            self.modules.entry(module.clone()).or_default().push(id);
            let base = entry.base.filter(|base| selection.types.contains(base));
            self.types.insert(
                id,
                TypePlan {
                    module,
                    ident,
                    base,
                    ..TypePlan::default()
                },
            );
        }
        let named: HashSet<TypeId> = self.types.keys().copied().collect();
        // After all types, so that a hierarchy's name never takes a type's.
        for &id in &selection.polymorphic {
            let Some(ty) = self.types.get_mut(&id) else {
                continue;
            };
            let scope = self.scopes.entry(ty.module.clone()).or_default();
            let name = format!("Any{}", ty.ident);
            ty.hierarchy = Some(scope.claim([name.as_str(), &format!("{name}Type")]));
            ty.variants = variants(model, |id| named.contains(&id), id);
        }
    }

    /// Overloads of an action differ in what they are bound to; so do their names.
    fn name_actions(&mut self, model: &Model, selection: &Selection) {
        for &of in &selection.actions {
            let Some(schema) = model
                .documents
                .get(of.0)
                .and_then(|document| document.schemas.get(of.1))
            else {
                continue;
            };
            let Some(operation) = schema.operations.get(of.2) else {
                continue;
            };
            let module = module_of(&schema.namespace);
            let name = pascal(&operation.name);
            let bound_to = operation
                .parameters
                .first()
                .filter(|_| operation.bound)
                .map(|parameter| pascal(parameter.ty.name.rsplit('.').next().unwrap_or_default()));
            let names = [
                format!("{name}Parameters"),
                format!("{}{name}Parameters", bound_to.unwrap_or_default()),
            ];
            let ident = self
                .scopes
                .entry(module.clone())
                .or_default()
                .claim(names.iter().map(String::as_str));
            self.actions.push(ActionPlan { module, ident, of });
        }
    }

    /// Fields are named from the root of a chain down, so that through `Deref` no field hides another.
    fn name_fields(&mut self, model: &Model, selection: &Selection) {
        let base_of = |plan: &Plan, id: TypeId| plan.types.get(&id).and_then(|ty| ty.base);
        let roots: Vec<TypeId> = selection
            .types
            .iter()
            .copied()
            .filter(|&id| model.structured(id).is_some() && base_of(self, id).is_none())
            .collect();
        for root in roots {
            let mut open = vec![(root, Scope::default())];
            let mut below = Scope::default();
            let mut chain = Vec::new();
            while let Some((id, mut scope)) = open.pop() {
                scope.reserve(["base"]);
                let Some(own) = model.structured(id) else {
                    continue;
                };
                let mut fields = HashMap::new();
                for property in written(model, id, &own.properties) {
                    let name = snake(&property.name);
                    let field = scope.claim([name.as_str(), &format!("{name}_property")]);
                    below.reserve([field.as_str()]);
                    fields.insert(property.name.clone(), field);
                }
                chain.push((id, fields));
                let derived = model
                    .entry(id)
                    .map(|entry| entry.derived.as_slice())
                    .unwrap_or_default();
                open.extend(
                    derived
                        .iter()
                        .filter(|derived| base_of(self, **derived) == Some(id))
                        .map(|&derived| (derived, scope.clone())),
                );
            }
            for (id, fields) in chain {
                if let Some(ty) = self.types.get_mut(&id) {
                    ty.fields = fields;
                }
            }
            let bags = (
                below.claim(["dynamic_properties", "undeclared_properties"]),
                below.claim(["annotations", "instance_annotations"]),
            );
            if let Some(ty) = self.types.get_mut(&root) {
                ty.bags = Some(bags);
            }
        }
    }

    /// Types contain each other by value through bases and single-valued properties; where that closes a circle, its properties are boxed.
    fn box_recursion(&mut self, model: &Model, choice: &Choice, selection: &Selection) {
        let mut edges: HashMap<TypeId, Vec<(TypeId, Option<&str>)>> = HashMap::new();
        for &id in &selection.types {
            let Some((own, entry)) = model.structured(id).zip(model.entry(id)) else {
                continue;
            };
            let mut targets = Vec::new();
            targets.extend(
                self.types
                    .get(&id)
                    .and_then(|ty| ty.base)
                    .map(|base| (base, None)),
            );
            for property in own
                .properties
                .iter()
                .filter(|property| !property.ty.collection && property.navigation.is_none())
            {
                if let Target::Known(target) = model.target(&property.ty.name)
                    && selection.types.contains(&target)
                    && !selection.polymorphic.contains(&target)
                    && choice
                        .replaced(&format!("{}/{}", entry.qualified, property.name))
                        .is_none()
                {
                    targets.push((target, Some(property.name.as_str())));
                }
            }
            edges.insert(id, targets);
        }
        let component = components(&edges);
        for (&id, targets) in &edges {
            for (target, property) in targets {
                if let Some(property) = property
                    && component.get(&id) == component.get(target)
                {
                    self.boxed.insert((id, (*property).to_owned()));
                }
            }
        }
    }
}

/// The properties that become fields: not what a base declares already, nor a second one of the same name.
pub(crate) fn written<'m>(
    model: &'m Model,
    id: TypeId,
    own: &'m [Property],
) -> impl Iterator<Item = &'m Property> {
    let mut seen: HashSet<&str> = model
        .inherited(id)
        .map(|(_, inherited)| inherited.name.as_str())
        .collect();
    own.iter()
        .filter(move |property| seen.insert(&property.name))
}

pub(crate) fn module_of(namespace: &str) -> Module {
    namespace
        .split('.')
        .map(|part| Scope::default().claim([snake(part).as_str()]))
        .collect()
}

/// Strongly connected components (Tarjan), without recursion: chains in metadata may be long.
fn components(edges: &HashMap<TypeId, Vec<(TypeId, Option<&str>)>>) -> HashMap<TypeId, usize> {
    let mut order: HashMap<TypeId, usize> = HashMap::new();
    let mut low: HashMap<TypeId, usize> = HashMap::new();
    let mut component: HashMap<TypeId, usize> = HashMap::new();
    let mut stack: Vec<TypeId> = Vec::new();
    let mut starts: Vec<TypeId> = edges.keys().copied().collect();
    starts.sort_unstable();
    for start in starts {
        let mut calls = vec![(start, 0)];
        while let Some((node, next)) = calls.pop() {
            if next == 0 {
                if order.contains_key(&node) {
                    continue;
                }
                let index = order.len();
                order.insert(node, index);
                low.insert(node, index);
                stack.push(node);
            }
            let target = edges
                .get(&node)
                .and_then(|targets| targets.get(next))
                .map(|(target, _)| *target);
            if let Some(before) = next
                .checked_sub(1)
                .and_then(|before| edges.get(&node)?.get(before))
                .map(|(target, _)| *target)
            {
                lower(&mut low, node, before, &component);
            }
            match target {
                Some(target) => {
                    calls.push((node, next + 1));
                    if !order.contains_key(&target) {
                        calls.push((target, 0));
                    }
                }
                None if low.get(&node) == order.get(&node) => {
                    let name = component.len();
                    while let Some(member) = stack.pop() {
                        component.insert(member, name);
                        if member == node {
                            break;
                        }
                    }
                }
                None => {}
            }
        }
    }
    component
}

/// Takes over what a target that is still open reaches.
fn lower(
    low: &mut HashMap<TypeId, usize>,
    node: TypeId,
    target: TypeId,
    closed: &HashMap<TypeId, usize>,
) {
    if !closed.contains_key(&target)
        && let (Some(&own), Some(&other)) = (low.get(&node), low.get(&target))
    {
        low.insert(node, own.min(other));
    }
}

#[cfg(test)]
#[allow(clippy::indexing_slicing, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn a_circle_is_one_component_and_what_hangs_off_it_is_not() {
        let edges: HashMap<TypeId, Vec<(TypeId, Option<&str>)>> = [
            (1, vec![(2, None)]),
            (2, vec![(3, None), (4, None)]),
            (3, vec![(1, None)]),
            (4, vec![]),
            (5, vec![(5, Some("next")), (1, None)]),
        ]
        .into();
        let component = components(&edges);
        assert_eq!(component[&1], component[&2]);
        assert_eq!(component[&1], component[&3]);
        assert_ne!(component[&1], component[&4]);
        assert_ne!(component[&1], component[&5]);
        assert_eq!(component.len(), 5);
    }
}
