//! Plans the Rust items of the selection: their modules, names and boxes. Emission only writes the plan.

mod links;
mod naming;
mod nesting;
mod recursion;
mod variants;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

pub(crate) use links::{LinkKind, LinkPlan};
pub(crate) use naming::{Scope, lower_camel, pascal, snake, upper_camel};
pub(crate) use nesting::levels;
use odata_csdl::Property;
use variants::variants;

use crate::{
    model::{Model, OperationId, TypeId, is_member_name},
    options::Config,
    select::Selection,
};

/// The segments of a Rust module below the root of the generated modules.
pub(crate) type Module = Vec<String>;

/// Names that generated code uses without an import, so that no generated type or module may have them: those of the prelude and of
/// primitive types.
const PRELUDE: [&str; 15] = [
    "Box", "Option", "Result", "Self", "String", "Vec", "bool", "f32", "f64", "i16", "i32", "i64",
    "i8", "str", "u8",
];

#[derive(Debug, Default)]
pub(crate) struct Plan {
    pub(crate) types: HashMap<TypeId, TypePlan>,
    /// The types of each module, in the order of the files. Modules without types are included.
    pub(crate) modules: BTreeMap<Module, Vec<TypeId>>,
    /// The names that are used in each module.
    pub(crate) scopes: HashMap<Module, Scope>,
    /// Properties whose type would contain itself without a box.
    pub(crate) boxed: HashSet<(TypeId, String)>,
    /// The bodies of the selected actions.
    pub(crate) actions: Vec<ActionPlan>,
    /// The constants of entity sets, singletons and bound operations.
    pub(crate) links: Vec<LinkPlan>,
}

/// The parameters of an action as a struct.
#[derive(Debug, Default)]
pub(crate) struct ActionPlan {
    pub(crate) module: Module,
    pub(crate) ident: String,
    pub(crate) operation: OperationId,
}

#[derive(Debug, Default)]
pub(crate) struct TypePlan {
    pub(crate) module: Module,
    pub(crate) ident: String,
    /// The enumeration over the derived types, where a value of this declared type may be of any of them.
    pub(crate) hierarchy: Option<String>,
    /// The first version of the type, whose hierarchy has the values of this declared type.
    pub(crate) first_version: Option<TypeId>,
    /// The types and names of the hierarchy's variants.
    pub(crate) variants: Vec<(TypeId, String)>,
    /// The field names of the own properties that become fields.
    pub(crate) fields: HashMap<String, String>,
    /// The field names of the dynamic properties and the annotations, for the root of a chain.
    pub(crate) bags: Option<(String, String)>,
    /// The base, if it is generated.
    pub(crate) base: Option<TypeId>,
}

impl Plan {
    pub(crate) fn new(model: &Model, config: &Config, selection: &Selection) -> Self {
        let mut plan = Self::default();
        if config.links {
            plan.links = links::links(model, selection);
        }
        plan.name_types(model, selection, config.patch);
        plan.name_fields(model, selection);
        plan.boxed = recursion::boxed_properties(model, &config.choice, selection);
        plan.name_actions(model, selection);
        plan
    }

    pub(crate) fn ty(&self, id: TypeId) -> Option<&TypePlan> {
        self.types.get(&id)
    }

    /// Returns the hierarchy that has the values of a declared type: its module and name, and the type that it is a hierarchy of.
    pub(crate) fn hierarchy(&self, id: TypeId) -> Option<(&Module, &str, TypeId)> {
        let first = self.ty(id)?.first_version.unwrap_or(id);
        let ty = self.ty(first)?;
        Some((&ty.module, ty.hierarchy.as_deref()?, first))
    }

