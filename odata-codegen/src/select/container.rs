//! Entity sets and singletons for which no constant is generated.

use std::collections::HashSet;

use odata_csdl::{Container, ContainerChild, ContainerChildKind};

use crate::{
    diagnostic::{Diagnostics, Severity},
    model::{Model, Target},
    options::Choice,
};

/// Reports the entity sets and singletons that the selection includes but that have no entity type, and those with the name of another
/// one.
pub(crate) fn report(
    model: &Model,
    choice: &Choice,
    is_strict: bool,
    diagnostics: &mut Diagnostics,
) {
    for schema in model.schemas() {
        for container in &schema.containers {
            for child in &container.children {
                without_type(model, choice, child, diagnostics);
            }
            let qualified = format!("{}.{}", schema.namespace, container.name);
            // A rule of the whole model reports them in a strict run.
            for second in repeated(container).filter(|_| !is_strict) {
                let name = &second.name;
                let message =
                    format!("`{qualified}` has two members named `{name}`: the first one is used");
                push(model, "name-unique", second, message, diagnostics);
            }
        }
    }
}

fn without_type(
    model: &Model,
    choice: &Choice,
    child: &ContainerChild,
    diagnostics: &mut Diagnostics,
) {
    let (kind, ty) = match &child.kind {
        ContainerChildKind::EntitySet(ty) => ("entity set", &ty.name),
        ContainerChildKind::Singleton(ty) => ("singleton", &ty.name),
        ContainerChildKind::Import(_) => return,
    };
    let reason = match model.target(ty) {
        Target::Missing if ty.is_empty() => "it has no type".to_owned(),
        Target::Missing => format!("no file defines its type `{ty}`"),
        Target::Known(id) if model.structured(id).is_some() => return,
        Target::Known(_) | Target::Edm(_) => format!("its type `{ty}` is not an entity type"),
    };
    if choice.is_included(ty) {
        let message = format!(
            "no constant is generated for the {kind} `{}`, because {reason}",
            child.name
        );
        push(model, "link-left-out", child, message, diagnostics);
    }
}

/// Returns the children with the name of an earlier one.
fn repeated(container: &Container) -> impl Iterator<Item = &ContainerChild> {
    let mut seen = HashSet::new();
    let children = container.children.iter();
    children.filter(move |child| !seen.insert(&child.name))
}

fn push(
    model: &Model,
    rule: &'static str,
    child: &ContainerChild,
    message: String,
    diagnostics: &mut Diagnostics,
) {
    let (severity, location) = (Severity::Warning, child.location);
    diagnostics.push(&model.sources, severity, rule, location, message);
}
