//! Finding members in a bag while it is filled.

use std::collections::HashMap;

use serde::de;

use crate::{
    codec::RawJson,
    dynamic::{MemberName, Members, other_spelling},
    error::ErrorKind,
    session::{new_error, read_policy},
};

/// Finds names in a bag that is filled from a payload, in constant time once the bag is long.
#[derive(Default)]
#[expect(
    clippy::box_collection,
    reason = "every object has three of these, and few need a table"
)]
pub(crate) struct MemberIndex(Option<Box<HashMap<Box<str>, usize>>>);

/// The longest list in which a linear search is faster than a hash table.
const MAX_LINEAR: usize = 24;

impl MemberIndex {
    pub(super) const fn new() -> MemberIndex {
        MemberIndex(None)
    }

    /// Returns the position of a member.
    pub(super) fn find(&self, members: &Members, name: &str) -> Option<usize> {
        match &self.0 {
            Some(index) => index.get(name).copied(),
            None => members.position(name),
        }
    }

    fn push(&mut self, members: &mut Members, name: Box<str>, value: RawJson) {
        if let Some(index) = &mut self.0 {
            index.insert(name.clone(), members.len());
        } else if members.len() >= MAX_LINEAR {
            let known = members
                .iter()
                .enumerate()
                .map(|(at, (name, _))| (name.into(), at));
            self.0 = Some(Box::new(
                known.chain([(name.clone(), members.len())]).collect(),
            ));
        }
        members.push(name, value);
    }

    /// Adds a member. A repeated annotation replaces the former one, unless the options are strict; nothing else may be repeated.
    pub(crate) fn put<E: de::Error>(
        &mut self,
        members: &mut Members,
        name: &str,
        value: RawJson,
    ) -> Result<(), E> {
        let policy = read_policy();
        // In 4.01, `@odata.id` and `@id` are the same.
        let found = self.find(members, name).or_else(|| {
            other_spelling(name, policy.version).and_then(|other| self.find(members, &other))
        });
        match found {
            Some(at)
                if !policy.strict_annotations
                    && MemberName::parse(name).is_annotation(policy.version) =>
            {
                members.replace(at, value)
            }
            Some(_) => return Err(duplicate(name)),
            None => self.push(members, name.into(), value),
        }
        Ok(())
    }
}

/// Returns the error for a repeated member (RFC 7493, section 2.3).
#[cold]
pub(crate) fn duplicate<E: de::Error>(name: &str) -> E {
    new_error(ErrorKind::Duplicate, format_args!("duplicate `{name}`"))
}
