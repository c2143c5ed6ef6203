//! The parts of the prolog that nothing in CSDL needs: document type declarations, and XML declarations after white space.

use std::borrow::Cow;

/// Returns the text with spaces in place of its document type declaration, so that positions are preserved and a reference to one of its
/// entities is an error.
pub(super) fn without_doctype(text: &str) -> Cow<'_, str> {
    let Some((before, declaration)) =
        declaration_start(text).and_then(|start| text.split_at_checked(start))
    else {
        return Cow::Borrowed(text);
    };
    // A declaration without an end is left to the parser, which reports it.
    let Some((declaration, after)) =
        declaration_end(declaration).and_then(|end| declaration.split_at_checked(end))
    else {
        return Cow::Borrowed(text);
    };
    let blank = blank(declaration);
    Cow::Owned(before.chars().chain(blank).chain(after.chars()).collect())
}

/// Returns the text with spaces in place of an XML declaration that is not at its start, as templates write it, so that positions are
/// preserved.
pub(super) fn without_late_declaration(text: &str) -> Cow<'_, str> {
    let trimmed = text.trim_start();
    let declaration = trimmed.strip_prefix("<?xml").filter(|_| trimmed != text);
    match declaration.and_then(|rest| rest.split_once("?>")) {
        Some((declaration, after)) if declaration.starts_with(char::is_whitespace) => {
            let before = text.get(..text.len() - after.len()).unwrap_or_default();
            Cow::Owned(blank(before).chain(after.chars()).collect())
        }
        _ => Cow::Borrowed(text),
    }
}

/// Returns a space for each byte, except for line breaks.
fn blank(text: &str) -> impl Iterator<Item = char> {
    let spaces = text.bytes();
    spaces.map(|byte| if byte == b'\n' { '\n' } else { ' ' })
}

/// Returns the start of the declaration, after white space, comments and processing instructions.
fn declaration_start(text: &str) -> Option<usize> {
    let mut rest = text.trim_start();
    loop {
        let end = if rest.starts_with("<?") {
            "?>"
        } else if rest.starts_with("<!--") {
            "-->"
        } else {
            return rest
                .starts_with("<!DOCTYPE")
                .then_some(text.len() - rest.len());
        };
        rest = rest.split_once(end)?.1.trim_start();
    }
}

/// Returns the end of the declaration: the first `>` outside of the internal subset, literals and comments.
fn declaration_end(declaration: &str) -> Option<usize> {
    let mut is_in_subset = false;
    let mut rest = declaration;
    loop {
        let at = rest.find(['<', '"', '\'', '[', ']', '>'])?;
        let found = rest.get(at..)?;
        let skipped = match found.chars().next()? {
            '<' if found.starts_with("<!--") => found.find("-->")? + 3,
            '<' if found.starts_with("<?") => found.find("?>")? + 2,
            quote @ ('"' | '\'') => found.get(1..)?.find(quote)? + 2,
            '>' if !is_in_subset => return Some(declaration.len() - found.len() + 1),
            mark => {
                is_in_subset = mark == '[' || is_in_subset && mark != ']';
                1
            }
        };
        rest = found.get(skipped..)?;
    }
}
