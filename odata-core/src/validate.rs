//! Rules for values, beyond their types.
//!
//! A derived type has its rules in attributes. [`Validate::validate`] runs all of them and returns **every** violation, those of the base
//! type first. The functions of [`json`](crate::json) validate after reading and before writing.
//!
//! | Rule | Meaning |
//! |---|---|
//! | `one_of(a, b)` | The value is `a` or `b`. |
//! | `length(min = 1, max = 64)` | The number of characters, items or bytes is in this range. |
//! | `range(min = 1, max = 5)` | The value is in this range. |
//! | `digits(precision = 9, scale = 2)` | The decimal has at most 7 digits before the decimal point and at most 2 after it. |
//! | `required` | The `Option` is `Some`. |
//! | `each(...)` | Every item of the collection passes these rules. |
//! | `custom = path` | `fn(&T) -> Result<(), E>` accepts the field's value. |
//! | `validate = path` on the type | `fn(&Self) -> Result<(), E>` accepts the whole value. |
//!
//! A rule on an `Option`, other than `required`, applies to the value inside and passes `None`. In both kinds of function, `E` is any type
//! that converts into [`Violations`]: a message, a [`Violation`] with a pointer to a property, or several violations.
//!
//! ```
//! use odata_core::{Validate, Violation, Violations, validate::Path};
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

pub(crate) mod bounds;
pub(crate) mod digits;
pub(crate) mod length;
#[doc(hidden)]
pub mod nested;
pub(crate) mod path;
pub(crate) mod plain;
pub(crate) mod pointer;
#[doc(hidden)]
pub mod rule;
pub(crate) mod validated;
pub(crate) mod violation;

pub use crate::validate::{
    bounds::{CheckFunction, Comparable, Limits},
    digits::Digits,
    length::Length,
    path::Path,
};
pub(crate) use crate::validate::{
    plain::without_rules,
    pointer::Segment,
    validated::Validate,
    violation::{Violation, Violations},
};
