//! Rules that cross attributes, each a function of its own. What crosses types is checked by constants in the expansion.

mod enumeration;
mod hierarchy;
mod resource;

pub(crate) use enumeration::enumeration;
pub(crate) use hierarchy::hierarchy;
pub(crate) use resource::resource;
