//! A reader that returns few bytes at a time.

use std::io::{self, Read};

/// Returns its bytes in pieces of one to seven.
pub(crate) struct Chunks<'a> {
    rest: &'a [u8],
    size: usize,
}

impl<'a> Chunks<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Chunks<'a> {
        Chunks {
            rest: bytes,
            size: bytes.len(),
        }
    }
}

impl Read for Chunks<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.size = (self.size * 5 + 3) % 7;
        let length = (self.size + 1).min(out.len()).min(self.rest.len());
        let (now, later) = self.rest.split_at(length);
        out[..length].copy_from_slice(now);
        self.rest = later;
        Ok(length)
    }
}
