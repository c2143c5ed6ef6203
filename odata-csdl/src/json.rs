//! CSDL JSON.

mod expression;
mod read;
mod schema;
mod value;
mod write;

pub(crate) use read::read;
pub(crate) use write::write;
