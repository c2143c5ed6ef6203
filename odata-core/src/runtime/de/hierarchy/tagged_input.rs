//! An object that is read up to its type tag.

use std::mem;

use serde::de::{self, MapAccess};

use crate::{
    model::type_flag,
    runtime::de::{
        ReadResource,
        buffered_members::BufferedMembers,
        builder::{Builder, finish, finish_boxed},
        erased_builder::ErasedBuilder,
        members::{read_members, read_members_from},
        progress::{Progress, incomplete},
        replay::replay,
        resource::read_deferred,
        tag::Tag,
    },
    session::request_late_tags,
};

/// Reads a variant once its type is known.
pub trait ReadVariant<'de>: Sized {
    /// Reads the value in place.
    fn read<A: MapAccess<'de>>(input: TaggedInput<'_, 'de, A>) -> Result<Self, A::Error>;
    /// Reads the value on the heap: a wide type inline would need its size on the stack at every level of recursion.
    fn read_boxed<A: MapAccess<'de>>(input: TaggedInput<'_, 'de, A>)
    -> Result<Box<Self>, A::Error>;
}

impl<'de, T: ReadResource<'de>> ReadVariant<'de> for T {
    // Inlined, so that the value is moved less often.
    #[inline]
    fn read<A: MapAccess<'de>>(input: TaggedInput<'_, 'de, A>) -> Result<T, A::Error> {
        let mut builder = T::new_builder();
        input.fill::<T>(&mut builder)?;
        finish::<T, _>(builder, || incomplete(T::TYPE))
    }

    #[inline(never)]
    fn read_boxed<A: MapAccess<'de>>(input: TaggedInput<'_, 'de, A>) -> Result<Box<T>, A::Error> {
        let mut builder = Box::new(T::new_builder());
        input.fill::<T>(&mut builder)?;
        finish_boxed::<T, _>(builder, || incomplete(T::TYPE))
    }
}

/// An object that is partly read and whose type is known.
pub struct TaggedInput<'a, 'de, A> {
    pub(crate) map: &'a mut A,
    // By reference, because it passes through several functions.
    pub(crate) object: &'a mut PartialObject<'de>,
}

/// An object of which the type tag and the members before it have been read.
pub(crate) struct PartialObject<'de> {
    /// The captured members.
    pub(crate) early: BufferedMembers<'de>,
    /// The name of the next member, if it was read.
    pub(crate) name: Option<&'de str>,
    pub(crate) type_name: &'static str,
    /// The tag that names the type.
    pub(crate) tag: Option<Tag<'de>>,
    /// The name of the type that was found by looking ahead. The tag must have it.
    pub(crate) likely_type: Option<&'de str>,
    /// Whether only a cast in the context URL names the type.
    pub(crate) is_named_by_context: bool,
}

impl PartialObject<'_> {
    /// Replaces the error of an object that was read as a likely type: another type may have no error.
    #[cold]
    #[inline(never)]
    pub(super) fn replace_error<E: de::Error>(&self, error: &mut E) {
        if self.likely_type.is_some() {
            *error = request_late_tags();
        }
    }
}

impl<'de, A: MapAccess<'de>> TaggedInput<'_, 'de, A> {
    /// Returns the name of the type.
    pub fn type_name(&self) -> &'static str {
        self.object.type_name
    }

    /// Reads the captured members, then all members that are left.
    #[inline]
    fn fill<T: ReadResource<'de>>(self, builder: &mut Builder<'de, T>) -> Result<(), A::Error> {
        if const { T::TYPE.has_flag(type_flag::UNTYPED) } {
            return self.fill_untyped::<T>(builder);
        }
        if !self.object.early.is_empty() {
            return self.fill_captured::<T>(builder);
        }
        ErasedBuilder::with::<T, _>(builder, |builder| self.finish(builder))
    }

    /// Reads an object with captured members.
    #[inline(never)]
    fn fill_captured<T: ReadResource<'de>>(
        mut self,
        builder: &mut Builder<'de, T>,
    ) -> Result<(), A::Error> {
        let mut progress = Progress::new(self.object.tag.is_some());
        self.replay::<T>(&mut progress, builder)?;
        ErasedBuilder::with::<T, _>(builder, |builder| {
            self.read_rest(&mut progress, builder)?;
            progress.complete(builder)
        })
    }

    /// Reads an object of a type with untyped properties.
    #[inline(never)]
    fn fill_untyped<T: ReadResource<'de>>(
        mut self,
        builder: &mut Builder<'de, T>,
    ) -> Result<(), A::Error> {
        let mut progress = Progress::new(self.object.tag.is_some());
        self.replay::<T>(&mut progress, builder)?;
        ErasedBuilder::with::<T, _>(builder, |builder| self.read_rest(&mut progress, builder))?;
        read_deferred::<T, A::Error>(builder, &mut progress)?;
        ErasedBuilder::<A>::with::<T, _>(builder, |builder| progress.complete(builder))
    }

    /// Reads the captured members.
    fn replay<T: ReadResource<'de>>(
        &mut self,
        progress: &mut Progress<'de>,
        builder: &mut Builder<'de, T>,
    ) -> Result<(), A::Error> {
        let early = mem::take(&mut self.object.early);
        if early.is_empty() {
            return Ok(());
        }
        ErasedBuilder::with::<T, _>(builder, |builder| replay(builder, progress, early))?;
        if self.object.tag.is_some() {
            progress.check_order_of_tag(T::TYPE)?;
        }
        Ok(())
    }

    /// Reads all members and checks the object.
    #[inline(never)]
    fn finish(mut self, builder: &mut ErasedBuilder<'_, 'de, A>) -> Result<(), A::Error> {
        let mut progress = Progress::new(self.object.tag.is_some());
        self.read_rest(&mut progress, builder)?;
        progress.complete(builder)
    }

    /// Reads all members that are left.
    #[inline]
    fn read_rest(
        &mut self,
        progress: &mut Progress<'de>,
        builder: &mut ErasedBuilder<'_, 'de, A>,
    ) -> Result<(), A::Error> {
        if let Some(tag) = &self.object.tag {
            progress.undeclared.has_begun = true;
            builder.store_version(tag);
        }
        progress.likely_tag = self.object.likely_type;
        match self.object.name {
            Some(name) => read_members_from(name, builder, progress, self.map)?,
            None => read_members(builder, progress, self.map)?,
        }
        if progress.likely_tag.is_some() {
            return Err(request_late_tags());
        }
        if self.object.is_named_by_context
            && let Some(annotations) = builder.bags_mut().annotations
        {
            annotations.type_is_in_context();
        }
        Ok(())
    }
}
