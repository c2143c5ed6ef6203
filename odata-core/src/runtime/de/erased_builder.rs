//! A builder without its type, so that the loops over members exist once for all types.

use serde::de::MapAccess;

use crate::{
    model::{StructuredType, type_flag},
    runtime::{
        de::{BagsMut, ReadResource, builder::Builder, lookup::Lookup, seen::Required, tag::Tag},
        slot::Slot,
    },
};

/// A builder whose members are read from an `A`.
trait DynBuilder<'de, A: MapAccess<'de>> {
    /// See [`ReadResource::read_property`].
    fn read_property(&mut self, slot: Slot, map: &mut A) -> Result<(), A::Error>;
    /// See [`ReadResource::bags_mut`].
    fn bags_mut(&mut self) -> BagsMut<'_>;
}

struct TypedBuilder<'p, 'de, T: ReadResource<'de>>(&'p mut Builder<'de, T>);

impl<'de, T: ReadResource<'de>, A: MapAccess<'de>> DynBuilder<'de, A> for TypedBuilder<'_, 'de, T> {
    fn read_property(&mut self, slot: Slot, map: &mut A) -> Result<(), A::Error> {
        T::read_property(self.0, slot, map)
    }

    fn bags_mut(&mut self) -> BagsMut<'_> {
        T::bags_mut(self.0)
    }
}

/// A builder, and the description of its type.
pub(super) struct ErasedBuilder<'p, 'de, A> {
    builder: &'p mut dyn DynBuilder<'de, A>,
    pub(super) declared: &'static StructuredType,
    name_table: &'static [u16],
    pub(super) required: Required,
    pub(super) is_whole: bool,
}

impl<'de, A: MapAccess<'de>> ErasedBuilder<'_, 'de, A> {
    /// Calls `f` with the builder.
    #[inline]
    pub(super) fn with<T: ReadResource<'de>, R>(
        builder: &mut Builder<'de, T>,
        f: impl FnOnce(&mut ErasedBuilder<'_, 'de, A>) -> R,
    ) -> R {
        f(&mut ErasedBuilder {
            builder: &mut TypedBuilder::<T>(builder),
            declared: StructuredType::of::<T>(),
            name_table: T::NAME_TABLE,
            required: T::REQUIRED,
            is_whole: T::IS_WHOLE,
        })
    }

    /// Returns a lookup that expects the property with the index `next`.
    #[inline]
    pub(super) fn lookup(&self, next: u16) -> Lookup {
        Lookup::new(self.declared, self.name_table, next)
    }

    /// Reads the value of the property with this index.
    #[inline]
    pub(super) fn read_property(&mut self, index: u16, map: &mut A) -> Result<(), A::Error> {
        self.read_slot(Slot::new(self.declared.last.wrapping_sub(index)), map)
    }

    /// Reads the value of the member in this slot.
    #[inline]
    pub(super) fn read_slot(&mut self, slot: Slot, map: &mut A) -> Result<(), A::Error> {
        self.builder.read_property(slot, map)
    }

    /// Stores the tag of a type that represents all its versions.
    pub(super) fn store_version(&mut self, tag: &Tag<'_>) {
        if self.declared.has_flag(type_flag::ANY_VERSION)
            && let Some(annotations) = self.bags_mut().annotations
        {
            annotations.set_type_tag(tag.text());
        }
    }

    pub(super) fn bags_mut(&mut self) -> BagsMut<'_> {
        self.builder.bags_mut()
    }
}
