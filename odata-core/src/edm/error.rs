//! The error for a text that is not an Edm value.

use std::{borrow::Cow, fmt};

use crate::edm::primitive::Primitive;

/// The rule that a text breaks: a clause without a capital letter or a full stop.
pub(crate) type Reason = Cow<'static, str>;

/// Returns the part of a wrong text that an error repeats: enough to find the text, too little to flood a log.
pub(crate) fn truncated(text: &str) -> Box<str> {
    const CHARACTERS: usize = 80;
    match text.char_indices().nth(CHARACTERS) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()).into(),
        None => text.into(),
    }
}

/// The error for a text that is not a value of an Edm primitive.
///
/// Every `FromStr` of [`edm`](crate::edm) returns it. The message names the type, gives an example, repeats the text and states
/// the rule that it breaks. Reading through serde puts the same message into the error of the format.
///
/// ```
/// use odata_core::edm::Date;
///
/// let error = "2026-13-22".parse::<Date>().unwrap_err();
/// assert_eq!(error.edm_type(), "Edm.Date");
/// assert_eq!(error.reason(), "the month must be 01 to 12");
/// assert_eq!(
///     error.to_string(),
///     r#"expected an Edm.Date such as "2026-01-31", found "2026-13-22": the month must be 01 to 12"#,
/// );
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct ParseError(Box<Inner>);

#[derive(Clone, PartialEq, Eq)]
struct Inner {
    primitive: Primitive,
    found: Box<str>,
    reason: Reason,
}

impl ParseError {
    /// Creates the error. A long text is truncated.
    #[cold]
    pub(crate) fn new(primitive: Primitive, found: &str, reason: impl Into<Reason>) -> Self {
        Self(Box::new(Inner {
            primitive,
            found: truncated(found),
            reason: reason.into(),
        }))
    }

    /// Returns the primitive that was expected.
    #[must_use]
    pub fn primitive(&self) -> Primitive {
        self.0.primitive
    }

    /// Returns the qualified name of the expected type, such as `Edm.Date`.
    #[must_use]
    pub fn edm_type(&self) -> &'static str {
        self.0.primitive.name()
    }

    /// Returns what was expected: the type and an example of a value as JSON text.
    #[must_use]
    pub fn expected(&self) -> String {
        self.0.primitive.expected().to_string()
    }

    /// Returns the text. A long one is truncated and ends with an ellipsis.
    #[must_use]
    pub fn found(&self) -> &str {
        &self.0.found
    }

    /// Returns the rule that the text breaks.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.0.reason
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner {
            primitive,
            found,
            reason,
        } = &*self.0;
        write!(
            f,
            "expected {}, found {found:?}: {reason}",
            primitive.expected()
        )
    }
}

impl fmt::Debug for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ParseError")
            .field("edm_type", &self.edm_type())
            .field("found", &self.found())
            .field("reason", &self.reason())
            .finish()
    }
}

impl std::error::Error for ParseError {}
