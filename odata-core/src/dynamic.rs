//! Content that no type declares: dynamic properties, resources of unknown types, annotations and control information.

pub(crate) mod annotations;
pub(crate) mod any_resource;
pub(crate) mod bag_entry;
pub(crate) mod bag_field;
pub(crate) mod control;
pub(crate) mod member_name;
pub(crate) mod members;
pub(crate) mod properties;
pub(crate) mod resource;

pub use any_resource::{AnyComplex, AnyEntity};
pub use control::{invalid::InvalidControlInformation, operation::Operation, view::Control};
pub use members::Iter as MemberIter;
