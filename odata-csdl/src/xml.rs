//! CSDL XML.

mod doctype;
mod element;
mod expression;
mod namespaces;
mod part;
mod read;
mod write;

pub(crate) use read::read;
pub(crate) use write::write;
