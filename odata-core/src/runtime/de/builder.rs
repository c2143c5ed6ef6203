//! Filling a struct in place, or building it from parts.

use std::mem;

use crate::{
    model::{BaseOf, ResolveBase, base_form},
    runtime::de::ReadResource,
};

/// The value that is filled while a `T` is read.
///
/// It is `T` itself if every field has an initial value (`None`, an empty string, zero), and a struct of parts otherwise. A derived type
/// uses the strategy of its base, because the macro cannot see the fields of the base.
pub type Builder<'de, T> = <StrategyOf<'de, T> as Strategy>::Builder<T, PartsOf<'de, T>>;

/// The strategy of a `T`.
pub type StrategyOf<'de, T> = <<T as ReadResource<'de>>::Plan as BuildPlan>::Strategy;

type PartsOf<'de, T> = <<T as ReadResource<'de>>::Plan as BuildPlan>::Parts;

/// The strategy of a type, and its parts.
pub trait BuildPlan {
    /// The strategy of the base, or [`FromParts`] if a field has no initial value.
    type Strategy: Strategy;
    /// The struct of parts.
    type Parts;
}

impl<S: Strategy, P> BuildPlan for (S, P) {
    type Strategy = S;
    type Parts = P;
}

/// The choice between filling in place and building from parts.
pub trait Strategy {
    /// `T` itself or `P`, its parts.
    type Builder<T, P>;
    /// Returns the struct: `builder` itself, or the result of [`ReadResource::build`].
    fn finish<'de, T: ReadResource<'de>, E>(
        builder: Self::Builder<T, PartsOf<'de, T>>,
        missing: impl FnOnce() -> E,
    ) -> Result<T, E>;
    /// Does the same as [`finish`](Self::finish), on the heap. A struct that was filled in place is not moved.
    fn finish_boxed<'de, T: ReadResource<'de>, E>(
        builder: Box<Self::Builder<T, PartsOf<'de, T>>>,
        missing: impl FnOnce() -> E,
    ) -> Result<Box<T>, E>;
}

/// The struct itself is filled.
#[derive(Debug)]
pub struct InPlace;

impl Strategy for InPlace {
    type Builder<T, P> = T;

    #[inline]
    fn finish<'de, T: ReadResource<'de>, E>(builder: T, _: impl FnOnce() -> E) -> Result<T, E> {
        Ok(builder)
    }

    #[inline]
    fn finish_boxed<'de, T: ReadResource<'de>, E>(
        builder: Box<T>,
        _: impl FnOnce() -> E,
    ) -> Result<Box<T>, E> {
        Ok(builder)
    }
}

/// Parts are filled: a field of the chain has no initial value.
#[derive(Debug)]
pub struct FromParts;

impl Strategy for FromParts {
    type Builder<T, P> = P;

    #[inline]
    fn finish<'de, T: ReadResource<'de>, E>(
        builder: PartsOf<'de, T>,
        missing: impl FnOnce() -> E,
    ) -> Result<T, E> {
        T::build(builder).ok_or_else(missing)
    }

    #[inline]
    fn finish_boxed<'de, T: ReadResource<'de>, E>(
        builder: Box<PartsOf<'de, T>>,
        missing: impl FnOnce() -> E,
    ) -> Result<Box<T>, E> {
        T::build(*builder).map(Box::new).ok_or_else(missing)
    }
}

/// The strategy of the base of a type.
///
/// The same as [`StrategyOf`], but the compiler does not walk down the chain for each function that uses it.
pub trait BaseStrategy {
    /// The strategy.
    type Strategy: Strategy;
}

impl<B> BaseStrategy for BaseOf<B, { base_form::IN_PLACE }> {
    type Strategy = InPlace;
}

impl<B> BaseStrategy for BaseOf<B, { base_form::FROM_PARTS }> {
    type Strategy = FromParts;
}

impl<B> BaseStrategy for BaseOf<B, { base_form::NO_RESOURCE }> {
    type Strategy = FromParts;
}

/// Returns the struct that a builder has filled. Missing parts were found before, by [`REQUIRED`](ReadResource::REQUIRED).
///
/// The error is a parameter, so that a type without required fields has no check.
#[inline]
pub(super) fn finish<'de, T: ReadResource<'de>, E>(
    builder: Builder<'de, T>,
    missing: impl FnOnce() -> E,
) -> Result<T, E> {
    StrategyOf::<'de, T>::finish(builder, missing)
}

/// Does the same as [`finish`], on the heap.
#[inline]
pub(super) fn finish_boxed<'de, T: ReadResource<'de>, E>(
    builder: Box<Builder<'de, T>>,
    missing: impl FnOnce() -> E,
) -> Result<Box<T>, E> {
    StrategyOf::<'de, T>::finish_boxed(builder, missing)
}

/// Builds the base part of a struct, and leaves an empty builder. Out of line, so that the [`build`](ReadResource::build) of each derived
/// type does not contain it.
#[inline(never)]
pub fn take_base<'de, R: ResolveBase<Type: ReadResource<'de>>>(
    builder: &mut Builder<'de, R::Type>,
) -> Option<R::Field> {
    let builder = mem::replace(builder, R::Type::new_builder());
    finish::<R::Type, _>(builder, || ()).ok().map(R::into_field)
}
