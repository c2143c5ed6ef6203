//! CSDL JSON.

mod expression;
mod part;
mod read;
mod value;
mod write;

pub(crate) use read::read;
pub(crate) use write::write;
