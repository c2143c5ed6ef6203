//! Expressions: the values of annotations, both directions (CSDL XML 4.01 §14.3, §14.4).

use roxmltree::Node;

use super::{
    element::Element,
    read::{Reader, boolean, elements, named, owned},
};
use crate::model::{Annotation, ConstantKind, Expression, Facets, Operator, Record, TypeReference};

/// Deeper than any real expression, shallow enough for the stack.
const MAX_DEPTH: usize = 64;

impl Reader<'_> {
    /// Reads the annotations of an element.
    pub(super) fn annotations(&mut self, node: Node<'_, '_>, depth: usize) -> Vec<Annotation> {
        if depth > MAX_DEPTH {
            return Vec::new();
        }
        let annotations = named(node, &["Annotation"]).map(|child| {
            let term = self.required(child, "Term");
            Annotation {
                term: self.aliases.resolve(&term),
                qualifier: owned(child, "Qualifier"),
                value: self.value(child, depth).unwrap_or_default(),
                annotations: self.annotations(child, depth + 1),
            }
        });
        annotations.collect()
    }

    /// Reads the value of an annotation, of a property or of a label, written as an attribute or a child element.
    fn value(&mut self, node: Node<'_, '_>, depth: usize) -> Option<Expression> {
        let mut attributes = node.attributes();
        let attribute = attributes.find_map(|it| self.constant(it.name(), it.value()));
        attribute.or_else(|| {
            let child = operands(node).next()?;
            Some(self.expression(child, depth + 1))
        })
    }

    fn constant(&self, name: &str, text: &str) -> Option<Expression> {
        Some(match name {
            "Bool" => Expression::Bool(boolean(text) == Some(true)),
            "Path" => Expression::Path(self.aliases.resolve(text)),
            "UrlRef" => {
                let url = Expression::Constant(ConstantKind::String, text.to_owned());
                Expression::UrlRef(Box::new(url))
            }
            name => match ConstantKind::parse(name)? {
                kind if kind.is_path() => Expression::Constant(kind, self.aliases.resolve(text)),
                kind => Expression::Constant(kind, text.to_owned()),
            },
        })
    }

    fn expression(&mut self, node: Node<'_, '_>, depth: usize) -> Expression {
        if depth > MAX_DEPTH {
            return Expression::Unknown;
        }
        let mut single = || {
            let value = self.value(node, depth);
            Box::new(value.unwrap_or(Expression::Unknown))
        };
        match node.tag_name().name() {
            "Null" => Expression::Null,
            "Collection" => Expression::Collection(self.operands(node, depth)),
            "Record" => Expression::Record(Record {
                type_name: self.path(node, "Type"),
                properties: named(node, &["PropertyValue"])
                    .filter_map(|field| {
                        let value = self.value(field, depth);
                        let value = value.unwrap_or(Expression::Bool(true));
                        Some((owned(field, "Property")?, value))
                    })
                    .collect(),
                annotations: self.annotations(node, depth + 1),
            }),
            "Apply" => Expression::Apply {
                function: self.path(node, "Function").unwrap_or_default(),
                arguments: self.operands(node, depth),
            },
            "Cast" => {
                let value = single();
                Expression::Cast(self.ty(node), value)
            }
            "IsOf" => {
                let value = single();
                Expression::IsOf(self.ty(node), value)
            }
            "LabeledElement" => Expression::LabeledElement {
                value: single(),
                name: owned(node, "Name").unwrap_or_default(),
            },
            "UrlRef" => Expression::UrlRef(single()),
            name => {
                if let Some(operator) = Operator::parse(name) {
                    return Expression::Operation(operator, self.operands(node, depth));
                }
                let text = node.text().unwrap_or_default().trim();
                if name == "LabeledElementReference" {
                    return Expression::LabeledElementReference(self.aliases.resolve(text));
                }
                self.constant(name, text).unwrap_or(Expression::Unknown)
            }
        }
    }

    fn operands(&mut self, node: Node<'_, '_>, depth: usize) -> Vec<Expression> {
        let operands = operands(node).map(|child| self.expression(child, depth + 1));
        operands.collect()
    }

    fn ty(&self, node: Node<'_, '_>) -> TypeReference {
        let (name, is_collection) = self.type_name(node.attribute("Type").unwrap_or_default());
        TypeReference {
            name,
            is_collection,
            facets: Facets {
                max_length: owned(node, "MaxLength"),
                precision: owned(node, "Precision"),
                scale: owned(node, "Scale"),
                unicode: owned(node, "Unicode"),
                srid: owned(node, "SRID"),
            },
            ..TypeReference::default()
        }
    }

    /// Returns the qualified name of a type, and whether it is that of a collection.
    pub(super) fn type_name(&self, text: &str) -> (String, bool) {
        let text = text.trim();
        let item = text.strip_prefix("Collection(");
        let item = item.and_then(|rest| rest.strip_suffix(')'));
        let name = item.unwrap_or(text).trim();
        (self.aliases.resolve(name), item.is_some())
    }
}

