//! A member's name, as an index where the type declares it.

use std::{borrow::Cow, fmt};

use serde::{
    Deserializer,
    de::{self, DeserializeSeed, Visitor},
};

use super::{TYPE_TAG, UNKNOWN};

/// A member's name.
pub(crate) enum Key<'de> {
    /// A declared property.
    Declared(u16),
    /// `@odata.type`.
    Tag,
    /// Anything else.
    Other(Cow<'de, str>),
}

/// Reads a name against a type's `index`. Not generic over the type: one copy serves all.
#[derive(Clone, Copy)]
pub(crate) struct KeySeed(pub(crate) fn(&str) -> u16);

impl KeySeed {
    fn known<'de>(self, name: &str) -> Option<Key<'de>> {
        if name.as_bytes().first() == Some(&b'@') {
            return (name == TYPE_TAG).then_some(Key::Tag);
        }
        match (self.0)(name) {
            UNKNOWN => None,
            index => Some(Key::Declared(index)),
        }
    }
}

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Key<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key<'de>, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<'de> Visitor<'de> for KeySeed {
    type Value = Key<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member name")
    }

    fn visit_borrowed_str<E: de::Error>(self, name: &'de str) -> Result<Key<'de>, E> {
        Ok(self.known(name).unwrap_or(Key::Other(Cow::Borrowed(name))))
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<Key<'de>, E> {
        Ok(self
            .known(name)
            .unwrap_or_else(|| Key::Other(Cow::Owned(name.to_owned()))))
    }

    fn visit_string<E: de::Error>(self, name: String) -> Result<Key<'de>, E> {
        Ok(self.known(&name).unwrap_or(Key::Other(Cow::Owned(name))))
    }
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
