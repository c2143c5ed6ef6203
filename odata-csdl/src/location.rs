//! Positions in the text of a document.

/// A byte range in one of the texts that a program reads.
///
/// It is cheap to store with every part of a document: [`LineIndex`] computes line and column only for the few that a message names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Location {
    /// The number that the caller gave the text.
    pub file: usize,
    /// The first byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

/// The offsets at which the lines of a text start.
///
/// ```
/// use odata_csdl::LineIndex;
///
/// let text = "{\n  \"größe\": 1}";
/// let lines = LineIndex::new(text);
/// assert_eq!(lines.line_column(text, 0), (1, 1));
/// assert_eq!(lines.line_column(text, text.find('1').unwrap()), (2, 12));
/// ```
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<usize>,
}

impl LineIndex {
    /// Finds the lines of a text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let after_newline = text.match_indices('\n').map(|(index, _)| index + 1);
        Self {
            starts: std::iter::once(0).chain(after_newline).collect(),
        }
    }

    /// Returns the line and the column, in characters, of a byte offset. Both are counted from 1.
    #[must_use]
    pub fn line_column(&self, text: &str, offset: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|&start| start <= offset);
        let start = line
            .checked_sub(1)
            .and_then(|index| self.starts.get(index))
            .copied()
            .unwrap_or(0);
        let before = text.get(start..offset).unwrap_or_default();
        (line, before.chars().count() + 1)
    }

    /// Returns the byte offset of a line and a column in characters, both counted from 1.
    pub(crate) fn offset(&self, text: &str, line: usize, column: usize) -> usize {
        let start = line
            .checked_sub(1)
            .and_then(|index| self.starts.get(index))
            .copied()
            .unwrap_or(0);
        let rest = text.get(start..).unwrap_or_default();
        let within = rest.char_indices().nth(column.saturating_sub(1));
        start + within.map_or(0, |(index, _)| index)
    }
}
