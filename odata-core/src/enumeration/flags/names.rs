//! The names in a set of flags that this build does not know.

use std::{
    collections::HashSet,
    hash::{Hash, Hasher},
};

/// Different names in the order they came: no allocation where there is none.
#[derive(Debug, Clone, Default)]
pub(super) struct Names(Option<Box<Kept>>);

#[derive(Debug, Clone)]
struct Kept {
    /// With commas between them, as on the wire.
    names: String,
    /// The names among those of listed members, as long as the set is what came. To the service, a combined member may be more by
    /// now than the sum of the parts that came: it has names that this build does not know.
    text: Option<Box<str>>,
}

impl Names {
    pub(super) const NONE: Names = Names(None);

    /// Of names without commas; each is taken once.
    pub(super) fn of(names: Vec<&str>) -> Names {
        Names((!names.is_empty()).then(|| {
            Box::new(Kept {
                names: joined(names),
                text: None,
            })
        }))
    }

    /// Of names that came among others.
    pub(super) fn among<'a>(unlisted: Vec<&str>, all: impl Iterator<Item = &'a str>) -> Names {
        let mut names = Names::of(unlisted);
        if let Some(kept) = &mut names.0 {
            let text = joined(all.collect());
            kept.text = (text != kept.names).then(|| text.into());
        }
        names
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// The text in which they came, where it has listed members, too.
    pub(super) fn text(&self) -> Option<&str> {
        self.0.as_ref()?.text.as_deref()
    }

    /// The set is no longer what came.
    pub(super) fn forget_text(&mut self) {
        if let Some(kept) = &mut self.0 {
            kept.text = None;
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

    /// Adds all of those.
    pub(super) fn extend(&mut self, other: &Names) {
        if !other.is_empty() {
            let all = Names::of(self.iter().chain(other.iter()).collect());
            // Its own come first: where there are no others, nothing has changed.
            if all.names() != self.names() {
                *self = all;
            }
        }
    }

    /// Adds what a variant keeps: one name, or several with commas.
    pub(super) fn insert(&mut self, names: &str) {
        let names = names.split(',').map(str::trim);
        let names = names.filter(|it| !it.is_empty());
        self.extend(&Names::of(names.collect()));
    }

    pub(super) fn remove(&mut self, name: &str) {
        if self.contains(name) {
            *self = Names::of(self.iter().filter(|it| *it != name).collect());
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

/// Each name once, with commas.
fn joined(mut names: Vec<&str>) -> String {
    if names.len() > 1 {
        let mut seen = HashSet::new();
        names.retain(|it| seen.insert(*it));
    }
    names.join(",")
}

/// The same names in any order.
impl PartialEq for Names {
    fn eq(&self, other: &Names) -> bool {
        self.names() == other.names() || self.sorted() == other.sorted()
    }
}

impl Hash for Names {
    // By number only, since order does not matter: names that nobody knows are few.
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.iter().count().hash(state);
    }
}
