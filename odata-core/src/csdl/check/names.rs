//! Rules about names that no derive has checked: those of operations, definitions, and of the entity container with its children.

use std::collections::BTreeSet;

use odata_csdl::{Schema, TypeKind, is_simple_identifier};

/// Adds the problems of names.
pub(super) fn check(schemas: &[Schema], problems: &mut Vec<String>) {
    for schema in schemas {
        let namespace = &schema.namespace;
        let operations = schema.operations.iter().map(|it| &it.name);
        let containers = schema.containers.iter().map(|it| &it.name);
        let definitions = (schema.types.iter())
            .filter(|it| matches!(it.kind, TypeKind::Definition(_)))
            .map(|it| &it.name);
        for name in operations.chain(containers).chain(definitions) {
            if namespace.is_empty() {
                problems.push(format!(
                    "`{name}` has no namespace: write the qualified name, such as `shop.{name}`"
                ));
            }
            identifier(name, problems);
        }
        let children = schema.containers.iter().flat_map(|it| &it.children);
        for child in children {
            identifier(&child.name, problems);
        }
        for operation in &schema.operations {
            let mut names = BTreeSet::new();
            for parameter in &operation.parameters {
                if !names.insert(&parameter.name) {
                    problems.push(format!(
                        "`{namespace}.{}` has two parameters `{}`: rename one of them",
                        operation.name, parameter.name
                    ));
                }
            }
        }
    }
}

/// Rejects a name that is not a simple identifier (CSDL 4.01 §15.2).
fn identifier(name: &str, problems: &mut Vec<String>) {
    if !is_simple_identifier(name) {
        problems.push(format!(
            "`{name}` is not a simple identifier: write a letter or `_`, and then only letters, digits and `_`"
        ));
    }
}
