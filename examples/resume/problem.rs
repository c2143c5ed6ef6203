//! One thing that is wrong.

use std::fmt;

use odata_core::{Error, ErrorKind, Violations};

/// What is wrong, and in which document where.
#[derive(Debug)]
pub(crate) struct Problem {
    document: Option<&'static str>,
    pointer: String,
    message: String,
}

impl Problem {
    /// One that is in no document.
    pub(crate) fn new(message: impl Into<String>) -> Problem {
        Problem {
            document: None,
            pointer: String::new(),
            message: message.into(),
        }
    }

    /// One at a JSON pointer.
    pub(crate) fn at(document: &'static str, pointer: &str, message: impl Into<String>) -> Problem {
        Problem {
            document: Some(document),
            pointer: pointer.to_owned(),
            message: message.into(),
        }
    }

    /// An error of reading what stands at `place` of a document.
    pub(crate) fn of_error(document: &'static str, place: &str, error: &Error) -> Problem {
        let mut message = error.message().to_owned();
        // A pointer says enough, but where the text is no JSON.
        if matches!(error.kind(), ErrorKind::Syntax | ErrorKind::Eof) {
            message += &format!(" (line {} column {})", error.line(), error.column());
        }
        Problem::at(document, &format!("{place}{}", error.pointer()), message)
    }

    /// Each broken rule of a document.
    pub(crate) fn of_violations(document: &'static str, violations: &Violations) -> Vec<Problem> {
        violations
            .iter()
            .map(|it| Problem::at(document, it.pointer(), it.message()))
            .collect()
    }

    /// Whether it is about the value at `pointer`, or about one that holds it.
    pub(crate) fn covers(&self, pointer: &str) -> bool {
        self.document.is_some()
            && pointer
                .strip_prefix(&self.pointer)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// The JSON pointer.
    pub(crate) fn pointer(&self) -> &str {
        &self.pointer
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(document) = self.document {
            f.write_str(document)?;
            if !self.pointer.is_empty() {
                write!(f, " {}", self.pointer)?;
            }
            f.write_str(": ")?;
        }
        f.write_str(&self.message)
    }
}
