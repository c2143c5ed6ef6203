//! A member's name, as an index where the type declares it.

use std::{borrow::Cow, fmt};

use serde::{
    Deserializer,
    de::{self, DeserializeSeed, Visitor},
};

use super::{Lookup, TYPE_TAG, UNKNOWN};

/// What stands for a member's name where it is `@odata.type`; no property has this index.
pub(crate) const TAG: u16 = UNKNOWN - 1;

/// Reads a name against the type's properties: as the declared property's index, [`TAG`] or [`UNKNOWN`]. Not generic over the type: one copy
/// serves all. What comes back fits a register; a name that is none of the type's is left in `other`.
pub(crate) struct KeySeed<'k, 'de> {
    /// None where any name but the tag's is unknown.
    pub(crate) lookup: Option<&'k mut Lookup>,
    pub(crate) other: &'k mut Cow<'de, str>,
}

impl<'de> KeySeed<'_, 'de> {
    #[inline(always)]
    fn index<E>(
        mut self,
        name: &[u8],
        other: impl FnOnce() -> Result<Cow<'de, str>, E>,
    ) -> Result<u16, E> {
        match self.lookup.as_mut().and_then(|it| it.index(name)) {
            Some(index) => Ok(index),
            None if name == TYPE_TAG.as_bytes() => Ok(TAG),
            None => {
                *self.other = other()?;
                Ok(UNKNOWN)
            }
        }
    }
}

impl<'de> DeserializeSeed<'de> for KeySeed<'_, 'de> {
    type Value = u16;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<u16, D::Error> {
        if is_unchecked::<D>() && self.lookup.is_some() {
            deserializer.deserialize_bytes(self)
        } else {
            deserializer.deserialize_identifier(self)
        }
    }
}

/// Whether this is a name in bytes of which serde_json does not know yet that they are UTF-8. It would look at each for that, though most are
/// names of the model, which they equal or not. The comparison is done when the program is compiled.
///
/// Names before a late tag are not asked this way: all of them are kept, so they must be UTF-8.
fn is_unchecked<D>() -> bool {
    // Newer compilers name lifetimes.
    matches!(
        std::any::type_name::<D>(),
        "serde_json::de::MapKey<'_, serde_json::read::SliceRead<'_>>"
            | "serde_json::de::MapKey<serde_json::read::SliceRead>"
    )
}

impl<'de> Visitor<'de> for KeySeed<'_, 'de> {
    type Value = u16;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member name")
    }

    #[inline(always)]
    fn visit_borrowed_str<E: de::Error>(self, name: &'de str) -> Result<u16, E> {
        self.index(name.as_bytes(), || Ok(Cow::Borrowed(name)))
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<u16, E> {
        self.index(name.as_bytes(), || Ok(Cow::Owned(name.to_owned())))
    }

    #[inline(always)]
    fn visit_borrowed_bytes<E: de::Error>(self, name: &'de [u8]) -> Result<u16, E> {
        self.index(name, || {
            // Nobody has looked for these either (RFC 8259, section 7).
            if name.iter().any(|byte| *byte < b' ') {
                return Err(E::custom(
                    "control character (\\u0000-\\u001F) found while parsing a string",
                ));
            }
            text(name).map(Cow::Borrowed)
        })
    }

    /// A name that came with escapes, which are undone. A control character in it may have been one; that it was not, nobody can tell any
    /// more, so it is taken.
    fn visit_bytes<E: de::Error>(self, name: &[u8]) -> Result<u16, E> {
        self.index(name, || text(name).map(|it| Cow::Owned(it.to_owned())))
    }
}

/// As serde_json says it.
fn text<E: de::Error>(name: &[u8]) -> Result<&str, E> {
    str::from_utf8(name).map_err(|_| E::custom("invalid unicode code point"))
}

/// Reads a name as it is.
#[derive(Clone, Copy)]
pub(crate) struct Name;

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<'de> Visitor<'de> for Name {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member name")
    }

    fn visit_borrowed_str<E: de::Error>(self, name: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(name))
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(name.to_owned()))
    }

    fn visit_string<E: de::Error>(self, name: String) -> Result<Self::Value, E> {
        Ok(Cow::Owned(name))
    }
}
