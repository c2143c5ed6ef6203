//! The document, its references and its schemas.

use super::{
    annotation::{Annotation, AnnotationGroup},
    container::Container,
    operation::Operation,
    type_reference::TypeReference,
    types::Type,
};
use crate::location::Location;

/// The version of CSDL that a document declares. Some rules differ between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[non_exhaustive]
pub enum Version {
    /// 4.0, which has only the XML representation.
    #[default]
    V4_0,
    /// 4.01.
    V4_01,
}

impl Version {
    /// Returns the text of the version in a document.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::V4_0 => "4.0",
            Self::V4_01 => "4.01",
        }
    }
}

/// A CSDL document (CSDL 4.01 §3). All names are qualified by namespace, never by alias.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// The version of CSDL.
    pub version: Version,
    /// Other documents that this one uses.
    pub references: Vec<Reference>,
    /// The schemas, in the order of the text.
    pub schemas: Vec<Schema>,
}

/// A reference to another document, with its namespaces that this document uses (CSDL 4.01 §4.1).
#[derive(Debug, Clone, Default)]
pub struct Reference {
    /// The URL of the document.
    pub uri: String,
    /// The namespaces.
    pub includes: Vec<Include>,
}

/// A namespace of a referenced document (CSDL 4.01 §4.2).
#[derive(Debug, Clone, Default)]
pub struct Include {
    /// The namespace.
    pub namespace: String,
    /// A short name for it.
    pub alias: Option<String>,
    /// The position of the namespace.
    pub location: Location,
}

/// A schema: everything that one namespace defines (CSDL 4.01 §5).
#[derive(Debug, Clone, Default)]
pub struct Schema {
    /// The namespace.
    pub namespace: String,
    /// A short name for it.
    pub alias: Option<String>,
    /// The position of the namespace.
    pub location: Location,
    /// Entity types, complex types, enumerations and type definitions.
    pub types: Vec<Type>,
    /// Actions and functions. Overloads have the same name.
    pub operations: Vec<Operation>,
    /// Entity containers. A valid schema has at most one.
    pub containers: Vec<Container>,
    /// Vocabulary terms.
    pub terms: Vec<Term>,
    /// Annotations of the schema itself.
    pub annotations: Vec<Annotation>,
    /// Annotations that are written apart from what they annotate.
    pub annotation_groups: Vec<AnnotationGroup>,
}

/// A vocabulary term (CSDL 4.01 §14.1).
#[derive(Debug, Clone, Default)]
pub struct Term {
    /// The name, without the namespace.
    pub name: String,
    /// The position of the name.
    pub location: Location,
    /// The type of its values.
    pub ty: TypeReference,
    /// The term that this one specializes.
    pub base: Option<String>,
    /// The value of an annotation without an expression.
    pub default: Option<String>,
    /// The kinds of model elements that it annotates; empty for any.
    pub applies_to: Vec<String>,
    /// Annotations of the term.
    pub annotations: Vec<Annotation>,
}

impl Term {
    /// The kinds of model elements that a term can apply to (CSDL 4.01 §14.1.2).
    pub const TARGETS: [&str; 33] = [
        "Action",
        "ActionImport",
        "Annotation",
        "Apply",
        "Cast",
        "Collection",
        "ComplexType",
        "EntityContainer",
        "EntitySet",
        "EntityType",
        "EnumType",
        "Function",
        "FunctionImport",
        "If",
        "Include",
        "IsOf",
        "LabeledElement",
        "Member",
        "NavigationProperty",
        "Null",
        "OnDelete",
        "Parameter",
        "Property",
        "PropertyValue",
        "Record",
        "Reference",
        "ReferentialConstraint",
        "ReturnType",
        "Schema",
        "Singleton",
        "Term",
        "TypeDefinition",
        "UrlRef",
    ];
}
