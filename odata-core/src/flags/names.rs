//! The names in a set of flags that this build does not know.

use std::{
    collections::HashSet,
    hash::{Hash, Hasher},
};

/// Different names in the order they came, with commas between them as on the wire: no allocation where there is none.
#[derive(Debug, Clone, Default)]
pub(super) struct Names(Option<Box<str>>);

impl Names {
    pub(super) const NONE: Names = Names(None);

    /// Of names without commas; each is taken once.
    pub(super) fn of(mut names: Vec<&str>) -> Names {
        if names.len() > 1 {
            let mut seen = HashSet::new();
            names.retain(|it| seen.insert(*it));
        }
        Names((!names.is_empty()).then(|| names.join(",").into()))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().flat_map(|all| all.split(','))
    }

    pub(super) fn contains(&self, name: &str) -> bool {
        self.iter().any(|it| it == name)
    }

    pub(super) fn is_only(&self, name: &str) -> bool {
        self.0.as_deref() == Some(name)
    }

    /// Adds all of those.
    pub(super) fn extend(&mut self, other: &Names) {
        if !other.is_empty() {
            *self = Names::of(self.iter().chain(other.iter()).collect());
        }
    }

    /// Adds what a variant keeps: one name, or several with commas.
    pub(super) fn insert(&mut self, names: &str) {
        for name in names.split(',').map(str::trim) {
            if !name.is_empty() && !self.contains(name) {
                let all = match self.0.take() {
                    Some(all) => format!("{all},{name}"),
                    None => name.to_owned(),
                };
                self.0 = Some(all.into());
            }
        }
    }

    fn sorted(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.iter().collect();
        names.sort_unstable();
        names
    }

    pub(super) fn remove(&mut self, name: &str) {
        if self.contains(name) {
            let rest: Vec<&str> = self.iter().filter(|it| *it != name).collect();
            let rest = rest.join(",");
            self.0 = (!rest.is_empty()).then(|| rest.into());
        }
    }
}

/// The same names in any order.
impl PartialEq for Names {
    fn eq(&self, other: &Names) -> bool {
        self.0 == other.0 || self.sorted() == other.sorted()
    }
}

impl Hash for Names {
    // By number only, since order does not matter: names that nobody knows are few.
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.iter().count().hash(state);
    }
}
