//! Reading of navigation properties. An object is a reference until its first property.

use std::{borrow::Cow, fmt, marker::PhantomData, vec};

use serde::{
    Deserialize, Deserializer,
    de::{self, DeserializeSeed, MapAccess, Visitor},
};

use crate::{
    codec::{CodecSeed, Items, NonNull, Nullable, Serde},
    error::ErrorKind,
    model::Variant,
    payload::{
        entity_reference::EntityReference,
        navigation::{EntityOrReference, Nav, collection::NavCollection},
    },
    protocol::Version,
    runtime::{
        BufferedMembers, Member as BufferedMember, Name, NameText, NavigationMember, ReadRelated,
        RelatedTypes, WriteVariant, check_listed, de::replay::captured,
    },
    session::{Level, at_index, new_error, new_mismatch, read_policy},
};

impl<'de, T: Deserialize<'de>> Deserialize<'de> for EntityOrReference<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntityOrReferenceVisitor(PhantomData))
    }
}

struct EntityOrReferenceVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for EntityOrReferenceVisitor<T> {
    type Value = EntityOrReference<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an entity or a reference to one")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut buffered = BufferedMembers::new();
        let property = {
            let _level = Level::enter()?;
            first_property(&mut buffered, &mut map)?
        };
        if property.is_none() && is_reference(&buffered) {
            let _level = Level::enter()?;
            return EntityReference::from_members(buffered.into_resource()?.0)
                .map(EntityOrReference::Reference);
        }
        let members = Members {
            buffered: buffered.into_members().into_iter(),
            property,
            value: None,
            rest: map,
        };
        T::deserialize(ObjectDeserializer(members)).map(EntityOrReference::Entity)
    }
}

/// Buffers the members before the first property, and returns the name of that property.
fn first_property<'de, A: MapAccess<'de>>(
    buffered: &mut BufferedMembers<'de>,
    map: &mut A,
) -> Result<Option<Cow<'de, str>>, A::Error> {
    while let Some(name) = map.next_key_seed(Name)? {
        if !name.contains(['@', '#']) {
            return Ok(Some(name));
        }
        buffered.read(name, map)?;
    }
    Ok(None)
}

/// Returns whether the members have an id. A transient entity has a null id (JSON 4.01 §4.5.8).
fn is_reference(buffered: &BufferedMembers<'_>) -> bool {
    let is_newer = read_policy().version >= Version::V401;
    let id = buffered
        .get("@odata.id")
        .or_else(|| buffered.get("@id").filter(|_| is_newer));
    id.is_some_and(|id| id != "null")
}

/// The members of an object: the buffered ones, the property after them, then the rest.
struct Members<'de, A> {
    buffered: vec::IntoIter<BufferedMember<'de>>,
    property: Option<Cow<'de, str>>,
    value: Option<Cow<'de, str>>,
    rest: A,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Members<'de, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        let name = match self.buffered.next() {
            Some(member) => {
                self.value = Some(member.value);
                member.name
            }
            None => match self.property.take() {
                Some(name) => name,
                None => return self.rest.next_key_seed(seed),
            },
        };
        seed.deserialize(NameText::new(name)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        match self.value.take() {
            Some(text) => captured(text, seed),
            None => self.rest.next_value_seed(seed),
        }
    }
}

/// The object with these members.
struct ObjectDeserializer<'de, A>(Members<'de, A>);

impl<'de, A: MapAccess<'de>> Deserializer<'de> for ObjectDeserializer<'de, A> {
    type Error = A::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, A::Error> {
        visitor.visit_map(self.0)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, A::Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        visitor.visit_newtype_struct(self)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map
        struct enum identifier ignored_any
    }
}

