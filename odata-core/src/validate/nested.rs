//! The rules of the values inside of a value, as the derive checks them.

use crate::validate::{Validate, path::Path, violation::Violations};

/// A value whose own rules are checked, if its type has any.
///
/// Rust prefers the inherent `check` to that of [`WithoutRules`], which every type has. A type that does not implement [`Validate`] is
/// therefore no error, and the rules of a type that does are always checked.
#[derive(Debug)]
pub struct Nested<'a, T: ?Sized>(pub &'a T);

impl<T: Validate + ?Sized> Nested<'_, T> {
    /// Checks the rules of the value.
    #[inline]
    pub fn check(self, at: &Path<'_>, violations: &mut Violations) {
        self.0.check(at, violations);
    }

    /// Checks the rules of the value of a property.
    #[inline]
    pub fn check_property(self, at: &Path<'_>, name: &'static str, violations: &mut Violations) {
        self.0.check(&at.property(name), violations);
    }
}

/// The `check` of a value whose type has no rules.
pub trait WithoutRules: Sized {
    /// Checks nothing.
    #[inline]
    fn check(self, _: &Path<'_>, _: &mut Violations) {}

    /// Checks nothing.
    #[inline]
    fn check_property(self, _: &Path<'_>, _: &'static str, _: &mut Violations) {}
}

impl<T: ?Sized> WithoutRules for Nested<'_, T> {}
