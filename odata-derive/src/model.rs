//! The model of an item: its attributes and types, parsed and checked one by one.

mod generics;
mod item;
mod naming;
mod property;
mod resource;
mod role;
mod rule;
mod shape;

pub(crate) mod enumeration;
pub(crate) mod hierarchy;

pub(crate) use generics::{Bounds, bounded, is_parameter};
pub(crate) use item::{Item, TypeName, reject_union};
pub(crate) use property::{DefaultValue, Field, Property};
pub(crate) use resource::{Kind, Resource, WriteType};
pub(crate) use role::{NonProperty, Role};
pub(crate) use rule::{Rule, RuleKind};
pub(crate) use shape::{Shape, is_text};