impl<'de, T: Deserialize<'de>> ReadRelated<'de> for Nav<T> {
    // The caller rejects null where it is not allowed, in a value and in a link.
    fn value<A: MapAccess<'de>>(&mut self, _: bool, map: &mut A) -> Result<(), A::Error> {
        let value =
            map.next_value_seed(CodecSeed::<Nullable<Serde>, Option<EntityOrReference<T>>>::NEW)?;
        let value = match value {
            None => Nav::Null,
            Some(EntityOrReference::Reference(reference)) => Nav::Reference(reference),
            Some(EntityOrReference::Entity(entity)) => Nav::Expanded(Box::new(entity)),
        };
        self.set(value)
    }

    fn read_control<E: de::Error>(
        &mut self,
        member: NavigationMember,
        text: &str,
    ) -> Result<(), E> {
        let id: Option<String> = match member {
            NavigationMember::Bind => parse(text, "a link or null")?,
            _ => return Ok(()),
        };
        self.set(id.map_or(Nav::Unbind, Nav::Bind))
    }

    fn is_null(&self) -> bool {
        matches!(self, Nav::Null | Nav::Unbind)
    }
}

impl<T: Variant + WriteVariant> RelatedTypes for Nav<T> {
    fn check_types<E: de::Error>(&self, listed: &[&str]) -> Result<(), E> {
        self.entity()
            .map_or(Ok(()), |entity| check_listed(entity, listed))
    }
}

impl<T: Variant + WriteVariant> RelatedTypes for NavCollection<T> {
    fn check_types<E: de::Error>(&self, listed: &[&str]) -> Result<(), E> {
        let _level = Level::enter()?;
        for (index, item) in self.iter().enumerate() {
            if let Some(entity) = item.entity() {
                check_listed(entity, listed).map_err(|error| at_index(index, error))?;
            }
        }
        Ok(())
    }
}

impl<T> Nav<T> {
    /// Sets the value or the link. Rejects a second value or link, and a link beside a value (JSON 4.01 §8.5).
    fn set<E: de::Error>(&mut self, value: Nav<T>) -> Result<(), E> {
        if !self.is_absent() {
            return Err(new_error(
                ErrorKind::Duplicate,
                "the navigation property has more than one value or link",
            ));
        }
        *self = value;
        Ok(())
    }
}

impl<'de, T: Deserialize<'de>> ReadRelated<'de> for NavCollection<T> {
    fn value<A: MapAccess<'de>>(&mut self, is_nullable: bool, map: &mut A) -> Result<(), A::Error> {
        type Entities<T> = Option<Vec<EntityOrReference<T>>>;
        self.value = if is_nullable {
            map.next_value_seed(CodecSeed::<Nullable<Items<Serde>>, Entities<T>>::NEW)?
        } else {
            map.next_value_seed(CodecSeed::<NonNull<Items<Serde>>, Entities<T>>::NEW)?
        };
        Ok(())
    }

    fn read_control<E: de::Error>(
        &mut self,
        member: NavigationMember,
        text: &str,
    ) -> Result<(), E> {
        match member {
            NavigationMember::Bind => {
                let ids: Vec<String> = parse(text, "an array of links")?;
                if ids.is_empty() {
                    return Err(unexpected(text, "an array of links"));
                }
                check_first(self.bind.is_empty())?;
                self.bind = ids;
            }
            NavigationMember::Count => {
                let digits = match read_policy().ieee754 {
                    true => text.trim_matches('"'),
                    false => text,
                };
                let count: i64 = digits
                    .parse()
                    .ok()
                    .filter(|count| *count >= 0)
                    .ok_or_else(|| unexpected(text, "a non-negative integer"))?;
                check_first(self.count.is_none())?;
                self.count = Some(count);
            }
            _ => {
                let link: String = parse(text, "a string")?;
                check_first(self.next_link.is_none())?;
                self.next_link = Some(link);
            }
        }
        Ok(())
    }

    fn is_null(&self) -> bool {
        false
    }
}

/// Rejects a second value. In 4.01, `N@odata.count` and `N@count` are the same.
fn check_first<E: de::Error>(is_first: bool) -> Result<(), E> {
    if is_first {
        Ok(())
    } else {
        Err(new_error(
            ErrorKind::Duplicate,
            "the same control information occurs twice",
        ))
    }
}

fn parse<T: de::DeserializeOwned, E: de::Error>(text: &str, expected: &str) -> Result<T, E> {
    serde_json::from_str(text).map_err(|_| unexpected(text, expected))
}

#[cold]
fn unexpected<E: de::Error>(text: &str, expected: &str) -> E {
    new_mismatch(
        ErrorKind::Type,
        format_args!("expected {expected}, not {text}"),
        expected,
        text,
    )
}
