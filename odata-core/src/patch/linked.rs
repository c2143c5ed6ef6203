//! The changes of navigation properties: links that are added or removed.

use crate::payload::{EntityOrReference, EntityReference, Nav, NavCollection};

/// The field of a navigation property, with the links that a patch adds or removes.
pub trait Linked: Default {
    /// Returns the link from `old` to `new`.
    fn diff(old: &Self, new: &Self) -> Self;
    /// Applies the change.
    fn apply(&mut self, change: Self);
}

/// A new reference becomes a link. Other requests change the related entities.
impl<T> Linked for Nav<T> {
    fn diff(old: &Self, new: &Self) -> Self {
        match (old, new) {
            (Nav::Null | Nav::Unbind | Nav::Absent, Nav::Null | Nav::Unbind) => Nav::Absent,
            (_, Nav::Null | Nav::Unbind) => Nav::Unbind,
            (old, new) => match new.id() {
                Some(id) if old.id().as_ref() != Some(&id) => Nav::bind(&id),
                _ => Nav::Absent,
            },
        }
    }

    fn apply(&mut self, change: Self) {
        match change {
            Nav::Absent => {}
            Nav::Bind(id) => *self = Nav::Reference(EntityReference::new(&id)),
            Nav::Unbind => *self = Nav::Null,
            value => *self = value,
        }
    }
}

/// Links add to a collection, a value replaces it (JSON 4.01 §8.5).
impl<T> Linked for NavCollection<T> {
    fn diff(_: &Self, _: &Self) -> Self {
        NavCollection::new()
    }

    fn apply(&mut self, change: Self) {
        if change.value.is_some() {
            self.value = change.value;
        }
        for id in change.bind {
            if !self.references().any(|it| it.id() == id) {
                let reference = EntityOrReference::Reference(EntityReference::new(&id));
                self.value.get_or_insert_default().push(reference);
            }
        }
    }
}
