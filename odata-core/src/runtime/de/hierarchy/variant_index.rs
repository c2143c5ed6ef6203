//! The variants of a hierarchy by type name.

use std::sync::OnceLock;

use crate::model::{VariantTypes, unversioned};

/// The variants of a hierarchy by the names of their types.
#[derive(Debug)]
pub struct VariantIndex {
    variants: &'static [VariantTypes],
    sorted: OnceLock<Box<[Entry]>>,
}

type Entry = (&'static str, u16, &'static str);

impl VariantIndex {
    /// Creates the index of a hierarchy's types.
    pub const fn new(types: VariantTypes) -> VariantIndex {
        VariantIndex {
            variants: types.variants(),
            sorted: OnceLock::new(),
        }
    }

    /// Returns the variant of the type with this name, and the full name of the type.
    ///
    /// Few names are compared one by one; many are sorted at the first call.
    pub fn find(&'static self, name: &str) -> Option<(u16, &'static str)> {
        const MAX_LINEAR: usize = 16;
        if self.variants.len() <= MAX_LINEAR {
            return search(self.variants, name);
        }
        let sorted = self
            .sorted
            .get_or_init(|| VariantIndex::sort(self.variants));
        if let Some((_, variant, full)) = VariantIndex::look_up(sorted, name) {
            return Some((*variant, *full));
        }
        // A variant may represent all versions of its type.
        let (_, variant, _) = VariantIndex::look_up(sorted, &unversioned(name)?)?;
        let full = self.variants.get(usize::from(*variant))?.find(name, true)?;
        Some((*variant, full))
    }

    /// Does the same as [`find`](Self::find), for a hierarchy with type parameters, which cannot be in a static.
    pub fn search(types: VariantTypes, name: &str) -> Option<(u16, &'static str)> {
        search(types.variants(), name)
    }

    fn look_up<'a>(sorted: &'a [Entry], name: &str) -> Option<&'a Entry> {
        let at = sorted.binary_search_by(|entry| VariantIndex::compare(entry.0, name));
        sorted.get(at.ok()?)
    }

    fn sort(variants: &'static [VariantTypes]) -> Box<[Entry]> {
        let mut entries = Vec::new();
        for (at, types) in (0..).zip(variants) {
            types.for_each(&mut |it| {
                entries.push((it.name, at, it.name));
            });
        }
        for (at, types) in (0..).zip(variants) {
            types.for_each(&mut |it| {
                if !it.alias.is_empty() {
                    entries.push((it.alias, at, it.name));
                }
            });
        }
        // The sort is stable, and leaves a name before an equal name with an alias.
        entries.sort_by(|a, b| VariantIndex::compare(a.0, b.0));
        entries.dedup_by(|a, b| a.0 == b.0);
        entries.into()
    }

    /// Compares by length first, because the names of a schema have a common start.
    fn compare(a: &str, b: &str) -> std::cmp::Ordering {
        a.len().cmp(&b.len()).then_with(|| a.cmp(b))
    }
}

fn search(variants: &'static [VariantTypes], name: &str) -> Option<(u16, &'static str)> {
    let find = |by_alias| {
        (0..)
            .zip(variants)
            .find_map(|(at, types)| types.find(name, by_alias).map(|full| (at, full)))
    };
    // The alias of one schema may be the namespace of another, whose types have the name itself.
    find(false).or_else(|| find(true))
}
