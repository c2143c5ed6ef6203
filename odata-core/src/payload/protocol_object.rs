//! Reading of the objects whose members the protocol defines: error bodies, service documents, references.

use std::{
    borrow::Cow,
    collections::{HashMap, hash_map::Entry},
    fmt,
    marker::PhantomData,
};

use serde::{
    Deserializer,
    de::{self, DeserializeSeed, MapAccess, SeqAccess, Visitor},
};

use crate::{
    codec::RawJson,
    dynamic::{MemberName, Members, ValueKind, canonical_name},
    error::ErrorKind,
    runtime::{check_removed, de::member_index},
    session::{Level, at_index, at_name, missing_member, new_mismatch, read_policy},
};

/// An object with some defined members; all others are preserved.
pub(crate) trait ProtocolObject<'de>: Sized {
    /// Describes the object in messages.
    const EXPECTED: &'static str;

    /// The members without which the object is rejected.
    const REQUIRED: &'static [&'static str] = &[];

    /// Creates the object to which the members are added.
    fn empty() -> Self;

    /// Reads the value of `name` and returns true, if the protocol defines that member.
    fn read_member<A: MapAccess<'de>>(
        &mut self,
        _name: &str,
        _map: &mut A,
    ) -> Result<bool, A::Error> {
        Ok(false)
    }

    /// Rejects a member that the protocol does not define and that the object cannot have.
    fn check_other_member<E: de::Error>(_name: &str) -> Result<(), E> {
        Ok(())
    }

    /// Returns the list that holds all other members.
    fn other_members(&mut self) -> &mut Members;

    /// Checks the object after its last member.
    fn finish<E: de::Error>(self) -> Result<Self, E> {
        Ok(self)
    }
}

/// Reads an object.
pub(crate) fn read<'de, T: ProtocolObject<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_map(ObjectSeed(PhantomData))
}

/// Implements `Deserialize` for protocol objects.
macro_rules! deserialize_object {
    ($($type:ty)*) => {$(
        impl<'de> ::serde::Deserialize<'de> for $type {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::payload::protocol_object::read(deserializer)
            }
        }
    )*};
}
pub(crate) use deserialize_object;

/// [`read`] as a seed.
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
        let mut object = T::empty();
        let mut seen = SeenNames(HashMap::new());
        while let Some(name) = map.next_key::<Cow<'de, str>>()? {
            read_member(&mut object, &mut seen, &name, &mut map)
                .map_err(|error| at_name(&name, error))?;
        }
        match T::REQUIRED.iter().find(|name| !seen.contains(name)) {
            Some(name) => Err(missing_member(name)),
            None => object.finish(),
        }
    }
}

fn read_member<'de, T: ProtocolObject<'de>, A: MapAccess<'de>>(
    object: &mut T,
    seen: &mut SeenNames,
    name: &str,
    map: &mut A,
) -> Result<(), A::Error> {
    let replaced = seen.add(name, object.other_members().len())?;
    if object.read_member(name, map)? {
        return Ok(());
    }
    T::check_other_member(name)?;
    let value: RawJson = map.next_value()?;
    check_control(name, &value)?;
    match replaced {
        Some(position) => object.other_members().replace(position, value),
        None => object.other_members().push(name.into(), value),
    }
    Ok(())
}

/// Rejects control information whose value has the wrong type.
fn check_control<E: de::Error>(name: &str, value: &RawJson) -> Result<(), E> {
    let policy = read_policy();
    let parsed = MemberName::parse(name);
    let Some(kind) = ValueKind::of(parsed).filter(|_| !parsed.is_annotation(policy.version)) else {
        return Ok(());
    };
    if parsed.own_control(policy.version) == Some("removed") {
        check_removed(None)?;
    }
    if kind.fits(value.as_str(), policy.ieee754) {
        return Ok(());
    }
    Err(new_mismatch(
        ErrorKind::Type,
        format_args!("`{name}` must be {}", kind.expected()),
        kind.expected(),
        value.as_str(),
    ))
}

/// The names of an object's members, each with its position in [`ProtocolObject::other_members`].
struct SeenNames(HashMap<String, usize>);

impl SeenNames {
    fn contains(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Adds a name. Only a custom annotation may be repeated: the last one wins, and the position of the earlier one is returned.
    fn add<E: de::Error>(&mut self, name: &str, position: usize) -> Result<Option<usize>, E> {
        let policy = read_policy();
        let is_annotation = matches!(MemberName::parse(name), MemberName::Annotation { .. });
        // In 4.01, `@odata.id` and `@id` are the same.
        let name = canonical_name(name, policy.version).into_owned();
        match self.0.entry(name) {
            Entry::Vacant(entry) => {
                entry.insert(position);
                Ok(None)
            }
            Entry::Occupied(entry) if is_annotation && !policy.strict_annotations => {
                Ok(Some(*entry.get()))
            }
            Entry::Occupied(entry) => Err(member_index::duplicate(entry.key())),
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

    fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
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
