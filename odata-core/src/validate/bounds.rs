//! The traits that rules require of the types of values, limits and functions. The notes on them are what the compiler reports.

use std::{
    fmt::{Display, Write as _},
    ops::{Bound, Deref, RangeBounds},
};

use crate::validate::violation::Violations;

/// The limits of `range(min = ..., max = ...)` for a value of type `T`.
#[diagnostic::on_unimplemented(
    message = "the limits of a range of `{T}` have another type",
    label = "expected limits of the type `{T}`",
    note = "write `1.0` for a double, `\"0.1\"` or `Decimal::from(1)` for a decimal, and a value of the type `{T}` in general",
    note = "`{T}` must implement `PartialOrd` and `Display`"
)]
pub trait Limits<T> {
    /// Returns whether the value is in the range.
    fn allows(&self, value: &T) -> bool;
    /// Returns the range in words.
    fn in_words(&self) -> String;
}

#[diagnostic::do_not_recommend]
impl<T: PartialOrd + Display, R: RangeBounds<T>> Limits<T> for R {
    #[inline]
    fn allows(&self, value: &T) -> bool {
        self.contains(value)
    }

    #[cold]
    fn in_words(&self) -> String {
        bounds_in_words(self.start_bound(), self.end_bound())
    }
}

fn bounds_in_words<T: Display>(start: Bound<&T>, end: Bound<&T>) -> String {
    let in_words = |bound: Bound<&T>, including: &str, excluding: &str| match bound {
        Bound::Included(limit) => Some(format!("{including} {limit}")),
        Bound::Excluded(limit) => Some(format!("{excluding} {limit}")),
        Bound::Unbounded => None,
    };
    let start = in_words(start, "at least", "more than");
    match (start, in_words(end, "at most", "less than")) {
        (Some(start), Some(end)) => format!("{start} and {end}"),
        (Some(only), None) | (None, Some(only)) => only,
        // Nothing lies outside of `..`.
        (None, None) => "anything".to_owned(),
    }
}

/// A value that `one_of(...)` compares with values of type `A`.
#[diagnostic::on_unimplemented(
    message = "`one_of` cannot compare `{Self}` with `{A}`",
    label = "expected values of the type `{Self}`",
    note = "write values of the type `{Self}`, which must implement `PartialEq` and `Display`, or a function and `validate(custom = my_check)`"
)]
pub trait Comparable<A> {
    /// Returns whether the value equals `allowed`.
    fn equals(&self, allowed: &A) -> bool;
    /// Adds the value to a message.
    fn describe(allowed: &A, message: &mut String);
}

#[diagnostic::do_not_recommend]
impl<T: PartialEq<A> + ?Sized, A: Display> Comparable<A> for T {
    #[inline]
    fn equals(&self, allowed: &A) -> bool {
        self == allowed
    }

    #[cold]
    fn describe(allowed: &A, message: &mut String) {
        // Writing to a String has no error to report.
        let _ = write!(message, "`{allowed}`");
    }
}

/// A function of `custom = path` or `validate = path` for a value of type `T`.
///
/// Its argument is a reference to `T`, or to what `T` dereferences to.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot check a value of type `{T}`",
    label = "expected `fn(&{T}) -> Result<(), E>`",
    note = "write `fn(&{T}) -> Result<(), E>`, where `E` is `Violation`, `Violations`, `String` or `&str`"
)]
pub trait CheckFunction<T: ?Sized, Argument> {
    /// Calls the function.
    ///
    /// # Errors
    /// The violations that it returns.
    fn call(self, value: &T) -> Result<(), Violations>;
}

/// Marks a function whose argument is a reference to the value itself.
#[derive(Debug)]
pub struct Itself;

/// Marks a function whose argument is a reference to the `Deref` target of the value: `&str` for a `String`.
#[derive(Debug)]
pub struct Target;

#[diagnostic::do_not_recommend]
impl<T: ?Sized, E: Into<Violations>, F: FnOnce(&T) -> Result<(), E>> CheckFunction<T, Itself>
    for F
{
    #[inline]
    fn call(self, value: &T) -> Result<(), Violations> {
        self(value).map_err(Into::into)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Deref + ?Sized, E: Into<Violations>, F: FnOnce(&T::Target) -> Result<(), E>>
    CheckFunction<T, Target> for F
{
    #[inline]
    fn call(self, value: &T) -> Result<(), Violations> {
        self(value).map_err(Into::into)
    }
}
