//! Problems of the command line, the callout and the answer.

use std::fmt;

use odata_core::{Error, ErrorKind, Violation};

/// A message, with the document and the JSON pointer of the fault.
#[derive(Debug)]
pub(crate) struct Problem {
    document: Option<&'static str>,
    pointer: String,
    message: String,
}

impl Problem {
    /// Returns a problem outside of the documents.
    pub(crate) fn new(message: impl Into<String>) -> Problem {
        Problem {
            document: None,
            pointer: String::new(),
            message: message.into(),
        }
    }

    /// Returns a problem at a JSON pointer.
    pub(crate) fn at(document: &'static str, pointer: &str, message: impl Into<String>) -> Problem {
        Problem {
            document: Some(document),
            pointer: pointer.to_owned(),
            message: message.into(),
        }
    }

    /// Returns an error of reading the value at `base` of a document.
    pub(crate) fn of_error(document: &'static str, base: &str, error: &Error) -> Problem {
        let mut message = error.message().to_owned();
        // Only a syntax error needs more than the pointer.
        if matches!(error.kind(), ErrorKind::Syntax | ErrorKind::Eof) {
            message += &format!(" (line {} column {})", error.line(), error.column());
        }
        Problem::at(document, &format!("{base}{}", error.pointer()), message)
    }

    /// Returns all violations of a document.
    pub(crate) fn of_violations<'a>(
        document: &'static str,
        violations: impl IntoIterator<Item = &'a Violation>,
    ) -> Vec<Problem> {
        violations
            .into_iter()
            .map(|it| Problem::at(document, it.pointer(), it.message()))
            .collect()
    }

    /// Returns whether the fault is the value at `pointer`, or a value that contains it.
    pub(crate) fn covers(&self, pointer: &str) -> bool {
        self.document.is_some()
            && pointer
                .strip_prefix(&self.pointer)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// Returns the JSON pointer.
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
