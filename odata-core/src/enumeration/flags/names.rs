//! The unknown names in a combination of flags.

use std::{
    collections::HashSet,
    hash::{Hash, Hasher},
};

/// Distinct names in the order in which they were read. An empty list allocates nothing.
#[derive(Debug, Clone, Default)]
pub(super) struct Names(Option<Box<NameList>>);

#[derive(Debug, Clone)]
struct NameList {
    /// Separated by commas.
    names: String,
    /// The unknown and known names that were read, until the value is changed. They are written back unchanged, since for the service
    /// a member may by now combine more than this build knows.
    text: Option<Box<str>>,
}

impl Names {
    pub(super) const NONE: Names = Names(None);

    /// Creates a list from names without commas. Repeated names are dropped.
    pub(super) fn from_names(names: Vec<&str>) -> Names {
        Names((!names.is_empty()).then(|| {
            Box::new(NameList {
                names: joined(names),
                text: None,
            })
        }))
    }

    /// Creates a list from the unknown names in a text, and all names in that text.
    pub(super) fn with_text<'a>(unknown: Vec<&str>, all: impl Iterator<Item = &'a str>) -> Names {
        let mut names = Names::from_names(unknown);
        if let Some(list) = &mut names.0 {
            let text = joined(all.collect());
            list.text = (text != list.names).then(|| text.into());
        }
        names
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// Returns the text that was read, if it also has known members.
    pub(super) fn text(&self) -> Option<&str> {
        self.0.as_ref()?.text.as_deref()
    }

    /// Records that the value has changed.
    pub(super) fn forget_text(&mut self) {
        if let Some(list) = &mut self.0 {
            list.text = None;
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().flat_map(|it| it.names.split(','))
    }

    pub(super) fn contains(&self, name: &str) -> bool {
        self.iter().any(|it| it == name)
    }

    pub(super) fn is_only(&self, name: &str) -> bool {
        self.names() == Some(name)
    }

    /// Adds all names of `other`.
    pub(super) fn extend(&mut self, other: &Names) {
        if !other.is_empty() {
            let all = Names::from_names(self.iter().chain(other.iter()).collect());
            // The own names come first, so that equal lists mean that nothing was added.
            if all.names() != self.names() {
                *self = all;
            }
        }
    }

    /// Adds the text of an `other` variant: one name, or several separated by commas.
    pub(super) fn insert(&mut self, names: &str) {
        let names = names.split(',').map(str::trim);
        let names = names.filter(|it| !it.is_empty());
        self.extend(&Names::from_names(names.collect()));
    }

    pub(super) fn remove(&mut self, name: &str) {
        if self.contains(name) {
            *self = Names::from_names(self.iter().filter(|it| *it != name).collect());
        }
    }

    fn names(&self) -> Option<&str> {
        self.0.as_ref().map(|it| it.names.as_str())
    }

    fn sorted(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.iter().collect();
        names.sort_unstable();
        names
    }
}

/// Joins distinct names with commas.
fn joined(mut names: Vec<&str>) -> String {
    if names.len() > 1 {
        let mut seen = HashSet::new();
        names.retain(|it| seen.insert(*it));
    }
    names.join(",")
}

/// Compares the names in any order.
impl PartialEq for Names {
    fn eq(&self, other: &Names) -> bool {
        self.names() == other.names() || self.sorted() == other.sorted()
    }
}

impl Hash for Names {
    // Only the count is hashed, since the order must not matter. There are few unknown names.
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.iter().count().hash(state);
    }
}
