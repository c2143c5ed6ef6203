//! An ordered list of named JSON values.

use serde::{Deserialize, ser::SerializeMap};

use crate::{codec::RawJson, error::Error};

/// The list in every bag. A bag is usually small, and a list is then faster than a map. `MemberIndex` keeps reading linear for large
/// bags.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(crate) struct Members(Vec<(Box<str>, RawJson)>);

impl Members {
    pub(crate) const fn new() -> Members {
        Members(Vec::new())
    }

    pub(crate) fn get<'a, T: Deserialize<'a>>(&'a self, name: &str) -> Result<Option<T>, Error> {
        match self.raw(name) {
            Some(text) => text.get().map(Some).map_err(|error| error.below(name)),
            None => Ok(None),
        }
    }

    pub(crate) fn raw(&self, name: &str) -> Option<&RawJson> {
        self.0
            .iter()
            .find(|(key, _)| &**key == name)
            .map(|(_, value)| value)
    }

    /// Replaces or appends a member and returns the former value.
    pub(crate) fn insert(&mut self, name: &str, value: RawJson) -> Option<RawJson> {
        if let Some((_, old)) = self.0.iter_mut().find(|(key, _)| &**key == name) {
            return Some(std::mem::replace(old, value));
        }
        self.push(name.into(), value);
        None
    }

    /// Appends a member that is not in the list.
    pub(crate) fn push(&mut self, name: Box<str>, value: RawJson) {
        self.0.push((name, value));
    }

    /// Returns the value at this position.
    pub(crate) fn value_at(&self, position: usize) -> Option<&RawJson> {
        self.0.get(position).map(|(_, value)| value)
    }

    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        self.0.iter().position(|(key, _)| &**key == name)
    }

    /// Replaces the value at this position.
    pub(crate) fn replace(&mut self, position: usize, value: RawJson) {
        if let Some((_, old)) = self.0.get_mut(position) {
            *old = value;
        }
    }

    pub(crate) fn remove(&mut self, name: &str) -> Option<RawJson> {
        let position = self.position(name)?;
        Some(self.0.remove(position).1)
    }

    pub(crate) fn iter(&self) -> Iter<'_> {
        Iter(self.0.iter())
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Writes every member.
    pub(crate) fn write<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        self.iter()
            .try_for_each(|(name, value)| map.serialize_entry(name, value))
    }
}

/// An iterator over the names and exact values of a bag, in order.
#[derive(Debug, Clone)]
pub struct Iter<'a>(std::slice::Iter<'a, (Box<str>, RawJson)>);

impl<'a> Iterator for Iter<'a> {
    type Item = (&'a str, &'a RawJson);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(name, value)| (&**name, value))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl ExactSizeIterator for Iter<'_> {}

/// Implements the common part of all public types that hold members: iteration, their number, and `Debug` as a map.
macro_rules! map_of_members {
    ($type:ident.$members:tt, $entries:literal) => {
        impl $type {
            #[doc = concat!("Iterates over the names and the exact values of the ", $entries, ", in order.")]
            #[must_use]
            pub fn iter(&self) -> $crate::dynamic::MemberIter<'_> {
                self.$members.iter()
            }

            #[doc = concat!("Returns the number of ", $entries, ".")]
            #[must_use]
            pub fn len(&self) -> usize {
                self.$members.len()
            }

            #[doc = concat!("Returns whether there are no ", $entries, ".")]
            #[must_use]
            pub fn is_empty(&self) -> bool {
                self.$members.is_empty()
            }
        }

        impl ::std::fmt::Debug for $type {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_map().entries(self.iter()).finish()
            }
        }

        impl<'a> IntoIterator for &'a $type {
            type Item = (&'a str, &'a $crate::codec::RawJson);
            type IntoIter = $crate::dynamic::MemberIter<'a>;

            fn into_iter(self) -> Self::IntoIter {
                self.iter()
            }
        }
    };
}

pub(crate) use map_of_members;
