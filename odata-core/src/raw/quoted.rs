//! Strings that need no escapes, such as the names of the model and the text of primitives. They are stored with their quotation marks.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use crate::raw::verbatim::write_verbatim;

/// Writes a string that is stored with its quotation marks.
///
/// serde_json checks each byte of a string for escapes; writing it verbatim saves that.
#[inline]
pub(crate) fn write_quoted<S: Serializer>(quoted: &str, serializer: S) -> Result<S::Ok, S::Error> {
    if is_compact::<S>() {
        write_verbatim(quoted, serializer)
    } else {
        serializer.serialize_str(unquoted(quoted))
    }
}

/// Returns the string without its quotation marks.
pub(crate) const fn unquoted(quoted: &str) -> &str {
    match quoted.split_at_checked(1) {
        Some((_, rest)) => match rest.split_at_checked(rest.len().saturating_sub(1)) {
            Some((inside, _)) => inside,
            None => "",
        },
        None => "",
    }
}

/// Serializes with [`write_quoted`].
pub(crate) struct Quoted<'a>(pub(crate) &'a str);

impl Serialize for Quoted<'_> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_quoted(self.0, serializer)
    }
}

/// Returns whether the serializer is serde_json's, writes into memory and has the compact formatter. Another formatter may write strings in
/// its own way. The comparison is evaluated at compile time.
pub(super) fn is_compact<S>() -> bool {
    std::any::type_name::<S>() == "&mut serde_json::ser::Serializer<&mut alloc::vec::Vec<u8>>"
}

/// Returns the content of a JSON string that has no escapes.
#[inline]
pub(crate) fn unescaped(json: &str) -> Option<&str> {
    let inside = json.strip_prefix('"')?.strip_suffix('"')?;
    (!inside.as_bytes().contains(&b'\\')).then_some(inside)
}

/// Returns the content of a JSON string without its escapes. Some services escape `/` and letters outside ASCII. Returns `None` for any
/// other value.
pub(crate) fn unescape(json: &str) -> Option<Cow<'_, str>> {
    match unescaped(json) {
        Some(inside) => Some(Cow::Borrowed(inside)),
        None => serde_json::from_str(json).ok().map(Cow::Owned),
    }
}

#[cfg(test)]
mod tests {
    use serde::Serialize;
    use serde_json::{
        Serializer,
        ser::{CompactFormatter, PrettyFormatter},
    };

    use crate::raw::quoted::{Quoted, is_compact, unquoted};

    #[test]
    fn only_the_compact_in_memory_writer_gets_verbatim_text() {
        assert!(is_compact::<&mut Serializer<&mut Vec<u8>>>());
        assert!(is_compact::<&mut Serializer<&mut Vec<u8>, CompactFormatter>>());
        assert!(!is_compact::<
            &mut Serializer<&mut Vec<u8>, PrettyFormatter<'_>>,
        >());
        assert!(!is_compact::<&mut Serializer<std::fs::File>>());
        assert!(!is_compact::<serde_json::value::Serializer>());
    }

    #[test]
    fn every_writer_writes_the_same_string() -> serde_json::Result<()> {
        let text = Quoted(r##""#shop.größe""##);
        let mut pretty = Vec::new();
        let mut cursor = std::io::Cursor::new(Vec::new());
        text.serialize(&mut Serializer::pretty(&mut pretty))?;
        text.serialize(&mut Serializer::new(&mut cursor))?;
        assert_eq!(serde_json::to_string(&text)?, text.0);
        assert_eq!(pretty, text.0.as_bytes());
        assert_eq!(cursor.into_inner(), text.0.as_bytes());
        assert_eq!(serde_json::to_value(&text)?, "#shop.größe");
        Ok(())
    }

    #[test]
    fn unquoted_removes_the_quotation_marks() {
        assert_eq!(unquoted(r#""a""#), "a");
        assert_eq!(["", "\"", r#""""#].map(unquoted), [""; 3]);
    }
}
