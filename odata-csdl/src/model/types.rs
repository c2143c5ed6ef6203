//! Types and their members.

use std::fmt;

use super::annotation::Annotation;
use crate::location::Location;

/// A type of a schema.
#[derive(Debug, Clone, Default)]
pub struct Type {
    /// The name, without the namespace.
    pub name: String,
    /// The position of the name.
    pub location: Location,
    /// The definition.
    pub kind: TypeKind,
    /// Annotations of the type.
    pub annotations: Vec<Annotation>,
}

/// The definition of a [`Type`].
#[derive(Debug, Clone)]
pub enum TypeKind {
    /// An entity type or a complex type.
    Structured(StructuredType),
    /// An enumeration.
    Enumeration(EnumType),
    /// A type definition.
    Definition(TypeDefinition),
}

/// A complex type without properties.
impl Default for TypeKind {
    fn default() -> Self {
        Self::Structured(StructuredType::default())
    }
}

/// An entity type (CSDL 4.01 §6) or a complex type (§9).
#[derive(Debug, Clone, Default)]
pub struct StructuredType {
    /// Whether it is an entity type.
    pub is_entity: bool,
    /// The base type.
    pub base: Option<String>,
    /// Whether it has no instances of its own.
    pub is_abstract: bool,
    /// Whether the type itself is marked as open.
    pub is_open: bool,
    /// Whether it is a media entity.
    pub has_stream: bool,
    /// The key that the type itself declares.
    pub key: Option<Key>,
    /// The properties that the type itself declares.
    pub properties: Vec<Property>,
}

/// The key of an entity type (CSDL 4.01 §6.5).
#[derive(Debug, Clone, Default)]
pub struct Key {
    /// The position of the key.
    pub location: Location,
    /// The properties that form it.
    pub parts: Vec<KeyPart>,
}

/// A part of a key.
#[derive(Debug, Clone, Default)]
pub struct KeyPart {
    /// A property of the type, or a path to one.
    pub path: String,
    /// The name of a path in a key predicate.
    pub alias: Option<String>,
    /// The position of the part.
    pub location: Location,
}

impl KeyPart {
    /// Returns the name that a key predicate uses: the alias, or the property's name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.alias.as_deref().unwrap_or(&self.path)
    }
}

/// A structural property (CSDL 4.01 §7), a navigation property (§8) or a parameter of an operation (§12.9).
#[derive(Debug, Clone, Default)]
pub struct Property {
    /// The name.
    pub name: String,
    /// The position of the name.
    pub location: Location,
    /// The declared type.
    pub ty: TypeReference,
    /// The default value.
    pub default: Option<String>,
    /// What only a navigation property has.
    pub navigation: Option<Navigation>,
    /// Annotations of the property.
    pub annotations: Vec<Annotation>,
}

/// A type where it is used: `Type="Collection(NS.T)" Nullable="false" MaxLength="40"`.
#[derive(Debug, Clone, Default)]
pub struct TypeReference {
    /// The qualified name, of the items for a collection.
    pub name: String,
    /// Whether values are collections.
    pub is_collection: bool,
    /// Whether null is a value, or an item of a collection. `None` where XML does not state it: a single value is then nullable, and
    /// for the items of a collection there is no default (CSDL XML 4.01 §7.2.1).
    pub nullable: Option<bool>,
    /// The facets.
    pub facets: Facets,
    /// The position of the name.
    pub location: Location,
}

/// Writes the type as CSDL XML has it: `Edm.String` or `Collection(Edm.String)`.
impl fmt::Display for TypeReference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.is_collection {
            true => write!(f, "Collection({})", self.name),
            false => f.write_str(&self.name),
        }
    }
}

impl TypeReference {
    /// Returns whether a single value may be null, which is the default.
    #[must_use]
    pub fn is_nullable(&self) -> bool {
        self.nullable.unwrap_or(true)
    }
}

/// Facets, unchecked (CSDL 4.01 §7.2). A missing facet has the meaning that CSDL XML defines, in a document from JSON as well.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facets {
    /// The greatest length of a string, stream or binary value, or `max`.
    pub max_length: Option<String>,
    /// The digits of a decimal, or the fraction digits of a second.
    pub precision: Option<String>,
    /// The fraction digits of a decimal, `variable` or `floating`. Default: `0`.
    pub scale: Option<String>,
    /// Whether a string may have characters beyond ASCII. Default: `true`.
    pub unicode: Option<String>,
    /// The spatial reference system, or `variable`.
    pub srid: Option<String>,
}

/// What only navigation properties have (CSDL 4.01 §8.4 to §8.6).
#[derive(Debug, Clone, Default)]
pub struct Navigation {
    /// Whether the related entities are contained in the declaring one.
    pub contains_target: bool,
    /// The path of the navigation property that leads back.
    pub partner: Option<String>,
    /// The properties that are equal on both sides.
    pub constraints: Vec<ReferentialConstraint>,
    /// What happens to the related entities when the declaring one is deleted: `Cascade`, `None`, `SetNull` or `SetDefault`.
    pub on_delete: Option<String>,
}

/// A property that equals a property of the related entity (CSDL 4.01 §8.5).
#[derive(Debug, Clone, Default)]
pub struct ReferentialConstraint {
    /// A path to the dependent property.
    pub property: String,
    /// A path to the property of the related entity.
    pub referenced_property: String,
}

/// An enumeration (CSDL 4.01 §10).
#[derive(Debug, Clone, Default)]
pub struct EnumType {
    /// The type of the values. Default: `Edm.Int32`.
    pub underlying: Option<String>,
    /// Whether members can be combined.
    pub is_flags: bool,
    /// The members.
    pub members: Vec<EnumMember>,
}

/// A member of an enumeration.
#[derive(Debug, Clone, Default)]
pub struct EnumMember {
    /// The name.
    pub name: String,
    /// The value, unchecked. Default: the index of the member.
    pub value: Option<String>,
    /// The position of the member.
    pub location: Location,
    /// Annotations of the member.
    pub annotations: Vec<Annotation>,
}

/// A type definition: another name for a primitive type, with facets (CSDL 4.01 §11).
#[derive(Debug, Clone, Default)]
pub struct TypeDefinition {
    /// The primitive type.
    pub underlying: String,
    /// The facets.
    pub facets: Facets,
}
