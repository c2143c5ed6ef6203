//! CSDL XML.

mod element;
mod expression;
mod namespaces;
mod part;
mod prolog;
mod read;
mod root;
mod write;

pub(crate) use read::read;
pub(crate) use write::write;
