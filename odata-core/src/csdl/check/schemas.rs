//! Rules about the parts of a schema that have no Rust type, such as those of [`Model::with_schema`](crate::csdl::Model::with_schema).

use std::collections::{BTreeMap, BTreeSet};

use odata_csdl::{Schema, Term, TypeKind};

/// Adds the problems of names, enumerations and terms.
pub(super) fn check(schemas: &[Schema], problems: &mut Vec<String>) {
    for schema in schemas {
        check_names(schema, problems);
        let namespace = &schema.namespace;
        for ty in &schema.types {
            if matches!(&ty.kind, TypeKind::Enumeration(own) if own.members.is_empty()) {
                problems.push(format!(
                    "the enumeration `{namespace}.{}` has no members: add one",
                    ty.name
                ));
            }
        }
        for term in &schema.terms {
            let mut targets = term.applies_to.iter();
            if let Some(target) = targets.find(|it| !Term::TARGETS.contains(&it.as_str())) {
                problems.push(format!(
                    "the term `{namespace}.{}` applies to `{target}`, which is not a kind of model element: write one such as `EntityType`",
                    term.name
                ));
            }
        }
    }
}

/// A name is that of one part of a schema. Only overloads of an action, or of a function, have the same (CSDL 4.01 §5, §12).
fn check_names(schema: &Schema, problems: &mut Vec<String>) {
    let types = schema.types.iter().map(|it| (&it.name, "a type"));
    let operations = schema.operations.iter().map(|it| {
        let kind = if it.is_action {
            "an action"
        } else {
            "a function"
        };
        (&it.name, kind)
    });
    let terms = schema.terms.iter().map(|it| (&it.name, "a term"));
    let containers = schema.containers.iter();
    let containers = containers.map(|it| (&it.name, "an entity container"));
    let mut types_seen = BTreeSet::new();
    for ty in &schema.types {
        if !types_seen.insert(&ty.name) {
            problems.push(format!(
                "two types have the name `{}.{}`: give one of them another name",
                schema.namespace, ty.name
            ));
        }
    }
    let mut first = BTreeMap::new();
    let mut reported = BTreeSet::new();
    for (name, kind) in types.chain(operations).chain(terms).chain(containers) {
        let other = *first.entry(name).or_insert(kind);
        if other != kind && reported.insert(name) {
            problems.push(format!(
                "`{}.{name}` is the name of {other} and of {kind}: rename one of them",
                schema.namespace
            ));
        }
    }
}
