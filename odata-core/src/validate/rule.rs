//! The rules that the expansion calls. Not public: they change with the derive in any release.
//!
//! A rule gets the value itself: the expansion unwraps the `Option`s and `Box`es of the field's type.

use std::{
    fmt::Display,
    marker::PhantomData,
    ops::{Bound, RangeBounds},
};

use crate::validate::{
    bounds::{CheckFunction, Comparable, Limits},
    digits::{Digits, exceeded},
    length::Length,
    path::Path,
    violation::Violations,
};

pub use crate::validate::digits::Scale;

/// `one_of(a, b)`: the value is one of these.
pub fn one_of<A>(allowed: &[A]) -> OneOf<'_, A> {
    OneOf(allowed)
}

/// The values that `one_of` allows. Their type is determined before the value's, so that the compiler reports one missing trait.
#[derive(Debug)]
pub struct OneOf<'a, A>(&'a [A]);

impl<A> OneOf<'_, A> {
    /// Checks the value.
    pub fn check<T>(self, value: &T, at: &Path<'_>, violations: &mut Violations)
    where
        T: Comparable<A> + ?Sized,
    {
        let OneOf(allowed) = self;
        if allowed.iter().any(|allowed| value.equals(allowed)) {
            return;
        }
        let mut message = String::from(if allowed.len() == 1 {
            "must be"
        } else {
            "must be one of"
        });
        for (index, allowed) in allowed.iter().enumerate() {
            message.push_str(if index == 0 { " " } else { ", " });
            T::describe(allowed, &mut message);
        }
        violations.push(at, "one_of", message);
    }
}

/// `range(min = 1, max = 5)`: the value is in the range. NaN is in no range.
pub fn range<T, R: Limits<T>>(value: &T, range: R, at: &Path<'_>, violations: &mut Violations) {
    if !range.allows(value) {
        violations.push(at, "range", format!("must be {}", range.in_words()));
    }
}

/// `length(min = 1, max = 64)`: the number of characters, items or bytes is in the range.
pub fn length<T: Length + ?Sized>(
    value: &T,
    range: impl RangeBounds<usize>,
    at: &Path<'_>,
    violations: &mut Violations,
) {
    let length = value.length();
    if !range.contains(&length) {
        push_length(
            length,
            T::UNIT,
            (range.start_bound(), range.end_bound()),
            at,
            violations,
        );
    }
}

#[cold]
fn push_length(
    length: usize,
    unit: (&'static str, &'static str),
    (start, end): (Bound<&usize>, Bound<&usize>),
    at: &Path<'_>,
    violations: &mut Violations,
) {
    let min = match start {
        Bound::Included(min) => *min,
        Bound::Excluded(min) => min.saturating_add(1),
        Bound::Unbounded => 0,
    };
    let max = match end {
        Bound::Included(max) => Some(*max),
        Bound::Excluded(max) => Some(max.saturating_sub(1)),
        Bound::Unbounded => None,
    };
    let counted = |n: usize| format!("{n} {}", if n == 1 { unit.0 } else { unit.1 });
    let expected = match (min, max) {
        (min, Some(max)) if min == max => counted(max),
        (0, Some(max)) => format!("at most {}", counted(max)),
        (min, Some(max)) => format!("{min} to {}", counted(max)),
        (min, None) => format!("at least {}", counted(min)),
    };
    violations.push(at, "length", format!("must have {expected}, has {length}"));
}

/// `digits(precision = 9, scale = 2)`: the number has at most 7 digits before the decimal point and at most 2 after it.
pub fn digits<T: Digits + ?Sized>(
    value: &T,
    precision: Option<u32>,
    scale: Scale,
    at: &Path<'_>,
    violations: &mut Violations,
) {
    if let Some(limit) = exceeded(value, precision, scale) {
        let (kind, place) = limit.unit;
        let digits = if limit.most == 1 { "digit" } else { "digits" };
        let message = format!(
            "must have at most {} {kind}{digits}{place}, has {}",
            limit.most, limit.count
        );
        violations.push(at, "digits", message);
    }
}

/// A range that has only one limit. `text` returns the limit as CSDL has it.
///
/// If the limit has the type of the value, `text` is the inherent function; otherwise it is that of the trait [`WithoutText`], and `range`
/// reports the type.
#[derive(Debug)]
pub struct LimitOf<T, R>(R, PhantomData<T>);

impl<T, R> LimitOf<T, R> {
    /// Wraps the range.
    pub fn new(range: R) -> Self {
        LimitOf(range, PhantomData)
    }
}

impl<T: Display, R: RangeBounds<T>> LimitOf<T, R> {
    /// Returns the text of the limit.
    pub fn text(&self) -> String {
        match (self.0.start_bound(), self.0.end_bound()) {
            (Bound::Included(limit) | Bound::Excluded(limit), _)
            | (_, Bound::Included(limit) | Bound::Excluded(limit)) => limit.to_string(),
            (Bound::Unbounded, Bound::Unbounded) => String::new(),
        }
    }
}

/// The method of a limit whose type is not that of the value.
pub trait WithoutText {
    /// Returns no text.
    fn text(&self) -> String {
        String::new()
    }
}

impl<T, R> WithoutText for LimitOf<T, R> {}

/// `required`: the property is present. In an `Option<Option<T>>`, an explicit null is present.
pub fn required<T>(value: &Option<T>, at: &Path<'_>, violations: &mut Violations) {
    if value.is_none() {
        violations.push(at, "required", "is required");
    }
}

/// `custom = path` on a field and `validate = path` on a type. The expansion calls the function and passes its result.
pub fn custom<E: Into<Violations>>(
    result: Result<(), E>,
    rule: &'static str,
    at: &Path<'_>,
    violations: &mut Violations,
) {
    violations.record(rule, at, result);
}

/// `custom = path` on a field and `validate = path` on a type: the function is called with the value.
pub fn check<T: ?Sized, A, F: CheckFunction<T, A>>(
    value: &T,
    function: F,
    rule: &'static str,
    at: &Path<'_>,
    violations: &mut Violations,
) {
    violations.record(rule, at, function.call(value));
}

/// `each(...)`: every item passes the rules.
pub fn each<'v, T: 'v + ?Sized>(
    items: impl IntoIterator<Item = &'v T>,
    at: &Path<'_>,
    violations: &mut Violations,
    mut rules: impl FnMut(&'v T, &Path<'_>, &mut Violations),
) {
    for (index, item) in items.into_iter().enumerate() {
        rules(item, &at.index(index), violations);
    }
}