/// Returns the child elements that are expressions.
fn operands<'a, 'input>(node: Node<'a, 'input>) -> impl Iterator<Item = Node<'a, 'input>> {
    elements(node).filter(|child| child.tag_name().name() != "Annotation")
}

/// Returns the elements of annotations. An annotation with a value that cannot be written is left out.
pub(super) fn annotation_elements(annotations: &[Annotation]) -> impl Iterator<Item = Element> {
    annotations.iter().filter_map(|annotation| {
        let element = Element::new("Annotation")
            .with("Term", annotation.term.as_str())
            .with_option("Qualifier", &annotation.qualifier);
        let element = with_value(element, &annotation.value)?;
        let own: Vec<Element> = annotation_elements(&annotation.annotations).collect();
        Some(element.containing(own))
    })
}

/// Adds a value to the element of an annotation, a property value or a label. `None` where the value cannot be written.
fn with_value(element: Element, value: &Expression) -> Option<Element> {
    Some(match value {
        Expression::Default => element,
        Expression::Bool(value) => element.with("Bool", value.to_string()),
        Expression::Constant(kind, text) => element.with(kind.as_str(), text.as_str()),
        Expression::Path(path) => element.with("Path", path.as_str()),
        _ => element.containing([expression_element(value)?]),
    })
}

fn expression_element(value: &Expression) -> Option<Element> {
    let all = |values: &[Expression]| -> Option<Vec<Element>> {
        values.iter().map(expression_element).collect()
    };
    Some(match value {
        Expression::Default | Expression::Unknown => return None,
        Expression::Null => Element::new("Null"),
        Expression::Bool(value) => Element::new("Bool").with_text(value.to_string()),
        Expression::Constant(kind, text) => Element::new(kind.as_str()).with_text(text.as_str()),
        Expression::Path(path) => Element::new("Path").with_text(path.as_str()),
        Expression::Collection(items) => {
            Element::new("Collection").containing(items.iter().filter_map(expression_element))
        }
        Expression::Record(record) => Element::new("Record")
            .with_option("Type", &record.type_name)
            .containing(record.properties.iter().filter_map(|(name, value)| {
                let element = Element::new("PropertyValue").with("Property", name.as_str());
                with_value(element, value)
            }))
            .containing(annotation_elements(&record.annotations).collect::<Vec<_>>()),
        Expression::Operation(operator, operands) => {
            Element::new(operator.as_str()).containing(all(operands)?)
        }
        Expression::Apply {
            function,
            arguments,
        } => Element::new("Apply")
            .with("Function", function.as_str())
            .containing(all(arguments)?),
        Expression::Cast(ty, value) => {
            element_with_type("Cast", ty).containing([expression_element(value)?])
        }
        Expression::IsOf(ty, value) => {
            element_with_type("IsOf", ty).containing([expression_element(value)?])
        }
        Expression::LabeledElement { name, value } => {
            let element = Element::new("LabeledElement").with("Name", name.as_str());
            with_value(element, value)?
        }
        Expression::LabeledElementReference(name) => {
            Element::new("LabeledElementReference").with_text(name.as_str())
        }
        Expression::UrlRef(url) => Element::new("UrlRef").containing([expression_element(url)?]),
    })
}

fn element_with_type(name: &'static str, ty: &TypeReference) -> Element {
    let facets = &ty.facets;
    Element::new(name)
        .with("Type", ty.to_string())
        .with_option("MaxLength", &facets.max_length)
        .with_option("Precision", &facets.precision)
        .with_option("Scale", &facets.scale)
        .with_option("Unicode", &facets.unicode)
        .with_option("SRID", &facets.srid)
}
