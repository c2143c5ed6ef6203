#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

// A module imports only from those above it in the list of `tests/tests/layers.rs`.
mod alias;
mod diagnostic;
mod format;
mod identifier;
mod json;
mod location;
mod model;
mod parts;
mod structured_types;
mod text;
mod visitor;
mod xml;

pub use alias::Aliases;
pub use diagnostic::{Diagnostic, Severity};
pub use identifier::{MAX_IDENTIFIER, is_simple_identifier};
pub use location::{LineIndex, Location};
pub use model::{
    Annotation, AnnotationGroup, ConstantKind, Container, ContainerChild, ContainerChildKind,
    Document, EnumMember, EnumType, Expression, Facets, Import, Include, Key, KeyPart, Navigation,
    NavigationBinding, Operation, Operator, Property, Record, Reference, ReferentialConstraint,
    Schema, StructuredType, Term, Type, TypeDefinition, TypeKind, TypeReference, Version,
};
pub use structured_types::StructuredTypes;
pub use text::decode;
