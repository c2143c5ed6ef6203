//! Options for reading and writing.
//!
//! [`ReadOptions`] and [`WriteOptions`] are built with setters and passed to the functions of [`json`](crate::json) whose names end in
//! `_with`. Each setter's documentation names the default.

#[macro_use]
mod table;

mod policy;
pub(crate) mod read;
pub(crate) mod write;

pub use policy::{UndeclaredPolicy, UnknownPolicy};
pub(crate) use read::{MAX_DEPTH, ReadOptions, ReadPolicy};
pub(crate) use write::{WriteOptions, WritePolicy};
