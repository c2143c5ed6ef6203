//! Annotations and their values.

use super::{
    expression_kind::{ConstantKind, Operator},
    type_reference::TypeReference,
};

/// An annotation: a term applied to a model element (CSDL 4.01 §14.2).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Annotation {
    /// The qualified name of the term.
    pub term: String,
    /// Distinguishes several annotations of one term.
    pub qualifier: Option<String>,
    /// The value.
    pub value: Expression,
    /// Annotations of the annotation.
    pub annotations: Vec<Annotation>,
}

/// Annotations of one target that are written apart from it (CSDL 4.01 §14.2.1).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AnnotationGroup {
    /// The path of the annotated element, such as `com.example.Product/name`.
    pub target: String,
    /// The annotations.
    pub annotations: Vec<Annotation>,
}

/// The value of an annotation (CSDL 4.01 §14.3, §14.4).
///
/// Annotations of other expressions than records are not part of the model.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub enum Expression {
    /// No expression: the default of the term, which is `true` for a tagging term.
    #[default]
    Default,
    /// The null value.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Any other constant, as text.
    Constant(ConstantKind, String),
    /// The value of a property, by its path.
    Path(String),
    /// A collection.
    Collection(Vec<Expression>),
    /// A record.
    Record(Record),
    /// The result of an operator.
    Operation(Operator, Vec<Expression>),
    /// The result of a client-side function (CSDL 4.01 §14.4.4).
    Apply {
        /// The qualified name, such as `odata.concat`.
        function: String,
        /// The arguments.
        arguments: Vec<Expression>,
    },
    /// A value of another type (CSDL 4.01 §14.4.5).
    Cast(TypeReference, Box<Expression>),
    /// Whether a value has a type (CSDL 4.01 §14.4.8).
    IsOf(TypeReference, Box<Expression>),
    /// A value with a name (CSDL 4.01 §14.4.9).
    LabeledElement {
        /// The name, without the namespace.
        name: String,
        /// The value.
        value: Box<Expression>,
    },
    /// The value that has a name (CSDL 4.01 §14.4.10): the qualified name.
    LabeledElementReference(String),
    /// The value that a URL leads to (CSDL 4.01 §14.4.13).
    UrlRef(Box<Expression>),
    /// An expression that CSDL does not define. Its content is lost, and an annotation with it is not written.
    Unknown,
}

/// A record: the value of a structured term (CSDL 4.01 §14.4.12).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Record {
    /// The type, where it is stated.
    pub type_name: Option<String>,
    /// Names and values of the properties.
    pub properties: Vec<(String, Expression)>,
    /// Annotations of the record.
    pub annotations: Vec<Annotation>,
}

impl Expression {
    /// Returns the text of a constant.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Constant(_, text) => Some(text),
            _ => None,
        }
    }

    /// Returns the value of a property of a record.
    #[must_use]
    pub fn property(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Record(record) => record
                .properties
                .iter()
                .find_map(|(key, value)| (key == name).then_some(value)),
            _ => None,
        }
    }
}
