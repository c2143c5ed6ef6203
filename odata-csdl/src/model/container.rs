//! Entity containers.

use super::{annotation::Annotation, type_reference::TypeReference};
use crate::location::Location;

/// An entity container: what a service offers under its root URL (CSDL 4.01 §13).
#[derive(Debug, Clone, Default)]
pub struct Container {
    /// The name, without the namespace.
    pub name: String,
    /// The position of the name.
    pub location: Location,
    /// The container that this one adds to.
    pub extends: Option<String>,
    /// Entity sets, singletons and imports.
    pub children: Vec<ContainerChild>,
    /// Annotations of the container.
    pub annotations: Vec<Annotation>,
}

/// An entity set, a singleton or an import of an operation.
#[derive(Debug, Clone, Default)]
pub struct ContainerChild {
    /// The name, which is a segment of URLs.
    pub name: String,
    /// The position of the name.
    pub location: Location,
    /// The definition.
    pub kind: ContainerChildKind,
    /// The entity sets that navigation properties lead to.
    pub bindings: Vec<NavigationBinding>,
    /// Whether the service document lists it, where stated.
    pub in_service_document: Option<bool>,
    /// Annotations of the child.
    pub annotations: Vec<Annotation>,
}

/// The definition of a [`ContainerChild`].
#[derive(Debug, Clone)]
pub enum ContainerChildKind {
    /// An entity set, with the type of its entities (CSDL 4.01 §13.2).
    EntitySet(TypeReference),
    /// A singleton, with its type (CSDL 4.01 §13.3).
    Singleton(TypeReference),
    /// An unbound action or function (CSDL 4.01 §13.5, §13.6).
    Import(Import),
}

/// An entity set of a type that is still to be named.
impl Default for ContainerChildKind {
    fn default() -> Self {
        Self::EntitySet(TypeReference::default())
    }
}

/// The import of an unbound action or function.
#[derive(Debug, Clone, Default)]
pub struct Import {
    /// Whether the import is an action.
    pub is_action: bool,
    /// The qualified name of the action or function.
    pub operation: String,
    /// The entity set of the result.
    pub entity_set: Option<String>,
}

impl ContainerChild {
    /// Returns the type of the entities, or `None` for an import.
    #[must_use]
    pub fn entity_type(&self) -> Option<&TypeReference> {
        match &self.kind {
            ContainerChildKind::EntitySet(ty) | ContainerChildKind::Singleton(ty) => Some(ty),
            ContainerChildKind::Import(_) => None,
        }
    }
}

/// The entity set that a navigation property leads to (CSDL 4.01 §13.4).
#[derive(Debug, Clone, Default)]
pub struct NavigationBinding {
    /// The path of the navigation property.
    pub path: String,
    /// The entity set, or a path to one in another container.
    pub target: String,
}
