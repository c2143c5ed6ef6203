//! The part of the body that is in memory.

/// Text that has arrived, and its position in the body.
#[derive(Debug)]
pub(super) struct Utf8Buffer {
    text: String,
    /// The number of bytes of the text that are consumed.
    consumed: usize,
    /// The number of lines before the text, and of bytes before it in its first line.
    line: usize,
    column: usize,
    /// The first bytes of a character that is split between two chunks.
    split_character: Vec<u8>,
    /// Set if there is no more text.
    end: Option<EndOfText>,
}

/// The reason why there is no more text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EndOfText {
    /// The body is complete.
    Complete,
    /// The next bytes are not UTF-8.
    InvalidUtf8,
}

impl Utf8Buffer {
    pub(super) const fn new() -> Utf8Buffer {
        Utf8Buffer {
            text: String::new(),
            consumed: 0,
            line: 0,
            column: 0,
            split_character: Vec::new(),
            end: None,
        }
    }

    /// Returns the text that is not consumed.
    pub(super) fn rest(&self) -> &str {
        self.text.get(self.consumed..).unwrap_or_default()
    }

    pub(super) fn end(&self) -> Option<EndOfText> {
        self.end
    }

    /// Skips white space and returns the next byte.
    pub(super) fn peek(&mut self) -> Option<u8> {
        let rest = self.rest().as_bytes();
        let space = rest
            .iter()
            .take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'))
            .count();
        let next = rest.get(space).copied();
        self.consume(space);
        next
    }

    /// Consumes bytes.
    pub(super) fn consume(&mut self, bytes: usize) {
        self.consumed += bytes;
    }

    /// Returns the line, from 1, and the column in bytes of an offset in the rest.
    pub(super) fn position(&self, offset: usize) -> (usize, usize) {
        let (line, column) = self.lines_before(self.consumed + offset);
        (line + 1, column)
    }

    /// Returns the number of lines before an offset in the text, and of bytes before it in its line.
    fn lines_before(&self, to: usize) -> (usize, usize) {
        let before = self.text.as_bytes().get(..to).unwrap_or_default();
        let lines = before.iter().filter(|byte| **byte == b'\n').count();
        if lines == 0 {
            return (self.line, self.column + before.len());
        }
        let last_line = before.iter().rev().take_while(|byte| **byte != b'\n');
        (self.line + lines, last_line.count())
    }

    /// Appends a chunk and drops the consumed text.
    pub(super) fn push(&mut self, mut chunk: &[u8]) {
        if self.end.is_some() {
            return;
        }
        (self.line, self.column) = self.lines_before(self.consumed);
        self.text.drain(..self.consumed);
        self.consumed = 0;
        while let [first, rest @ ..] = chunk
            && !self.split_character.is_empty()
        {
            self.split_character.push(*first);
            chunk = rest;
            match std::str::from_utf8(&self.split_character) {
                Ok(character) => {
                    self.text.push_str(character);
                    self.split_character.clear();
                }
                Err(error) if error.error_len().is_some() => {
                    self.end = Some(EndOfText::InvalidUtf8);
                    return;
                }
                Err(_) => {}
            }
        }
        match std::str::from_utf8(chunk) {
            Ok(text) => self.text.push_str(text),
            Err(error) => {
                let (valid, other) = chunk.split_at(error.valid_up_to());
                self.text
                    .push_str(std::str::from_utf8(valid).unwrap_or_default());
                if error.error_len().is_some() {
                    self.end = Some(EndOfText::InvalidUtf8);
                } else {
                    self.split_character.extend_from_slice(other);
                }
            }
        }
    }

    /// Records that there are no more chunks.
    pub(super) fn finish(&mut self) {
        let end = if self.split_character.is_empty() {
            EndOfText::Complete
        } else {
            EndOfText::InvalidUtf8
        };
        self.end.get_or_insert(end);
    }
}

#[cfg(test)]
mod tests {
    use crate::json::items::utf8_buffer::{EndOfText, Utf8Buffer};

    #[test]
    fn a_character_may_be_split_between_chunks() {
        let body = "aé€😀z";
        for size in 1..=body.len() {
            let mut buffer = Utf8Buffer::new();
            body.as_bytes().chunks(size).for_each(|it| buffer.push(it));
            buffer.finish();
            assert_eq!(
                (buffer.rest(), buffer.end()),
                (body, Some(EndOfText::Complete))
            );
        }
    }

    #[test]
    fn text_before_invalid_utf8_is_available() {
        for body in [&b"ab\xffcd"[..], b"ab\xe2\x82", b"ab\xe2\x28"] {
            for size in 1..=body.len() {
                let mut buffer = Utf8Buffer::new();
                body.chunks(size).for_each(|it| buffer.push(it));
                buffer.finish();
                assert_eq!(
                    (buffer.rest(), buffer.end()),
                    ("ab", Some(EndOfText::InvalidUtf8))
                );
            }
        }
    }

    #[test]
    fn positions_are_relative_to_the_body() {
        let mut buffer = Utf8Buffer::new();
        buffer.push(b"{\n \"a\"");
        buffer.consume(3);
        buffer.push(b":\n");
        assert_eq!(buffer.position(0), (2, 1));
        assert_eq!(buffer.position(4), (2, 5));
        assert_eq!(buffer.position(5), (3, 0));
    }
}
