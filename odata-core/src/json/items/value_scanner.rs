//! The search for the end of a value.

/// A search for the end of a value that continues when more text arrives, so that each byte is read once.
///
/// It counts brackets only. Reading the value checks whether it is JSON.
#[derive(Debug, Default)]
pub(super) struct ValueScanner {
    /// The number of bytes that have been scanned.
    scanned: usize,
    depth: usize,
    state: ScanState,
}

#[derive(Debug, Default, Clone, Copy)]
enum ScanState {
    #[default]
    Start,
    String,
    Escape,
    /// A number, `true`, `false` or `null`. The byte that ends it is not part of it.
    Word,
    Brackets,
}

impl ValueScanner {
    /// Returns the length of the value at the start of `text`; `None` if `text` ends before the value. `text` is all text since the start
    /// of the value.
    pub(super) fn find_end(&mut self, text: &str, is_last: bool) -> Option<usize> {
        let bytes = text.as_bytes();
        while let Some(skipped) = self.skip(bytes.get(self.scanned..).unwrap_or_default()) {
            self.scanned += skipped;
            let byte = bytes.get(self.scanned).copied()?;
            let is_end = self.step(byte);
            if is_end && matches!(self.state, ScanState::Word) {
                return Some(self.scanned);
            }
            self.scanned += 1;
            if is_end {
                return Some(self.scanned);
            }
        }
        self.scanned = bytes.len();
        (is_last && matches!(self.state, ScanState::Word)).then_some(self.scanned)
    }

    /// Returns the number of bytes before the next significant one.
    fn skip(&self, bytes: &[u8]) -> Option<usize> {
        match self.state {
            ScanState::String => bytes.iter().position(|it| matches!(it, b'"' | b'\\')),
            ScanState::Brackets => bytes
                .iter()
                .position(|it| matches!(it, b'"' | b'{' | b'}' | b'[' | b']')),
            ScanState::Start | ScanState::Escape | ScanState::Word => {
                (!bytes.is_empty()).then_some(0)
            }
        }
    }

    /// Returns whether the value ends with this byte or, in the case of a word, before it.
    fn step(&mut self, byte: u8) -> bool {
        self.state = match (self.state, byte) {
            (ScanState::String, b'\\') => ScanState::Escape,
            (ScanState::String, b'"') if self.depth > 0 => ScanState::Brackets,
            (ScanState::String, b'"') => return true,
            (ScanState::String | ScanState::Escape, _) => ScanState::String,
            (ScanState::Start | ScanState::Brackets, b'"') => ScanState::String,
            (ScanState::Start | ScanState::Brackets, b'{' | b'[') => {
                self.depth += 1;
                ScanState::Brackets
            }
            (ScanState::Brackets, b'}' | b']') => {
                self.depth -= 1;
                if self.depth == 0 {
                    return true;
                }
                ScanState::Brackets
            }
            (ScanState::Brackets, _) => ScanState::Brackets,
            (ScanState::Word, b',' | b':' | b'}' | b']' | b' ' | b'\t' | b'\n' | b'\r') => {
                return true;
            }
            (ScanState::Start | ScanState::Word, _) => ScanState::Word,
        };
        false
    }
}

#[cfg(test)]
mod tests {
    use crate::json::items::value_scanner::ValueScanner;

    #[test]
    fn the_end_of_a_value_does_not_depend_on_the_chunks() {
        for (value, after) in [
            (r#"{"a":[{"b":"]}\"\\"},1]}"#, ",{"),
            ("[[],[{}]]", "]"),
            (r#""a\\\"b""#, "}"),
            ("-1.5e3", ", 2"),
            ("null", "}"),
            ("true", " "),
        ] {
            let text = format!("{value}{after}");
            let mut scanner = ValueScanner::default();
            let found = (1..=text.len()).find_map(|end| scanner.find_end(text.get(..end)?, false));
            assert_eq!(found, Some(value.len()), "{text}");
            assert_eq!(
                ValueScanner::default().find_end(&text, false),
                Some(value.len())
            );
        }
    }

    #[test]
    fn a_word_may_end_with_the_body() {
        assert_eq!(ValueScanner::default().find_end("12", false), None);
        assert_eq!(ValueScanner::default().find_end("12", true), Some(2));
        assert_eq!(ValueScanner::default().find_end("[12", true), None);
    }
}
