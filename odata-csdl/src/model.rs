//! The document as data.

mod annotation;
mod container;
mod document;
mod expression_kind;
mod operation;
mod type_reference;
mod types;

pub use annotation::{Annotation, AnnotationGroup, Expression, Record};
pub use container::{Container, ContainerChild, ContainerChildKind, Import, NavigationBinding};
pub use document::{Document, Include, Reference, Schema, Term, Version};
pub use expression_kind::{ConstantKind, Operator};
pub use operation::Operation;
pub use type_reference::{Facets, TypeReference};
pub use types::{
    EnumMember, EnumType, Key, KeyPart, Navigation, Property, ReferentialConstraint,
    StructuredType, Type, TypeDefinition, TypeKind,
};
