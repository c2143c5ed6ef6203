//! Writing strings, most of which need no escapes.
//!
//! serde_json checks byte by byte whether to escape, which takes most of the time of writing a resource. This module checks sixteen bytes
//! at once and writes a string without escapes verbatim.

use std::sync::OnceLock;

use serde::{Serialize, Serializer, ser::SerializeStruct};

use crate::raw::{quoted::is_compact, verbatim::RAW_VALUE};

/// The number of bytes that are checked at once.
const BLOCK: usize = 16;

/// Writes a string.
#[inline]
pub(crate) fn write_string<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    if is_compact::<S>() && is_plain(text.as_bytes()) && accepts_pieces() {
        write_pieces(text, serializer)
    } else {
        serializer.serialize_str(text)
    }
}

/// Writes a string without escapes in three pieces, because copying it between quotation marks would take longer than checking it.
#[inline]
fn write_pieces<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    let mut raw = serializer.serialize_struct(RAW_VALUE, 1)?;
    raw.serialize_field(RAW_VALUE, "\"")?;
    raw.serialize_field(RAW_VALUE, text)?;
    raw.serialize_field(RAW_VALUE, "\"")?;
    raw.end()
}

/// Returns whether serde_json accepts verbatim text in pieces. This is not documented, so it is tested once.
#[inline]
fn accepts_pieces() -> bool {
    static ACCEPTS: OnceLock<bool> = OnceLock::new();
    *ACCEPTS.get_or_init(test_pieces)
}

#[cold]
fn test_pieces() -> bool {
    struct Pieces;
    impl Serialize for Pieces {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            write_pieces("in pieces", serializer)
        }
    }
    serde_json::to_string(&Pieces).is_ok_and(|text| text == r#""in pieces""#)
}

/// Returns whether no byte needs an escape (RFC 8259 §7).
fn is_plain(bytes: &[u8]) -> bool {
    // The last step overlaps the one before it.
    if let Some(last) = bytes.last_chunk::<BLOCK>() {
        let (steps, _) = bytes.as_chunks::<BLOCK>();
        steps.iter().all(are_plain) && are_plain(last)
    } else if let (Some(first), Some(last)) = (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        are_plain(first) & are_plain(last)
    } else {
        bytes.iter().all(|byte| are_plain(&[*byte]))
    }
}

/// Returns whether no byte needs an escape. Without branches, so that the compiler vectorizes it.
#[inline]
fn are_plain<const N: usize>(bytes: &[u8; N]) -> bool {
    bytes.iter().fold(true, |are_plain, byte| {
        are_plain & (*byte >= b' ') & (*byte != b'"') & (*byte != b'\\')
    })
}

#[cfg(test)]
mod tests {
    use serde::{Serialize, Serializer};

    use crate::raw::string::{accepts_pieces, write_string};

    struct Text<'a>(&'a str);

    impl Serialize for Text<'_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            write_string(self.0, serializer)
        }
    }

    /// Tests every length with every kind of character at every position.
    #[test]
    fn strings_are_written_as_serde_json_writes_them() -> serde_json::Result<()> {
        for length in 0..70 {
            let plain: String = ('!'..='~')
                .filter(|it| !['"', '\\'].contains(it))
                .cycle()
                .take(length)
                .collect();
            assert_eq!(
                serde_json::to_string(&Text(&plain))?,
                format!("\"{plain}\"")
            );
            for odd in ["\"", "\\", "\n", "\0", "\u{1f}", "\u{7f}", "ü", "😀", " "] {
                for at in 0..=length {
                    let mut text = plain.clone();
                    text.insert_str(at, odd);
                    assert_eq!(
                        serde_json::to_string(&Text(&text))?,
                        serde_json::to_string(&text)?
                    );
                }
            }
        }
        Ok(())
    }

    #[test]
    fn serde_json_accepts_pieces() {
        assert!(accepts_pieces());
    }

    #[test]
    fn other_writers_get_a_plain_string() -> serde_json::Result<()> {
        assert_eq!(serde_json::to_value(Text("a\"b"))?, "a\"b");
        assert_eq!(serde_json::to_string_pretty(&[Text("a")])?, "[\n  \"a\"\n]");
        Ok(())
    }
}
