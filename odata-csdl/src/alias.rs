//! Aliases of namespaces.

use std::collections::HashMap;

use crate::{
    Annotation, ContainerChild, ContainerChildKind, Document, Expression, Property, Schema, Type,
    TypeKind,
};

/// The aliases of a document (CSDL 4.01 §4.2, §5.2, §15.3). An alias is valid in the whole document, wherever it is declared.
///
/// ```
/// use odata_csdl::Document;
///
/// let text = r#"{"$Version": "4.01", "com.example.shop": {"$Alias": "shop"}}"#;
/// let aliases = Document::from_json(text, 0, &mut Vec::new()).aliases();
/// assert_eq!(aliases.resolve("shop.Price/amount"), "com.example.shop.Price/amount");
/// assert_eq!(aliases.resolve("store.Price"), "store.Price");
/// ```
#[derive(Debug, Clone, Default)]
pub struct Aliases(HashMap<String, String>);

impl Aliases {
    pub(crate) fn of(document: &Document) -> Self {
        let includes = document
            .references
            .iter()
            .flat_map(|reference| &reference.includes)
            .map(|include| (&include.alias, &include.namespace));
        let schemas = document
            .schemas
            .iter()
            .map(|schema| (&schema.alias, &schema.namespace));
        Self(
            includes
                .chain(schemas)
                .filter_map(|(alias, namespace)| Some((alias.clone()?, namespace.clone())))
                .collect(),
        )
    }

    /// Returns a name or path with namespaces in place of aliases, in every segment.
    #[must_use]
    pub fn resolve(&self, path: &str) -> String {
        let mut path = path.to_owned();
        self.path(&mut path);
        path
    }

    fn path(&self, path: &mut String) {
        if self.0.is_empty() || !path.contains('.') {
            return;
        }
        let mut resolved = String::with_capacity(path.len());
        // A segment ends at `/`; the parameter types of an overload are in parentheses; enumeration members are separated by spaces.
        for segment in path.split_inclusive(['/', '(', ')', ',', ' ', '@']) {
            let namespace = segment
                .rsplit_once('.')
                .and_then(|(alias, name)| Some((self.0.get(alias)?, name)));
            match namespace {
                Some((namespace, name)) => resolved.extend([namespace.as_str(), ".", name]),
                None => resolved.push_str(segment),
            }
        }
        *path = resolved;
    }

    fn paths<'a>(&self, paths: impl IntoIterator<Item = &'a mut String>) {
        paths.into_iter().for_each(|path| self.path(path));
    }

    pub(crate) fn resolve_document(&self, document: &mut Document) {
        for schema in &mut document.schemas {
            self.schema(schema);
        }
    }

    fn schema(&self, schema: &mut Schema) {
        self.annotations(&mut schema.annotations);
        for ty in &mut schema.types {
            self.ty(ty);
        }
        for operation in &mut schema.operations {
            self.properties(&mut operation.parameters);
            self.annotations(&mut operation.annotations);
            self.paths(&mut operation.entity_set_path);
            self.paths(operation.returns.as_mut().map(|ty| &mut ty.name));
        }
        for container in &mut schema.containers {
            self.paths(&mut container.extends);
            self.annotations(&mut container.annotations);
            for child in &mut container.children {
                self.child(child);
            }
        }
        for term in &mut schema.terms {
            self.path(&mut term.ty.name);
            self.paths(&mut term.base);
            self.annotations(&mut term.annotations);
        }
        for group in &mut schema.annotation_groups {
            self.path(&mut group.target);
            self.annotations(&mut group.annotations);
        }
    }

    fn child(&self, child: &mut ContainerChild) {
        self.annotations(&mut child.annotations);
        match &mut child.kind {
            ContainerChildKind::EntitySet(ty) | ContainerChildKind::Singleton(ty) => {
                self.path(&mut ty.name);
            }
            ContainerChildKind::ActionImport {
                operation,
                entity_set,
            }
            | ContainerChildKind::FunctionImport {
                operation,
                entity_set,
            } => {
                self.path(operation);
                self.paths(entity_set);
            }
        }
        for binding in &mut child.bindings {
            self.path(&mut binding.path);
            self.path(&mut binding.target);
        }
    }

    fn ty(&self, ty: &mut Type) {
        self.annotations(&mut ty.annotations);
        match &mut ty.kind {
            TypeKind::Structured(structured) => {
                self.paths(&mut structured.base);
                self.properties(&mut structured.properties);
            }
            TypeKind::Enumeration(enumeration) => {
                for member in &mut enumeration.members {
                    self.annotations(&mut member.annotations);
                }
            }
            TypeKind::Definition(definition) => self.path(&mut definition.underlying),
        }
    }

    fn properties(&self, properties: &mut [Property]) {
        for property in properties {
            self.path(&mut property.ty.name);
            self.annotations(&mut property.annotations);
            if let Some(navigation) = &mut property.navigation {
                self.paths(&mut navigation.partner);
                for constraint in &mut navigation.constraints {
                    self.path(&mut constraint.property);
                    self.path(&mut constraint.referenced_property);
                }
            }
        }
    }

    fn annotations(&self, annotations: &mut [Annotation]) {
        for annotation in annotations {
            self.path(&mut annotation.term);
            self.expression(&mut annotation.value);
        }
    }

    fn expression(&self, expression: &mut Expression) {
        match expression {
            Expression::Path(path) => self.path(path),
            Expression::Constant(kind, text) if kind.is_path() => self.path(text),
            Expression::Collection(items) => {
                items.iter_mut().for_each(|item| self.expression(item));
            }
            Expression::Record(record) => {
                self.paths(&mut record.type_name);
                for (_, value) in &mut record.properties {
                    self.expression(value);
                }
            }
            _ => {}
        }
    }
}
