//! Reading captured members once their type is known.

use std::{borrow::Cow, marker::PhantomData};

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess};

use crate::{
    raw::TextParser,
    runtime::de::{
        buffered_members::BufferedMembers, erased_builder::ErasedBuilder, member::Member,
        members::read_members, progress::Progress,
    },
    session::from_replayed,
};

/// Reads captured members.
#[inline(never)]
pub(super) fn replay<'de, E: de::Error>(
    builder: &mut ErasedBuilder<'_, 'de, Replay<'de, E>>,
    progress: &mut Progress<'de>,
    early: BufferedMembers<'de>,
) -> Result<(), E> {
    replay_members(builder, progress, early.into_members())
}

/// Reads a list of captured members.
pub(super) fn replay_members<'de, E: de::Error>(
    builder: &mut ErasedBuilder<'_, 'de, Replay<'de, E>>,
    progress: &mut Progress<'de>,
    captured: Vec<Member<'de>>,
) -> Result<(), E> {
    let mut map = Replay {
        members: captured.into_iter(),
        value: None,
        error: PhantomData,
    };
    read_members(builder, progress, &mut map)
}

/// Captured members as a map.
pub(super) struct Replay<'de, E> {
    members: std::vec::IntoIter<Member<'de>>,
    value: Option<Cow<'de, str>>,
    error: PhantomData<E>,
}

impl<'de, E: de::Error> MapAccess<'de> for Replay<'de, E> {
    type Error = E;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, E> {
        let Some(member) = self.members.next() else {
            return Ok(None);
        };
        self.value = Some(member.value);
        seed.deserialize(NameText::new(member.name)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, E> {
        match self.value.take() {
            Some(text) => captured(text, seed),
            None => Err(E::custom(
                "the value of a member was requested before its name",
            )),
        }
    }
}

/// Reads a captured value.
pub(crate) fn captured<'de, S: DeserializeSeed<'de>, E: de::Error>(
    text: Cow<'de, str>,
    seed: S,
) -> Result<S::Value, E> {
    let value = match text {
        Cow::Borrowed(text) => seed.deserialize(&mut TextParser::new(text)),
        // The input was a reader or another format, from which nothing can be borrowed.
        Cow::Owned(text) => {
            seed.deserialize(&mut serde_json::Deserializer::from_reader(text.as_bytes()))
        }
    };
    value.map_err(|error| from_replayed(&error))
}

/// A captured name.
pub(crate) struct NameText<'de, E>(Cow<'de, str>, PhantomData<E>);

impl<'de, E> NameText<'de, E> {
    pub(crate) const fn new(name: Cow<'de, str>) -> Self {
        NameText(name, PhantomData)
    }
}

impl<'de, E: de::Error> Deserializer<'de> for NameText<'de, E> {
    type Error = E;

    fn deserialize_any<V: de::Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.0 {
            Cow::Borrowed(name) => visitor.visit_borrowed_str(name),
            Cow::Owned(name) => visitor.visit_string(name),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct newtype_struct seq
        tuple tuple_struct map struct enum identifier ignored_any
    }
}
