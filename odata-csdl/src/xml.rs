//! CSDL XML.

mod doctype;
mod element;
mod expression;
mod namespaces;
mod read;
mod schema;
mod write;

pub(crate) use read::read;
pub(crate) use write::write;
