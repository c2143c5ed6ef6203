//! Determines the kind of an error of serde or serde_json from its message.

use serde_json::error::Category;

use crate::{error::ErrorKind, session::Detail};

/// Returns the kind of `error`, whose message without its position is `message`, with what was expected and found.
pub(super) fn classify(error: &serde_json::Error, message: String) -> Detail {
    let part = |prefix: &str| {
        message
            .strip_prefix(prefix)
            .and_then(|rest| rest.rsplit_once(", expected "))
    };
    let (kind, parts) = match error.classify() {
        Category::Io => (ErrorKind::Io, None),
        Category::Eof => (ErrorKind::Eof, None),
        Category::Syntax if message.starts_with("recursion limit") => (ErrorKind::Depth, None),
        Category::Syntax => (ErrorKind::Syntax, None),
        Category::Data => match (
            part("invalid type: "),
            part("invalid value: "),
            part("invalid length "),
        ) {
            (Some(("null", expected)), ..) => (ErrorKind::Null, Some(("null", expected))),
            (Some(parts), ..) => (ErrorKind::Type, Some(parts)),
            (_, Some(parts), _) | (.., Some(parts)) => (ErrorKind::Value, Some(parts)),
            _ if message.starts_with("missing field") => (ErrorKind::Missing, None),
            _ if message.starts_with("duplicate field") => (ErrorKind::Duplicate, None),
            _ if message.starts_with("unknown variant") => (ErrorKind::UnknownMember, None),
            _ => (ErrorKind::Value, None),
        },
    };
    let (found, expected) = parts.map_or((None, None), |(found, expected)| {
        (Some(found.to_owned()), Some(expected.to_owned()))
    });
    Detail {
        kind,
        message,
        expected,
        found,
    }
}
