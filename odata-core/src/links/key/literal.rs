//! A value as a literal of a URL.

use std::fmt::Write;

use crate::{
    edm::primitive::Primitive,
    error::{Error, ErrorKind},
};

/// Appends the literal of a value that is written as `json` and declared as `type_name`.
pub(super) fn push(url: &mut String, type_name: &str, json: &str) -> Result<(), Error> {
    // A string's content; of anything else, the text itself. Numbers may be strings (JSON format 4.01, section 3.2).
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
        // A type of the model's own with text for values is an enumeration (OData ABNF 4.01, rule `enum`).
        None if !type_name.starts_with("Edm.") && json.starts_with('"') => {
            push_string(url, type_name, text);
        }
        None if !type_name.starts_with("Edm.") && !json.starts_with(['{', '[']) => {
            percent_encode(url, text);
        }
        _ => {
            return Err(Error::of_kind(
                ErrorKind::Type,
                format!("no key has values of {type_name}"),
            ));
        }
    }
    Ok(())
}

/// `prefix'text'`, quotes in the text doubled (URL conventions 4.01, section 5.1.1.14.1).
fn push_string(url: &mut String, prefix: &str, text: &str) {
    percent_encode(url, prefix);
    for (at, part) in text.split('\'').enumerate() {
        url.push_str(if at == 0 { "'" } else { "''" });
        percent_encode(url, part);
    }
    url.push('\'');
}

/// Percent-encodes all but the unreserved characters (RFC 3986, section 2.3), whose encoding would mean the same.
pub(crate) fn percent_encode(url: &mut String, text: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            url.push(char::from(byte));
        } else {
            // Writing into a string cannot fail.
            let _ = write!(url, "%{byte:02X}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As in a body that is being written with `IEEE754Compatible=true`.
    #[test]
    fn a_number_that_is_a_string_in_a_body_is_none_in_a_url() -> Result<(), Error> {
        let mut url = String::new();
        push(&mut url, "Edm.Int64", "\"7\"")?;
        push(&mut url, "Edm.Decimal", "\"1.50\"")?;
        assert_eq!(url, "71.50");
        Ok(())
    }
}
