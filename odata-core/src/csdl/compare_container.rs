//! The differences of the entity container and of type definitions.

use odata_csdl::{ContainerChild, ContainerChildKind, TypeDefinition, TypeKind};

use crate::csdl::{
    difference::{Aspect, Difference},
    metadata::Metadata,
    model::{Model, namespace},
    report::Report,
    types,
};

pub(super) fn compare_definitions(model: &Model, service: &Metadata, found: &mut Vec<Difference>) {
    for (name, rust) in types::definitions(model) {
        let mut report = Report::new(name.as_str(), found);
        match service.types.get(&name) {
            Some(TypeKind::Definition(metadata)) => {
                compare_definition(&rust, metadata, &mut report)
            }
            Some(_) => report.compare(Aspect::Kind, "a type definition", "another type", || {
                "remove the key `edm` from its fields".to_owned()
            }),
            None => report.only_in_model("remove the key `edm` from its fields"),
        }
    }
}

fn compare_definition(rust: &TypeDefinition, metadata: &TypeDefinition, report: &mut Report<'_>) {
    report.compare(
        Aspect::Underlying,
        &rust.underlying,
        &metadata.underlying,
        || format!("write a field type of `{}`", metadata.underlying),
    );
}

/// Children that only the service has are not differences: a client need not use them all.
pub(super) fn compare_container(model: &Model, service: &Metadata, found: &mut Vec<Difference>) {
    let Some((namespace_of_model, rust)) = model.written_container() else {
        return;
    };
    let name = format!("{namespace_of_model}.{}", rust.name);
    let mut report = Report::new(name.as_str(), found);
    let mut names: Vec<&str> = service.containers.keys().map(String::as_str).collect();
    let Some(metadata) = service.containers.get(&name) else {
        names.sort_unstable();
        let other = names.first().copied().unwrap_or("none");
        report.compare(Aspect::Container, &name, other, || match other {
            "none" => "remove the container: the metadata has none".to_owned(),
            other => format!("write `.container({other:?})`"),
        });
        return;
    };
    for child in &rust.children {
        let mut report = report.member(&child.name);
        match metadata.children.iter().find(|it| it.name == child.name) {
            Some(declared) => compare_child(child, declared, &mut report),
            // The container that this one extends may have it, in another document.
            None if metadata.extends.is_some() => {}
            None => report.only_in_model("remove it from the model"),
        }
    }
}

fn compare_child(rust: &ContainerChild, metadata: &ContainerChild, report: &mut Report<'_>) {
    let written = |child: &ContainerChild| match &child.kind {
        ContainerChildKind::EntitySet(ty) => format!("an entity set of {}", ty.name),
        ContainerChildKind::Singleton(ty) => format!("a singleton of {}", ty.name),
        ContainerChildKind::Import(import) => format!("an import of {}", import.operation),
    };
    report.compare(Aspect::Kind, &written(rust), &written(metadata), || {
        let name = &metadata.name;
        match &metadata.kind {
            ContainerChildKind::EntitySet(_) => format!("write `.entity_set::<T>({name:?})`"),
            ContainerChildKind::Singleton(_) => format!("write `.singleton::<T>({name:?})`"),
            ContainerChildKind::Import(_) => {
                format!("write `.imported({name:?})` on the operation")
            }
        }
    });
    if let (ContainerChildKind::Import(rust), ContainerChildKind::Import(metadata)) =
        (&rust.kind, &metadata.kind)
        && let Some(set) = &rust.entity_set
    {
        let declared = metadata.entity_set.as_deref().map(unqualified);
        report.compare_stated(
            Aspect::EntitySet,
            set,
            declared,
            |declared| match declared {
                Some(declared) => format!("write {declared:?} in `.imported_into(...)`"),
                None => "write `.imported(...)` in place of `.imported_into(...)`".to_owned(),
            },
        );
    }
    for binding in &rust.bindings {
        let declared = metadata.bindings.iter().find(|it| it.path == binding.path);
        let target = declared.map(|it| it.target.as_str());
        // The target may be qualified with the name of its own container (CSDL XML 4.01 §13.4.2).
        let is_same = target.is_some_and(|target| {
            let (_, name) = target.rsplit_once('/').unwrap_or(("", target));
            target == binding.target || (name == binding.target && !namespace(target).is_empty())
        });
        if !is_same {
            let (path, source) = (&binding.path, &rust.name);
            let mut report = report.member(path);
            report.compare_stated(
                Aspect::Binding,
                &binding.target,
                target,
                |target| match target {
                    Some(target) => format!("write `.bind({source:?}, {path:?}, {target:?})`"),
                    None => "remove the call of `bind`".to_owned(),
                },
            );
        }
    }
}

/// Returns the name of a child, which may be qualified with the name of its container (CSDL XML 4.01 §13.4.2).
fn unqualified(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}
