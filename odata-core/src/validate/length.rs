//! What the `length` rule measures.

use std::{borrow::Cow, collections::VecDeque};

/// A value with a length, for `validate(length(...))`.
///
/// Strings count Unicode scalar values, which is how this library takes the "characters" of `MaxLength` (CSDL section
/// 7.2.2); collections count items; binary values count bytes.
///
/// ```
/// use odata_core::validate::Length;
///
/// assert_eq!("Zürich".length(), 6);
/// assert_eq!(vec![1, 2].length(), 2);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no length",
    label = "`length` measures strings, collections and binary values",
    note = "use `validate(custom = my_check)`, or implement `odata_core::validate::Length` for `{Self}`"
)]
pub trait Length {
    /// What is counted, in the singular and in the plural.
    const UNIT: (&'static str, &'static str) = ("item", "items");

    /// How many there are.
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

impl<T> Length for [T] {
    fn length(&self) -> usize {
        self.len()
    }
}

impl<T> Length for Vec<T> {
    fn length(&self) -> usize {
        self.len()
    }
}

impl<T> Length for VecDeque<T> {
    fn length(&self) -> usize {
        self.len()
    }
}

impl<T: Length + ?Sized> Length for &T {
    const UNIT: (&'static str, &'static str) = T::UNIT;

    fn length(&self) -> usize {
        (**self).length()
    }
}

impl<T: Length + ?Sized> Length for Box<T> {
    const UNIT: (&'static str, &'static str) = T::UNIT;

    fn length(&self) -> usize {
        (**self).length()
    }
}

impl<T: Length + ToOwned + ?Sized> Length for Cow<'_, T> {
    const UNIT: (&'static str, &'static str) = T::UNIT;

    fn length(&self) -> usize {
        (**self).length()
    }
}
