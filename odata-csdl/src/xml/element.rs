//! XML as text: elements, attributes, indentation.

use std::fmt;

/// An element. It has attributes, and either child elements or text.
#[derive(Debug)]
pub(super) struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    pub(super) children: Vec<Element>,
    text: String,
}

impl Element {
    pub(super) fn new(name: &'static str) -> Self {
        Self {
            name,
            attributes: Vec::new(),
            children: Vec::new(),
            text: String::new(),
        }
    }

    pub(super) fn is(&self, name: &str) -> bool {
        self.name == name
    }

    pub(super) fn add(&mut self, name: &'static str, value: impl Into<String>) {
        self.attributes.push((name, value.into()));
    }

    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.add(name, value);
        self
    }

    pub(super) fn with_option(self, name: &'static str, value: &Option<String>) -> Self {
        match value {
            Some(value) => self.with(name, value.as_str()),
            None => self,
        }
    }

    pub(super) fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self
    }

    pub(super) fn containing(mut self, children: impl IntoIterator<Item = Self>) -> Self {
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
        if self.children.is_empty() && self.text.is_empty() {
            return f.write_str("/>\n");
        }
        f.write_str(">")?;
        escape(&self.text, f)?;
        if !self.children.is_empty() {
            f.write_str("\n")?;
            for child in &self.children {
                child.write(depth + 1, f)?;
            }
            write!(f, "{:1$}", "", depth * 2)?;
        }
        writeln!(f, "</{}>", self.name)
    }
}

/// The whole document, with this element as its root.
impl fmt::Display for Element {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")?;
        self.write(0, f)
    }
}

/// Writes text or an attribute's value. An XML reader turns unescaped tabs and line breaks of attributes into spaces (XML 1.0 §3.3.3).
fn escape(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut rest = text;
    while let Some(at) = rest.find(|it| is_markup(it) || !is_allowed(it)) {
        let (before, marked) = rest.split_at(at);
        f.write_str(before)?;
        let mut after = marked.chars();
        match after.next() {
            Some(character) if is_allowed(character) => write!(f, "&#{};", u32::from(character))?,
            Some(_) => write!(f, "{}", char::REPLACEMENT_CHARACTER)?,
            None => {}
        }
        rest = after.as_str();
    }
    f.write_str(rest)
}

fn is_markup(character: char) -> bool {
    matches!(character, '&' | '<' | '>' | '"' | '\t' | '\n' | '\r')
}

/// Returns whether XML can contain a character (XML 1.0 §2.2). A reference such as `&#25;` to any other is an error.
fn is_allowed(character: char) -> bool {
    !matches!(character, '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\u{fffe}' | '\u{ffff}')
}
