//! Rules that a value must keep, beyond what its type says.
//!
//! A derived type carries its rules in attributes; [`Validate::validate`] runs them all and gives **every** violation
//! at once, those of the base type first. `odata_core::json` runs them after reading and before writing, so that a
//! body that the service would refuse never leaves, and one that breaks the contract never gets in.
//!
//! | Rule | Says |
//! |---|---|
//! | `one_of(a, b)` | the value is one of these |
//! | `length(min = 1, max = 64)` | characters of a string, items of a collection, bytes of a binary value |
//! | `range(min = 1, max = 5)` | the value lies in the range |
//! | `required` | an `Option` must be `Some` |
//! | `custom = path` | `fn(&T) -> Result<(), E>` over the field's value |
//! | `validate = path` on the type | `fn(&Self) -> Result<(), E>` over the whole value |
//!
//! Except for `required`, a rule on an `Option` speaks about the value when there is one. In both kinds of function,
//! `E` is anything that turns into [`Violations`]: a message, a [`Violation`] that points at a property, or several.
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
//! // What `#[odata(validate = state_needs_stage)]` comes down to.
//! impl Validate for Callback {
//!     fn check(&self, at: &Path<'_>, violations: &mut Violations) {
//!         violations.take("state_needs_stage", at, state_needs_stage(self));
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

/// A value that can be asked whether it keeps its rules.
///
/// Derived types implement it; so do the types that make up their fields, most of which have no rules of their own.
/// For a type written by hand, override [`check`](Validate::check), or leave it out where there is nothing to check:
///
/// ```
/// use odata_core::validate::{Path, Validate, Violation, Violations};
///
/// /// Any text is a name.
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
    note = "add `#[derive(ODataResource)]` to `{Self}`, or `impl odata_core::validate::Validate for {Self} {{}}` if there is nothing to check"
)]
pub trait Validate {
    /// Checks every rule.
    ///
    /// # Errors
    ///
    /// All violations, in the order of the properties, the base type's first. Nothing is allocated when there is none.
    fn validate(&self) -> Result<(), Violations> {
        let mut violations = Violations::new();
        self.check(&Path::root(), &mut violations);
        violations.into_result()
    }

    /// Adds the violations of this value, which stands at `at`, to `violations`.
    ///
    /// This is what an implementation overrides; callers use [`validate`](Validate::validate). The default has no rules.
    fn check(&self, at: &Path<'_>, violations: &mut Violations) {
        let _ = (at, violations);
    }
}
