//! What a check found.

use std::{borrow::Cow, fmt};

use crate::validate::{path::Path, pointer};

/// One rule that a value breaks: where, which, and in words.
///
/// A validation function makes one with [`Violation::new`] or [`Violation::at`]; the pointer is then relative to the
/// value that the function was given, and becomes complete when the violation is collected.
///
/// ```
/// use odata_core::validate::Violation;
///
/// let violation = Violation::at("state", "must be Denied or Canceled");
/// assert_eq!(violation.pointer(), "/state");
/// assert_eq!(violation.message(), "must be Denied or Canceled");
/// assert_eq!(violation.to_string(), "/state: must be Denied or Canceled");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Violation {
    pointer: String,
    rule: Option<&'static str>,
    message: Cow<'static, str>,
}

impl Violation {
    /// A violation of the value itself.
    ///
    /// ```
    /// use odata_core::validate::Violation;
    ///
    /// assert_eq!(Violation::new("ends before it starts").pointer(), "");
    /// ```
    pub fn new(message: impl Into<Cow<'static, str>>) -> Self {
        Violation {
            pointer: String::new(),
            rule: None,
            message: message.into(),
        }
    }

    /// A violation of something inside the value: `property` is the name of a property in JSON, or, with a leading
    /// slash, a JSON pointer (RFC 6901) relative to the value.
    ///
    /// ```
    /// use odata_core::validate::Violation;
    ///
    /// assert_eq!(Violation::at("state", "is missing").pointer(), "/state");
    /// assert_eq!(Violation::at("/answers/0/value", "is empty").pointer(), "/answers/0/value");
    /// ```
    pub fn at(property: &str, message: impl Into<Cow<'static, str>>) -> Self {
        let mut violation = Violation::new(message);
        if property.starts_with('/') {
            property.clone_into(&mut violation.pointer);
        } else {
            violation.pointer = pointer::to_member(property);
        }
        violation
    }

    /// The same violation under a rule name of its own, where the name of the function that found it says too little.
    ///
    /// ```
    /// use odata_core::validate::Violation;
    ///
    /// let violation = Violation::new("ends before it starts").with_rule("chronological");
    /// assert_eq!(violation.rule(), "chronological");
    /// ```
    #[must_use]
    pub fn with_rule(mut self, rule: &'static str) -> Self {
        self.rule = Some(rule);
        self
    }

    /// Where: a JSON pointer (RFC 6901) from the validated value, empty for that value itself.
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// Which rule: `length`, `range`, `one_of`, `required`, or the name of the validation function (`custom` until the
    /// violation is collected).
    #[must_use]
    pub fn rule(&self) -> &'static str {
        self.rule.unwrap_or("custom")
    }

    /// The rule in words, without the place and without the value: what does not fit may be personal, or long.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.pointer.is_empty() {
            f.write_str(&self.message)
        } else {
            write!(f, "{}: {}", self.pointer, self.message)
        }
    }
}

impl std::error::Error for Violation {}

/// Everything that [`Validate::validate`](super::Validate::validate) found, at least one violation.
///
/// As text, one violation a line. It turns into an OData error body with one detail for each.
///
/// ```
/// use odata_core::validate::{Violation, Violations};
///
/// fn dates_in_order(period: &(u32, u32)) -> Result<(), Violations> {
///     let mut found = Vec::new();
///     if period.0 == 0 {
///         found.push(Violation::at("/0", "must be set"));
///     }
///     if period.1 < period.0 {
///         found.push(Violation::new("ends before it starts"));
///     }
///     Violations::from(found).into_result()
/// }
///
/// assert!(dates_in_order(&(1, 2)).is_ok());
/// let violations = dates_in_order(&(3, 2)).unwrap_err();
/// assert_eq!(violations.len(), 1);
/// assert_eq!(violations.to_string(), "ends before it starts");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Violations(Vec<Violation>);

impl Violations {
    /// No violation yet: what a check starts with.
    #[must_use]
    pub const fn new() -> Self {
        Violations(Vec::new())
    }

    /// `Ok` if nothing was found.
    ///
    /// # Errors
    ///
    /// These violations, if there are any.
    pub fn into_result(self) -> Result<(), Self> {
        if self.0.is_empty() { Ok(()) } else { Err(self) }
    }

    /// Records one violation, with the place as it stands now.
    #[cold]
    pub fn push(
        &mut self,
        at: &Path<'_>,
        rule: &'static str,
        message: impl Into<Cow<'static, str>>,
    ) {
        self.0.push(Violation {
            pointer: at.to_string(),
            rule: Some(rule),
            message: message.into(),
        });
    }

    /// Records what a validation function named `rule` found about the value at `at`: its pointers, relative to that
    /// value, become complete.
    pub fn take<E: Into<Violations>>(
        &mut self,
        rule: &'static str,
        at: &Path<'_>,
        outcome: Result<(), E>,
    ) {
        if let Err(found) = outcome {
            self.append(rule, at, found.into());
        }
    }

    #[cold]
    fn append(&mut self, rule: &'static str, at: &Path<'_>, found: Violations) {
        for mut violation in found.0 {
            let mut pointer = at.to_string();
            pointer.push_str(&violation.pointer);
            violation.pointer = pointer;
            violation.rule.get_or_insert(rule);
            self.0.push(violation);
        }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none, which is never so for those that `validate` gives.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The violations in the order in which they were found.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.0.iter()
    }

    /// The first one, for a caller that can show only one.
    #[must_use]
    pub fn first(&self) -> Option<&Violation> {
        self.0.first()
    }
}

impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, violation) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            violation.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Violations {}

impl From<Violation> for Violations {
    fn from(violation: Violation) -> Self {
        Violations(vec![violation])
    }
}

impl From<Vec<Violation>> for Violations {
    fn from(violations: Vec<Violation>) -> Self {
        Violations(violations)
    }
}

impl From<&str> for Violations {
    fn from(message: &str) -> Self {
        Violation::new(message.to_owned()).into()
    }
}

impl From<String> for Violations {
    fn from(message: String) -> Self {
        Violation::new(message).into()
    }
}

impl From<Cow<'static, str>> for Violations {
    fn from(message: Cow<'static, str>) -> Self {
        Violation::new(message).into()
    }
}

impl IntoIterator for Violations {
    type Item = Violation;
    type IntoIter = std::vec::IntoIter<Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = std::slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}
