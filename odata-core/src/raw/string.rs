//! Strings, most of which need no escape: names, descriptions, identifiers.
//!
//! serde_json asks of each byte by itself whether to escape it, which is most of what writing a resource takes. Here sixteen are asked at
//! once, and a string without any goes out as it is.

use std::sync::OnceLock;

use serde::{Serialize, Serializer, ser::SerializeStruct};

use crate::raw::{quoted::is_compact, verbatim::RAW_VALUE};

/// How many bytes are asked at once.
const STEP: usize = 16;

/// Writes a string.
#[inline]
pub(crate) fn write_string<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    if is_compact::<S>() && is_plain(text.as_bytes()) && takes_pieces() {
        write_pieces(text, serializer)
    } else {
        serializer.serialize_str(text)
    }
}

/// Writes a string that needs no escape: its quotation marks are not in one text with it, and to copy it between some would take longer
/// than to look for escapes.
#[inline]
fn write_pieces<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    let mut raw = serializer.serialize_struct(RAW_VALUE, 1)?;
    raw.serialize_field(RAW_VALUE, "\"")?;
    raw.serialize_field(RAW_VALUE, text)?;
    raw.serialize_field(RAW_VALUE, "\"")?;
    raw.end()
}

/// Whether serde_json takes a value's text in pieces. Nothing promises that its next version will, so it is asked, once.
#[inline]
fn takes_pieces() -> bool {
    static ANSWER: OnceLock<bool> = OnceLock::new();
    *ANSWER.get_or_init(ask)
}

#[cold]
fn ask() -> bool {
    struct Pieces;
    impl Serialize for Pieces {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            write_pieces("in pieces", serializer)
        }
    }
    serde_json::to_string(&Pieces).is_ok_and(|text| text == r#""in pieces""#)
}

/// Whether JSON has all of these as they are (RFC 8259, section 7).
fn is_plain(bytes: &[u8]) -> bool {
    // The last step overlaps the one before it.
    if let Some(last) = bytes.last_chunk::<STEP>() {
        let (steps, _) = bytes.as_chunks::<STEP>();
        steps.iter().all(are_plain) && are_plain(last)
    } else if let (Some(first), Some(last)) = (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        are_plain(first) & are_plain(last)
    } else {
        bytes.iter().all(|byte| are_plain(&[*byte]))
    }
}

/// There is no branch in it, so that the compiler makes one comparison of all.
#[inline]
fn are_plain<const N: usize>(bytes: &[u8; N]) -> bool {
    bytes.iter().fold(true, |are_plain, byte| {
        are_plain & (*byte >= b' ') & (*byte != b'"') & (*byte != b'\\')
    })
}

#[cfg(test)]
mod tests {
    use serde::{Serialize, Serializer};

    use crate::raw::string::{takes_pieces, write_string};

    struct Text<'a>(&'a str);

    impl Serialize for Text<'_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            write_string(self.0, serializer)
        }
    }

    /// Every length, every kind of character, everywhere.
    #[test]
    fn it_is_what_serde_json_writes() -> serde_json::Result<()> {
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
    fn serde_json_takes_pieces() {
        assert!(takes_pieces());
    }

    #[test]
    fn other_writers_get_a_string() -> serde_json::Result<()> {
        assert_eq!(serde_json::to_value(Text("a\"b"))?, "a\"b");
        assert_eq!(serde_json::to_string_pretty(&[Text("a")])?, "[\n  \"a\"\n]");
        Ok(())
    }
}
