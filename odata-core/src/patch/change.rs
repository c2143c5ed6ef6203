//! The patch of a field, by the shape of its type. The derive composes these types: for `Option<Box<Address>>`, it writes
//! `Nullable<Boxed<Nested>>`.

use std::{fmt, marker::PhantomData};

use serde::{Serialize, de::DeserializeOwned};

pub use crate::patch::PatchedBase;
use crate::{
    codec::RawJson,
    error::{Error, ErrorKind},
    options::WriteOptions,
    patch::{no_patch::NoPatch, patchable::Patchable},
    session::Session,
    validate::{Path, Violations, rule},
};

/// Computes and applies the patches of a `T`.
pub trait Change<T> {
    /// The type of the patch.
    type Patch;
    /// Returns the patch from `old` to `new`, or `None` if they are equal. Default: there is no change, as for a type with an error.
    fn diff(_old: &T, _new: &T) -> Option<Self::Patch> {
        None
    }
    /// Returns the patch that sets `new` in a new value. `None` if the new value has it by default, as for null.
    fn to_patch(_new: &T) -> Option<Self::Patch> {
        None
    }
    /// Does the same as [`to_patch`](Self::to_patch), with an explicit null.
    fn to_explicit_patch(new: &T) -> Option<Self::Patch> {
        Self::to_patch(new)
    }
    /// Applies the patch.
    fn apply(value: &mut T, patch: Self::Patch) -> Result<(), Error>;
    /// Creates a value from the patch.
    fn create(patch: Self::Patch) -> Result<T, Error>;
    /// Returns the new value, for validation, if the patch replaces the whole value.
    fn replaced(_: &Self::Patch) -> Option<&T> {
        None
    }
    /// Clones the patch. `None` only where an error about the type is reported.
    fn clone_patch(patch: &Self::Patch) -> Option<Self::Patch>;
    /// Returns whether two patches are equal.
    fn are_equal(a: &Self::Patch, b: &Self::Patch) -> bool;
}

/// The `Clone` and `PartialEq` of the patch type of a field.
macro_rules! compared_patch {
    () => {
        fn clone_patch(patch: &Self::Patch) -> Option<Self::Patch> {
            Some(patch.clone())
        }

        fn are_equal(a: &Self::Patch, b: &Self::Patch) -> bool {
            a == b
        }
    };
}

/// A value that is replaced as a whole. A value whose type lacks `Clone` or `PartialEq` is reported once and never changed.
#[derive(Debug)]
pub struct Atomic<const IS_REPLACEABLE: bool>;

impl<T: Clone + PartialEq> Change<T> for Atomic<true> {
    type Patch = T;

    compared_patch!();

    fn diff(old: &T, new: &T) -> Option<T> {
        (old != new).then(|| new.clone())
    }

    fn to_patch(new: &T) -> Option<T> {
        Some(new.clone())
    }

    fn apply(value: &mut T, patch: T) -> Result<(), Error> {
        *value = patch;
        Ok(())
    }

    fn create(patch: T) -> Result<T, Error> {
        Ok(patch)
    }
}

impl<T> Change<T> for Atomic<false> {
    type Patch = T;

    fn apply(value: &mut T, patch: T) -> Result<(), Error> {
        *value = patch;
        Ok(())
    }

    fn create(patch: T) -> Result<T, Error> {
        Ok(patch)
    }

    fn clone_patch(_: &T) -> Option<T> {
        None
    }

    fn are_equal(_: &T, _: &T) -> bool {
        true
    }
}

/// A value whose type has a patch type. One whose type has none is reported once and never changed.
#[derive(Debug)]
pub struct Nested<const IS_PATCHABLE: bool>;

impl<T: Patchable> Change<T> for Nested<true> {
    type Patch = T::Patch;

    compared_patch!();

    fn replaced(patch: &T::Patch) -> Option<&T> {
        T::replaced(patch)
    }

    fn diff(old: &T, new: &T) -> Option<T::Patch> {
        T::diff(old, new)
    }

    fn to_patch(new: &T) -> Option<T::Patch> {
        Some(new.to_patch())
    }

    fn apply(value: &mut T, patch: T::Patch) -> Result<(), Error> {
        value.apply(patch)
    }

    fn create(patch: T::Patch) -> Result<T, Error> {
        T::create(patch)
    }
}

impl<T> Change<T> for Nested<false> {
    type Patch = NoPatch;

    compared_patch!();

    fn apply(_: &mut T, _: NoPatch) -> Result<(), Error> {
        Ok(())
    }

    fn create(_: NoPatch) -> Result<T, Error> {
        Err(Error::of_kind(
            ErrorKind::UnknownType,
            "the type has no patch type",
        ))
    }
}

/// A `Box<T>`.
#[derive(Debug)]
pub struct Boxed<C>(PhantomData<C>);

impl<C: Change<T>, T> Change<Box<T>> for Boxed<C> {
    type Patch = Box<C::Patch>;

    fn clone_patch(patch: &Self::Patch) -> Option<Self::Patch> {
        C::clone_patch(patch).map(Box::new)
    }

    fn are_equal(a: &Self::Patch, b: &Self::Patch) -> bool {
        C::are_equal(a, b)
    }

    fn diff(old: &Box<T>, new: &Box<T>) -> Option<Self::Patch> {
        C::diff(old, new).map(Box::new)
    }

