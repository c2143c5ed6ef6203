//! JSON text: captured values, escapes, scans, and the positions of errors.

pub(crate) mod captured;
mod classify;
pub(crate) mod cow_str;
pub(crate) mod locate;
pub(crate) mod path_cursor;
pub(crate) mod quoted;
pub(crate) mod scan;
pub(crate) mod string;
pub(crate) mod verbatim;