    fn name_types(&mut self, model: &Model, selection: &Selection, has_patch: bool) {
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
            .filter_map(|&id| model.operations.get(id));
        let links: BTreeSet<Module> = self.links.iter().map(|link| link.module.clone()).collect();
        let modules = namespaces
            .into_iter()
            .chain(actions.map(|entry| entry.namespace.as_str()))
            .map(module_of);
        for module in modules.chain(links) {
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
        let names: HashSet<(&str, String)> = selection
            .types
            .iter()
            .filter_map(|&id| model.entry(id).filter(|_| has_patch))
            .map(|entry| (entry.namespace.as_str(), pascal(&entry.ty.name)))
            .collect();
        for &id in &selection.types {
            let Some(entry) = model.entry(id) else {
                continue;
            };
            let module = module_of(&entry.namespace);
            let scope = self.scopes.entry(module.clone()).or_default();
            scope.reserve(PRELUDE);
            let name = pascal(&entry.ty.name);
            // `OrderPatch` is the name of the patch type of `Order`. The derive knows `DynamicResource` by its name.
            let is_patch = |resource: &str| {
                has_patch && names.contains(&(entry.namespace.as_str(), resource.to_owned()))
            };
            let is_taken =
                name == "DynamicResource" || name.strip_suffix("Patch").is_some_and(is_patch);
            let longer = format!("{name}Type");
            let ident = scope.claim([name.as_str(), &longer].into_iter().skip(is_taken.into()));
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
        // After all types, so that no hierarchy uses the name of a type.
        for &id in &selection.polymorphic {
            let Some(ty) = self.types.get_mut(&id) else {
                continue;
            };
            let scope = self.scopes.entry(ty.module.clone()).or_default();
            let name = format!("Any{}", ty.ident);
            ty.hierarchy = Some(scope.claim([name.as_str(), &format!("{name}Type")]));
            ty.variants = variants(model, |id| named.contains(&id), id);
        }
        for (id, &first) in &selection.later_versions {
            if let Some(ty) = self.types.get_mut(id) {
                ty.first_version = Some(first);
            }
        }
    }

    /// Names the structs of actions. Overloads of an action differ in the type that they are bound to, which is part of the name of each of
    /// them, so that no name depends on their order. The name of an action without overloads does not include that type.
    fn name_actions(&mut self, model: &Model, selection: &Selection) {
        let mut overloads: HashMap<&str, usize> = HashMap::new();
        for entry in model
            .operations
            .iter()
            .filter(|entry| entry.operation.is_action)
        {
            *overloads.entry(&entry.qualified).or_default() += 1;
        }
        for &id in &selection.actions {
            let Some(entry) = model.operations.get(id) else {
                continue;
            };
            let operation = &entry.operation;
            let has_overloads = overloads.get(entry.qualified.as_str()) > Some(&1);
            let bound_to = operation
                .parameters
                .first()
                .filter(|_| operation.is_bound && has_overloads)
                .map(|parameter| &parameter.ty);
            let name = format!("{}Parameters", pascal(&operation.name));
            let named = |to: &str| {
                let collection = bound_to.is_some_and(|ty| ty.is_collection);
                let collection = if collection { "Collection" } else { "" };
                format!("{}{collection}{name}", pascal(to))
            };
            let names = match bound_to {
                None => vec![name.clone()],
                Some(ty) => vec![
                    named(ty.name.rsplit('.').next().unwrap_or_default()),
                    named(&ty.name),
                ],
            };
            let module = module_of(&entry.namespace);
            let scope = self.scopes.entry(module.clone()).or_default();
            let ident = scope.claim(names.iter().map(String::as_str));
            self.actions.push(ActionPlan {
                module,
                ident,
                operation: id,
            });
        }
    }

    /// Names fields from the root of a chain down, so that no field hides another through `Deref`.
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
                for property in emitted(model, id, &own.properties) {
                    let name = snake(&property.name);
                    let field = scope.claim([name.as_str(), &format!("{name}_property")]);
                    below.reserve([field.as_str()]);
                    fields.insert(property.name.clone(), field);
                }
                chain.push((id, fields));
                let derived = model.entry(id).into_iter().flat_map(|entry| &entry.derived);
                let derived: Vec<TypeId> = derived
                    .copied()
                    .filter(|&derived| base_of(self, derived) == Some(id))
                    .collect();
                // Most types have one derived type or none. A long chain has one scope.
                if let Some((&last, others)) = derived.split_last() {
                    open.extend(others.iter().map(|&other| (other, scope.clone())));
                    open.push((last, scope));
                }
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

/// Returns the own properties that become fields: all except those that a base also declares, duplicates, and names that the derive
/// rejects.
pub(crate) fn emitted<'m>(
    model: &'m Model,
    id: TypeId,
    own: &'m [Property],
) -> impl Iterator<Item = &'m Property> {
    let mut seen: HashSet<&str> = model
        .inherited(id)
        .map(|(_, inherited)| inherited.name.as_str())
        .collect();
    own.iter()
        .filter(move |property| is_member_name(&property.name) && seen.insert(&property.name))
}

/// Returns the module of a namespace.
pub(crate) fn module_of(namespace: &str) -> Module {
    namespace
        .split('.')
        .map(|part| {
            let mut names = Scope::default();
            // A module is in the same scope as the primitive types.
            names.reserve(PRELUDE);
            let name = snake(part);
            names.claim([name.as_str(), &format!("{name}_namespace")])
        })
        .collect()
}
