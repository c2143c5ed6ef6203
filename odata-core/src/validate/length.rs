//! The lengths that the `length` rule checks.

use std::{borrow::Cow, collections::VecDeque};

/// A value with a length, for `validate(length(...))`.
///
/// The length of a string is its number of Unicode scalar values, which is how this library reads the "characters" of `MaxLength`; that of
/// a collection is its number of items, that of a binary value its number of bytes. Implement this trait to use the rule on a type of your
/// own.
///
/// ```
/// use odata_core::validate::Length;
///
/// assert_eq!("Zürich".length(), 6);
/// assert_eq!(vec![1, 2].length(), 2);
/// ```
///
/// Source: CSDL 4.01 §7.2.2.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no length",
    label = "`length` measures strings, collections and binary values",
    note = "use `validate(custom = my_check)`, or implement `odata_core::validate::Length` for `{Self}`"
)]
pub trait Length {
    /// The unit in the singular and in the plural, for messages.
    const UNIT: (&'static str, &'static str) = ("item", "items");

    /// Returns the length.
    fn length(&self) -> usize;
}

impl Length for str {
    const UNIT: (&'static str, &'static str) = ("character", "characters");

    fn length(&self) -> usize {
        self.chars().count()
    }
}

impl Length for String {
    const UNIT: (&'static str, &'static str) = <str as Length>::UNIT;

    fn length(&self) -> usize {
        self.as_str().length()
    }
}

macro_rules! for_collections {
    ($($collection:ty),+) => {$(
        impl<T> Length for $collection {
            fn length(&self) -> usize {
                self.len()
            }
        }
    )+};
}

for_collections!([T], Vec<T>, VecDeque<T>);

macro_rules! for_pointers {
    ($([$($bound:tt)*] $pointer:ty,)+) => {$(
        impl<T: Length + ?Sized + $($bound)*> Length for $pointer {
            const UNIT: (&'static str, &'static str) = T::UNIT;

            fn length(&self) -> usize {
                (**self).length()
            }
        }
    )+};
}

for_pointers! {
    [] &T,
    [] Box<T>,
    [ToOwned] Cow<'_, T>,
}
