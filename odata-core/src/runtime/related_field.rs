//! The functions through which a type uses the fields of its navigation properties. Rust prefers the inherent functions here to those of
//! the traits. A field whose related type is not a resource has only those of the traits, which do nothing: that type has an error of its
//! own and causes no further errors.

use std::marker::PhantomData;

use serde::de::{IgnoredAny, MapAccess};

use crate::{
    model::StructuredType,
    runtime::{
        navigation::{ReadRelated, WriteRelated, read_member},
        ser::members::WriteMembers,
        slot::NavigationMember,
    },
};

/// Reads the members of a navigation property into a field of the type `N`.
#[derive(Debug)]
pub struct FieldReader<'de, N>(PhantomData<(&'de (), N)>);

impl<'de, N: ReadRelated<'de>> FieldReader<'de, N> {
    /// See [`read_member`].
    #[inline(always)]
    pub fn read<A: MapAccess<'de>>(
        field: &mut N,
        member: NavigationMember,
        is_nullable: bool,
        map: &mut A,
    ) -> Result<(), A::Error> {
        read_member(field, member, is_nullable, map)
    }
}

/// The function of a field that cannot be read.
pub trait UnreadField<'de, N> {
    /// Skips the value.
    fn read<A: MapAccess<'de>>(
        _: &mut N,
        _: NavigationMember,
        _: bool,
        map: &mut A,
    ) -> Result<(), A::Error> {
        map.next_value::<IgnoredAny>().map(drop)
    }
}

impl<'de, N> UnreadField<'de, N> for FieldReader<'de, N> {}

/// Writes a field of the type `N`.
#[derive(Debug)]
pub struct FieldWriter<N>(PhantomData<N>);

impl<N: WriteRelated> FieldWriter<N> {
    /// Writes the members of the property at this position of the type.
    #[inline(always)]
    pub fn write<W>(members: &mut W, declared: &'static StructuredType, position: u16, field: &N)
    where
        W: WriteMembers,
    {
        members.navigation(declared, position, field);
    }
}

/// The function of a field that cannot be written.
pub trait UnwrittenField<N> {
    /// Writes nothing.
    fn write<W: WriteMembers>(_: &mut W, _: &'static StructuredType, _: u16, _: &N) {}
}

impl<N> UnwrittenField<N> for FieldWriter<N> {}
