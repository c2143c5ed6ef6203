//! `#[odata(...)]`: from tokens to entries that the table of keys knows, and from those to values.

mod entry;
pub(crate) mod keys;
mod serde;
mod similar;
mod value;

pub(crate) use entry::{Content, Entries, Entry, read};
pub(crate) use similar::nearest;
