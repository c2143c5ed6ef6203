//! Rules for values, beyond their types.
//!
//! A derived type has its rules in attributes. [`Validate::validate`] runs all of them and returns **every** violation, those of the base
//! type first. The functions of [`json`](crate::json) validate after reading and before writing.
//!
//! | Rule | Meaning |
//! |---|---|
//! | `one_of(a, b)` | The value is one of these. |
//! | `length(min = 1, max = 64)` | The number of characters, items or bytes is in this range. |
//! | `range(min = 1, max = 5)` | The value is in this range. |
//! | `required` | The `Option` is `Some`. |
//! | `each(...)` | Every item of the collection passes these rules. |
//! | `custom = path` | `fn(&T) -> Result<(), E>` accepts the field's value. |
//! | `validate = path` on the type | `fn(&Self) -> Result<(), E>` accepts the whole value. |
//!
//! A rule on an `Option`, other than `required`, applies to the value inside and passes `None`. In both kinds of function, `E` is any type
//! that converts into [`Violations`]: a message, a [`Violation`] with a pointer to a property, or several violations.
//!
//! ```
//! use odata_core::validate::{Path, Validate, Violation, Violations};
//!
//! struct Callback {
//!     stage: Option<String>,
//!     state: Option<String>,
//! }
//!
//! fn state_needs_stage(callback: &Callback) -> Result<(), Violation> {
//!     match (&callback.state, &callback.stage) {
//!         (Some(_), None) => Err(Violation::at("state", "can only be set together with a stage")),
//!         _ => Ok(()),
//!     }
//! }
//!
//! // What `#[odata(validate = state_needs_stage)]` generates.
//! impl Validate for Callback {
//!     fn check(&self, at: &Path<'_>, violations: &mut Violations) {
//!         violations.record("state_needs_stage", at, state_needs_stage(self));
//!     }
//! }
//!
//! let callback = Callback { stage: None, state: Some("Denied".to_owned()) };
//! let violations = callback.validate().unwrap_err();
//! assert_eq!(violations.to_string(), "/state: can only be set together with a stage");
//! ```

pub(crate) mod length;
pub(crate) mod path;
pub(crate) mod plain;
pub(crate) mod pointer;
#[doc(hidden)]
pub mod rule;
pub(crate) mod violation;

pub use crate::validate::{
    length::Length,
    path::Path,
    violation::{Violation, Violations},
};

/// A value with rules.
///
/// Derived types implement this trait, and so do the types of their fields, most of which have no rules. For your own type, override
/// [`check`](Validate::check), or omit it if there are no rules:
///
/// ```
/// use odata_core::validate::{Path, Validate, Violation, Violations};
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
    note = "add `#[derive(ODataResource)]` to `{Self}`, or `impl odata_core::validate::Validate for {Self} {{}}` if it has no rules"
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
    fn check(&self, at: &Path<'_>, violations: &mut Violations) {
        let _ = (at, violations);
    }
}
