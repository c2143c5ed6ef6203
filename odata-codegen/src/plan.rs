//! From the selection to Rust: names and modules, bags, boxes. After this, emission only writes down.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::csdl::Property;
use crate::model::{Model, TypeId};
use crate::naming::{Scope, is_identifier, pascal, snake};
use crate::recursion;
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
        plan.boxed = recursion::boxed(model, choice, selection, &plan.types);
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
}

/// The properties that become fields: not what a base declares already, nor a second one of the same name, nor one whose name is none.
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
        .filter(move |property| is_identifier(&property.name) && seen.insert(&property.name))
}

pub(crate) fn module_of(namespace: &str) -> Module {
    namespace
        .split('.')
        .map(|part| Scope::default().claim([snake(part).as_str()]))
        .collect()
}
