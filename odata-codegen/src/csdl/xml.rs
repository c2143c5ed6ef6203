//! CSDL XML (OData CSDL XML 4.01): the `edmx:Edmx` wrapper, and what all elements share.

use roxmltree::Node;

use super::annotation::{Annotation, Value};
use super::{Document, Include, Reference, Version};
use crate::diagnostic::Diagnostics;
use crate::source::{Location, Sources};

pub(crate) const EDM: &str = "http://docs.oasis-open.org/odata/ns/edm";
const EDMX: &str = "http://docs.oasis-open.org/odata/ns/edmx";

/// Reads one file of the sources; what is not CSDL is reported, and what could be read is returned.
pub(crate) fn read(sources: &Sources, file: usize, diagnostics: &mut Diagnostics) -> Document {
    let mut document = Document {
        file,
        ..Document::default()
    };
    let Some(source) = sources.files().get(file) else {
        return document;
    };
    let tree = match roxmltree::Document::parse(&source.text) {
        Ok(tree) => tree,
        Err(error) => {
            let at = offset_of(&source.text, error.pos());
            diagnostics.error(
                sources,
                "xml",
                Location { file, offset: at },
                error.to_string(),
            );
            return document;
        }
    };
    let mut reader = Reader {
        sources,
        file,
        diagnostics,
    };
    let root = tree.root_element();
    match (root.tag_name().namespace(), root.tag_name().name()) {
        (Some(EDMX), "Edmx") => reader.edmx(root, &mut document),
        // Not a document by the specification, but what people cut out of one.
        (Some(EDM), "Schema") => document.schemas.push(reader.schema(root)),
        (Some(namespace), "Edmx") if namespace.starts_with("http://schemas.microsoft.com/ado/") => reader.error(
            root,
            "this is CSDL of OData 2 or 3; OData 4 metadata is needed (ask the service with the header `OData-MaxVersion: 4.01`)",
        ),
        _ => reader.error(root, format!("`{}` is not the root of CSDL XML, which is `edmx:Edmx` in the namespace {EDMX}", root.tag_name().name())),
    }
    document
}

/// The parser says row and column; everything else here counts bytes.
fn offset_of(text: &str, position: roxmltree::TextPos) -> usize {
    let row = usize::try_from(position.row).unwrap_or(1).saturating_sub(1);
    let column = usize::try_from(position.col).unwrap_or(1).saturating_sub(1);
    let start: usize = text.split_inclusive('\n').take(row).map(str::len).sum();
    let within = text
        .get(start..)
        .unwrap_or_default()
        .char_indices()
        .nth(column)
        .map_or(0, |(at, _)| at);
    start + within
}

pub(crate) struct Reader<'a> {
    pub(crate) sources: &'a Sources,
    pub(crate) file: usize,
    pub(crate) diagnostics: &'a mut Diagnostics,
}

