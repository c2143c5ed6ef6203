//! Exact JSON text.

pub(crate) mod captured;
pub(crate) mod position;
pub(crate) mod quoted;
pub(crate) mod scan;
pub(crate) mod string;
pub(crate) mod verbatim;
pub(crate) mod walk;
