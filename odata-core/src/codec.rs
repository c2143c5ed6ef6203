//! How one value is read and written, by the shape of its field's type.

pub(crate) mod generic_number;
pub(crate) mod number;
pub(crate) mod raw_json;
pub(crate) mod read;
pub(crate) mod seed;
pub(crate) mod write;
