//! The part of a line of the metadata that a finding shows.

use std::ops::Range;

/// The number of characters that are shown on each side of the quoted part if the line is long. Some services send all metadata in one
/// line.
const CONTEXT: usize = 60;
/// Before a finding after this column, only [`CONTEXT`] characters of the line are shown: the renderer reads the whole quoted text for each
/// finding.
const LONG_LINE: usize = 500;

/// The part of a line that a finding shows.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Quote {
    pub(super) text: String,
    /// The bytes of `text` that the finding is about.
    pub(super) range: Range<usize>,
    pub(super) label: String,
    /// Whether `text` begins inside the line, so that its columns are not those of the file.
    pub(super) is_cut: bool,
}

impl Quote {
    /// Returns `None` if the line has no such column, which counts characters from 1.
    pub(super) fn new(line: &str, column: usize) -> Option<Self> {
        let skipped = column.checked_sub(1)?;
        let start = match line.as_bytes().get(..skipped) {
            // Much faster than counting characters where all metadata is one line.
            Some(before) if before.is_ascii() => skipped,
            _ => line.char_indices().nth(skipped)?.0,
        };
        let (before, after) = line.split_at_checked(start)?;
        if after.is_empty() {
            return None;
        }
        let length = match before.chars().next_back() {
            Some(quote @ ('"' | '\'')) => after.find(quote),
            _ => after.find([' ', '\t', '=', '>', '/', ',', ':']),
        };
        let name = after.get(..length.unwrap_or(after.len()))?;
        let element: String = name.chars().take(LONG_LINE).collect();
        let rest = after.get(element.len()..)?.chars().take(CONTEXT);
        let is_cut = column > LONG_LINE;
        let mut text = if is_cut {
            let mut last: Vec<char> = before.chars().rev().take(CONTEXT).collect();
            last.reverse();
            last.into_iter().collect()
        } else {
            before.to_owned()
        };
        let start = text.len();
        text.push_str(&element);
        let end = text.len();
        text.extend(rest);
        Some(Self {
            text,
            range: start..end,
            label: label(before, after),
            is_cut,
        })
    }
}

/// Names the XML element that contains the quoted part or begins there.
fn label(before: &str, after: &str) -> String {
    after
        .strip_prefix('<')
        .or_else(|| before.rsplit_once('<').map(|(_, tag)| tag))
        .and_then(|tag| tag.split(|c: char| !c.is_alphanumeric()).next())
        .filter(|name| !name.is_empty())
        .map_or_else(|| "here".to_owned(), |name| format!("in this `{name}`"))
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn quote(line: &str, column: usize) -> (String, String) {
        let quote = Quote::new(line, column).expect("the column is in the line");
        let marked = quote.text.get(quote.range).expect("a part of the text");
        (marked.to_owned(), quote.label)
    }

    fn pair(marked: &str, label: &str) -> (String, String) {
        (marked.to_owned(), label.to_owned())
    }

    #[test]
    fn the_whole_value_name_or_tag_is_marked() {
        let line = r#"  <Property Name="naïve id" Type='Edm.Int32'/>"#;
        assert_eq!(quote(line, 19), pair("naïve id", "in this `Property`"));
        assert_eq!(quote(line, 29), pair("Type", "in this `Property`"));
        assert_eq!(quote(line, 35), pair("Edm.Int32", "in this `Property`"));
        assert_eq!(quote("    <Key>", 5), pair("<Key", "in this `Key`"));
        assert_eq!(quote(r#"  "Name": {"#, 4), pair("Name", "here"));
    }

    #[test]
    fn a_long_line_is_cut_on_both_sides() {
        let line = format!("{0}<Key>{0}", "é".repeat(5000));
        let quote = Quote::new(&line, 5001).expect("the column is in the line");
        assert!(quote.is_cut);
        assert_eq!(quote.text.chars().count(), CONTEXT + "<Key".len() + CONTEXT);
        assert_eq!(quote.text.get(quote.range), Some("<Key"));
    }

    #[test]
    fn a_column_outside_the_line_shows_nothing() {
        assert_eq!(Quote::new("<Key>", 0), None);
        assert_eq!(Quote::new("<Key>", 6), None);
    }
}
