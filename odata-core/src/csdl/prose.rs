//! The text of a doc comment for people who do not read Rust.

/// Removes code blocks, which are examples in Rust, and the targets of links to Rust items.
pub(super) fn prose(docs: &str) -> String {
    let mut text = String::new();
    let mut is_code = false;
    for line in docs.lines() {
        if line.trim_start().starts_with("```") {
            is_code = !is_code;
        } else if !is_code {
            text.push_str(line);
            text.push('\n');
        }
    }
    // A removed block leaves two blank lines.
    while let Some(at) = text.find("\n\n\n") {
        text.remove(at);
    }
    without_links(text.trim())
}

/// Replaces `[name](Self::name)` and ``[`name`]`` by the name. A link to a URL is unchanged.
fn without_links(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        result.push_str(before);
        rest = after;
        let Some((name, end)) = after.split_once(']') else {
            result.push('[');
            continue;
        };
        let target = end.strip_prefix('(').and_then(|it| it.split_once(')'));
        match target {
            Some((target, end)) if !target.contains("//") && !name.contains('[') => {
                result.push_str(name);
                rest = end;
            }
            None if name.starts_with('`') && name.ends_with('`') => {
                result.push_str(name);
                rest = end;
            }
            _ => result.push('['),
        }
    }
    result.push_str(rest);
    result
}
