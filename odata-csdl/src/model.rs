//! The document as data.

mod annotation;
mod container;
mod document;
mod operation;
mod types;

pub use annotation::{Annotation, AnnotationGroup, ConstantKind, Expression, Record};
pub use container::{Container, ContainerChild, ContainerChildKind, Import, NavigationBinding};
pub use document::{Document, Include, Reference, Schema, Term, Version};
pub use operation::Operation;
pub use types::{
    EnumMember, EnumType, Facets, Key, KeyPart, Navigation, Property, ReferentialConstraint,
    StructuredType, Type, TypeDefinition, TypeKind, TypeReference,
};
