//! Enumerations: members with names and values, and combinations of flags.

pub(crate) mod enum_members;
pub(crate) mod enum_type;
pub(crate) mod flags;
pub(crate) mod lookup;
pub(crate) mod odata_enum;
pub(crate) mod qualified;
pub(crate) mod read;
pub(crate) mod unknown;

pub use enum_members::UnknownText;
pub use enum_type::{EnumType, Member};
pub use flags::ODataFlags;
pub use qualified::QualifiedMember;
pub use unknown::UnknownMember;

pub(crate) use crate::enumeration::{enum_members::EnumMembers, flags::Flags};
