//! What the macro knows of an item once its attributes are read and checked.

mod generics;
mod naming;
mod property;
mod resource;
mod rule;
mod shape;

pub(crate) mod enumeration;
pub(crate) mod hierarchy;

pub(crate) use generics::{Bounds, bounded, is_parameter, with_de};
pub(crate) use naming::{Case, check_identifier, check_namespace};
pub(crate) use property::{Default, Field, Property, Role};
pub(crate) use resource::{Kind, Resource, WriteType, refuse_union};
pub(crate) use rule::{Rule, RuleKind};
pub(crate) use shape::{Shape, is_text};
