//! Adds entity sets, singletons and imports to the container of a model.

use odata_csdl::{
    self as csdl, ContainerChild, ContainerChildKind, NavigationBinding, TypeReference,
};

use crate::csdl::{container::Container, model::Model, model_type::ModelType};

impl Model {
    /// Adds an entity container with a qualified name, such as `shop.Container`. A model has one container; entity sets, singletons and
    /// imports are added to it.
    ///
    /// Tools see only the content of the container: a service without one is empty to them.
    #[must_use]
    pub fn container(mut self, name: impl Into<String>) -> Model {
        self.container = Some(Container {
            name: name.into(),
            children: Vec::new(),
            unbound: Vec::new(),
        });
        self
    }

    /// Adds an entity set to the container, and the type of its entities with all types that it uses (CSDL 4.01 §13.2). The type
    /// requires a key.
    #[must_use]
    pub fn entity_set<T: ModelType>(self, name: impl Into<String>) -> Model {
        self.with_child::<T>(name.into(), ContainerChildKind::EntitySet)
    }

    /// Adds a singleton to the container, and its type with all types that it uses (CSDL 4.01 §13.3).
    #[must_use]
    pub fn singleton<T: ModelType>(self, name: impl Into<String>) -> Model {
        self.with_child::<T>(name.into(), ContainerChildKind::Singleton)
    }

    fn with_child<T: ModelType>(
        self,
        name: String,
        kind: fn(TypeReference) -> ContainerChildKind,
    ) -> Model {
        let mut model = self.with::<T>();
        let ty = TypeReference {
            name: T::NAME.to_owned(),
            ..TypeReference::default()
        };
        match &mut model.container {
            Some(container) => container.children.push(ContainerChild {
                name,
                kind: kind(ty),
                ..ContainerChild::default()
            }),
            None => model.without_container.push(name),
        }
        model
    }

    /// States that the navigation property `path` of `source` leads to `target`, both entity sets or singletons (CSDL 4.01 §13.4). A path
    /// leads through complex properties and contained entities, and casts to derived types.
    #[must_use]
    pub fn bind(
        mut self,
        source: &str,
        path: impl Into<String>,
        target: impl Into<String>,
    ) -> Model {
        let Some(container) = &mut self.container else {
            self.without_container.push(source.to_owned());
            return self;
        };
        let path = path.into();
        match container.children.iter_mut().find(|it| it.name == source) {
            Some(child) => child.bindings.push(NavigationBinding {
                path,
                target: target.into(),
            }),
            None => container.unbound.push((source.to_owned(), path)),
        }
        self
    }

    /// Returns the container as it is written, with the imports of operations.
    pub(super) fn written_container(&self) -> Option<(&str, csdl::Container)> {
        let own = self.container.as_ref()?;
        let (namespace, name) = own.name.rsplit_once('.').unwrap_or(("", &own.name));
        let mut children = own.children.clone();
        children.extend(self.imports());
        let container = csdl::Container {
            name: name.to_owned(),
            children,
            ..csdl::Container::default()
        };
        Some((namespace, container))
    }

    /// Returns the imports of the operations, for the container.
    fn imports(&self) -> impl Iterator<Item = csdl::ContainerChild> {
        self.operations.iter().filter_map(|operation| {
            let (name, entity_set) = operation.import.clone()?;
            Some(csdl::ContainerChild {
                name,
                kind: csdl::ContainerChildKind::Import(csdl::Import {
                    is_action: operation.own.is_action,
                    operation: operation.name.clone(),
                    entity_set,
                }),
                ..csdl::ContainerChild::default()
            })
        })
    }
}
