//! Reads the `edmx:Edmx` wrapper. Also has the functions that the readers of all elements share.

use std::ops::Range;

use roxmltree::Node;

use super::{
    namespaces::{EDM, EDMX, MICROSOFT},
    prolog::{without_doctype, without_late_declaration},
    root::wrong_root,
};
use crate::{
    alias::Aliases,
    diagnostic::{Diagnostic, Findings},
    location::{LineIndex, Location},
    model::{Document, Schema, Version},
    text::TRUNCATED,
};

pub(crate) fn read(text: &str, file: usize, diagnostics: &mut Vec<Diagnostic>) -> Document {
    let mut document = Document::default();
    let text = &*without_doctype(text);
    let text = &*without_late_declaration(text);
    let mut findings = Findings::new(file, diagnostics);
    let tree = match roxmltree::Document::parse(text) {
        Ok(tree) => tree,
        Err(error) => {
            let number = |value: u32| usize::try_from(value).unwrap_or(1);
            let position = error.pos();
            let start =
                LineIndex::new(text).offset(text, number(position.row), number(position.col));
            let message = match error {
                roxmltree::Error::UnknownEntityReference(name, _) => {
                    format!("entities are not expanded: write the text of `&{name};` in its place")
                }
                _ if is_complete(text, start) => {
                    "the document continues after its root element: remove what follows".to_owned()
                }
                _ if !text.trim_end().ends_with('>') => TRUNCATED.to_owned(),
                roxmltree::Error::MalformedEntityReference(_) => {
                    "invalid reference after `&`: write `&amp;` for the character `&`".to_owned()
                }
                error => error.to_string(),
            };
            findings.error("xml", start..start, message);
            return document;
        }
    };
    let root = tree.root_element();
    let aliases = aliases(root);
    let mut reader = Reader { aliases, findings };
    match (root.tag_name().namespace(), root.tag_name().name()) {
        (Some(EDMX), "Edmx") => reader.edmx(root, &mut document),
        // Not a document by the specification, but a common excerpt of one.
        (Some(EDM), "Schema") => document.schemas.push(reader.part(root, "Schema")),
        (namespace, name) => reader.error(root, wrong_root(root, namespace, name)),
    }
    document
}

/// An alias is valid in the whole document, wherever it is declared.
fn aliases(root: Node<'_, '_>) -> Aliases {
    let mut aliases = Aliases::default();
    let has_name = |node: &Node<'_, '_>, name| node.tag_name().name() == name;
    let mut nodes = root.descendants();
    while let Some(node) = nodes.find(|it| has_name(it, "Schema") || has_name(it, "Include")) {
        if let Some(namespace) = node.attribute("Namespace") {
            aliases.add(node.attribute("Alias"), namespace);
        }
    }
    let schemas = root.descendants().filter(|it| has_name(it, "Schema"));
    aliases.add_schemas(schemas.map(|schema| {
        let names = elements(schema).filter_map(|it| it.attribute("Name"));
        (schema.attribute("Namespace").unwrap_or_default(), names)
    }));
    aliases
}

/// Returns whether the text up to an offset is a whole document.
fn is_complete(text: &str, end: usize) -> bool {
    let before = text.get(..end).map(str::trim_end);
    before.is_some_and(|it| it.ends_with('>') && roxmltree::Document::parse(it).is_ok())
}

/// Elements that no type depends on, so that a missing attribute is no reason to reject a document.
const WITHOUT_EFFECT_ON_TYPES: [&str; 4] = ["Reference", "Include", "Annotations", "Annotation"];

/// Returns the child elements of a node.
pub(super) fn elements<'a, 'input>(
    node: Node<'a, 'input>,
) -> impl Iterator<Item = Node<'a, 'input>> {
    node.children().filter(Node::is_element)
}

/// Returns the child elements with a name of CSDL, which have the XML namespace of their parent.
pub(super) fn named<'a, 'input>(
    node: Node<'a, 'input>,
    names: &'static [&'static str],
) -> impl Iterator<Item = Node<'a, 'input>> {
    elements(node).filter(move |child| {
        let name = child.tag_name();
        name.namespace() == node.tag_name().namespace() && names.contains(&name.name())
    })
}

/// Returns the advice about an element of CSDL in another XML namespace than its parent.
fn other_namespace(node: Node<'_, '_>) -> String {
    let namespace = |node: Node<'_, '_>| match node.tag_name().namespace() {
        None | Some("") => "(none)".to_owned(),
        Some(namespace) => namespace.to_owned(),
    };
    let parent = node.parent_element().map(namespace).unwrap_or_default();
    let own = namespace(node);
    format!(", because its XML namespace {own} is not that of its parent: write {parent}")
}

/// Parses a boolean. XML Schema has lower case only, some services write `True`.
pub(super) fn boolean(text: &str) -> Option<bool> {
    match text.trim() {
        "1" => Some(true),
        "0" => Some(false),
        text if text.eq_ignore_ascii_case("true") => Some(true),
        text if text.eq_ignore_ascii_case("false") => Some(false),
        _ => None,
    }
}

pub(super) fn owned(node: Node<'_, '_>, attribute: &str) -> Option<String> {
    node.attribute(attribute).map(str::to_owned)
}

