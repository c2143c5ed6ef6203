//! Reads bits and unknown names from text. Nothing here is generic, so that all enumerations share one copy.

use crate::enumeration::{
    enum_members::UNKNOWN_MEMBER,
    enum_type::EnumType,
    flags::names::Names,
    lookup::{MatchRules, inexact_index},
    unknown::UnknownMember,
};

/// Reads members separated by commas.
pub(super) fn read_members(
    ty: &'static EnumType,
    find: fn(&str) -> u16,
    text: &str,
    rules: MatchRules,
) -> Result<(i64, Names), UnknownMember> {
    let (mut bits, mut unknown) = (0, Vec::new());
    let parts = text.split(',').map(str::trim);
    for part in parts.clone() {
        let index = match find(part) {
            UNKNOWN_MEMBER => inexact_index(ty, part, rules.ignores_case),
            index => Some(index),
        };
        if let Some(member) = index.and_then(|it| ty.member_at(it)) {
            bits |= member.value();
        } else if let Some(number) = number(ty, part, rules.accepts_unknown) {
            bits |= number;
        } else if rules.accepts_unknown && !part.is_empty() {
            unknown.push(part);
        } else {
            return Err(UnknownMember::new(ty, part));
        }
    }
    Ok((bits, Names::with_text(unknown, parts)))
}

/// Returns the number in a text, if the enumeration may have its bits.
fn number(ty: &EnumType, text: &str, accepts_unknown: bool) -> Option<i64> {
    text.parse()
        .ok()
        .filter(|bits| fits(ty, *bits, accepts_unknown))
}

/// Returns whether all bits belong to members; if unknown members are accepted, whether members could have these bits.
pub(super) fn fits(ty: &EnumType, bits: i64, accepts_unknown: bool) -> bool {
    if accepts_unknown {
        return (0..=ty.max_value()).contains(&bits);
    }
    let all = ty.members().iter().fold(0, |all, it| all | it.value());
    bits & !all == 0
}
