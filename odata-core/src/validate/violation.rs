//! Violations of rules.

use std::{borrow::Cow, fmt};

use crate::validate::{path::Path, pointer};

/// A violation of one rule: the pointer to the value, the name of the rule and a message.
///
/// A validation function returns one from [`Violation::new`] or [`Violation::at`]. Its pointer is relative to the value that the function
/// validates; the caller completes it.
///
/// ```
/// use odata_core::Violation;
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
    /// Creates a violation of the value itself.
    ///
    /// ```
    /// use odata_core::Violation;
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

    /// Creates a violation of a part of the value. `property` is the name of a property in JSON or, with a leading slash, a JSON pointer
    /// (RFC 6901) relative to the value.
    ///
    /// ```
    /// use odata_core::Violation;
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

    /// Sets the name of the rule. Default: the name of the validation function.
    ///
    /// ```
    /// use odata_core::Violation;
    ///
    /// let violation = Violation::new("ends before it starts").with_rule("chronological");
    /// assert_eq!(violation.rule(), "chronological");
    /// ```
    #[must_use]
    pub fn with_rule(mut self, rule: &'static str) -> Self {
        self.rule = Some(rule);
        self
    }

    /// Returns the JSON pointer (RFC 6901) from the validated value. It is empty for that value itself.
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// Returns the name of the rule: `length`, `range`, `one_of`, `required`, or the name of the validation function. It is `custom` until
    /// the violation is part of the result of [`Validate::validate`](super::Validate::validate).
    #[must_use]
    pub fn rule(&self) -> &'static str {
        self.rule.unwrap_or("custom")
    }

    /// Returns the message. It contains neither the pointer nor the value, which may be personal or long.
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

/// The violations that [`Validate::validate`](super::Validate::validate) found.
///
/// [`Display`](fmt::Display) writes one violation per line. Convert it into an [`ODataError`](crate::ODataError) for an error body with one
/// detail for each violation.
///
/// ```
/// use odata_core::{Violation, Violations};
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
    /// Creates an empty list.
    #[must_use]
    pub const fn new() -> Self {
        Violations(Vec::new())
    }

    /// Returns `Ok` if the list is empty.
    ///
    /// # Errors
    ///
    /// Returns the violations, if there are any.
    pub fn into_result(self) -> Result<(), Self> {
        if self.0.is_empty() { Ok(()) } else { Err(self) }
    }

    /// Adds a violation of `rule` by the value at `at`.
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

    /// Adds the violations that the validation function `rule` returned for the value at `at`. Their pointers, which are relative to that
    /// value, become complete.
    pub fn record<E: Into<Violations>>(
        &mut self,
        rule: &'static str,
        at: &Path<'_>,
        result: Result<(), E>,
    ) {
        if let Err(found) = result {
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

    /// Returns the number of violations.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns whether there are no violations. Never true for the result of `validate`.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the violations in the order in which they were found.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.0.iter()
    }

    /// Returns the first violation, for a caller that can show only one.
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
