//! Where a value ends, before anybody knows what it is.

/// A search for the end of a value that goes on where it stopped once more text is there: each byte is looked at once.
///
/// It only counts brackets. Whether what lies between is JSON, reading the value says.
#[derive(Debug, Default)]
pub(super) struct ValueScanner {
    /// How much of the value has been looked at.
    seen: usize,
    depth: usize,
    within: Within,
}

#[derive(Debug, Default, Clone, Copy)]
enum Within {
    #[default]
    Nothing,
    Text,
    Escape,
    /// A number, `true`, `false`, `null`; whatever ends it is not part of it.
    Word,
    Brackets,
}

impl ValueScanner {
    /// The length of the value at the start of `text`; none where it goes on. `text` is all that there is since the value's start.
    pub(super) fn find(&mut self, text: &str, is_last: bool) -> Option<usize> {
        let bytes = text.as_bytes();
        while let Some(skipped) = self.skip(bytes.get(self.seen..).unwrap_or_default()) {
            self.seen += skipped;
            let byte = bytes.get(self.seen).copied()?;
            let is_end = self.step(byte);
            if is_end && matches!(self.within, Within::Word) {
                return Some(self.seen);
            }
            self.seen += 1;
            if is_end {
                return Some(self.seen);
            }
        }
        self.seen = bytes.len();
        (is_last && matches!(self.within, Within::Word)).then_some(self.seen)
    }

    /// How many bytes come before the next that matters.
    fn skip(&self, bytes: &[u8]) -> Option<usize> {
        match self.within {
            Within::Text => bytes.iter().position(|it| matches!(it, b'"' | b'\\')),
            Within::Brackets => bytes
                .iter()
                .position(|it| matches!(it, b'"' | b'{' | b'}' | b'[' | b']')),
            Within::Nothing | Within::Escape | Within::Word => (!bytes.is_empty()).then_some(0),
        }
    }

    /// Whether the value ends with this byte, or, a word, before it.
    fn step(&mut self, byte: u8) -> bool {
        self.within = match (self.within, byte) {
            (Within::Text, b'\\') => Within::Escape,
            (Within::Text, b'"') if self.depth > 0 => Within::Brackets,
            (Within::Text, b'"') => return true,
            (Within::Text | Within::Escape, _) => Within::Text,
            (Within::Nothing | Within::Brackets, b'"') => Within::Text,
            (Within::Nothing | Within::Brackets, b'{' | b'[') => {
                self.depth += 1;
                Within::Brackets
            }
            (Within::Brackets, b'}' | b']') => {
                self.depth -= 1;
                if self.depth == 0 {
                    return true;
                }
                Within::Brackets
            }
            (Within::Brackets, _) => Within::Brackets,
            (Within::Word, b',' | b':' | b'}' | b']' | b' ' | b'\t' | b'\n' | b'\r') => {
                return true;
            }
            (Within::Nothing | Within::Word, _) => Within::Word,
        };
        false
    }
}

#[cfg(test)]
mod tests {
    use crate::json::items::value_scanner::ValueScanner;

    #[test]
    fn a_value_ends_where_it_does_however_it_arrives() {
        for (value, after) in [
            (r#"{"a":[{"b":"]}\"\\"},1]}"#, ",{"),
            ("[[],[{}]]", "]"),
            (r#""a\\\"b""#, "}"),
            ("-1.5e3", ", 2"),
            ("null", "}"),
            ("true", " "),
        ] {
            let text = format!("{value}{after}");
            let mut boundary = ValueScanner::default();
            let found = (1..=text.len()).find_map(|end| boundary.find(text.get(..end)?, false));
            assert_eq!(found, Some(value.len()), "{text}");
            assert_eq!(
                ValueScanner::default().find(&text, false),
                Some(value.len())
            );
        }
    }

    #[test]
    fn a_word_may_be_the_last_of_a_body() {
        assert_eq!(ValueScanner::default().find("12", false), None);
        assert_eq!(ValueScanner::default().find("12", true), Some(2));
        assert_eq!(ValueScanner::default().find("[12", true), None);
    }
}
