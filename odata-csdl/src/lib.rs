#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod alias;
mod annotation;
mod container;
mod diagnostic;
mod document;
mod identifier;
mod json;
mod location;
mod operation;
mod types;
mod xml;

pub use alias::Aliases;
pub use annotation::{Annotation, AnnotationGroup, ConstantKind, Expression, Record};
pub use container::{Container, ContainerChild, ContainerChildKind, NavigationBinding};
pub use diagnostic::{Diagnostic, Severity};
pub use document::{Document, Include, Reference, Schema, Term, Version};
pub use identifier::{MAX_IDENTIFIER, is_simple_identifier};
pub use location::{LineIndex, Location};
pub use operation::Operation;
pub use types::{
    EnumMember, EnumType, Facets, Key, KeyPart, Navigation, Property, ReferentialConstraint,
    StructuredType, Type, TypeDefinition, TypeKind, TypeReference,
};
