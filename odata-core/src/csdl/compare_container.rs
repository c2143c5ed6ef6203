//! The differences of the entity container and of type definitions.

use odata_csdl::{ContainerChild, ContainerChildKind, TypeDefinition, TypeKind};

use crate::csdl::{
    difference::{Aspect, Difference},
    metadata::Metadata,
    model::{Model, namespace},
    report::Report,
    types,
};

pub(super) fn definitions(model: &Model, service: &Metadata, found: &mut Vec<Difference>) {
    for (name, here) in types::definitions(model) {
        let mut report = Report::new(name.as_str(), found);
        match service.types.get(&name) {
            Some(TypeKind::Definition(there)) => definition(&here, there, &mut report),
            Some(_) => report.compare(Aspect::Kind, "a type definition", "another type", || {
                "remove the key `edm` from its fields".to_owned()
            }),
            None => report.only_in_model("remove the key `edm` from its fields"),
        }
    }
}

fn definition(here: &TypeDefinition, there: &TypeDefinition, report: &mut Report<'_>) {
    report.compare(
        Aspect::Underlying,
        &here.underlying,
        &there.underlying,
        || format!("write a field type of `{}`", there.underlying),
    );
}

/// Children that only the service has are not differences: a client need not use them all.
pub(super) fn container(model: &Model, service: &Metadata, found: &mut Vec<Difference>) {
    let Some((own_namespace, here)) = model.written_container() else {
        return;
    };
    let name = format!("{own_namespace}.{}", here.name);
    let mut report = Report::new(name.as_str(), found);
    let mut names: Vec<&str> = service.containers.keys().map(String::as_str).collect();
    let Some(there) = service.containers.get(&name) else {
        names.sort_unstable();
        let there = names.first().copied().unwrap_or("none");
        report.compare(Aspect::Container, &name, there, || match there {
            "none" => "remove the container: the metadata has none".to_owned(),
            there => format!("write `.container({there:?})`"),
        });
        return;
    };
    for child in &here.children {
        let mut report = report.member(&child.name);
        match there.children.iter().find(|it| it.name == child.name) {
            Some(declared) => compare_child(child, declared, &mut report),
            // An extended container may be in another document.
            None if there.extends.is_some() => {}
            None => report.only_in_model("remove it from the model"),
        }
    }
}

fn compare_child(here: &ContainerChild, there: &ContainerChild, report: &mut Report<'_>) {
    let written = |child: &ContainerChild| match &child.kind {
        ContainerChildKind::EntitySet(ty) => format!("an entity set of {}", ty.name),
        ContainerChildKind::Singleton(ty) => format!("a singleton of {}", ty.name),
        ContainerChildKind::Import(import) => format!("an import of {}", import.operation),
    };
    report.compare(Aspect::Kind, &written(here), &written(there), || {
        let name = &there.name;
        match &there.kind {
            ContainerChildKind::EntitySet(_) => format!("write `.entity_set::<T>({name:?})`"),
            ContainerChildKind::Singleton(_) => format!("write `.singleton::<T>({name:?})`"),
            ContainerChildKind::Import(_) => {
                format!("write `.imported({name:?})` on the operation")
            }
        }
    });
    if let (ContainerChildKind::Import(here), ContainerChildKind::Import(there)) =
        (&here.kind, &there.kind)
        && let Some(set) = &here.entity_set
    {
        let own = there.entity_set.as_deref().map(unqualified);
        report.compare(
            Aspect::EntitySet,
            set,
            own.unwrap_or("none"),
            || match own {
                Some(own) => format!("write {own:?} in `.imported_into(...)`"),
                None => "write `.imported(...)` in place of `.imported_into(...)`".to_owned(),
            },
        );
    }
    for binding in &here.bindings {
        let declared = there.bindings.iter().find(|it| it.path == binding.path);
        let target = declared.map(|it| it.target.as_str());
        // A service may name a set of its own container with the container (CSDL XML 4.01 §13.4.2).
        let is_same = target.is_some_and(|target| {
            let (_, own) = target.rsplit_once('/').unwrap_or(("", target));
            target == binding.target || (own == binding.target && !namespace(target).is_empty())
        });
        if !is_same {
            let mut report = report.member(&binding.path);
            report.compare(
                Aspect::Binding,
                &binding.target,
                target.unwrap_or("none"),
                || match target {
                    Some(target) => {
                        format!(
                            "write `.bind({:?}, {:?}, {target:?})`",
                            here.name, binding.path
                        )
                    }
                    None => "remove the call of `bind`".to_owned(),
                },
            );
        }
    }
}

/// Returns the name of a child: a service may name a set of its own container with the container (CSDL XML 4.01 §13.4.2).
fn unqualified(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}
