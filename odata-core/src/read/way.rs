//! Filling the struct itself, or its parts first.

use super::ReadResource;

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
    /// The whole: `pick` itself, or what `f` makes of the parts.
    fn finish<W, P>(pick: Self::Pick<W, P>, f: fn(P) -> Option<W>) -> Option<W>;
    /// [`finish`](Self::finish), not moving what is whole already.
    fn finish_boxed<W, P>(pick: Box<Self::Pick<W, P>>, f: fn(P) -> Option<W>) -> Option<Box<W>>;
}

/// The struct itself is filled.
#[derive(Debug)]
pub struct InPlace;

impl Way for InPlace {
    type Pick<W, P> = W;

    #[inline]
    fn finish<W, P>(pick: W, _: fn(P) -> Option<W>) -> Option<W> {
        Some(pick)
    }

    #[inline]
    fn finish_boxed<W, P>(pick: Box<W>, _: fn(P) -> Option<W>) -> Option<Box<W>> {
        Some(pick)
    }
}

/// Its parts are: somewhere in the chain a field has nothing to stand in.
#[derive(Debug)]
pub struct InParts;

impl Way for InParts {
    type Pick<W, P> = P;

    #[inline]
    fn finish<W, P>(pick: P, f: fn(P) -> Option<W>) -> Option<W> {
        f(pick)
    }

    #[inline]
    fn finish_boxed<W, P>(pick: Box<P>, f: fn(P) -> Option<W>) -> Option<Box<W>> {
        f(*pick).map(Box::new)
    }
}

/// What was filled, as the whole; `None` where a required part is missing, which [`REQUIRED`](ReadResource::REQUIRED) has ruled out.
#[inline]
pub fn finish<'de, T: ReadResource<'de>>(partial: Partial<'de, T>) -> Option<T> {
    WayOf::<'de, T>::finish::<T, PartsOf<'de, T>>(partial, T::whole)
}

/// [`finish`], on the heap.
#[inline]
pub(super) fn finish_boxed<'de, T: ReadResource<'de>>(
    partial: Box<Partial<'de, T>>,
) -> Option<Box<T>> {
    WayOf::<'de, T>::finish_boxed::<T, PartsOf<'de, T>>(partial, T::whole)
}
