//! The progress of reading an object, and the checks after its last member.

use std::mem;

use serde::de::{self, MapAccess};

use crate::{
    dynamic::TYPE_TAG,
    error::ErrorKind,
    model::{Property, StructuredType},
    runtime::de::{
        erased_builder::ErasedBuilder, member::Member, seen::Seen, undeclared::UndeclaredMembers,
    },
    session::{at_name, is_parameters, nested_policy, new_error, new_mismatch, read_policy},
};

/// The progress of reading an object.
pub(super) struct Progress<'de> {
    pub(super) seen: Seen,
    pub(super) undeclared: UndeclaredMembers<'de>,
    pub(super) has_tag: bool,
    /// The name of the type that the object is read as, while its tag has not confirmed it.
    pub(super) likely_tag: Option<&'de str>,
    /// Whether untyped values are read, not deferred.
    pub(super) is_replay: bool,
}

impl<'de> Progress<'de> {
    pub(super) fn new(has_tag: bool) -> Self {
        Progress {
            seen: Seen::new(),
            undeclared: UndeclaredMembers::new(),
            has_tag,
            likely_tag: None,
            is_replay: false,
        }
    }

    /// Checks the deferred values, and removes and returns them.
    pub(super) fn take_deferred<E: de::Error>(&mut self) -> Result<Vec<Member<'de>>, E> {
        let checks = self.undeclared.checks_mut();
        checks.check_deferred()?;
        self.is_replay = true;
        Ok(mem::take(&mut checks.deferred))
    }

    /// Rejects a type tag after a property, in an ordered payload.
    #[inline]
    pub(super) fn check_order_of_tag<E: de::Error>(
        &mut self,
        declared: &'static StructuredType,
    ) -> Result<(), E> {
        self.undeclared.check_order(TYPE_TAG, declared, &self.seen)
    }

    /// Checks the object after its last member: all required properties were read.
    #[inline]
    pub(super) fn complete<A: MapAccess<'de>>(
        &self,
        builder: &ErasedBuilder<'_, 'de, A>,
    ) -> Result<(), A::Error> {
        if self.undeclared.checks().is_some() {
            self.undeclared
                .check_error_body(builder.declared, self.seen.is_empty() && !self.has_tag)?;
        }
        if let Some(index) = self.seen.first_missing(builder.required) {
            return Err(missing(builder.declared, index));
        }
        if builder.is_whole && read_policy().require_all {
            self.complete_strictly(builder.declared)
        } else {
            Ok(())
        }
    }

    /// Checks that every property that is not nullable was read (`require_all`).
    #[cold]
    fn complete_strictly<E: de::Error>(&self, declared: &'static StructuredType) -> Result<(), E> {
        // All parameters of an action are required. The values in them are complete only if the options require it.
        if nested_policy().is_some_and(|it| !it.require_all) {
            return Ok(());
        }
        // A collection is never null, so that only the type of the field shows whether a parameter is required.
        let skips_collections = is_parameters();
        let is_missing = |&(index, property): &(u16, &Property)| {
            let is_optional = property.is_nullable()
                || property.is_optional()
                || property.is_navigation()
                || (skips_collections && property.is_collection());
            !is_optional && !self.seen.contains(index)
        };
        match (0..).zip(declared.properties()).find(is_missing) {
            Some((index, _)) => Err(missing(declared, index)),
            None => Ok(()),
        }
    }
}

#[cold]
fn missing<E: de::Error>(declared: &'static StructuredType, index: u16) -> E {
    let name = declared.property_at(index).map_or("?", |it| it.name());
    let error = new_mismatch(
        ErrorKind::Missing,
        format_args!("missing `{name}`: `{}` requires it", declared.name),
        format!("a value for `{name}`"),
        "nothing",
    );
    at_name(name, error)
}

#[cold]
pub(super) fn incomplete<E: de::Error>(declared: &'static StructuredType) -> E {
    new_error(
        ErrorKind::Missing,
        format_args!("missing a property that `{}` requires", declared.name),
    )
}
