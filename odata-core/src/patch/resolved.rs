//! Constants about types that may have no patch type. The expansion can refer to them for any type, without a compile error.

use std::marker::PhantomData;

use crate::{
    error::Error,
    patch::{PatchedBase, Replaceable, no_patch::NoPatch, patchable::Patchable},
};

/// The holder of a constant `VALUE`: the inherent one, `true`, if `T` has a patch type; otherwise that of [`Unpatched`], `false`.
#[derive(Debug)]
pub struct IsPatchable<T: ?Sized>(PhantomData<T>);

impl<T: Patchable> IsPatchable<T> {
    /// Whether `T` has a patch type.
    pub const VALUE: bool = true;
}

/// The holder of a constant `VALUE`: the inherent one, `true`, if a patch can replace a `T`; otherwise that of [`Unpatched`], `false`.
#[derive(Debug)]
pub struct IsReplaceable<T: ?Sized>(PhantomData<T>);

impl<T: Replaceable> IsReplaceable<T> {
    /// Whether a patch can replace `T`.
    pub const VALUE: bool = true;
}

/// The holder of a constant `VALUE`: the inherent one, `true`, if the base `T` has a patch type; otherwise that of [`Unpatched`], `false`.
#[derive(Debug)]
pub struct IsPatchedBase<T: ?Sized>(PhantomData<T>);

impl<T: PatchedBase> IsPatchedBase<T> {
    /// Whether the base has a patch type.
    pub const VALUE: bool = true;
}

/// The constant `VALUE` of a type without a patch.
pub trait Unpatched {
    /// Whether the type has a patch type or can be replaced.
    const VALUE: bool = false;
}

impl<T: ?Sized> Unpatched for IsPatchable<T> {}
impl<T: ?Sized> Unpatched for IsReplaceable<T> {}
impl<T: ?Sized> Unpatched for IsPatchedBase<T> {}

/// The patch of a base, if it has one.
#[derive(Debug)]
pub struct BasePatch<const IS_PATCHED: bool>;

/// Computes and applies the patches of a base `B`.
pub trait ChangeBase<B> {
    /// The patch type.
    type Level: Default + Clone + PartialEq;
    /// Returns the patch from `old` to `new`.
    fn diff(old: &B, new: &B) -> Self::Level;
    /// Returns whether the patch changes nothing.
    fn is_empty(patch: &Self::Level) -> bool;
    /// Returns the patch that sets all properties.
    fn to_patch(new: &B) -> Self::Level;
    /// Applies the patch.
    fn apply(base: &mut B, patch: Self::Level) -> Result<(), Error>;
}

impl<B: PatchedBase> ChangeBase<B> for BasePatch<true> {
    type Level = B::Level;

    fn diff(old: &B, new: &B) -> B::Level {
        B::diff_level(old, new)
    }

    fn is_empty(patch: &B::Level) -> bool {
        B::is_level_empty(patch)
    }

    fn to_patch(new: &B) -> B::Level {
        new.level_to_patch()
    }

    fn apply(base: &mut B, patch: B::Level) -> Result<(), Error> {
        base.apply_level(patch)
    }
}

impl<B> ChangeBase<B> for BasePatch<false> {
    type Level = NoPatch;

    fn diff(_: &B, _: &B) -> NoPatch {
        NoPatch
    }

    fn is_empty(_: &NoPatch) -> bool {
        true
    }

    fn to_patch(_: &B) -> NoPatch {
        NoPatch
    }

    fn apply(_: &mut B, _: NoPatch) -> Result<(), Error> {
        Ok(())
    }
}
