//! A CSDL document as it was read, XML or JSON alike: what shapes types, with the place of each part.
//!
//! Names of types are resolved to full namespaces ([`alias`]) before anything else looks at them; whether they name
//! something is the business of [`crate::model`].

pub(crate) mod alias;
pub(crate) mod annotation;
pub(crate) mod json;
pub(crate) mod json_schema;
pub(crate) mod json_value;
pub(crate) mod xml;
pub(crate) mod xml_schema;

use crate::source::Location;
use annotation::Annotation;

/// The version of the document; some rules differ (CSDL XML §2.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) enum Version {
    #[default]
    V4_0,
    V4_01,
}

/// One CSDL file.
#[derive(Debug, Default)]
pub(crate) struct Document {
    pub(crate) file: usize,
    pub(crate) version: Version,
    pub(crate) references: Vec<Reference>,
    pub(crate) schemas: Vec<Schema>,
}

/// `edmx:Reference`: another document, and which of its namespaces this one uses (CSDL XML §3.3).
#[derive(Debug, Default)]
pub(crate) struct Reference {
    pub(crate) uri: String,
    pub(crate) includes: Vec<Include>,
}

#[derive(Debug, Default)]
pub(crate) struct Include {
    pub(crate) namespace: String,
    pub(crate) alias: Option<String>,
    pub(crate) at: Location,
}

#[derive(Debug, Default)]
pub(crate) struct Schema {
    pub(crate) namespace: String,
    pub(crate) alias: Option<String>,
    pub(crate) at: Location,
    pub(crate) types: Vec<Type>,
    pub(crate) operations: Vec<Operation>,
    pub(crate) containers: Vec<Container>,
    pub(crate) terms: Vec<Term>,
    /// Annotations that stand apart from what they annotate: the target as written, resolved like a type name.
    pub(crate) annotations: Vec<(String, Vec<Annotation>)>,
}

#[derive(Debug)]
pub(crate) struct Type {
    pub(crate) name: String,
    pub(crate) at: Location,
    pub(crate) kind: TypeKind,
    pub(crate) annotations: Vec<Annotation>,
}

#[derive(Debug)]
pub(crate) enum TypeKind {
    Structured(Structured),
    Enumeration(Enumeration),
    Definition(Definition),
}

/// An entity type or a complex type (CSDL XML §6, §9).
#[derive(Debug, Default)]
pub(crate) struct Structured {
    pub(crate) entity: bool,
    pub(crate) base: Option<String>,
    pub(crate) is_abstract: bool,
    pub(crate) open: bool,
    pub(crate) has_stream: bool,
    pub(crate) key: Option<Key>,
    pub(crate) properties: Vec<Property>,
}

#[derive(Debug)]
pub(crate) struct Key {
    pub(crate) at: Location,
    pub(crate) parts: Vec<KeyPart>,
}

#[derive(Debug)]
pub(crate) struct KeyPart {
    /// A property of the type, or a path to one.
    pub(crate) path: String,
    pub(crate) alias: Option<String>,
    pub(crate) at: Location,
}

/// A structural or navigation property (CSDL XML §7, §8).
#[derive(Debug)]
pub(crate) struct Property {
    pub(crate) name: String,
    pub(crate) at: Location,
    pub(crate) ty: TypeUse,
    pub(crate) facets: Facets,
    pub(crate) default: Option<String>,
    pub(crate) navigation: Option<Navigation>,
    pub(crate) annotations: Vec<Annotation>,
}

/// `Type="Collection(NS.T)" Nullable="false"`: a type where it is used.
#[derive(Debug, Clone)]
pub(crate) struct TypeUse {
    pub(crate) name: String,
    pub(crate) collection: bool,
    /// As stated; what silence means depends on version, form and collection (CSDL XML §7.2.1).
    pub(crate) nullable: Option<bool>,
    pub(crate) at: Location,
}

impl TypeUse {
    /// Whether a single value may be null: so unless it is said otherwise.
    pub(crate) fn is_nullable(&self) -> bool {
        self.nullable.unwrap_or(true)
    }
}

#[derive(Debug, Default)]
pub(crate) struct Navigation {
    pub(crate) contains_target: bool,
    pub(crate) partner: Option<String>,
}

/// Facets as written: that they make sense is a rule of its own (CSDL XML §7.2).
#[derive(Debug, Default, Clone)]
pub(crate) struct Facets {
    pub(crate) max_length: Option<String>,
    pub(crate) precision: Option<String>,
    pub(crate) scale: Option<String>,
    pub(crate) unicode: Option<String>,
    pub(crate) srid: Option<String>,
}

#[derive(Debug, Default)]
pub(crate) struct Enumeration {
    pub(crate) underlying: Option<String>,
    pub(crate) flags: bool,
    pub(crate) members: Vec<Member>,
}

#[derive(Debug)]
pub(crate) struct Member {
    pub(crate) name: String,
    pub(crate) value: Option<String>,
    pub(crate) at: Location,
    pub(crate) annotations: Vec<Annotation>,
}

/// A type definition (CSDL XML §11): a primitive type under another name, with facets.
#[derive(Debug)]
pub(crate) struct Definition {
    pub(crate) underlying: String,
    pub(crate) facets: Facets,
}

/// One overload of an action or a function (CSDL XML §12).
#[derive(Debug)]
pub(crate) struct Operation {
    pub(crate) name: String,
    pub(crate) at: Location,
    pub(crate) action: bool,
    pub(crate) bound: bool,
    pub(crate) parameters: Vec<Property>,
    pub(crate) returns: Option<TypeUse>,
    pub(crate) annotations: Vec<Annotation>,
}

/// An entity container (CSDL XML §13), as far as types depend on it.
#[derive(Debug)]
pub(crate) struct Container {
    pub(crate) name: String,
    pub(crate) at: Location,
    pub(crate) children: Vec<ContainerChild>,
}

#[derive(Debug)]
pub(crate) struct ContainerChild {
    pub(crate) name: String,
    pub(crate) at: Location,
    pub(crate) kind: ContainerChildKind,
}

#[derive(Debug)]
pub(crate) enum ContainerChildKind {
    Set(TypeUse),
    Singleton(TypeUse),
    Import,
}

/// A vocabulary term: it shapes no type, only its name must be unique.
#[derive(Debug)]
pub(crate) struct Term {
    pub(crate) name: String,
    pub(crate) at: Location,
}
