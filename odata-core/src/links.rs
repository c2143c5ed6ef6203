//! URLs of entities.
//!
//! - [`key_predicate`], [`push_key_predicate`]: the key of an entity as the end of its URL, `('Ada')`.
//! - [`EntitySet`](crate::EntitySet): ids, edit links and navigation links of the entities in a set, for bodies with `metadata=full`.
//! - [`Singleton`], [`BoundOperation`]: the other constants that `odata-codegen` generates from an entity container.
//!
//! [`resolve_url`](crate::protocol::resolve_url) makes the relative URLs of a body absolute.

pub(crate) mod bound;
pub(crate) mod entity_set;
pub(crate) mod entity_type;
pub(crate) mod key;
pub(crate) mod written_resource;

pub use bound::{BoundOperation, Singleton};
pub use entity_type::EntityType;
pub use key::{key_predicate, push_key_predicate};
pub use written_resource::WrittenResource;
