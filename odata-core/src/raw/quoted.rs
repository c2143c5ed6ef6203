//! Strings in which nothing needs an escape: the names of the model, the texts of the primitives. They are kept with their quotation marks,
//! as JSON has them.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use crate::raw::verbatim::write_verbatim;

/// Writes such a string.
///
/// serde_json looks at each byte of a string for what it must escape; verbatim text saves that.
#[inline]
pub(crate) fn write_quoted<S: Serializer>(quoted: &str, serializer: S) -> Result<S::Ok, S::Error> {
    if is_compact::<S>() {
        write_verbatim(quoted, serializer)
    } else {
        serializer.serialize_str(unquoted(quoted))
    }
}

/// The string itself.
pub(crate) const fn unquoted(quoted: &str) -> &str {
    match quoted.split_at_checked(1) {
        Some((_, rest)) => match rest.split_at_checked(rest.len().saturating_sub(1)) {
            Some((inside, _)) => inside,
            None => "",
        },
        None => "",
    }
}

/// [`write_quoted`] as a value.
pub(crate) struct Quoted<'a>(pub(crate) &'a str);

impl Serialize for Quoted<'_> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_quoted(self.0, serializer)
    }
}

/// Whether this is serde_json's writer into memory, whose formatter is the compact one. Others might have a formatter that does
/// something of its own with strings. The comparison is done when the program is compiled.
pub(super) fn is_compact<S>() -> bool {
    std::any::type_name::<S>() == "&mut serde_json::ser::Serializer<&mut alloc::vec::Vec<u8>>"
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
    fn only_the_usual_writer_takes_it_verbatim() {
        assert!(is_compact::<&mut Serializer<&mut Vec<u8>>>());
        assert!(is_compact::<&mut Serializer<&mut Vec<u8>, CompactFormatter>>());
        assert!(!is_compact::<
            &mut Serializer<&mut Vec<u8>, PrettyFormatter<'_>>,
        >());
        assert!(!is_compact::<&mut Serializer<std::fs::File>>());
        assert!(!is_compact::<serde_json::value::Serializer>());
    }

    #[test]
    fn it_is_the_same_string_for_every_writer() -> serde_json::Result<()> {
        let text = Quoted(r##""#shop.größe""##);
        let mut pretty = Vec::new();
        let mut elsewhere = std::io::Cursor::new(Vec::new());
        text.serialize(&mut Serializer::pretty(&mut pretty))?;
        text.serialize(&mut Serializer::new(&mut elsewhere))?;
        assert_eq!(serde_json::to_string(&text)?, text.0);
        assert_eq!(pretty, text.0.as_bytes());
        assert_eq!(elsewhere.into_inner(), text.0.as_bytes());
        assert_eq!(serde_json::to_value(&text)?, "#shop.größe");
        Ok(())
    }

    #[test]
    fn the_marks_are_taken_off() {
        assert_eq!(unquoted(r#""a""#), "a");
        assert_eq!(["", "\"", r#""""#].map(unquoted), [""; 3]);
    }
}

/// What is between the quotation marks of a JSON string, where nothing in it is escaped and that is its content.
#[inline]
pub(crate) fn unescaped(json: &str) -> Option<&str> {
    let inside = json.strip_prefix('"')?.strip_suffix('"')?;
    (!inside.as_bytes().contains(&b'\\')).then_some(inside)
}

/// The content of a JSON string, its escapes undone: services write `/` as `\/` and letters as `\u00e4`. `None` of anything else.
pub(crate) fn string(json: &str) -> Option<Cow<'_, str>> {
    match unescaped(json) {
        Some(inside) => Some(Cow::Borrowed(inside)),
        None => serde_json::from_str(json).ok().map(Cow::Owned),
    }
}
