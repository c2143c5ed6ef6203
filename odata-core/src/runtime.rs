//! Reading and writing of derived types in one pass.

pub(crate) mod de;
pub(crate) mod declared_type;
pub(crate) mod listed_types;
pub(crate) mod navigation;
pub(crate) mod related_field;
pub(crate) mod ser;
pub(crate) mod slot;
pub(crate) mod variant;

pub(crate) use crate::runtime::{
    de::{
        BufferedMembers, ItemKind, Member, MemberIndex, Name, NameText, Seen, check_member,
        check_removed, is_nested_delta,
    },
    listed_types::{RelatedTypes, check_listed},
    navigation::{ReadRelated, WriteRelated},
    ser::{WriteVariant, members::write_member},
    slot::NavigationMember,
};
