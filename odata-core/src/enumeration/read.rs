//! Reads a member: the exact name first, everything else on a cold branch.

use std::{borrow::Cow, fmt, marker::PhantomData};

use serde::{
    Deserializer,
    de::{self, Visitor},
};

use crate::enumeration::{
    lookup::{MatchRules, member},
    odata_enum::ODataEnum,
    unknown::UnknownMember,
};

/// Reads a string that names a member.
#[inline]
pub fn read<'de, E: ODataEnum, D: Deserializer<'de>>(deserializer: D) -> Result<E, D::Error> {
    deserializer.deserialize_str(MemberVisitor(PhantomData))
}

struct MemberVisitor<E>(PhantomData<E>);

impl<E: ODataEnum> Visitor<'_> for MemberVisitor<E> {
    type Value = E;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.alternate() {
            return f.write_str(E::TYPE.name());
        }
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
    member(E::TYPE, text, MatchRules::in_force(E::TYPE)).map_err(UnknownMember::into_serde)
}
