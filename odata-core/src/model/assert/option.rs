//! Whether a type is an `Option`, also behind an alias, which the derive cannot see.

use std::marker::PhantomData;

/// Has a constant `VALUE`: its own is preferred to that of [`IsOther`], which every type has.
#[derive(Debug)]
pub struct IsOption<T>(PhantomData<T>);

impl<T> IsOption<Option<T>> {
    /// Whether the type is an `Option`.
    pub const VALUE: bool = true;
}

/// The constant of any other type.
pub trait IsOther {
    /// Whether the type is an `Option`.
    const VALUE: bool = false;
}

impl<T> IsOther for IsOption<T> {}
