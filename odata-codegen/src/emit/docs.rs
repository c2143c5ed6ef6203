//! Descriptions of the metadata as rustdoc.

use syn::Attribute;

use super::syntax;
use crate::model::Vocabulary;

const LINE_WIDTH: usize = 110;

/// Returns paragraphs as `#[doc]` attributes, with an empty line between them.
pub(super) fn attributes(paragraphs: &[String]) -> Vec<Attribute> {
    let lines = lines(paragraphs);
    let lines = lines.iter().map(|line| {
        if line.is_empty() {
            String::new()
        } else {
            format!(" {line}")
        }
    });
    lines.map(|line| syntax::doc(&line)).collect()
}

/// Returns the descriptions of a model element as paragraphs.
pub(super) fn descriptions(vocabulary: Vocabulary<'_>) -> Vec<String> {
    [vocabulary.description(), vocabulary.long_description()]
        .into_iter()
        .map(|text| text.map(prose).unwrap_or_default())
        .collect()
}

/// Returns the paragraphs as lines of a doc comment, without the `///`.
pub(super) fn lines(paragraphs: &[String]) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in paragraphs.iter().filter(|paragraph| !paragraph.is_empty()) {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        wrap(paragraph, &mut lines);
    }
    lines
}

/// Returns text of a service as Markdown, escaped so that nothing becomes a link, a tag, a list or a code block.
pub(super) fn prose(text: &str) -> String {
    let text: String = text
        .chars()
        .filter(|&character| !is_invisible(character))
        .collect();
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let code_is_closed = words.matches('`').count() % 2 == 0 && !words.contains("``");
    let mut out = String::with_capacity(words.len());
    let mut in_code = false;
    for (index, word) in words.split(' ').enumerate() {
        if index > 0 {
            out.push(' ');
        }
        if !in_code && let Some((before, url, after)) = bare_url(word) {
            before
                .chars()
                .for_each(|character| escape(character, code_is_closed, &mut out));
            out.push('<');
            out.push_str(url);
            out.push('>');
            after
                .chars()
                .for_each(|character| escape(character, code_is_closed, &mut out));
            continue;
        }
        for character in word.chars() {
            if character == '`' && code_is_closed {
                in_code = !in_code;
                out.push(character);
            } else if in_code {
                out.push(character);
            } else {
                escape(character, code_is_closed, &mut out);
            }
        }
    }
    if !out.is_empty() && !out.ends_with(['.', '!', '?', ':', ')', '>', '`']) {
        out.push('.');
    }
    out
}

/// Returns whether a character changes the direction of text, which the compiler does not allow in comments, or controls a terminal.
fn is_invisible(character: char) -> bool {
    character.is_control() && !character.is_whitespace()
        || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn escape(character: char, code_is_closed: bool, out: &mut String) {
    if matches!(
        character,
        '[' | ']' | '<' | '>' | '*' | '_' | '\\' | '|' | '~'
    ) || character == '`' && !code_is_closed
    {
        out.push('\\');
    }
    out.push(character);
}

/// Splits `(https://x.y/z).` into `(`, the URL and `).`
fn bare_url(word: &str) -> Option<(&str, &str, &str)> {
    let start = word.find("https://").or_else(|| word.find("http://"))?;
    let (before, rest) = word.split_at_checked(start)?;
    let is_legal = |character: char| {
        character.is_ascii_alphanumeric() || "-._~:/?#@!$&'*+,;=%".contains(character)
    };
    let end = rest
        .find(|character| !is_legal(character))
        .unwrap_or(rest.len());
    let url = rest
        .get(..end)?
        .trim_end_matches(['.', ',', ';', ':', '!', '?', '\'']);
    Some((before, url, rest.get(url.len()..)?))
}

/// Breaks a paragraph into lines. No line starts like a list, a heading or a quotation.
fn wrap(paragraph: &str, lines: &mut Vec<String>) {
    let mut line = String::new();
    for word in paragraph.split(' ') {
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > LINE_WIDTH {
            lines.push(std::mem::take(&mut line));
        }
        if line.is_empty() {
            line.push_str(&guarded(word));
        } else {
            line.push(' ');
            line.push_str(word);
        }
    }
    lines.push(line);
}

fn guarded(word: &str) -> String {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let rest = word.get(digits..).unwrap_or_default();
    if word.starts_with(['#', '-', '+', '=']) {
        format!("\\{word}")
    } else if digits > 0 && (rest == "." || rest == ")") {
        format!("{}\\{rest}", word.get(..digits).unwrap_or_default())
    } else {
        word.to_owned()
    }
}

#[cfg(test)]
#[allow(clippy::indexing_slicing, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        assert_eq!(
            prose("Use [this] <b>\n\n   and that"),
            "Use \\[this\\] \\<b\\> and that."
        );
        assert_eq!(
            prose("See https://learn.example/a_b."),
            "See <https://learn.example/a_b>."
        );
        assert_eq!(
            prose("The `x_y` of it; a lone _ mark"),
            "The `x_y` of it; a lone \\_ mark."
        );
        assert_eq!(prose("An odd ` mark"), "An odd \\` mark.");
        assert_eq!(prose("  "), "");
        assert_eq!(prose("to \u{202e}the\u{2069} left\u{0}"), "to the left.");
    }

    #[test]
    fn no_line_begins_a_list() {
        let long = format!("{} - 1. and", "word ".repeat(22).trim_end());
        let lines = lines(&[long]);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].starts_with("\\- 1."), "{lines:?}");
    }
}
