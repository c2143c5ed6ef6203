//! The depth to which types contain each other, as the compiler counts it.
//!
//! The compiler follows what a type owns, also through boxes and collections, up to the recursion limit of the crate. Beyond it, dropping a
//! value is an error (E0320), whose message does not name the limit.

use std::collections::{BTreeSet, HashMap, HashSet};

use odata_csdl::Property;

use super::{Plan, emitted};
use crate::{
    model::{Model, Target, TypeId, Vocabulary},
    options::{Config, Navigation, Nulls},
};

/// The number of nested types that are added for the types around a generated one (such as the `Result` of a reader) and inside its last
/// field.
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

/// The maximum number of steps from types to the types that they own. All of Microsoft Graph needs a third of them.
///
/// Every type may reach all others, so that the steps grow with the square of the types. After this many steps, the remaining types are not
/// followed; the limit that the warning recommends is several times the levels found, which covers them.
const MAX_STEPS: usize = 1 << 23;

/// Returns the number of levels that the compiler has to follow in the generated types.
pub(crate) fn levels(model: &Model, config: &Config, plan: &Plan) -> usize {
    let mut graph = Graph {
        model,
        config,
        plan,
        fields: HashMap::new(),
        nodes: HashMap::new(),
        targets: Vec::new(),
    };
    let structs: BTreeSet<TypeId> = plan
        .types
        .keys()
        .copied()
        .filter(|id| model.structured(*id).is_some())
        .collect();
    let mut roots: Vec<usize> = structs
        .iter()
        .map(|&id| graph.add(Owner::Struct(id)))
        .collect();
    if config.patch {
        roots.extend(structs.iter().map(|&id| graph.add(Owner::Patch(id))));
    }
    let mut walk = Walk::new(&graph.targets);
    let mut deepest = 0;
    for root in walk.in_order(&roots) {
        if walk.steps > MAX_STEPS {
            break;
        }
        deepest = deepest.max(walk.depth(root));
    }
    deepest + MARGIN
}

struct Graph<'a> {
    model: &'a Model,
    config: &'a Config,
    plan: &'a Plan,
    /// The types that the own fields of each type own, and those of its patch type.
    fields: HashMap<(TypeId, bool), Vec<Node>>,
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
    fn owned(&mut self, owner: Owner) -> Vec<Node> {
        let (Owner::Struct(id) | Owner::Patch(id) | Owner::Hierarchy(id)) = owner;
        if let Owner::Hierarchy(id) = owner {
            let variants = self.plan.ty(id).map_or(&[][..], |ty| &ty.variants);
            let variants = variants.iter();
            return variants
                .map(|(id, _)| (Owner::Struct(*id), Wrapper::None))
                .collect();
        }
        let is_patch = owner == Owner::Patch(id);
        // Bases first. A base does not count as a level: it is a part of the type.
        let mut chain: Vec<TypeId> =
            std::iter::successors(Some(id), |&id| self.plan.ty(id)?.base).collect();
        chain.reverse();
        let mut owned = Vec::new();
        let mut seen = HashSet::new();
        for level in chain {
            let fields = self.own_fields(level, is_patch).iter().copied();
            owned.extend(fields.filter(|node| seen.insert(*node)));
        }
        owned
    }

    /// Returns the types that the own fields of a type own, without those of its bases. Each derived type has them as well.
    fn own_fields(&mut self, id: TypeId, is_patch: bool) -> &[Node] {
        if !self.fields.contains_key(&(id, is_patch)) {
            let properties = self
                .model
                .structured(id)
                .map_or(&[][..], |own| &own.properties);
            let nodes = emitted(self.model, id, properties)
                .filter_map(|property| self.node_of_field(id, property, is_patch))
                .collect();
            self.fields.insert((id, is_patch), nodes);
        }
        self.fields
            .get(&(id, is_patch))
            .map_or(&[][..], Vec::as_slice)
    }

    /// Returns the type that a field owns, without its outermost wrapper.
    fn node_of_field(&self, owner: TypeId, property: &Property, is_patch: bool) -> Option<Node> {
        let Target::Known(id) = self.model.target(&property.ty.name) else {
            return None;
        };
        self.plan.ty(id)?;
        self.model.structured(id)?;
        let choice = &self.config.choice;
        let is_navigation = property.navigation.is_some();
        let replacement = choice.property_replacement(self.model.qualified(owner), &property.name);
        if replacement.is_some() || is_navigation && choice.navigation == Navigation::Skip {
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
        let keeps_null = self.config.nulls == Nulls::Keep;
        if is_patch || keeps_null && !property.ty.is_collection {
            wrapper = wrapper.optional();
        }
        Some((target, wrapper))
    }
}

/// Follows what types own, in the order in which the compiler does.
struct Walk<'a> {
    targets: &'a [Vec<usize>],
    /// The last root that reached each node.
    reached_from: Vec<usize>,
    steps: usize,
}

impl<'a> Walk<'a> {
    fn new(targets: &'a [Vec<usize>]) -> Self {
        Self {
            targets,
            reached_from: vec![usize::MAX; targets.len()],
            steps: 0,
        }
    }

    /// Returns the roots that nothing owns, then the others. Neighbours in the metadata are similar; the order puts them far from each
    /// other.
    fn in_order(&self, roots: &[usize]) -> Vec<usize> {
        let owned: HashSet<usize> = self.targets.iter().flatten().copied().collect();
        let is_owned = |root: &&usize| owned.contains(*root);
        let (owned, mut ordered): (Vec<usize>, Vec<usize>) = roots.iter().partition(is_owned);
        let distance = owned.len().isqrt().max(1);
        let from_each_start =
            (0..distance).flat_map(|start| owned.iter().skip(start).step_by(distance));
        ordered.extend(from_each_start);
        ordered
    }

    /// Returns the levels below a node.
    fn depth(&mut self, root: usize) -> usize {
        let mut deepest = 0;
        let mut open = vec![(root, 0)];
        self.reach(root, root);
        while let Some((node, depth)) = open.pop() {
            deepest = deepest.max(depth);
            let targets = self.targets.get(node).map_or(&[][..], Vec::as_slice);
            self.steps += targets.len();
            for &target in targets {
                if self.reach(target, root) {
                    open.push((target, depth + 1));
                }
            }
        }
        deepest
    }

    /// Marks a node as reached from a root. Returns false if it was marked before.
    fn reach(&mut self, node: usize, root: usize) -> bool {
        let last = self.reached_from.get_mut(node);
        last.is_some_and(|last| std::mem::replace(last, root) != root)
    }
}
