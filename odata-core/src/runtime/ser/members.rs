//! The members of an object while they are written, each property after its annotations.

use serde::ser::SerializeMap;

use crate::{
    codec::{Encoded, WriteAs},
    dynamic::UnwrittenAnnotations,
    model::{ResolveBase, StructuredType},
    runtime::{navigation::WriteRelated, ser::WriteResource},
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
///
/// A property is the one at `position` of the type `declared`. If its name were an argument, a library would store it twice, with a symbol
/// of ten times its length.
pub trait WriteMembers {
    /// Writes the properties of the base in a field.
    fn base<R: ResolveBase<Type: WriteResource>>(&mut self, field: &R::Field);
    /// Writes a property, unless it is absent.
    fn property<C, T>(&mut self, declared: &'static StructuredType, position: u16, value: &T)
    where
        C: WriteAs<T>;
    /// Writes properties of one type. Their names are arguments, because finding each in the description takes time.
    fn properties<C: WriteAs<T>, T>(&mut self, names: &[&'static str], values: &[&T]);
    /// Writes the members of a navigation property.
    fn navigation<N>(&mut self, declared: &'static StructuredType, position: u16, field: &N)
    where
        N: WriteRelated;
}

impl<M: SerializeMap> WriteMembers for Members<'_, M> {
    #[inline(always)]
    fn base<R: ResolveBase<Type: WriteResource>>(&mut self, field: &R::Field) {
        if let Some(base) = R::part(field) {
            base.fields(self);
        }
    }

    #[inline(always)]
    fn property<C, T>(&mut self, declared: &'static StructuredType, position: u16, value: &T)
    where
        C: WriteAs<T>,
    {
        // The compiler finds the name, because the description is a constant.
        write_property::<C, T, M>(self, declared.name_of_own(position), value);
    }

    // Out of line: all runs of the same Rust type share one copy.
    #[inline(never)]
    fn properties<C: WriteAs<T>, T>(&mut self, names: &[&'static str], values: &[&T]) {
        let properties = names.iter().zip(values);
        if self.interruption.is_some() {
            for (name, value) in properties {
                write_property::<C, T, M>(self, name, value);
            }
            return;
        }
        for (name, value) in properties {
            if C::is_absent(value) {
                continue;
            }
            let value = Encoded::<C, T>::new(value);
            if let Err(error) = self.map.serialize_entry(name, &value) {
                return self.fail(error);
            }
        }
    }

    #[inline]
    fn navigation<N>(&mut self, declared: &'static StructuredType, position: u16, field: &N)
    where
        N: WriteRelated,
    {
        let name = declared.name_of_own(position);
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

/// Writes a property, unless it is absent. Out of line: all fields of the same Rust type share one copy.
#[inline(never)]
fn write_property<C, T, M>(members: &mut Members<'_, M>, name: &'static str, value: &T)
where
    C: WriteAs<T>,
    M: SerializeMap,
{
    // Absence is checked first, because it is the most common case.
    if C::is_absent(value) {
        return;
    }
    if members.interruption.is_some() {
        return write_annotated_property::<C, T, M>(members, name, value);
    }
    write_present::<C, T, M>(members, name, value);
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
    write_property::<C, T, M>(members, name, value);
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
