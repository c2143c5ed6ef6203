//! URL literals of values.

use std::fmt::Write;

use crate::{
    edm::Primitive,
    error::{Error, ErrorKind},
};

/// Appends the literal of the value `json` with the declared type `type_name`.
pub(super) fn push(url: &mut String, type_name: &str, json: &str) -> Result<(), Error> {
    // Numbers may be strings (JSON 4.01 §3.2), so the content of any string is used.
    let quoted: String;
    let text = if json.starts_with('"') {
        quoted = serde_json::from_str(json).map_err(Error::from_write)?;
        &*quoted
    } else {
        json
    };
    match Primitive::from_name(type_name).filter(|_| type_name.starts_with("Edm.")) {
        Some(Primitive::String) => push_string(url, "", text),
        Some(Primitive::Duration) => push_string(url, "duration", text),
        Some(
            Primitive::Boolean
            | Primitive::Byte
            | Primitive::Date
            | Primitive::DateTimeOffset
            | Primitive::Decimal
            | Primitive::Guid
            | Primitive::Int16
            | Primitive::Int32
            | Primitive::Int64
            | Primitive::SByte
            | Primitive::TimeOfDay,
        ) => percent_encode(url, text),
        // A string of a type outside of `Edm` is an enumeration member (OData ABNF 4.01, rule `enum`).
        None if !type_name.starts_with("Edm.") && json.starts_with('"') => {
            push_string(url, type_name, text);
        }
        None if !type_name.starts_with("Edm.") && !json.starts_with(['{', '[']) => {
            percent_encode(url, text);
        }
        _ => {
            return Err(Error::of_kind(
                ErrorKind::Type,
                format!("`{type_name}` is not allowed in a key"),
            ));
        }
    }
    Ok(())
}

/// Checks that `json` is a value of the declared type, as far as this crate knows the type, or null.
pub(super) fn check(type_name: &str, json: &str) -> Result<(), Error> {
    match Primitive::from_name(type_name).filter(|_| type_name.starts_with("Edm.")) {
        Some(primitive) => primitive
            .check_with(json, true)
            .map_err(|error| Error::of_kind(ErrorKind::Value, error.to_string())),
        None => Ok(()),
    }
}

/// Appends `prefix'text'`, with quotes in the text doubled (URL Conventions 4.01 §5.1.1.14.1).
fn push_string(url: &mut String, prefix: &str, text: &str) {
    percent_encode(url, prefix);
    for (at, part) in text.split('\'').enumerate() {
        url.push_str(if at == 0 { "'" } else { "''" });
        percent_encode(url, part);
    }
    url.push('\'');
}

/// Percent-encodes all but the unreserved characters (RFC 3986 §2.3).
pub(crate) fn percent_encode(url: &mut String, text: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            url.push(char::from(byte));
        } else {
            // Writing to a `String` cannot fail.
            let _ = write!(url, "%{byte:02X}");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{error::Error, links::key::literal::push};

    /// Numbers as strings, as in a body with `IEEE754Compatible=true`.
    #[test]
    fn a_number_written_as_a_string_in_a_body_has_no_quotes_in_a_url() -> Result<(), Error> {
        let mut url = String::new();
        push(&mut url, "Edm.Int64", "\"7\"")?;
        push(&mut url, "Edm.Decimal", "\"1.50\"")?;
        assert_eq!(url, "71.50");
        Ok(())
    }
}
