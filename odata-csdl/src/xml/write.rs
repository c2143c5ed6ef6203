//! Writing.

use super::{
    element::Element,
    expression::annotation_elements,
    namespaces::{EDM, EDMX},
};
use crate::{
    location::Location,
    model::{Annotation, Document, TypeReference},
    visitor::{Elements, Part, Visitor},
};

/// Writes a document (CSDL XML 4.01 §3, §4).
pub(crate) fn write(mut document: Document) -> String {
    let mut root = Element::new("edmx:Edmx")
        .with("xmlns:edmx", EDMX)
        .with("Version", document.version.as_str());
    for reference in &mut document.references {
        root = root.containing([element("edmx:Reference", reference)]);
    }
    let mut services = Element::new("edmx:DataServices");
    for schema in &mut document.schemas {
        let mut element = Element::new("Schema").with("xmlns", EDM);
        schema.visit(&mut element);
        services = services.containing([element]);
    }
    root.containing([services]).to_string()
}

fn element(name: &'static str, part: &mut impl Part) -> Element {
    let mut element = Element::new(name);
    part.visit(&mut element);
    element
}

impl Visitor for Element {
    fn name(&mut self, attribute: &'static str, name: &mut String) -> Location {
        self.add(attribute, name.as_str());
        Location::default()
    }

    fn text(&mut self, attribute: &'static str, text: &mut Option<String>) {
        if let Some(text) = text {
            self.add(attribute, text.as_str());
        }
    }

    fn boolean(&mut self, attribute: &'static str, value: &mut Option<bool>) {
        if let Some(value) = value {
            self.add(attribute, value.to_string());
        }
    }

    fn constant(&mut self, attribute: &'static str, text: &mut Option<String>, _: &str) {
        self.text(attribute, text);
    }

    fn words(&mut self, attribute: &'static str, words: &mut Vec<String>) {
        if !words.is_empty() {
            self.add(attribute, words.join(" "));
        }
    }

    fn ty(&mut self, attribute: &'static str, ty: &mut TypeReference) {
        // A term may have no type.
        if !(self.is("Term") && ty.name.is_empty()) {
            self.add(attribute, ty.to_string());
        }
        self.boolean("Nullable", &mut ty.nullable);
    }

    fn parts<P: Part>(&mut self, elements: &Elements, parts: &mut Vec<P>) {
        for part in parts {
            // Only this element below the root is in the XML namespace of the wrapper.
            let name = match elements.of(part) {
                "Include" => "edmx:Include",
                name => name,
            };
            self.children.push(element(name, part));
        }
    }

    fn annotations(&mut self, annotations: &mut Vec<Annotation>) {
        self.children.extend(annotation_elements(annotations));
    }
}
