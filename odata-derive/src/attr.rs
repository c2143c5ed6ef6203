//! `#[odata(...)]`: from tokens to entries, and from entries to values.

mod entry;
pub(crate) mod keys;
mod serde;
mod similar;
mod value;
mod words;

pub(crate) use entry::{Content, Entries, Entry, parse};
pub(crate) use similar::did_you_mean;
pub(crate) use value::{PathValue, TypeList, TypeValue};
