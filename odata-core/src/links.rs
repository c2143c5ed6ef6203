//! The URLs of entities: key predicates and entity sets.

pub(crate) mod entity_set;
pub(crate) mod key;

pub use key::{key_predicate, push_key_predicate};
