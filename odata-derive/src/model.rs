//! The model of an item: its attributes and types, parsed and checked one by one.

mod edm;
mod generics;
mod item;
mod key_list;
mod naming;
mod non_property;
mod parameter;
mod property;
mod resource;
mod rule;
mod shape;

pub(crate) mod enumeration;
pub(crate) mod hierarchy;

pub(crate) use generics::{BOUNDS, Bounds, bounded, stand_in, stand_ins};
pub(crate) use item::{Item, TypeName, reject_union};
pub(crate) use non_property::NonProperty;
pub(crate) use parameter::{
    compact, is_itself, is_named, is_parameter, mentions, mentions_lifetime, mentions_one,
    mentions_parameter,
};
pub(crate) use property::{DefaultValue, Field, Property, Role};
pub(crate) use resource::{Kind, Resource, WriteType};
pub(crate) use rule::{Digits, Rule, RuleKind};
pub(crate) use shape::{Shape, is_text, is_unsized, pointer_target, type_argument, ungrouped};
