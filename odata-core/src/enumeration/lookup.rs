//! Finds the member that a text names.

use std::borrow::Cow;

use crate::{
    enumeration::{
        enum_members::{EnumMembers, UNKNOWN_MEMBER},
        enum_type::EnumType,
        unknown::UnknownMember,
    },
    options::UnknownPolicy,
    session::read_policy,
};

/// Rules for matching a text that is not the exact name of a member.
#[derive(Debug, Clone, Copy)]
pub(crate) struct MatchRules {
    pub(crate) ignores_case: bool,
    pub(crate) accepts_unknown: bool,
}

impl MatchRules {
    /// Returns the rules that the type declares.
    pub(crate) fn of(ty: &EnumType) -> MatchRules {
        MatchRules {
            ignores_case: ty.is_case_insensitive,
            accepts_unknown: ty.has_other,
        }
    }

    /// Returns the rules of the read in progress: those of its options, else those that the type declares.
    pub(crate) fn in_force(ty: &EnumType) -> MatchRules {
        let policy = read_policy();
        MatchRules {
            ignores_case: policy
                .case_insensitive_enums
                .unwrap_or(ty.is_case_insensitive),
            accepts_unknown: ty.has_other && policy.unknown_enum_members == UnknownPolicy::Keep,
        }
    }
}

/// Returns the member that a text names.
pub(crate) fn member<E: EnumMembers>(
    ty: &'static EnumType,
    text: Cow<'_, str>,
    rules: MatchRules,
) -> Result<E, UnknownMember> {
    let index = match E::find(&text) {
        UNKNOWN_MEMBER => inexact_index(ty, &text, rules.ignores_case),
        index => Some(index),
    };
    if let Some(member) = index.and_then(E::member) {
        return Ok(member);
    }
    match E::OTHER {
        Some(other) if rules.accepts_unknown && !text.is_empty() => Ok(other(text.into_owned())),
        _ => Err(UnknownMember::new(ty, &text)),
    }
}

/// Returns the index of the member with this value in digits (JSON 4.01 §7.1), or with this name in another letter case.
pub(crate) fn inexact_index(ty: &EnumType, text: &str, ignores_case: bool) -> Option<u16> {
    if let Ok(value) = text.parse() {
        return ty.index_of_value(value);
    }
    ignores_case.then(|| ty.index_ignoring_case(text)).flatten()
}