/// Returns the bytes of the element's start tag, up to its name.
fn tag_range(node: Node<'_, '_>) -> Range<usize> {
    let Range { start, end } = node.range();
    let text = node.document().input_text();
    let text = text.get(start..end).unwrap_or_default();
    let is_end = |character: char| matches!(character, '>' | '/') || character.is_whitespace();
    start..text.find(is_end).map_or(end, |length| start + length)
}

/// Returns the bytes of an attribute's value, or of the element where the attribute is missing.
fn value_range(node: Node<'_, '_>, attribute: &str) -> Range<usize> {
    let found = node.attribute_node(attribute);
    found.map_or_else(|| tag_range(node), |found| found.range_value())
}

/// Reports faults at elements and attributes, and resolves names.
pub(super) struct Reader<'a> {
    pub(super) aliases: Aliases,
    pub(super) findings: Findings<'a>,
}

impl Reader<'_> {
    /// Returns an attribute that is a name or a path, with namespaces in place of aliases.
    pub(super) fn path(&self, node: Node<'_, '_>, attribute: &str) -> Option<String> {
        Some(self.aliases.resolve(node.attribute(attribute)?))
    }

    /// Returns the location of the element's start tag, up to its name.
    pub(super) fn location(&self, node: Node<'_, '_>) -> Location {
        self.findings.location(tag_range(node))
    }

    /// Returns the location of an attribute's value, or of the element where the attribute is missing.
    pub(super) fn value_location(&self, node: Node<'_, '_>, attribute: &str) -> Location {
        self.findings.location(value_range(node, attribute))
    }

    fn error(&mut self, node: Node<'_, '_>, message: impl Into<String>) {
        self.findings.error("xml", tag_range(node), message.into());
    }

    /// Returns an attribute that is required. Its absence is reported and reads as an empty name, which names nothing.
    pub(super) fn required(&mut self, node: Node<'_, '_>, attribute: &str) -> String {
        owned(node, attribute).unwrap_or_else(|| {
            let element = node.tag_name().name();
            let message = format!("missing attribute `{attribute}` on `{element}`");
            if WITHOUT_EFFECT_ON_TYPES.contains(&element) {
                let message = format!("{message}: it is ignored");
                self.findings
                    .warning("missing-attribute", tag_range(node), message);
            } else {
                self.error(node, message);
            }
            String::new()
        })
    }

    pub(super) fn boolean(&mut self, node: Node<'_, '_>, attribute: &str) -> Option<bool> {
        let text = node.attribute(attribute)?;
        let parsed = boolean(text);
        if parsed.is_none() {
            let message = format!("invalid `{attribute}` value `{text}`: write `true` or `false`");
            self.findings
                .error("xml", value_range(node, attribute), message);
        }
        parsed
    }

    /// Reports an element that CSDL does not define there. Elements of other XML namespaces are allowed everywhere, except those of other
    /// versions of CSDL, which are mistakes. `known` are the names that the parent can contain.
    pub(super) fn unknown(&mut self, child: Node<'_, '_>, known: &[&str]) {
        let namespace = child.tag_name().namespace().unwrap_or_default();
        if !matches!(namespace, EDM | EDMX | "") && !namespace.starts_with(MICROSOFT) {
            return;
        }
        let name = child.tag_name().name();
        let advice = match known.iter().find(|it| it.eq_ignore_ascii_case(name)) {
            Some(known) if *known == name => other_namespace(child),
            Some(known) => format!(", write `{known}`"),
            None => String::new(),
        };
        let parent = child.parent_element();
        let message = format!(
            "unknown element `{name}` in `{}`: it is ignored{advice}",
            parent.map_or("the document", |parent| parent.tag_name().name())
        );
        self.findings
            .warning("unknown-element", tag_range(child), message);
    }

    /// Reports the second of several elements of which there is at most one.
    pub(super) fn repeated(&mut self, node: Node<'_, '_>) {
        let element = node.tag_name().name();
        let message = format!("duplicate element `{element}`: the first one is used");
        self.findings
            .warning("repeated-element", tag_range(node), message);
    }

    fn edmx(&mut self, root: Node<'_, '_>, document: &mut Document) {
        match root.attribute("Version") {
            Some("4.0") => {}
            Some(newer) if newer.starts_with("4.") => document.version = Version::V4_01,
            Some(other) => {
                let message = format!("unsupported CSDL version {other}: use 4.0 or 4.01");
                self.findings
                    .error("version", value_range(root, "Version"), message);
            }
            None => {
                self.required(root, "Version");
            }
        }
        for child in elements(root) {
            match child.tag_name().name() {
                "Reference" => document.references.push(self.part(child, "Reference")),
                "DataServices" => document
                    .schemas
                    .extend(elements(child).filter_map(|child| self.schema(child))),
                _ => self.unknown(child, &["Reference", "DataServices"]),
            }
        }
    }

    fn schema(&mut self, node: Node<'_, '_>) -> Option<Schema> {
        match (node.tag_name().namespace(), node.tag_name().name()) {
            (Some(EDM), "Schema") => return Some(self.part(node, "Schema")),
            (other, "Schema") => {
                let namespace = node.attribute("Namespace").unwrap_or_default();
                let message = format!(
                    "the schema `{namespace}` is ignored, because its XML namespace {} is not that of OData 4: write {EDM}",
                    other.map_or("(none)", |other| if other.is_empty() {
                        "(none)"
                    } else {
                        other
                    })
                );
                self.findings.warning("version", tag_range(node), message);
            }
            _ => self.unknown(node, &["Schema"]),
        }
        None
    }
}
