//! The variants of a hierarchy: their types and names.

use std::collections::HashMap;

use super::naming::{Scope, pascal};
use crate::model::{Entry, Model, TypeId};

/// Returns the base and its derived types that are generated and not abstract, with the names of their variants.
pub(crate) fn variants(
    model: &Model,
    is_generated: impl Fn(TypeId) -> bool,
    base: TypeId,
) -> Vec<(TypeId, String)> {
    let types: Vec<(TypeId, &Entry)> = std::iter::once(base)
        .chain(model.descendants(base))
        .filter(|&id| !model.is_abstract(id) && is_generated(id))
        .filter_map(|id| Some((id, model.entry(id)?)))
        .collect();
    let mut shared: HashMap<String, usize> = HashMap::new();
    for (_, entry) in &types {
        *shared.entry(pascal(&entry.ty.name)).or_default() += 1;
    }
    let mut names = Scope::default();
    names.reserve(["Other"]);
    types
        .into_iter()
        .map(|(id, entry)| (id, name(&mut names, entry, &shared)))
        .collect()
}

/// Returns the name of the type. Where several variants would have it, the last segments of the namespace precede it.
fn name(names: &mut Scope, entry: &Entry, shared: &HashMap<String, usize>) -> String {
    let name = pascal(&entry.ty.name);
    let is_alone = shared.get(&name).is_none_or(|count| *count == 1);
    let alone = is_alone.then(|| name.clone());
    let longer = entry.namespace.rsplit('.').scan(name, |longer, part| {
        *longer = format!("{}{longer}", pascal(part));
        Some(longer.clone())
    });
    names.claim(alone.into_iter().chain(longer))
}