impl Reader<'_> {
    pub(crate) fn at(&self, node: Node<'_, '_>) -> Location {
        Location {
            file: self.file,
            offset: node.range().start,
        }
    }

    /// The place of an attribute's value, or of its element where it is not there.
    pub(crate) fn at_value(&self, node: Node<'_, '_>, attribute: &str) -> Location {
        let offset = node
            .attribute_node(attribute)
            .map_or_else(|| node.range().start, |found| found.range_value().start);
        Location {
            file: self.file,
            offset,
        }
    }

    pub(crate) fn error(&mut self, node: Node<'_, '_>, message: impl Into<String>) {
        let at = self.at(node);
        self.diagnostics.error(self.sources, "xml", at, message);
    }

    /// An attribute that must be there; its absence is reported and reads as an empty name, which names nothing.
    pub(crate) fn required(&mut self, node: Node<'_, '_>, attribute: &str) -> String {
        node.attribute(attribute)
            .map(str::to_owned)
            .unwrap_or_else(|| {
                self.error(
                    node,
                    format!(
                        "`{}` needs the attribute `{attribute}`",
                        node.tag_name().name()
                    ),
                );
                String::new()
            })
    }

    pub(crate) fn boolean(&mut self, node: Node<'_, '_>, attribute: &str) -> Option<bool> {
        match node.attribute(attribute)? {
            "true" => Some(true),
            "false" => Some(false),
            other => {
                let at = self.at_value(node, attribute);
                self.diagnostics.error(
                    self.sources,
                    "xml",
                    at,
                    format!("`{attribute}` is `true` or `false`, not `{other}`"),
                );
                None
            }
        }
    }

    /// Reports an element that this reader has no meaning for; elements of other XML namespaces are allowed everywhere.
    pub(crate) fn unknown(&mut self, child: Node<'_, '_>) {
        if matches!(child.tag_name().namespace(), Some(EDM | EDMX) | None) {
            let at = self.at(child);
            let parent = child
                .parent_element()
                .map_or("the document", |parent| parent.tag_name().name())
                .to_owned();
            let message = format!(
                "`{}` has no meaning inside `{parent}` and is left out",
                child.tag_name().name()
            );
            self.diagnostics
                .warning(self.sources, "unknown-element", at, message);
        }
    }

    /// Reports attributes that CSDL does not know for this element.
    pub(crate) fn only(&mut self, node: Node<'_, '_>, known: &[&str]) {
        for attribute in node.attributes().filter(|attribute| {
            attribute.namespace().is_none() && !known.contains(&attribute.name())
        }) {
            let at = Location {
                file: self.file,
                offset: attribute.range().start,
            };
            let message = format!(
                "`{}` is no attribute of `{}` and is left out",
                attribute.name(),
                node.tag_name().name()
            );
            self.diagnostics
                .warning(self.sources, "unknown-attribute", at, message);
        }
    }

    fn edmx(&mut self, root: Node<'_, '_>, document: &mut Document) {
        document.version = match root.attribute("Version") {
            Some("4.0") => Version::V4_0,
            Some(newer) if newer.starts_with("4.") => Version::V4_01,
            Some(other) => {
                let at = self.at_value(root, "Version");
                self.diagnostics.error(
                    self.sources,
                    "version",
                    at,
                    format!("CSDL version {other} is not supported: 4.0 and 4.01 are"),
                );
                Version::V4_0
            }
            None => {
                self.error(root, "`edmx:Edmx` needs the attribute `Version`");
                Version::V4_0
            }
        };
        for child in root.children().filter(Node::is_element) {
            match child.tag_name().name() {
                "Reference" => {
                    let reference = self.reference(child);
                    document.references.push(reference);
                }
                "DataServices" => {
                    for schema in child.children().filter(Node::is_element) {
                        if schema.has_tag_name((EDM, "Schema")) {
                            document.schemas.push(self.schema(schema));
                        } else {
                            self.unknown(schema);
                        }
                    }
                }
                _ => self.unknown(child),
            }
        }
    }

    fn reference(&mut self, node: Node<'_, '_>) -> Reference {
        let mut reference = Reference {
            uri: self.required(node, "Uri"),
            includes: Vec::new(),
        };
        for child in node.children().filter(Node::is_element) {
            match child.tag_name().name() {
                "Include" => reference.includes.push(Include {
                    namespace: self.required(child, "Namespace"),
                    alias: child.attribute("Alias").map(str::to_owned),
                    at: self.at(child),
                }),
                // Annotations on a reference and annotations taken from elsewhere shape no type.
                "Annotation" | "IncludeAnnotations" => {}
                _ => self.unknown(child),
            }
        }
        reference
    }

    /// The annotations among the children of an element.
    pub(crate) fn annotations(&mut self, node: Node<'_, '_>) -> Vec<Annotation> {
        let children: Vec<_> = node
            .children()
            .filter(|child| child.has_tag_name((EDM, "Annotation")))
            .collect();
        children
            .into_iter()
            .map(|child| self.annotation(child))
            .collect()
    }

    pub(crate) fn annotation(&mut self, node: Node<'_, '_>) -> Annotation {
        Annotation {
            term: self.required(node, "Term"),
            qualifier: node.attribute("Qualifier").map(str::to_owned),
            value: expression(node).unwrap_or(Value::Default),
        }
    }
}

/// The constant expression of an annotation, a property value or a collection item (CSDL XML §14.3), as attribute or child element.
fn expression(node: Node<'_, '_>) -> Option<Value> {
    for attribute in node.attributes() {
        let text = attribute.value();
        match attribute.name() {
            "Bool" => return Some(Value::Bool(text == "true")),
            "String" | "Int" | "Decimal" | "Float" | "EnumMember" | "Date" | "DateTimeOffset"
            | "TimeOfDay" | "Duration" | "Guid" | "Binary" => {
                return Some(Value::Text(text.to_owned()));
            }
            "Path"
            | "PropertyPath"
            | "NavigationPropertyPath"
            | "AnnotationPath"
            | "ModelElementPath"
            | "UrlRef" => return Some(Value::Dynamic),
            _ => {}
        }
    }
    node.children()
        .filter(Node::is_element)
        .find_map(element_expression)
}

fn element_expression(node: Node<'_, '_>) -> Option<Value> {
    let text = || node.text().unwrap_or_default().trim().to_owned();
    Some(match node.tag_name().name() {
        "Annotation" => return None,
        "Bool" => Value::Bool(text() == "true"),
        "String" | "Int" | "Decimal" | "Float" | "EnumMember" | "Date" | "DateTimeOffset"
        | "TimeOfDay" | "Duration" | "Guid" | "Binary" => Value::Text(text()),
        "Collection" => Value::Collection(
            node.children()
                .filter(Node::is_element)
                .filter_map(element_expression)
                .collect(),
        ),
        "Record" => {
            let fields = node
                .children()
                .filter(|child| child.has_tag_name((EDM, "PropertyValue")));
            Value::Record(
                fields
                    .filter_map(|field| {
                        Some((
                            field.attribute("Property")?.to_owned(),
                            expression(field).unwrap_or(Value::Bool(true)),
                        ))
                    })
                    .collect(),
            )
        }
        _ => Value::Dynamic,
    })
}
