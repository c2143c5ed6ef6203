//! Types and their members.

use super::{
    annotation::Annotation,
    type_reference::{Facets, TypeReference},
};
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
    /// Whether the type is an entity type.
    pub is_entity: bool,
    /// The base type.
    pub base: Option<String>,
    /// Whether the type has no instances of its own.
    pub is_abstract: bool,
    /// Whether the type itself is marked as open.
    pub is_open: bool,
    /// Whether the type is a media entity.
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
    /// The attributes of a navigation property. `None` for a structural property.
    pub navigation: Option<Navigation>,
    /// Annotations of the property.
    pub annotations: Vec<Annotation>,
}

/// The attributes that only navigation properties have (CSDL 4.01 §8.4 to §8.6).
#[derive(Debug, Clone, Default)]
pub struct Navigation {
    /// Whether the related entities are contained in the declaring one.
    pub contains_target: bool,
    /// The path of the navigation property in the opposite direction.
    pub partner: Option<String>,
    /// The properties that are equal on both sides.
    pub constraints: Vec<ReferentialConstraint>,
    /// The action on related entities when the declaring one is deleted: `Cascade`, `None`, `SetNull` or `SetDefault`.
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
