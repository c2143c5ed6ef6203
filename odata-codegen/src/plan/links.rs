//! The constants of the entity container and of bound operations.

use std::collections::{HashMap, HashSet};

use odata_csdl::{Container, ContainerChild, ContainerChildKind, TypeReference};

use super::{Module, Scope, module_of, snake};
use crate::{
    model::{Model, TypeId},
    select::Selection,
};

/// A constant.
#[derive(Debug)]
pub(crate) struct LinkPlan {
    pub(crate) module: Module,
    pub(crate) ident: String,
    pub(crate) kind: LinkKind,
    /// The name in URLs.
    pub(crate) name: String,
    /// The type of the entities, or the type that an operation is bound to.
    pub(crate) ty: TypeId,
    pub(crate) is_collection: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum LinkKind {
    EntitySet,
    Singleton,
    Action,
    Function,
}

impl LinkKind {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::EntitySet => "entity set",
            Self::Singleton => "singleton",
            Self::Action => "action",
            Self::Function => "function",
        }
    }
}

/// Returns the constants whose types are generated. Overloads of an operation that are bound to the same type have one, since URLs do not
/// tell them apart.
pub(super) fn links(model: &Model, selection: &Selection) -> Vec<LinkPlan> {
    let mut found = Found {
        model,
        selection,
        scopes: HashMap::new(),
        links: Vec::new(),
    };
    for schema in model.schemas() {
        let children = schema.containers.iter().flat_map(distinct_children);
        for child in children {
            let (kind, ty) = match &child.kind {
                ContainerChildKind::EntitySet(ty) => (LinkKind::EntitySet, ty),
                ContainerChildKind::Singleton(ty) => (LinkKind::Singleton, ty),
                ContainerChildKind::Import(_) => continue,
            };
            found.add(kind, &schema.namespace, &child.name, &child.name, ty);
        }
    }
    let mut seen = HashSet::new();
    for entry in &model.operations {
        let operation = &entry.operation;
        let bound_to = operation.parameters.first().filter(|_| operation.is_bound);
        let Some(ty) = bound_to.map(|parameter| &parameter.ty) else {
            continue;
        };
        if seen.insert((&entry.qualified, &ty.name, ty.is_collection)) {
            let kind = match operation.is_action {
                true => LinkKind::Action,
                false => LinkKind::Function,
            };
            let owner = ty.name.rsplit('.').next().unwrap_or_default();
            let collection = if ty.is_collection { "Collection" } else { "" };
            let ident = format!("{owner}{collection}_{}", operation.name);
            found.add(kind, &entry.namespace, &ident, &entry.qualified, ty);
        }
    }
    found.links
}

/// Returns the children of a container. Of several with one name, the first one is used.
fn distinct_children(container: &Container) -> impl Iterator<Item = &ContainerChild> {
    let mut seen = HashSet::new();
    let children = container.children.iter();
    children.filter(move |child| seen.insert(&child.name))
}

struct Found<'a> {
    model: &'a Model,
    selection: &'a Selection,
    scopes: HashMap<Module, Scope>,
    links: Vec<LinkPlan>,
}

impl Found<'_> {
    fn add(
        &mut self,
        kind: LinkKind,
        namespace: &str,
        ident: &str,
        name: &str,
        ty: &TypeReference,
    ) {
        let id = self.model.find(&ty.name);
        let Some(id) = id.filter(|&id| {
            self.selection.types.contains(&id) && self.model.structured(id).is_some()
        }) else {
            return;
        };
        let module = module_of(namespace);
        let scope = self.scopes.entry(module.clone()).or_default();
        let ident = snake(ident).to_uppercase();
        let longer = format!("{ident}_{}", kind.word().replace(' ', "_").to_uppercase());
        self.links.push(LinkPlan {
            module,
            ident: scope.claim([ident.as_str(), &longer]),
            kind,
            name: name.to_owned(),
            ty: id,
            is_collection: ty.is_collection,
        });
    }
}
