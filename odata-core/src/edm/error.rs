//! What is wrong with a text that should be an Edm value.

use std::{borrow::Cow, fmt};

use crate::edm::primitive::Primitive;

/// Why a text is not a value: a rule, as a clause without a capital or a full stop.
pub(crate) type Reason = Cow<'static, str>;

/// How much of a wrong text an error repeats: enough to find it, not enough to flood a log.
const REPEATED: usize = 80;

/// A text that is not a value of the Edm primitive it was read as.
///
/// Every `FromStr` of [`edm`](crate::edm) answers with it. It names the type, shows what a value looks like, repeats
/// what was found and says which rule that breaks. Reading through serde puts the same facts into the format's own
/// error.
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
pub struct ParseError(Box<Facts>);

#[derive(Clone, PartialEq, Eq)]
struct Facts {
    primitive: Primitive,
    found: Box<str>,
    reason: Reason,
}

impl ParseError {
    /// Records that `found` is no `primitive` because of `reason`; a long text is cut.
    #[cold]
    pub(crate) fn new(primitive: Primitive, found: &str, reason: impl Into<Reason>) -> Self {
        let found = match found.char_indices().nth(REPEATED) {
            Some((end, _)) => format!("{}…", found.get(..end).unwrap_or_default()).into(),
            None => found.into(),
        };
        Self(Box::new(Facts {
            primitive,
            found,
            reason: reason.into(),
        }))
    }

    /// The primitive that was expected.
    #[must_use]
    pub fn primitive(&self) -> Primitive {
        self.0.primitive
    }

    /// The qualified name of the expected type, such as `Edm.Date`.
    #[must_use]
    pub fn edm_type(&self) -> &'static str {
        self.0.primitive.name()
    }

    /// What was expected: the type and a value of it, as JSON writes it.
    #[must_use]
    pub fn expected(&self) -> String {
        self.0.primitive.expected().to_string()
    }

    /// The text that was found; a long one is cut and ends with an ellipsis.
    #[must_use]
    pub fn found(&self) -> &str {
        &self.0.found
    }

    /// The rule that the text breaks.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.0.reason
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Facts {
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
