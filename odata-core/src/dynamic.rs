//! Content that no type declares: dynamic properties, resources of unknown types, annotations and control information.

pub(crate) mod annotations;
pub(crate) mod any_resource;
pub(crate) mod bag_entry;
pub(crate) mod bag_field;
pub(crate) mod control;
pub(crate) mod member_name;
pub(crate) mod members;
pub(crate) mod properties;
pub(crate) mod property_annotations;
pub(crate) mod resource;

pub use any_resource::{AnyComplex, AnyEntity};
pub use bag_field::BagField;
pub use control::{invalid::InvalidControlInformation, operation::Operation, view::Control};
pub use members::Iter as MemberIter;
pub use property_annotations::PropertyAnnotations;

pub(crate) use crate::dynamic::{
    annotations::Annotations,
    bag_entry::{BagEntry, UnwrittenAnnotations, is_wanted, place_before_targets},
    control::{ControlInformation, TYPE_TAG, ValueKind, write_members},
    member_name::{MemberName, canonical_name, other_spelling, wire_name},
    members::Members,
    properties::DynamicProperties,
    resource::DynamicResource,
};
