//! Filling the struct itself, or its parts first.

use crate::runtime::de::ReadResource;

/// What is filled while a `T` is read.
///
/// It is `T` where every field has something to stand in until its property comes (`None`, an empty string, zero), so that nothing is
/// built twice; otherwise it is a struct of parts. A derived type cannot know which it is for its base, so it goes the base's way.
pub type Partial<'de, T> = <WayOf<'de, T> as Way>::Pick<T, PartsOf<'de, T>>;

/// Which of the two is filled while a `T` is read.
pub type WayOf<'de, T> = <<T as ReadResource<'de>>::Filled as Filled>::Way;

type PartsOf<'de, T> = <<T as ReadResource<'de>>::Filled as Filled>::Parts;

/// What is filled: the way, and the parts where it goes by those.
pub trait Filled {
    /// What the base says, unless a field has nothing to stand in.
    type Way: Way;
    /// The struct of parts.
    type Parts;
}

impl<W: Way, P> Filled for (W, P) {
    type Way = W;
    type Parts = P;
}

/// Which of the two is filled.
pub trait Way {
    /// `W`, the whole, or `P`, its parts.
    type Pick<W, P>;
    /// The whole: `pick` itself, or what [`ReadResource::whole`] makes of the parts.
    fn finish<'de, T: ReadResource<'de>, E>(
        pick: Self::Pick<T, PartsOf<'de, T>>,
        missing: impl FnOnce() -> E,
    ) -> Result<T, E>;
    /// [`finish`](Self::finish), not moving what is whole already.
    fn finish_boxed<'de, T: ReadResource<'de>, E>(
        pick: Box<Self::Pick<T, PartsOf<'de, T>>>,
        missing: impl FnOnce() -> E,
    ) -> Result<Box<T>, E>;
}

/// The struct itself is filled.
#[derive(Debug)]
pub struct InPlace;

impl Way for InPlace {
    type Pick<W, P> = W;

    #[inline]
    fn finish<'de, T: ReadResource<'de>, E>(pick: T, _: impl FnOnce() -> E) -> Result<T, E> {
        Ok(pick)
    }

    #[inline]
    fn finish_boxed<'de, T: ReadResource<'de>, E>(
        pick: Box<T>,
        _: impl FnOnce() -> E,
    ) -> Result<Box<T>, E> {
        Ok(pick)
    }
}

/// Its parts are: somewhere in the chain a field has nothing to stand in.
#[derive(Debug)]
pub struct InParts;

impl Way for InParts {
    type Pick<W, P> = P;

    #[inline]
    fn finish<'de, T: ReadResource<'de>, E>(
        pick: PartsOf<'de, T>,
        missing: impl FnOnce() -> E,
    ) -> Result<T, E> {
        T::whole(pick).ok_or_else(missing)
    }

    #[inline]
    fn finish_boxed<'de, T: ReadResource<'de>, E>(
        pick: Box<PartsOf<'de, T>>,
        missing: impl FnOnce() -> E,
    ) -> Result<Box<T>, E> {
        T::whole(*pick).map(Box::new).ok_or_else(missing)
    }
}

/// What was filled, as the whole. A part may be missing by the types alone: [`REQUIRED`](ReadResource::REQUIRED) has ruled it out.
///
/// Where nothing can be missing, nothing is asked: that is why an error is handed in rather than `None` out.
#[inline]
pub(super) fn finish<'de, T: ReadResource<'de>, E>(
    partial: Partial<'de, T>,
    missing: impl FnOnce() -> E,
) -> Result<T, E> {
    WayOf::<'de, T>::finish(partial, missing)
}

/// [`finish`], on the heap.
#[inline]
pub(super) fn finish_boxed<'de, T: ReadResource<'de>, E>(
    partial: Box<Partial<'de, T>>,
    missing: impl FnOnce() -> E,
) -> Result<Box<T>, E> {
    WayOf::<'de, T>::finish_boxed(partial, missing)
}

/// The base's part of a whole. Out of line: each derived type's [`whole`](ReadResource::whole) would hold all of it, though most go in place.
#[inline(never)]
pub fn whole<'de, T: ReadResource<'de>>(partial: Partial<'de, T>) -> Option<T> {
    finish::<T, _>(partial, || ()).ok()
}
