//! Types that contain themselves: the properties that need a box.

use std::collections::{HashMap, HashSet};

use crate::{
    model::{Model, Target, TypeId},
    options::Choice,
    select::Selection,
};

/// Types contain each other by value through bases and single-valued properties. The properties of a cycle are boxed.
pub(crate) fn boxed(
    model: &Model,
    choice: &Choice,
    selection: &Selection,
) -> HashSet<(TypeId, String)> {
    let mut edges: HashMap<TypeId, Vec<(TypeId, Option<&str>)>> = HashMap::new();
    for &id in &selection.types {
        let Some((own, entry)) = model.structured(id).zip(model.entry(id)) else {
            continue;
        };
        let base = entry.base.filter(|base| selection.types.contains(base));
        let mut targets: Vec<(TypeId, Option<&str>)> =
            base.into_iter().map(|base| (base, None)).collect();
        for property in own
            .properties
            .iter()
            .filter(|property| !property.ty.is_collection && property.navigation.is_none())
        {
            if let Target::Known(target) = model.target(&property.ty.name)
                && selection.types.contains(&target)
                && !selection.polymorphic.contains(&target)
                && choice
                    .replacement(&format!("{}/{}", entry.qualified, property.name))
                    .is_none()
            {
                targets.push((target, Some(property.name.as_str())));
            }
        }
        edges.insert(id, targets);
    }
    let component = components(&edges);
    let mut boxed = HashSet::new();
    for (&id, targets) in &edges {
        for (target, property) in targets {
            if let Some(property) = property
                && component.get(&id) == component.get(target)
            {
                boxed.insert((id, (*property).to_owned()));
            }
        }
    }
    boxed
}

/// Strongly connected components, by Tarjan's algorithm. It does not recurse, because chains in metadata may be long.
fn components(edges: &HashMap<TypeId, Vec<(TypeId, Option<&str>)>>) -> HashMap<TypeId, usize> {
    let mut order: HashMap<TypeId, usize> = HashMap::new();
    let mut low: HashMap<TypeId, usize> = HashMap::new();
    let mut component: HashMap<TypeId, usize> = HashMap::new();
    let mut stack: Vec<TypeId> = Vec::new();
    let mut starts: Vec<TypeId> = edges.keys().copied().collect();
    starts.sort_unstable();
    for start in starts {
        let mut calls = vec![(start, 0)];
        while let Some((node, next)) = calls.pop() {
            if next == 0 {
                if order.contains_key(&node) {
                    continue;
                }
                let index = order.len();
                order.insert(node, index);
                low.insert(node, index);
                stack.push(node);
            }
            let target = edges
                .get(&node)
                .and_then(|targets| targets.get(next))
                .map(|(target, _)| *target);
            if let Some(before) = next
                .checked_sub(1)
                .and_then(|before| edges.get(&node)?.get(before))
                .map(|(target, _)| *target)
            {
                lower(&mut low, node, before, &component);
            }
            match target {
                Some(target) => {
                    calls.push((node, next + 1));
                    if !order.contains_key(&target) {
                        calls.push((target, 0));
                    }
                }
                None if low.get(&node) == order.get(&node) => {
                    let name = component.len();
                    while let Some(member) = stack.pop() {
                        component.insert(member, name);
                        if member == node {
                            break;
                        }
                    }
                }
                None => {}
            }
        }
    }
    component
}

/// Lowers the `low` number of a node to that of a target whose component is not yet complete (Tarjan's algorithm).
fn lower(
    low: &mut HashMap<TypeId, usize>,
    node: TypeId,
    target: TypeId,
    closed: &HashMap<TypeId, usize>,
) {
    if !closed.contains_key(&target)
        && let (Some(&own), Some(&other)) = (low.get(&node), low.get(&target))
    {
        low.insert(node, own.min(other));
    }
}

#[cfg(test)]
#[allow(clippy::indexing_slicing, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn a_cycle_is_one_component() {
        let edges: HashMap<TypeId, Vec<(TypeId, Option<&str>)>> = [
            (1, vec![(2, None)]),
            (2, vec![(3, None), (4, None)]),
            (3, vec![(1, None)]),
            (4, vec![]),
            (5, vec![(5, Some("next")), (1, None)]),
        ]
        .into();
        let component = components(&edges);
        assert_eq!(component[&1], component[&2]);
        assert_eq!(component[&1], component[&3]);
        assert_ne!(component[&1], component[&4]);
        assert_ne!(component[&1], component[&5]);
        assert_eq!(component.len(), 5);
    }
}
