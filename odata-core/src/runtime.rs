//! The streaming machinery that the derives' expansion calls.

pub(crate) mod de;
pub(crate) mod navigation;
pub(crate) mod ser;
pub(crate) mod slot;
