//! The trait of values with rules.

use crate::validate::{path::Path, violation::Violations};

/// A value with rules.
///
/// Derived types implement this trait, and so do the types of their fields, most of which have no rules. For your own type, override
/// [`check`](Validate::check), or omit it if there are no rules:
///
/// ```
/// use odata_core::{Validate, Violation, Violations, validate::Path};
///
/// /// Any text is valid.
/// struct Name(String);
/// impl Validate for Name {}
///
/// struct Percentage(u8);
/// impl Validate for Percentage {
///     fn check(&self, at: &Path<'_>, violations: &mut Violations) {
///         if self.0 > 100 {
///             violations.push(at, "range", "must be at most 100");
///         }
///     }
/// }
///
/// assert!(Name("Ada".to_owned()).validate().is_ok());
/// assert!(Some(Percentage(100)).validate().is_ok());
/// let violations = vec![Percentage(1), Percentage(120)].validate().unwrap_err();
/// assert_eq!(violations.iter().map(Violation::pointer).collect::<Vec<_>>(), ["/1"]);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be validated",
    label = "no rules",
    note = "add `#[derive(ODataResource)]` to `{Self}`, or `impl odata_core::Validate for {Self} {{}}` if it has no rules"
)]
pub trait Validate {
    /// Runs all rules.
    ///
    /// # Errors
    ///
    /// Returns all violations in the order of the properties, those of the base type first. A valid value allocates nothing.
    fn validate(&self) -> Result<(), Violations> {
        let mut violations = Violations::new();
        self.check(&Path::root(), &mut violations);
        violations.into_result()
    }

    /// Adds the violations of this value, whose path is `at`, to `violations`.
    ///
    /// Override this method; call [`validate`](Validate::validate). The default has no rules.
    // One lifetime, and not one for each reference: the compiler stores each lifetime of each derived impl.
    fn check<'a>(&'a self, at: &'a Path<'a>, violations: &'a mut Violations) {
        let _ = (at, violations);
    }
}
