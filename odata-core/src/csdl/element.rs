//! XML as text: elements, attributes, indentation.

use std::{borrow::Cow, fmt};

/// An element, which has attributes and child elements, and never text.
#[derive(Debug)]
pub(super) struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, Cow<'static, str>)>,
    children: Vec<Element>,
}

impl Element {
    pub(super) fn new(name: &'static str) -> Element {
        Element {
            name,
            attributes: Vec::new(),
            children: Vec::new(),
        }
    }

    pub(super) fn with(
        mut self,
        name: &'static str,
        value: impl Into<Cow<'static, str>>,
    ) -> Element {
        self.attributes.push((name, value.into()));
        self
    }

    /// An attribute that is false where it is not there.
    pub(super) fn with_flag(self, name: &'static str, is_set: bool) -> Element {
        if is_set {
            self.with(name, "true")
        } else {
            self
        }
    }

    pub(super) fn containing(mut self, children: impl IntoIterator<Item = Element>) -> Element {
        self.children.extend(children);
        self
    }

    fn write(&self, depth: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:1$}<{2}", "", depth * 2, self.name)?;
        for (name, value) in &self.attributes {
            write!(f, " {name}=\"")?;
            escape(value, f)?;
            f.write_str("\"")?;
        }
        if self.children.is_empty() {
            return f.write_str("/>\n");
        }
        f.write_str(">\n")?;
        for child in &self.children {
            child.write(depth + 1, f)?;
        }
        writeln!(f, "{:1$}</{2}>", "", depth * 2, self.name)
    }
}

/// The whole document, of which this is the root.
impl fmt::Display for Element {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")?;
        self.write(0, f)
    }
}

/// Writes an attribute's value. White space other than blanks would be read as blanks (XML 1.0, section 3.3.3).
fn escape(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\t', '\n', '\r']) {
        let (before, marked) = rest.split_at(at);
        f.write_str(before)?;
        let mut after = marked.chars();
        if let Some(mark) = after.next() {
            write!(f, "&#{};", u32::from(mark))?;
        }
        rest = after.as_str();
    }
    f.write_str(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_something_in_xml_is_escaped() {
        let element = Element::new("a").with("b", "x<y> & \"z\"\n'");
        assert_eq!(
            element.to_string().lines().nth(1),
            Some(r#"<a b="x&#60;y&#62; &#38; &#34;z&#34;&#10;'"/>"#)
        );
    }
}
