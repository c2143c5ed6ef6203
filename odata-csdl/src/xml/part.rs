//! Reads one part.

use roxmltree::Node;

use super::read::{Reader, elements, named, owned};
use crate::{
    location::Location,
    model::{Annotation, TypeReference},
    visitor::{Elements, Part, Visitor},
};

/// An element that is being read.
struct PartReader<'r, 'f, 'a, 'input> {
    reader: &'r mut Reader<'f>,
    node: Node<'a, 'input>,
    /// The attributes and child elements that the part has visited. All others are unknown.
    known: Vec<&'static str>,
}

impl Reader<'_> {
    /// Reads a part, and reports the attributes and child elements that it does not have.
    pub(super) fn part<P: Part>(&mut self, node: Node<'_, '_>, element: &str) -> P {
        let mut part = P::new(element);
        let mut visitor = PartReader {
            reader: self,
            node,
            known: Vec::new(),
        };
        part.visit(&mut visitor);
        let known = visitor.known;
        for attribute in node.attributes().filter(|attribute| {
            attribute.namespace().is_none() && !known.contains(&attribute.name())
        }) {
            let (name, element) = (attribute.name(), node.tag_name().name());
            let message = format!("unknown attribute `{name}` on `{element}`: it is ignored");
            self.findings
                .warning("unknown-attribute", attribute.range(), message);
        }
        for child in elements(node) {
            let (name, namespace) = (child.tag_name().name(), child.tag_name().namespace());
            let is_known = namespace == node.tag_name().namespace() && known.contains(&name);
            // Annotations of a reference, and annotations that another document applies, are not part of the model.
            if !is_known && !matches!(name, "Annotation" | "IncludeAnnotations") {
                self.unknown(child, &known);
            }
        }
        part
    }
}

impl Visitor for PartReader<'_, '_, '_, '_> {
    fn name(&mut self, attribute: &'static str, name: &mut String) -> Location {
        self.known.push(attribute);
        *name = self.reader.required(self.node, attribute);
        self.reader.value_location(self.node, attribute)
    }

    fn text(&mut self, attribute: &'static str, text: &mut Option<String>) {
        self.known.push(attribute);
        *text = owned(self.node, attribute);
    }

    fn boolean(&mut self, attribute: &'static str, value: &mut Option<bool>) {
        self.known.push(attribute);
        *value = self.reader.boolean(self.node, attribute);
    }

    fn constant(&mut self, attribute: &'static str, text: &mut Option<String>, _: &str) {
        self.text(attribute, text);
    }

    fn words(&mut self, attribute: &'static str, words: &mut Vec<String>) {
        self.known.push(attribute);
        let text = self.node.attribute(attribute).unwrap_or_default();
        words.extend(text.split_whitespace().map(str::to_owned));
    }

    fn ty(&mut self, attribute: &'static str, ty: &mut TypeReference) {
        // A term may have no type.
        let mut text = String::new();
        if self.node.has_attribute(attribute) || !self.node.has_tag_name("Term") {
            ty.location = self.name(attribute, &mut text);
        }
        (ty.name, ty.is_collection) = self.reader.type_name(&text);
        self.boolean("Nullable", &mut ty.nullable);
    }

    fn parts<P: Part>(&mut self, elements: &Elements, parts: &mut Vec<P>) {
        self.known.extend(elements.names);
        for child in named(self.node, elements.names) {
            if self.node.has_tag_name("Schema") {
                let location = self.reader.value_location(child, "Name");
                self.reader.findings.part = Some(location);
            }
            parts.push(self.reader.part(child, child.tag_name().name()));
        }
        if self.node.has_tag_name("Schema") {
            self.reader.findings.part = None;
        }
    }

    fn part<P: Part>(&mut self, elements: &Elements, part: &mut Option<P>) {
        let mut parts = Vec::new();
        self.parts(elements, &mut parts);
        if let Some(second) = named(self.node, elements.names).nth(1) {
            self.reader.repeated(second);
        }
        *part = parts.into_iter().next();
    }

    fn annotations(&mut self, annotations: &mut Vec<Annotation>) {
        annotations.extend(self.reader.annotations(self.node, 0));
    }

    fn location(&self) -> Location {
        self.reader.location(self.node)
    }

    fn resolve(&self, name: &mut String) {
        *name = self.reader.aliases.resolve(name);
    }
}
