//! Aliases to namespaces (CSDL XML §15.3): a document's names are rewritten once, so that nothing later knows of aliases.

use std::collections::HashMap;

use super::annotation::Annotation;
use super::{ContainerChildKind, Document, Property, Schema, Type, TypeKind, TypeUse};

/// Rewrites every qualified name of the document from its alias to its namespace.
///
/// The alias of a schema or an include holds in the whole document, wherever it stands.
pub(crate) fn resolve(document: &mut Document) {
    let mut aliases = HashMap::new();
    for include in document
        .references
        .iter()
        .flat_map(|reference| &reference.includes)
    {
        if let Some(alias) = &include.alias {
            aliases.insert(alias.clone(), include.namespace.clone());
        }
    }
    for schema in &document.schemas {
        if let Some(alias) = &schema.alias {
            aliases.insert(alias.clone(), schema.namespace.clone());
        }
    }
    let aliases = Aliases(aliases);
    for schema in &mut document.schemas {
        aliases.schema(schema);
    }
}

struct Aliases(HashMap<String, String>);

impl Aliases {
    /// `graph.user` becomes `microsoft.graph.user`; of a path only the first segment is a qualified name.
    fn name(&self, name: &mut String) {
        let head_end = name.find(['/', '(']).unwrap_or(name.len());
        let Some(dot) = name.get(..head_end).and_then(|head| head.rfind('.')) else {
            return;
        };
        if let Some(namespace) = name.get(..dot).and_then(|alias| self.0.get(alias)) {
            *name = format!("{namespace}{}", name.get(dot..).unwrap_or_default());
        }
    }

    fn type_use(&self, ty: &mut TypeUse) {
        self.name(&mut ty.name);
    }

    fn annotations(&self, annotations: &mut [Annotation]) {
        for annotation in annotations {
            self.name(&mut annotation.term);
        }
    }

    fn properties(&self, properties: &mut [Property]) {
        for property in properties {
            self.type_use(&mut property.ty);
            self.annotations(&mut property.annotations);
        }
    }

    fn schema(&self, schema: &mut Schema) {
        for ty in &mut schema.types {
            self.ty(ty);
        }
        for operation in &mut schema.operations {
            self.properties(&mut operation.parameters);
            self.annotations(&mut operation.annotations);
            if let Some(returns) = &mut operation.returns {
                self.type_use(returns);
            }
        }
        for child in schema
            .containers
            .iter_mut()
            .flat_map(|container| &mut container.children)
        {
            match &mut child.kind {
                ContainerChildKind::Set(ty) | ContainerChildKind::Singleton(ty) => {
                    self.type_use(ty)
                }
                ContainerChildKind::Import => {}
            }
        }
        for (target, annotations) in &mut schema.annotations {
            self.name(target);
            self.annotations(annotations);
        }
    }

    fn ty(&self, ty: &mut Type) {
        self.annotations(&mut ty.annotations);
        match &mut ty.kind {
            TypeKind::Structured(structured) => {
                if let Some(base) = &mut structured.base {
                    self.name(base);
                }
                self.properties(&mut structured.properties);
            }
            TypeKind::Enumeration(enumeration) => {
                for member in &mut enumeration.members {
                    self.annotations(&mut member.annotations);
                }
            }
            TypeKind::Definition(definition) => self.name(&mut definition.underlying),
        }
    }
}
