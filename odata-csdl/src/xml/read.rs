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
    model::{Annotation, Document, Include, Reference, Version},
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
                error => error.to_string(),
            };
            findings.error("xml", start..start, message);
            return document;
        }
    };
    let root = tree.root_element();
    // An alias is valid in the whole document, wherever it is declared.
    let mut aliases = Aliases::default();
    let declaring = |name| matches!(name, "Schema" | "Include");
    let mut nodes = root.descendants();
    while let Some(node) = nodes.find(|it| declaring(it.tag_name().name())) {
        let namespace = node.attribute("Namespace").unwrap_or_default();
        aliases.add(node.attribute("Alias"), namespace);
    }
    let mut reader = Reader { aliases, findings };
    match (root.tag_name().namespace(), root.tag_name().name()) {
        (Some(EDMX), "Edmx") => reader.edmx(root, &mut document),
        // Not a document by the specification, but a common excerpt of one.
        (Some(EDM), "Schema") => document.schemas.push(reader.schema(root)),
        (namespace, name) => reader.error(root, wrong_root(root, namespace, name)),
    }
    document
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
            format!("this is an error response of the service and not metadata: {message}")
        }
        _ => format!("the root element is `{name}`: CSDL XML has `Edmx` in the namespace {EDMX}"),
    }
}

/// OData 1, 2 or 3, by the namespace of the schemas and the version that the wrapper states.
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

/// The child elements of a node.
pub(super) fn elements<'a, 'input>(
    node: Node<'a, 'input>,
) -> impl Iterator<Item = Node<'a, 'input>> {
    node.children().filter(Node::is_element)
}

/// The child elements with a name of CSDL.
pub(super) fn named<'a, 'input>(
    node: Node<'a, 'input>,
    name: &'static str,
) -> impl Iterator<Item = Node<'a, 'input>> {
    node.children()
        .filter(move |child| child.has_tag_name((EDM, name)))
}

pub(super) fn owned(node: Node<'_, '_>, attribute: &str) -> Option<String> {
    node.attribute(attribute).map(str::to_owned)
}

/// The bytes of the element's start tag, up to its name.
fn tag(node: Node<'_, '_>) -> Range<usize> {
    let Range { start, end } = node.range();
    let text = node.document().input_text();
    let text = text.get(start..end).unwrap_or_default();
    let is_end = |character: char| matches!(character, '>' | '/') || character.is_whitespace();
    start..text.find(is_end).map_or(end, |length| start + length)
}

/// The bytes of an attribute's value, or of the element where the attribute is missing.
fn value(node: Node<'_, '_>, attribute: &str) -> Range<usize> {
    let found = node.attribute_node(attribute);
    found.map_or_else(|| tag(node), |found| found.range_value())
}

pub(super) struct Reader<'a> {
    pub(super) aliases: Aliases,
    findings: Findings<'a>,
}

impl Reader<'_> {
    /// An attribute that is a name or a path, with namespaces in place of aliases.
    pub(super) fn path(&self, node: Node<'_, '_>, attribute: &str) -> Option<String> {
        Some(self.aliases.resolve(node.attribute(attribute)?))
    }

    pub(super) fn required_path(&mut self, node: Node<'_, '_>, attribute: &str) -> String {
        let path = self.required(node, attribute);
        self.aliases.resolve(&path)
    }

    /// A path that CSDL requires but that no type depends on, so that its absence is no reason to reject a document.
    pub(super) fn target(&self, node: Node<'_, '_>, attribute: &str) -> String {
        self.path(node, attribute).unwrap_or_default()
    }

    /// Reads a part of a schema, so that its faults name it: see [`Diagnostic::part`].
    pub(super) fn part<T>(
        &mut self,
        node: Node<'_, '_>,
        read: impl FnOnce(&mut Self, Node<'_, '_>) -> T,
    ) -> T {
        self.findings.part = Some(self.value_location(node, "Name"));
        let part = read(self, node);
        self.findings.part = None;
        part
    }

    /// The location of the element's start tag, up to its name.
    pub(super) fn location(&self, node: Node<'_, '_>) -> Location {
        self.findings.location(tag(node))
    }

    /// The location of an attribute's value, or of the element where the attribute is missing.
    pub(super) fn value_location(&self, node: Node<'_, '_>, attribute: &str) -> Location {
        self.findings.location(value(node, attribute))
    }

    pub(super) fn error(&mut self, node: Node<'_, '_>, message: impl Into<String>) {
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

    /// A boolean attribute that is `false` by default.
    pub(super) fn flag(&mut self, node: Node<'_, '_>, attribute: &str) -> bool {
        self.boolean(node, attribute).unwrap_or(false)
    }

    /// Reports an element that CSDL does not define. Elements of other XML namespaces are allowed everywhere.
    pub(super) fn unknown(&mut self, child: Node<'_, '_>) {
        if matches!(child.tag_name().namespace(), Some(EDM | EDMX) | None) {
            let parent = child
                .parent_element()
                .map_or("the document", |parent| parent.tag_name().name());
            let message = format!(
                "unknown element `{}` in `{parent}`: it is ignored",
                child.tag_name().name()
            );
            self.findings
                .warning("unknown-element", tag(child), message);
        }
    }

    /// Reports attributes that CSDL does not define for an element.
    pub(super) fn only(&mut self, node: Node<'_, '_>, known: &[&str]) {
        for attribute in node.attributes().filter(|attribute| {
            attribute.namespace().is_none() && !known.contains(&attribute.name())
        }) {
            let message = format!(
                "unknown attribute `{}` on `{}`: it is ignored",
                attribute.name(),
                node.tag_name().name()
            );
            self.findings
                .warning("unknown-attribute", attribute.range(), message);
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
                "Reference" => {
                    let reference = self.reference(child);
                    document.references.push(reference);
                }
                "DataServices" => {
                    for schema in elements(child) {
                        let tag_name = schema.tag_name();
                        match (tag_name.namespace(), tag_name.name()) {
                            (Some(EDM), "Schema") => document.schemas.push(self.schema(schema)),
                            (Some(other), "Schema") => {
                                self.schema_of_another_version(schema, other)
                            }
                            _ => self.unknown(schema),
                        }
                    }
                }
                _ => self.unknown(child),
            }
        }
    }

    fn schema_of_another_version(&mut self, schema: Node<'_, '_>, namespace: &str) {
        let message = format!(
            "the schema `{}` is ignored, because its XML namespace {namespace} is not that of OData 4: write {EDM}",
            schema.attribute("Namespace").unwrap_or_default()
        );
        self.findings.warning("version", tag(schema), message);
    }

    fn reference(&mut self, node: Node<'_, '_>) -> Reference {
        let mut reference = Reference {
            uri: self.required(node, "Uri"),
            includes: Vec::new(),
        };
        for child in elements(node) {
            match child.tag_name().name() {
                "Include" => reference.includes.push(Include {
                    namespace: self.required(child, "Namespace"),
                    alias: owned(child, "Alias"),
                    location: self.location(child),
                }),
                // Annotations of a reference, and annotations that another document applies, are not part of the model.
                "Annotation" | "IncludeAnnotations" => {}
                _ => self.unknown(child),
            }
        }
        reference
    }

    /// The annotations among the children of an element.
    pub(super) fn annotations(&mut self, node: Node<'_, '_>) -> Vec<Annotation> {
        named(node, "Annotation")
            .map(|child| Annotation {
                term: self.required_path(child, "Term"),
                qualifier: owned(child, "Qualifier"),
                value: self.value(child, 0).unwrap_or_default(),
            })
            .collect()
    }
}
