//! EnvelopeBuilder the objects whose members the protocol itself defines: error bodies, service documents, references.

use std::{
    borrow::Cow,
    collections::{HashMap, hash_map::Entry},
    fmt,
    marker::PhantomData,
};

use serde::{
    Deserializer,
    de::{DeserializeSeed, MapAccess, SeqAccess, Visitor},
};

use crate::{
    codec::raw_json::RawJson,
    dynamic::{
        control::value_kind::{Key, ValueKind, has_prefix},
        members::Members,
    },
    error::ErrorKind,
    protocol::version::Version,
    session::{
        depth::Level,
        failure::{new_error, new_mismatch},
        policy::read_policy,
        trace::{at_index, at_name},
    },
};

/// An object with some known members; all others are kept.
pub(crate) trait ProtocolObject<'de>: Default {
    /// What it is, for a message.
    const EXPECTED: &'static str;

    /// Reads the value of `name`, if that is a known member.
    fn member<A: MapAccess<'de>>(&mut self, name: &str, map: &mut A) -> Result<bool, A::Error>;

    /// Whether this member, which is not known, may be there.
    fn allow<E: serde::de::Error>(_name: &str) -> Result<(), E> {
        Ok(())
    }

    /// Where the other members go.
    fn more(&mut self) -> &mut Members;

    /// The object, after its last member.
    fn finish<E: serde::de::Error>(self) -> Result<Self, E> {
        Ok(self)
    }
}

/// Reads an object.
pub(crate) fn read<'de, T: ProtocolObject<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_map(ObjectSeed(PhantomData))
}

/// Reads an object, as a seed.
pub(crate) struct ObjectSeed<T>(pub(crate) PhantomData<T>);

impl<'de, T: ProtocolObject<'de>> DeserializeSeed<'de> for ObjectSeed<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        read(deserializer)
    }
}

impl<'de, T: ProtocolObject<'de>> Visitor<'de> for ObjectSeed<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let _level = Level::enter()?;
        let mut object = T::default();
        let mut seen = Names(HashMap::new());
        while let Some(name) = map.next_key::<Cow<'de, str>>()? {
            member(&mut object, &mut seen, &name, &mut map)
                .map_err(|error| at_name(&name, error))?;
        }
        object.finish()
    }
}

fn member<'de, T: ProtocolObject<'de>, A: MapAccess<'de>>(
    object: &mut T,
    seen: &mut Names,
    name: &str,
    map: &mut A,
) -> Result<(), A::Error> {
    let replaces = seen.add(name, object.more().len())?;
    if object.member(name, map)? {
        return Ok(());
    }
    T::allow(name)?;
    let value: RawJson = map.next_value()?;
    check_control(name, &value)?;
    match replaces {
        Some(at) => object.more().replace(at, value),
        None => object.more().push(name.into(), value),
    }
    Ok(())
}

/// Control information has the value it must have.
fn check_control<E: serde::de::Error>(name: &str, value: &RawJson) -> Result<(), E> {
    let policy = read_policy();
    let Some(key) = Key::parse(name) else {
        return Ok(());
    };
    let form = ValueKind::of(key);
    // In 4.0, `@id` is not the protocol's (section 4.5).
    let is_control = policy.version >= Version::V401 || has_prefix(name);
    if !is_control || form.fits(value.as_str(), policy.ieee754) {
        return Ok(());
    }
    let message = format_args!("`{name}` must be {}", form.expected());
    Err(new_mismatch(
        ErrorKind::Type,
        message,
        form.expected(),
        value.as_str(),
    ))
}

/// The names that an object has had, each with its place among the members that are kept.
struct Names(HashMap<String, usize>);

impl Names {
    /// The place of the earlier member that a repeated one replaces: only custom annotations may repeat, the last
    /// wins.
    fn add<E: serde::de::Error>(&mut self, name: &str, place: usize) -> Result<Option<usize>, E> {
        let policy = read_policy();
        let annotation = name.contains('@') && Key::parse(name).is_none();
        let name = match Key::parse(name) {
            // In 4.01, `@odata.id` and `@id` are the same.
            Some(Key::Control { target, name }) if policy.version >= Version::V401 => {
                format!("{target}@odata.{name}")
            }
            _ => name.to_owned(),
        };
        match self.0.entry(name) {
            Entry::Vacant(entry) => {
                entry.insert(place);
                Ok(None)
            }
            Entry::Occupied(entry) if annotation && !policy.strict_annotations => {
                Ok(Some(*entry.get()))
            }
            Entry::Occupied(entry) => Err(new_error(
                ErrorKind::Duplicate,
                format_args!("`{}` comes twice", entry.key()),
            )),
        }
    }
}

/// Reads an array of objects, or null.
pub(crate) struct ArraySeed<T>(pub(crate) PhantomData<T>);

impl<'de, T: ProtocolObject<'de>> DeserializeSeed<'de> for ArraySeed<T> {
    type Value = Option<Vec<T>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, T: ProtocolObject<'de>> Visitor<'de> for ArraySeed<T> {
    type Value = Option<Vec<T>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of objects")
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let _level = Level::enter()?;
        let mut objects = Vec::new();
        loop {
            match items.next_element_seed(ObjectSeed(PhantomData)) {
                Ok(Some(object)) => objects.push(object),
                Ok(None) => return Ok(Some(objects)),
                Err(error) => return Err(at_index(objects.len(), error)),
            }
        }
    }
}
