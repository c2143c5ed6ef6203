//! Options of reading and writing.
//!
//! [`ReadOptions`] and [`WriteOptions`] are built with setters and passed to the functions of [`json`](crate::json) whose names end in
//! `_with`. Each setter's documentation names the default.

#[macro_use]
mod table;

mod policy;
mod read;
mod write;

pub use policy::{UndeclaredPolicy, UnknownPolicy};
pub use read::ReadOptions;
pub(crate) use read::{MAX_DEPTH, ReadPolicy};
pub use write::WriteOptions;
pub(crate) use write::WritePolicy;
