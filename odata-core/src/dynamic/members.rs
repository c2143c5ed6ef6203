//! Named JSON values in the order of the input.

use serde::{Deserialize, ser::SerializeMap};

use crate::{codec::raw_json::RawJson, error::Error};

/// The list behind every bag. A bag is small or absent, so a list beats a map; whoever fills one from a payload keeps the time
/// linear himself (`read::undeclared`).
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

    /// Replaces or appends.
    pub(crate) fn insert(&mut self, name: &str, value: RawJson) -> Option<RawJson> {
        if let Some((_, old)) = self.0.iter_mut().find(|(key, _)| &**key == name) {
            return Some(std::mem::replace(old, value));
        }
        self.push(name.into(), value);
        None
    }

    /// Appends what is known to be new.
    pub(crate) fn push(&mut self, name: Box<str>, value: RawJson) {
        self.0.push((name, value));
    }

    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        self.0.iter().position(|(key, _)| &**key == name)
    }

    /// Replaces the value at `at`.
    pub(crate) fn replace(&mut self, at: usize, value: RawJson) {
        if let Some((_, old)) = self.0.get_mut(at) {
            *old = value;
        }
    }

    pub(crate) fn remove(&mut self, name: &str) -> Option<RawJson> {
        let at = self.position(name)?;
        Some(self.0.remove(at).1)
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

/// Names and exact values of a bag, in order.
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
