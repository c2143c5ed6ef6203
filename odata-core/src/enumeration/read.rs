//! From text to a member: the exact name first, everything else on a cold branch.

use std::{borrow::Cow, fmt, marker::PhantomData};

use serde::{
    Deserializer,
    de::{self, Visitor},
};

use crate::{
    enumeration::{enum_type::EnumType, odata_enum::ODataEnum, unknown::UnknownMember},
    options::UnknownPolicy,
    session::policy::read_policy,
};

/// How a text that is no member's exact name is taken.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Leniency {
    pub(crate) any_case: bool,
    pub keeps_unlisted: bool,
}

impl Leniency {
    /// As the type itself says.
    pub(crate) fn of(ty: &EnumType) -> Leniency {
        Leniency {
            any_case: ty.is_case_insensitive,
            keeps_unlisted: ty.keeps_unlisted,
        }
    }

    /// As the options of the read under way say, and where they leave it open, the type.
    pub(crate) fn in_force(ty: &EnumType) -> Leniency {
        let policy = read_policy();
        Leniency {
            any_case: policy
                .case_insensitive_enums
                .unwrap_or(ty.is_case_insensitive),
            keeps_unlisted: ty.keeps_unlisted && policy.unknown_enum_members == UnknownPolicy::Keep,
        }
    }
}

/// `Deserialize`: a string that names a member.
#[inline]
pub fn read<'de, E: ODataEnum, D: Deserializer<'de>>(deserializer: D) -> Result<E, D::Error> {
    deserializer.deserialize_str(MemberVisitor(PhantomData))
}

struct MemberVisitor<E>(PhantomData<E>);

impl<E: ODataEnum> Visitor<'_> for MemberVisitor<E> {
    type Value = E;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a string with a member of {}", E::TYPE.name())
    }

    #[inline]
    fn visit_str<Error: de::Error>(self, text: &str) -> Result<E, Error> {
        match E::member(E::find(text)) {
            Some(member) => Ok(member),
            None => inexact(Cow::Borrowed(text)),
        }
    }

    #[inline]
    fn visit_string<Error: de::Error>(self, text: String) -> Result<E, Error> {
        match E::member(E::find(&text)) {
            Some(member) => Ok(member),
            None => inexact(Cow::Owned(text)),
        }
    }
}

#[cold]
#[inline(never)]
fn inexact<E: ODataEnum, Error: de::Error>(text: Cow<'_, str>) -> Result<E, Error> {
    let leniency = Leniency::in_force(E::TYPE);
    member(text, leniency).map_err(UnknownMember::into_serde)
}

/// The member that a text names, by this leniency.
pub(crate) fn member<E: ODataEnum>(
    text: Cow<'_, str>,
    leniency: Leniency,
) -> Result<E, UnknownMember> {
    let index = match E::find(&text) {
        crate::enumeration::enum_members::UNKNOWN_MEMBER => {
            inexact_index(E::TYPE, &text, leniency.any_case)
        }
        index => Some(index),
    };
    if let Some(member) = index.and_then(E::member) {
        return Ok(member);
    }
    match E::OTHER {
        Some(other) if leniency.keeps_unlisted && !text.is_empty() => Ok(other(text.into_owned())),
        _ => Err(UnknownMember::unlisted(E::TYPE, &text)),
    }
}

/// The member of a value in digits (JSON format 4.01, section 7.1), or of a name in another letter case.
pub(crate) fn inexact_index(ty: &EnumType, text: &str, any_case: bool) -> Option<u16> {
    if let Ok(value) = text.parse() {
        return ty.index_of_value(value);
    }
    any_case.then(|| ty.index_ignoring_case(text)).flatten()
}
