//! The streaming machinery that the derives' expansion calls.

pub(crate) mod de;
pub(crate) mod navigation_member;
pub(crate) mod ser;
