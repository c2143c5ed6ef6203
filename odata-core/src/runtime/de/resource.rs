//! Reading a resource of a fixed type.

use std::fmt;

use serde::{
    Deserializer,
    de::{self, MapAccess, Visitor},
};

use crate::{
    error::ErrorKind,
    model::{ODataResource, StructuredType, type_flag},
    runtime::de::{
        ReadResource,
        builder::{Builder, finish},
        erased_builder::ErasedBuilder,
        members::read_members,
        progress::{Progress, incomplete},
        replay::replay_members,
    },
    session::{Level, new_mismatch},
};

/// Reads a resource. Every derived `Deserialize` calls it.
///
/// It is inlined, because each codegen unit that drops a type has its own copy of the drop code.
#[inline]
pub fn read_resource<'de, T: ReadResource<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let mut builder = T::new_builder();
    deserializer.deserialize_map(ResourceVisitor::<T>(&mut builder))?;
    finish::<T, _>(builder, || incomplete(T::TYPE))
}

/// Rejects reading an abstract type: no value has it.
#[cold]
pub fn reject_abstract<'de, T: ODataResource, D: Deserializer<'de>>(_: D) -> Result<T, D::Error> {
    Err(new_mismatch(
        ErrorKind::AbstractType,
        format_args!(
            "`{}` is abstract: read it through an enum with `#[odata(hierarchy = ...)]`",
            T::NAME
        ),
        format!("a type derived from {}", T::NAME),
        T::NAME,
    ))
}

struct ResourceVisitor<'p, 'de, T: ReadResource<'de>>(&'p mut Builder<'de, T>);

impl<'de, T: ReadResource<'de>> Visitor<'de> for ResourceVisitor<'_, 'de, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        expected(StructuredType::of::<T>(), f)
    }

    #[inline(always)]
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        if const { T::TYPE.has_flag(type_flag::UNTYPED) } {
            return read_untyped_object::<T, A>(self.0, &mut map);
        }
        ErasedBuilder::with::<T, _>(self.0, |builder| read_object(builder, &mut map))
    }
}

/// Out of line: every type has a visitor.
#[cold]
fn expected(declared: &StructuredType, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if f.alternate() {
        return f.write_str(declared.name);
    }
    write!(f, "an object of type `{}`", declared.name)
}

/// Reads an object.
#[inline(never)]
fn read_object<'de, A: MapAccess<'de>>(
    builder: &mut ErasedBuilder<'_, 'de, A>,
    map: &mut A,
) -> Result<(), A::Error> {
    let _level = Level::enter()?;
    let mut progress = Progress::new(false);
    read_members(builder, &mut progress, map)?;
    progress.complete(builder)
}

/// Reads an object of a type with untyped properties, whose values are checked against type annotations that may follow them.
#[inline(never)]
fn read_untyped_object<'de, T: ReadResource<'de>, A: MapAccess<'de>>(
    builder: &mut Builder<'de, T>,
    map: &mut A,
) -> Result<(), A::Error> {
    let _level = Level::enter()?;
    let mut progress = Progress::new(false);
    ErasedBuilder::with::<T, _>(builder, |builder| read_members(builder, &mut progress, map))?;
    read_deferred::<T, A::Error>(builder, &mut progress)?;
    ErasedBuilder::<A>::with::<T, _>(builder, |builder| progress.complete(builder))
}

/// Reads the values that were deferred until all type annotations are known.
pub(super) fn read_deferred<'de, T: ReadResource<'de>, E: de::Error>(
    builder: &mut Builder<'de, T>,
    progress: &mut Progress<'de>,
) -> Result<(), E> {
    let deferred = progress.take_deferred()?;
    if deferred.is_empty() {
        return Ok(());
    }
    ErasedBuilder::with::<T, _>(builder, |builder| {
        replay_members(builder, progress, deferred)
    })
}
