//! Reading the name of a member as the index of a property.

use std::{borrow::Cow, fmt};

use serde::{
    Deserializer,
    de::{self, DeserializeSeed, Visitor},
};

use crate::{
    dynamic::TYPE_TAG,
    raw::CowStr,
    runtime::de::{UNKNOWN, lookup::Lookup},
};

/// The index of `@odata.type`; no property has this index.
pub(crate) const TAG: u16 = UNKNOWN - 1;

/// Reads a name as the index of a declared property, [`TAG`] or [`UNKNOWN`]. It is not generic over the type, and the index fits a register;
/// an unknown name is stored in `other`.
pub(crate) struct KeySeed<'k, 'de> {
    /// `None` if every name except that of the type tag is unknown.
    pub(crate) lookup: Option<&'k mut Lookup>,
    pub(crate) other: &'k mut Cow<'de, str>,
}

impl<'de> KeySeed<'_, 'de> {
    #[inline(always)]
    fn known(&mut self, name: &str) -> u16 {
        match self.lookup.as_mut().and_then(|it| it.index(name)) {
            Some(index) => index,
            None if name == TYPE_TAG => TAG,
            None => UNKNOWN,
        }
    }
}

impl<'de> DeserializeSeed<'de> for KeySeed<'_, 'de> {
    type Value = u16;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<u16, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<'de> Visitor<'de> for KeySeed<'_, 'de> {
    type Value = u16;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member name")
    }

    #[inline(always)]
    fn visit_borrowed_str<E: de::Error>(mut self, name: &'de str) -> Result<u16, E> {
        let index = self.known(name);
        if index == UNKNOWN {
            *self.other = Cow::Borrowed(name);
        }
        Ok(index)
    }

    fn visit_str<E: de::Error>(mut self, name: &str) -> Result<u16, E> {
        let index = self.known(name);
        if index == UNKNOWN {
            *self.other = Cow::Owned(name.to_owned());
        }
        Ok(index)
    }

    fn visit_string<E: de::Error>(mut self, name: String) -> Result<u16, E> {
        let index = self.known(&name);
        if index == UNKNOWN {
            *self.other = Cow::Owned(name);
        }
        Ok(index)
    }
}

/// Reads a name as text.
#[derive(Clone, Copy)]
pub(crate) struct Name;

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(CowStr("a member name"))
    }
}
