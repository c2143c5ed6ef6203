//! The members of an object while they are written, each property after its annotations.

use serde::ser::SerializeMap;

use crate::{
    codec::{Encoded, WriteAs},
    dynamic::UnwrittenAnnotations,
    runtime::navigation::WriteRelated,
};

/// The members of an object while they are written.
#[derive(Debug)]
pub(super) struct Members<'a, M: SerializeMap> {
    pub(super) map: M,
    /// An action before the next property, if any. The first failure is stored here, because a `?` after each property of each
    /// type would be most of the code for writing.
    pub(super) interruption: Option<Interruption<'a, M::Error>>,
}

#[derive(Debug)]
pub(super) enum Interruption<'a, E> {
    /// Nothing more is written.
    Failure(E),
    /// The annotations of the property are written first.
    Annotations(Box<UnwrittenAnnotations<'a>>),
}

impl<'a, M: SerializeMap> Members<'a, M> {
    /// Stores the first failure. Out of line, because it is rare.
    #[cold]
    #[inline(never)]
    fn fail(&mut self, error: M::Error) {
        self.interruption = Some(Interruption::Failure(error));
    }

    /// Writes the annotations of a property, and returns those of the other properties, to be put back after the property. `None` after a
    /// failure.
    #[cold]
    fn take_annotations(&mut self, property: &str) -> Option<Interruption<'a, M::Error>> {
        match self.interruption.take()? {
            Interruption::Annotations(mut annotations) => {
                match annotations.write(property, &mut self.map) {
                    Ok(()) => Some(Interruption::Annotations(annotations)),
                    Err(error) => {
                        self.fail(error);
                        None
                    }
                }
            }
            failure => {
                self.interruption = Some(failure);
                None
            }
        }
    }
}

/// Writes the properties of an object. Each has its annotations before it.
pub trait WriteMembers {
    /// Writes a property, unless it is absent.
    fn property<C: WriteAs<T>, T>(&mut self, name: &'static str, value: &T);
    /// Writes properties of one type. `names` are in the order of `values`.
    fn properties<C: WriteAs<T>, T>(&mut self, names: &[&'static str], values: &[&T]) {
        for (name, value) in names.iter().zip(values) {
            self.property::<C, T>(name, value);
        }
    }
    /// Writes the members of a navigation property.
    fn navigation<N: WriteRelated>(&mut self, name: &'static str, field: &N);
}

impl<M: SerializeMap> WriteMembers for Members<'_, M> {
    // Out of line: all fields of the same Rust type share one copy.
    #[inline(never)]
    fn property<C: WriteAs<T>, T>(&mut self, name: &'static str, value: &T) {
        // Absence is checked first, because it is the most common case.
        if C::is_absent(value) {
            return;
        }
        if self.interruption.is_some() {
            return write_annotated_property::<C, T, M>(self, name, value);
        }
        write_present::<C, T, M>(self, name, value);
    }

    #[inline]
    fn navigation<N: WriteRelated>(&mut self, name: &'static str, field: &N) {
        let rest = if self.interruption.is_some() {
            let Some(rest) = self.take_annotations(name) else {
                return;
            };
            Some(rest)
        } else {
            None
        };
        if let Err(error) = field.write(name, &mut self.map) {
            self.fail(error);
        } else {
            self.interruption = rest;
        }
    }
}

/// Writes a property that has a value. Out of line, so that a property without a value saves no registers.
#[inline(never)]
fn write_present<C, T, M>(members: &mut Members<'_, M>, name: &'static str, value: &T)
where
    C: WriteAs<T>,
    M: SerializeMap,
{
    if let Err(error) = members
        .map
        .serialize_entry(name, &Encoded::<C, T>::new(value))
    {
        members.fail(error);
    }
}

/// Writes the annotations of a property, then the property. Out of line and generic, so that the common path does not save registers for a
/// call that is rare.
#[cold]
#[inline(never)]
fn write_annotated_property<C, T, M>(members: &mut Members<'_, M>, name: &'static str, value: &T)
where
    C: WriteAs<T>,
    M: SerializeMap,
{
    let Some(rest) = members.take_annotations(name) else {
        return;
    };
    members.property::<C, T>(name, value);
    members.interruption.get_or_insert(rest);
}

/// Writes a member, unless it is absent.
pub(crate) fn write_member<C, T, M>(
    map: &mut M,
    name: &'static str,
    value: &T,
) -> Result<(), M::Error>
where
    C: WriteAs<T>,
    M: SerializeMap,
{
    if C::is_absent(value) {
        return Ok(());
    }
    map.serialize_entry(name, &Encoded::<C, T>::new(value))
}
