//! ErasedBuilder the struct itself, or its parts first.

use crate::runtime::de::ReadResource;

/// What is filled while a `T` is read.
///
/// It is `T` where every field has something to stand in until its property comes (`None`, an empty string, zero), so that nothing is
/// built twice; otherwise it is a struct of parts. A derived type cannot know which it is for its base, so it goes the base's way.
pub type Builder<'de, T> = <StrategyOf<'de, T> as Strategy>::Builder<T, PartsOf<'de, T>>;

/// Which of the two is filled while a `T` is read.
pub type StrategyOf<'de, T> = <<T as ReadResource<'de>>::Plan as BuildPlan>::Strategy;

type PartsOf<'de, T> = <<T as ReadResource<'de>>::Plan as BuildPlan>::Parts;

/// What is filled: the way, and the parts where it goes by those.
pub trait BuildPlan {
    /// What the base says, unless a field has nothing to stand in.
    type Strategy: Strategy;
    /// The struct of parts.
    type Parts;
}

impl<W: Strategy, P> BuildPlan for (W, P) {
    type Strategy = W;
    type Parts = P;
}

/// Which of the two is filled.
pub trait Strategy {
    /// `W`, the whole, or `P`, its parts.
    type Builder<W, P>;
    /// The whole: `builder` itself, or what [`ReadResource::build`] makes of the parts.
    fn finish<'de, T: ReadResource<'de>, E>(
        builder: Self::Builder<T, PartsOf<'de, T>>,
        missing: impl FnOnce() -> E,
    ) -> Result<T, E>;
    /// [`finish`](Self::finish), not moving what is whole already.
    fn finish_boxed<'de, T: ReadResource<'de>, E>(
        builder: Box<Self::Builder<T, PartsOf<'de, T>>>,
        missing: impl FnOnce() -> E,
    ) -> Result<Box<T>, E>;
}

/// The struct itself is filled.
#[derive(Debug)]
pub struct InPlace;

impl Strategy for InPlace {
    type Builder<W, P> = W;

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

/// Its parts are: somewhere in the chain a field has nothing to stand in.
#[derive(Debug)]
pub struct FromParts;

impl Strategy for FromParts {
    type Builder<W, P> = P;

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

/// What was filled, as the whole. A part may be missing by the types alone: [`REQUIRED`](ReadResource::REQUIRED) has ruled it out.
///
/// Where nothing can be missing, nothing is asked: that is why an error is handed in rather than `None` out.
#[inline]
pub(super) fn finish<'de, T: ReadResource<'de>, E>(
    builder: Builder<'de, T>,
    missing: impl FnOnce() -> E,
) -> Result<T, E> {
    StrategyOf::<'de, T>::finish(builder, missing)
}

/// [`finish`], on the heap.
#[inline]
pub(super) fn finish_boxed<'de, T: ReadResource<'de>, E>(
    builder: Box<Builder<'de, T>>,
    missing: impl FnOnce() -> E,
) -> Result<Box<T>, E> {
    StrategyOf::<'de, T>::finish_boxed(builder, missing)
}

/// The base's part of a whole. Out of line: each derived type's [`whole`](ReadResource::build) would hold all of it, though most go in place.
#[inline(never)]
pub fn build_base<'de, T: ReadResource<'de>>(builder: Builder<'de, T>) -> Option<T> {
    finish::<T, _>(builder, || ()).ok()
}
