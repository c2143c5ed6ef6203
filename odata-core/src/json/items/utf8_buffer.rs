//! The part of a body that is in memory.

/// Text that has arrived and is not yet read, and where in the body it stands.
#[derive(Debug)]
pub(super) struct Utf8Buffer {
    text: String,
    /// How much of the text is read.
    at: usize,
    /// The lines before the text, and the bytes before it in its first line.
    line: usize,
    column: usize,
    /// The first bytes of a character that the last piece cut.
    cut: Vec<u8>,
    /// No more comes: the body is at its end, or at bytes that are not UTF-8.
    end: Option<End>,
}

/// Why no more text comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    OfBody,
    NotUtf8,
}

impl Utf8Buffer {
    pub(super) const fn new() -> Utf8Buffer {
        Utf8Buffer {
            text: String::new(),
            at: 0,
            line: 0,
            column: 0,
            cut: Vec::new(),
            end: None,
        }
    }

    /// What is not yet read.
    pub(super) fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub(super) fn end(&self) -> Option<End> {
        self.end
    }

    /// The next byte that is no white space, which is read over.
    pub(super) fn peek(&mut self) -> Option<u8> {
        let rest = self.rest().as_bytes();
        let space = rest
            .iter()
            .take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'))
            .count();
        let next = rest.get(space).copied();
        self.read(space);
        next
    }

    /// Reads on by that many bytes.
    pub(super) fn read(&mut self, bytes: usize) {
        self.at += bytes;
    }

    /// The line, from 1, and the column in bytes of a place in the rest.
    pub(super) fn place(&self, offset: usize) -> (usize, usize) {
        let (line, column) = self.advance(self.at + offset);
        (line + 1, column)
    }

    /// Lines before, and bytes before in the line, at an offset of the text.
    fn advance(&self, to: usize) -> (usize, usize) {
        let before = self.text.as_bytes().get(..to).unwrap_or_default();
        let lines = before.iter().filter(|byte| **byte == b'\n').count();
        if lines == 0 {
            return (self.line, self.column + before.len());
        }
        let of_last = before.iter().rev().take_while(|byte| **byte != b'\n');
        (self.line + lines, of_last.count())
    }

    /// Takes the next piece of the body. What is read makes room for it.
    pub(super) fn push(&mut self, mut piece: &[u8]) {
        if self.end.is_some() {
            return;
        }
        (self.line, self.column) = self.advance(self.at);
        self.text.drain(..self.at);
        self.at = 0;
        while let [first, rest @ ..] = piece
            && !self.cut.is_empty()
        {
            self.cut.push(*first);
            piece = rest;
            match std::str::from_utf8(&self.cut) {
                Ok(character) => {
                    self.text.push_str(character);
                    self.cut.clear();
                }
                Err(error) if error.error_len().is_some() => {
                    self.end = Some(End::NotUtf8);
                    return;
                }
                Err(_) => {}
            }
        }
        match std::str::from_utf8(piece) {
            Ok(text) => self.text.push_str(text),
            Err(error) => {
                let (valid, other) = piece.split_at(error.valid_up_to());
                self.text
                    .push_str(std::str::from_utf8(valid).unwrap_or_default());
                if error.error_len().is_some() {
                    self.end = Some(End::NotUtf8);
                } else {
                    self.cut.extend_from_slice(other);
                }
            }
        }
    }

    /// Takes note that no piece follows.
    pub(super) fn finish(&mut self) {
        let end = if self.cut.is_empty() {
            End::OfBody
        } else {
            End::NotUtf8
        };
        self.end.get_or_insert(end);
    }
}

#[cfg(test)]
mod tests {
    use crate::json::items::utf8_buffer::{End, Utf8Buffer};

    #[test]
    fn a_character_may_be_cut_anywhere() {
        let body = "aé€😀z";
        for size in 1..=body.len() {
            let mut window = Utf8Buffer::new();
            body.as_bytes().chunks(size).for_each(|it| window.push(it));
            window.finish();
            assert_eq!((window.rest(), window.end()), (body, Some(End::OfBody)));
        }
    }

    #[test]
    fn what_comes_before_bytes_that_are_no_text_is_there() {
        for body in [&b"ab\xffcd"[..], b"ab\xe2\x82", b"ab\xe2\x28"] {
            for size in 1..=body.len() {
                let mut window = Utf8Buffer::new();
                body.chunks(size).for_each(|it| window.push(it));
                window.finish();
                assert_eq!((window.rest(), window.end()), ("ab", Some(End::NotUtf8)));
            }
        }
    }

    #[test]
    fn a_place_is_one_of_the_whole_body() {
        let mut window = Utf8Buffer::new();
        window.push(b"{\n \"a\"");
        window.read(3);
        window.push(b":\n");
        assert_eq!(window.place(0), (2, 1));
        assert_eq!(window.place(4), (2, 5));
        assert_eq!(window.place(5), (3, 0));
    }
}