    fn to_patch(new: &Box<T>) -> Option<Self::Patch> {
        C::to_patch(new).map(Box::new)
    }

    fn apply(value: &mut Box<T>, patch: Self::Patch) -> Result<(), Error> {
        C::apply(value, *patch)
    }

    fn create(patch: Self::Patch) -> Result<Box<T>, Error> {
        C::create(*patch).map(Box::new)
    }
}

/// An `Option<T>` whose `None` means null.
#[derive(Debug)]
pub struct Nullable<C>(PhantomData<C>);

impl<C: Change<T>, T> Change<Option<T>> for Nullable<C> {
    type Patch = Option<C::Patch>;

    fn clone_patch(patch: &Self::Patch) -> Option<Self::Patch> {
        Some(clone_option::<C, T>(patch))
    }

    fn are_equal(a: &Self::Patch, b: &Self::Patch) -> bool {
        are_options_equal::<C, T>(a, b)
    }

    fn diff(old: &Option<T>, new: &Option<T>) -> Option<Self::Patch> {
        match (old, new) {
            (Some(old), Some(new)) => C::diff(old, new).map(Some),
            (None, Some(new)) => C::to_patch(new).map(Some),
            (Some(_), None) => Some(None),
            (None, None) => None,
        }
    }

    fn to_patch(new: &Option<T>) -> Option<Self::Patch> {
        new.as_ref().and_then(C::to_patch).map(Some)
    }

    fn to_explicit_patch(new: &Option<T>) -> Option<Self::Patch> {
        match new {
            Some(new) => C::to_patch(new).map(Some),
            None => Some(None),
        }
    }

    fn apply(value: &mut Option<T>, patch: Self::Patch) -> Result<(), Error> {
        match (value, patch) {
            (Some(value), Some(patch)) => C::apply(value, patch)?,
            (value @ None, Some(patch)) => *value = Some(C::create(patch)?),
            (value, None) => *value = None,
        }
        Ok(())
    }

    fn create(patch: Self::Patch) -> Result<Option<T>, Error> {
        patch.map(C::create).transpose()
    }
}

/// An `Option<T>` whose `None` means "not loaded", so no change can be computed.
#[derive(Debug)]
pub struct Known<C>(PhantomData<C>);

impl<C: Change<T>, T> Change<Option<T>> for Known<C> {
    type Patch = C::Patch;

    fn clone_patch(patch: &Self::Patch) -> Option<Self::Patch> {
        C::clone_patch(patch)
    }

    fn are_equal(a: &Self::Patch, b: &Self::Patch) -> bool {
        C::are_equal(a, b)
    }

    fn diff(old: &Option<T>, new: &Option<T>) -> Option<C::Patch> {
        match (old, new) {
            (Some(old), Some(new)) => C::diff(old, new),
            (None, Some(new)) => C::to_explicit_patch(new),
            (_, None) => None,
        }
    }

    fn to_patch(new: &Option<T>) -> Option<C::Patch> {
        new.as_ref().and_then(C::to_explicit_patch)
    }

    fn apply(value: &mut Option<T>, patch: C::Patch) -> Result<(), Error> {
        match value {
            Some(value) => C::apply(value, patch)?,
            None => *value = Some(C::create(patch)?),
        }
        Ok(())
    }

    fn create(patch: C::Patch) -> Result<Option<T>, Error> {
        C::create(patch).map(Some)
    }
}

/// Clones the patch of a property, if there is one.
pub fn clone_option<C: Change<T>, T>(patch: &Option<C::Patch>) -> Option<C::Patch> {
    patch.as_ref().and_then(C::clone_patch)
}

/// Returns whether the patches of a property are equal.
pub fn are_options_equal<C: Change<T>, T>(a: &Option<C::Patch>, b: &Option<C::Patch>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => C::are_equal(a, b),
        (None, None) => true,
        _ => false,
    }
}

/// Applies the patch of a property, if there is one.
pub fn apply<C: Change<T>, T>(
    name: &'static str,
    value: &mut T,
    patch: Option<C::Patch>,
) -> Result<(), Error> {
    match patch {
        Some(patch) => C::apply(value, patch).map_err(|error| error.below(name)),
        None => Ok(()),
    }
}

/// Applies the whole patch. After an error, the target is unchanged.
pub fn apply_to<T: Patchable + Clone>(target: &mut T, patch: T::Patch) -> Result<(), Error> {
    let mut changed = target.clone();
    changed.apply(patch)?;
    *target = changed;
    Ok(())
}

/// Creates a resource by reading it from the JSON of its patch, which rejects missing required properties.
pub fn create<T: DeserializeOwned, P: Serialize>(patch: &P) -> Result<T, Error> {
    let text = {
        let _session = Session::write(WriteOptions::new().policy(), None);
        RawJson::new(patch)?
    };
    text.get()
}

/// The rule `required` of a patch: the property may be absent, but not null.
pub fn not_null<T>(value: &Option<Option<T>>, at: &Path<'_>, violations: &mut Violations) {
    if let Some(value) = value {
        rule::required(value, at, violations);
    }
}

/// Formats a patch as JSON, which requires no `Debug` of its fields.
pub fn debug<P: Serialize>(patch: &P, name: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match RawJson::new(patch) {
        Ok(json) => write!(f, "{name} {json}"),
        Err(error) => write!(f, "{name} ({error})"),
    }
}
