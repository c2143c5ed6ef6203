//! How deep types contain each other, as the compiler counts it.
//!
//! The compiler follows what a type owns, also through boxes and collections, up to the recursion limit of the crate. Beyond it, dropping a
//! value is an error (E0320), whose message does not name the limit.

use std::collections::HashMap;

use odata_csdl::Property;

use super::{Plan, emitted};
use crate::{
    model::{Model, Target, TypeId, Vocabulary},
    options::{Config, Navigation, Nulls},
};

/// Levels of the types around a generated one, such as the `Result` of a reader, and of the types in its last field.
const MARGIN: usize = 10;

/// A type that owns values of generated types.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Owner {
    Struct(TypeId),
    Patch(TypeId),
    Hierarchy(TypeId),
}

/// An owner in a number of boxes and collections. Each is a level of its own.
type Node = (Owner, Wrapper);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Wrapper {
    None,
    Option,
    Box,
    OptionBox,
    Vec,
    OptionVec,
    /// The items of `NavCollection`.
    Items,
    VecItems,
}

impl Wrapper {
    /// Returns the type in the outermost wrapper.
    fn inner(self) -> Option<Self> {
        match self {
            Self::None => None,
            Self::Option | Self::Box | Self::Vec | Self::Items => Some(Self::None),
            Self::OptionBox => Some(Self::Box),
            Self::OptionVec => Some(Self::Vec),
            Self::VecItems => Some(Self::Items),
        }
    }

    /// Returns the type in one more `Option`.
    fn optional(self) -> Self {
        match self {
            Self::None => Self::Option,
            Self::Box => Self::OptionBox,
            Self::Vec => Self::OptionVec,
            other => other,
        }
    }
}

/// Returns the number of levels that the compiler has to follow in the generated types.
pub(crate) fn levels(model: &Model, config: &Config, plan: &Plan) -> usize {
    let mut graph = Graph {
        model,
        config,
        plan,
        nodes: HashMap::new(),
        targets: Vec::new(),
    };
    let structs = plan
        .types
        .keys()
        .filter(|id| model.structured(**id).is_some());
    let mut roots: Vec<usize> = structs
        .clone()
        .map(|&id| graph.add(Owner::Struct(id)))
        .collect();
    if config.patch {
        roots.extend(structs.map(|&id| graph.add(Owner::Patch(id))));
    }
    let mut seen = vec![usize::MAX; graph.targets.len()];
    let deepest = roots.into_iter().map(|root| graph.depth(root, &mut seen));
    deepest.max().unwrap_or_default() + MARGIN
}

struct Graph<'a> {
    model: &'a Model,
    config: &'a Config,
    plan: &'a Plan,
    nodes: HashMap<Node, usize>,
    /// The nodes that each node owns.
    targets: Vec<Vec<usize>>,
}

impl Graph<'_> {
    /// Adds a type and all that it owns. It does not recurse, because chains in metadata may be long.
    fn add(&mut self, root: Owner) -> usize {
        let mut open = Vec::new();
        let index = self.index((root, Wrapper::None), &mut open);
        while let Some((owner, wrapper)) = open.pop() {
            let owned = match wrapper.inner() {
                Some(inner) => vec![(owner, inner)],
                None => self.owned(owner),
            };
            let owned = owned.into_iter().map(|node| self.index(node, &mut open));
            let owned = owned.collect();
            let index = self.index((owner, wrapper), &mut open);
            if let Some(targets) = self.targets.get_mut(index) {
                *targets = owned;
            }
        }
        index
    }

    fn index(&mut self, node: Node, open: &mut Vec<Node>) -> usize {
        *self.nodes.entry(node).or_insert_with(|| {
            open.push(node);
            self.targets.push(Vec::new());
            self.targets.len() - 1
        })
    }

    /// Returns the types that the fields of a type own, in their wrappers. The outermost wrapper is left out, because the compiler does not
    /// count it.
    fn owned(&self, owner: Owner) -> Vec<Node> {
        let (Owner::Struct(id) | Owner::Patch(id) | Owner::Hierarchy(id)) = owner;
        if let Owner::Hierarchy(id) = owner {
            let variants = self.plan.ty(id).map_or(&[][..], |ty| &ty.variants);
            let variants = variants.iter();
            return variants
                .map(|(id, _)| (Owner::Struct(*id), Wrapper::None))
                .collect();
        }
        let is_patch = owner == Owner::Patch(id);
        // Bases first. A base is no level: it is a part of the type.
        let mut chain: Vec<TypeId> =
            std::iter::successors(Some(id), |&id| self.plan.ty(id)?.base).collect();
        chain.reverse();
        let mut owned = Vec::new();
        for level in chain {
            let properties = self
                .model
                .structured(level)
                .map_or(&[][..], |own| &own.properties);
            for property in emitted(self.model, level, properties) {
                let field = self.field(level, property, is_patch);
                owned.extend(field.filter(|node| !owned.contains(node)));
            }
        }
        owned
    }

    /// Returns the type that a field owns, without its outermost wrapper.
    fn field(&self, owner: TypeId, property: &Property, is_patch: bool) -> Option<Node> {
        let Target::Known(id) = self.model.target(&property.ty.name) else {
            return None;
        };
        self.plan.ty(id)?;
        self.model.structured(id)?;
        let path = format!("{}/{}", self.model.qualified(owner), property.name);
        let choice = &self.config.choice;
        let is_navigation = property.navigation.is_some();
        if choice.replacement(&path).is_some()
            || is_navigation && choice.navigation == Navigation::Skip
        {
            return None;
        }
        let is_computed = Vocabulary(&property.annotations).is_computed();
        let hierarchy = self.plan.hierarchy(id);
        let target = match hierarchy {
            Some((_, _, of)) => Owner::Hierarchy(of),
            None if is_patch && !is_navigation && !property.ty.is_collection && !is_computed => {
                Owner::Patch(id)
            }
            None => Owner::Struct(id),
        };
        if is_navigation && self.config.nav {
            let is_many = property.ty.is_collection;
            let wrapper = if is_many {
                Wrapper::VecItems
            } else {
                Wrapper::None
            };
            return Some((target, wrapper));
        }
        let is_boxed = self.plan.boxed.contains(&(owner, property.name.clone()))
            || is_navigation && hierarchy.is_none();
        let mut wrapper = match (property.ty.is_collection, is_boxed) {
            (true, _) => Wrapper::Vec,
            (false, true) => Wrapper::Box,
            (false, false) => Wrapper::None,
        };
        // A nullable property of a patch is optional twice.
        let is_kept = self.config.nulls == Nulls::Keep;
        if is_patch || is_kept && !property.ty.is_collection {
            wrapper = wrapper.optional();
        }
        Some((target, wrapper))
    }

    /// The levels below a node, in the order in which the compiler follows them. `seen` has the last root that reached each node.
    fn depth(&self, root: usize, seen: &mut [usize]) -> usize {
        let mut deepest = 0;
        let mut open = vec![(root, 0)];
        let mut is_new = |node: usize| {
            let seen = seen.get_mut(node);
            seen.is_some_and(|seen| std::mem::replace(seen, root) != root)
        };
        is_new(root);
        while let Some((node, depth)) = open.pop() {
            deepest = deepest.max(depth);
            let targets = self.targets.get(node).into_iter().flatten();
            open.extend(
                targets
                    .filter(|node| is_new(**node))
                    .map(|node| (*node, depth + 1)),
            );
        }
        deepest
    }
}
