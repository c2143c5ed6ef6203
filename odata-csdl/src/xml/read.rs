//! Reads the `edmx:Edmx` wrapper. Also has the functions that the readers of all elements share.

use std::ops::Range;

use roxmltree::Node;

use super::{
    doctype::without_doctype,
    namespaces::{EDM, EDMX, MICROSOFT},
};
use crate::{
    alias::Aliases,
    diagnostic::{Diagnostic, Findings},
    location::{LineIndex, Location},
    model::{Document, Schema, Version},
    text::{TRUNCATED, error_response},
};

pub(crate) fn read(text: &str, file: usize, diagnostics: &mut Vec<Diagnostic>) -> Document {
    let mut document = Document::default();
    let text = &*without_doctype(text);
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
        let namespace = node.attribute("Namespace").unwrap_or_default();
        aliases.add(node.attribute("Alias"), namespace);
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

/// Explains a root element that is not one of CSDL 4.
fn wrong_root(root: Node<'_, '_>, namespace: Option<&str>, name: &str) -> String {
    match (name, namespace.unwrap_or_default()) {
        ("Edmx" | "Schema", namespace) if namespace.starts_with(MICROSOFT) => {
            let version = older_version(root);
            format!(
                "this is metadata of {version}, and only OData 4 is supported: use the service's OData 4 endpoint if it has one (SAP: `/sap/opu/odata4/...`), because its JSON differs as well"
            )
        }
        ("service", _) => "this is a service document: append `$metadata` to its URL".to_owned(),
        ("feed" | "entry", _) => {
            "this is data and not metadata: download the service's `$metadata`".to_owned()
        }
        ("error", _) => {
            let text = |node: Node<'_, '_>| node.text().unwrap_or_default().trim().to_owned();
            let message = elements(root).find(|it| it.tag_name().name() == "message");
            let message = message.map(text).unwrap_or_default();
            error_response(&message)
        }
        (_, namespace) => {
            let own = match namespace {
                "" => String::new(),
                own => format!(" in the namespace {own}"),
            };
            format!(
                "the root element is `{name}`{own}, but that of CSDL XML is `Edmx` in the namespace {EDMX}: download the service's `$metadata`"
            )
        }
    }
}

/// Returns "1", "2" or "3", by the namespace of the schemas and the version that the wrapper states.
fn older_version(root: Node<'_, '_>) -> &'static str {
    let mut namespaces = root
        .descendants()
        .filter_map(|it| it.tag_name().namespace());
    let schemas = namespaces.find_map(|it| it.strip_prefix(MICROSOFT)?.strip_suffix("/edm"));
    let mut attributes = root.descendants().flat_map(|it| it.attributes());
    let stated = attributes.find(|it| it.name() == "DataServiceVersion");
    match (schemas, stated.map(|it| it.value())) {
        (_, Some(stated)) if stated.starts_with('3') => "OData 3",
        (Some("2009/11"), _) => "OData 3",
        (Some(_), _) => "OData 2",
        (None, _) => "OData 2 or 3",
    }
}

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

pub(super) fn owned(node: Node<'_, '_>, attribute: &str) -> Option<String> {
    node.attribute(attribute).map(str::to_owned)
}

/// Returns the bytes of the element's start tag, up to its name.
fn tag(node: Node<'_, '_>) -> Range<usize> {
    let Range { start, end } = node.range();
    let text = node.document().input_text();
    let text = text.get(start..end).unwrap_or_default();
    let is_end = |character: char| matches!(character, '>' | '/') || character.is_whitespace();
    start..text.find(is_end).map_or(end, |length| start + length)
}

/// Returns the bytes of an attribute's value, or of the element where the attribute is missing.
fn value(node: Node<'_, '_>, attribute: &str) -> Range<usize> {
    let found = node.attribute_node(attribute);
    found.map_or_else(|| tag(node), |found| found.range_value())
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
        self.findings.location(tag(node))
    }

    /// Returns the location of an attribute's value, or of the element where the attribute is missing.
    pub(super) fn value_location(&self, node: Node<'_, '_>, attribute: &str) -> Location {
        self.findings.location(value(node, attribute))
    }

    fn error(&mut self, node: Node<'_, '_>, message: impl Into<String>) {
        self.findings.error("xml", tag(node), message.into());
    }

    /// Returns an attribute that is required. Its absence is reported and reads as an empty name, which names nothing.
    pub(super) fn required(&mut self, node: Node<'_, '_>, attribute: &str) -> String {
        owned(node, attribute).unwrap_or_else(|| {
            let element = node.tag_name().name();
            let message = format!("missing attribute `{attribute}` on `{element}`");
            self.error(node, message);
            String::new()
        })
    }

    pub(super) fn boolean(&mut self, node: Node<'_, '_>, attribute: &str) -> Option<bool> {
        match node.attribute(attribute)? {
            "1" => Some(true),
            "0" => Some(false),
            // XML Schema has lower case only, some services write `True`.
            text if text.eq_ignore_ascii_case("true") => Some(true),
            text if text.eq_ignore_ascii_case("false") => Some(false),
            other => {
                let message =
                    format!("invalid `{attribute}` value `{other}`: write `true` or `false`");
                self.findings.error("xml", value(node, attribute), message);
                None
            }
        }
    }

    /// Reports an element that CSDL does not define. Elements of other XML namespaces are allowed everywhere.
    pub(super) fn unknown(&mut self, child: Node<'_, '_>) {
        if matches!(child.tag_name().namespace(), Some(EDM | EDMX) | None) {
            let parent = child.parent_element();
            let message = format!(
                "unknown element `{}` in `{}`: it is ignored",
                child.tag_name().name(),
                parent.map_or("the document", |parent| parent.tag_name().name())
            );
            self.findings
                .warning("unknown-element", tag(child), message);
        }
    }

    fn edmx(&mut self, root: Node<'_, '_>, document: &mut Document) {
        match root.attribute("Version") {
            Some("4.0") => {}
            Some(newer) if newer.starts_with("4.") => document.version = Version::V4_01,
            Some(other) => {
                let message = format!("unsupported CSDL version {other}: use 4.0 or 4.01");
                self.findings
                    .error("version", value(root, "Version"), message);
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
                _ => self.unknown(child),
            }
        }
    }

    fn schema(&mut self, node: Node<'_, '_>) -> Option<Schema> {
        match (node.tag_name().namespace(), node.tag_name().name()) {
            (Some(EDM), "Schema") => return Some(self.part(node, "Schema")),
            (Some(other), "Schema") => {
                let namespace = node.attribute("Namespace").unwrap_or_default();
                let message = format!(
                    "the schema `{namespace}` is ignored, because its XML namespace {other} is not that of OData 4: write {EDM}"
                );
                self.findings.warning("version", tag(node), message);
            }
            _ => self.unknown(node),
        }
        None
    }
}
