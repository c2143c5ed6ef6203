//! Reading and writing of derived types in one pass.

pub(crate) mod de;
pub(crate) mod navigation;
pub(crate) mod ser;
pub(crate) mod slot;
