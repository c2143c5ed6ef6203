//! Types that contain themselves: the properties that need a box.

use std::collections::{HashMap, HashSet};

use crate::{
    model::{Model, Target, TypeId},
    options::Choice,
    select::Selection,
};

/// The types that a type contains by value: its base, and those of its properties.
type Edges<'a> = HashMap<TypeId, Vec<(TypeId, Option<&'a str>)>>;

/// Returns the properties that need a box: those in a cycle of types that contain each other by value.
pub(crate) fn boxed_properties(
    model: &Model,
    choice: &Choice,
    selection: &Selection,
) -> HashSet<(TypeId, String)> {
    let mut edges = Edges::new();
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
                && !selection.is_polymorphic(target)
                && choice
                    .property_replacement(&entry.qualified, &property.name)
                    .is_none()
            {
                targets.push((target, Some(property.name.as_str())));
            }
        }
        edges.insert(id, targets);
    }
    let mut boxed = HashSet::new();
    for (&id, targets) in &edges {
        for (target, property) in targets {
            if let Some(property) = property
                && leads_to(&edges, *target, id)
            {
                boxed.insert((id, (*property).to_owned()));
            }
        }
    }
    boxed
}

/// Returns whether values of `from` contain values of `to`. It does not recurse, because chains in metadata may be long.
fn leads_to(edges: &Edges<'_>, from: TypeId, to: TypeId) -> bool {
    let mut seen = HashSet::from([from]);
    let mut open = vec![from];
    while let Some(id) = open.pop() {
        if id == to {
            return true;
        }
        let targets = edges.get(&id).into_iter().flatten();
        open.extend(targets.filter_map(|(target, _)| seen.insert(*target).then_some(*target)));
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{Edges, leads_to};

    #[test]
    fn types_in_a_cycle_lead_to_each_other() {
        let edges: Edges<'_> = [
            (1, vec![(2, None)]),
            (2, vec![(3, None), (4, None)]),
            (3, vec![(1, None)]),
            (4, vec![]),
            (5, vec![(5, Some("next")), (1, None)]),
        ]
        .into();
        for (from, to) in [(1, 2), (2, 1), (3, 2), (5, 1), (5, 5)] {
            assert!(leads_to(&edges, from, to), "{from} to {to}");
        }
        for (from, to) in [(4, 1), (1, 5)] {
            assert!(!leads_to(&edges, from, to), "{from} to {to}");
        }
    }
}
