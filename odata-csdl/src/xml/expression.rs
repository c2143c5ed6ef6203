//! Expressions: the values of annotations, both directions (CSDL XML 4.01 §14.3, §14.4).

use roxmltree::Node;

use super::{
    element::Element,
    read::{Reader, elements, named, owned},
};
use crate::model::{ConstantKind, Expression, Record};

/// Deeper than any real expression, shallow enough for the stack.
const MAX_DEPTH: usize = 64;

impl Reader<'_> {
    /// Reads the value of an annotation or a property value, written as an attribute or a child element.
    pub(super) fn value(&self, node: Node<'_, '_>, depth: usize) -> Option<Expression> {
        let attribute = node
            .attributes()
            .find_map(|it| self.constant(it.name(), it.value()));
        attribute.or_else(|| {
            elements(node)
                .find(|child| child.tag_name().name() != "Annotation")
                .map(|child| self.expression(child, depth))
        })
    }

    fn constant(&self, name: &str, text: &str) -> Option<Expression> {
        Some(match name {
            "Bool" => Expression::Bool(text == "true"),
            "Path" => Expression::Path(self.aliases.resolve(text)),
            "UrlRef" => Expression::Dynamic,
            name => match ConstantKind::parse(name)? {
                kind if kind.is_path() => Expression::Constant(kind, self.aliases.resolve(text)),
                kind => Expression::Constant(kind, text.to_owned()),
            },
        })
    }

    fn expression(&self, node: Node<'_, '_>, depth: usize) -> Expression {
        if depth > MAX_DEPTH {
            return Expression::Dynamic;
        }
        match node.tag_name().name() {
            "Null" => Expression::Null,
            "Collection" => Expression::Collection(
                elements(node)
                    .filter(|item| item.tag_name().name() != "Annotation")
                    .map(|item| self.expression(item, depth + 1))
                    .collect(),
            ),
            "Record" => Expression::Record(Record {
                type_name: self.path(node, "Type"),
                properties: named(node, &["PropertyValue"])
                    .filter_map(|field| {
                        let value = self.value(field, depth + 1);
                        let value = value.unwrap_or(Expression::Bool(true));
                        Some((owned(field, "Property")?, value))
                    })
                    .collect(),
            }),
            name => {
                let text = node.text().unwrap_or_default().trim();
                self.constant(name, text).unwrap_or(Expression::Dynamic)
            }
        }
    }
}

/// Adds a value to the element of an annotation or a property value. `None` where the value cannot be written.
pub(super) fn with_value(element: Element, value: &Expression) -> Option<Element> {
    Some(match value {
        Expression::Default => element,
        Expression::Bool(value) => element.with("Bool", value.to_string()),
        Expression::Constant(kind, text) => element.with(kind.as_str(), text.as_str()),
        Expression::Path(path) => element.with("Path", path.as_str()),
        _ => element.containing([expression_element(value)?]),
    })
}

fn expression_element(value: &Expression) -> Option<Element> {
    Some(match value {
        Expression::Default | Expression::Dynamic => return None,
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
            })),
    })
}
