//! The names of merged types, wherever the documents refer to them.

use std::collections::HashMap;

use odata_csdl::{ContainerChildKind, Document, Property, Schema, TypeKind};

/// New names of types, by their old qualified names.
type Names = HashMap<String, String>;

pub(super) fn rename_references(documents: &mut [Document], names: &Names) {
    for schema in documents
        .iter_mut()
        .flat_map(|document| &mut document.schemas)
    {
        rename_in_types(schema, names);
        for operation in &mut schema.operations {
            rename_in_properties(&mut operation.parameters, names);
            if let Some(returns) = &mut operation.returns {
                rename(&mut returns.name, names);
            }
        }
        for term in &mut schema.terms {
            rename(&mut term.ty.name, names);
        }
        for child in schema
            .containers
            .iter_mut()
            .flat_map(|container| &mut container.children)
        {
            if let ContainerChildKind::EntitySet(ty) | ContainerChildKind::Singleton(ty) =
                &mut child.kind
            {
                rename(&mut ty.name, names);
            }
        }
        for group in &mut schema.annotation_groups {
            let (ty, member) = match group.target.split_once('/') {
                Some((ty, member)) => (ty, Some(member)),
                None => (group.target.as_str(), None),
            };
            if let Some(name) = names.get(ty) {
                group.target = match member {
                    Some(member) => format!("{name}/{member}"),
                    None => name.clone(),
                };
            }
        }
    }
}

fn rename_in_types(schema: &mut Schema, names: &Names) {
    for ty in &mut schema.types {
        match &mut ty.kind {
            TypeKind::Structured(own) => {
                if let Some(base) = &mut own.base {
                    rename(base, names);
                }
                rename_in_properties(&mut own.properties, names);
            }
            TypeKind::Definition(own) => rename(&mut own.underlying, names),
            TypeKind::Enumeration(_) => {}
        }
    }
}

fn rename_in_properties(properties: &mut [Property], names: &Names) {
    for property in properties {
        rename(&mut property.ty.name, names);
    }
}

fn rename(name: &mut String, names: &Names) {
    if let Some(new) = names.get(name) {
        name.clone_from(new);
    }
}
