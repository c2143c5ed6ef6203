//! From text to bits and unlisted names. Nothing here is generic: one copy serves every enumeration.

use crate::enumeration::{
    enum_members::UNKNOWN_MEMBER,
    enum_type::EnumType,
    flags::names::Names,
    read::{Leniency, inexact_index},
    unknown::UnknownMember,
};

/// Members with commas between them.
pub(super) fn combined(
    ty: &'static EnumType,
    find: fn(&str) -> u16,
    text: &str,
    leniency: Leniency,
) -> Result<(i64, Names), UnknownMember> {
    let (mut bits, mut unlisted) = (0, Vec::new());
    let parts = text.split(',').map(str::trim);
    for part in parts.clone() {
        let index = match find(part) {
            UNKNOWN_MEMBER => inexact_index(ty, part, leniency.any_case),
            index => Some(index),
        };
        if let Some(member) = index.and_then(|it| ty.member_at(it)) {
            bits |= member.value();
        } else if let Some(number) = number(ty, part, leniency.keeps_unlisted) {
            bits |= number;
        } else if leniency.keeps_unlisted && !part.is_empty() {
            unlisted.push(part);
        } else {
            return Err(UnknownMember::unlisted(ty, part));
        }
    }
    Ok((bits, Names::among(unlisted, parts)))
}

/// A number whose bits the enumeration may have.
fn number(ty: &EnumType, text: &str, keeps_unlisted: bool) -> Option<i64> {
    text.parse()
        .ok()
        .filter(|bits| fits(ty, *bits, keeps_unlisted))
}

/// Whether these are bits of members; where unlisted ones are kept, whether there could be members that have them.
pub(super) fn fits(ty: &EnumType, bits: i64, keeps_unlisted: bool) -> bool {
    if keeps_unlisted {
        return (0..=ty.greatest()).contains(&bits);
    }
    let all = ty.members().iter().fold(0, |all, it| all | it.value());
    bits & !all == 0
}
