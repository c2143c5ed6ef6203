//! What an item of a delta is: known only once all its members are.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer,
    de::{self, DeserializeSeed, IgnoredAny, MapAccess, Visitor},
};

use crate::{
    codec::raw_json::RawJson,
    dynamic::resource::DynamicResource,
    error::ErrorKind,
    payload::delta::{DeltaItem, link::DeltaLink, removed::Removed},
    protocol::context_url::{ContextUrl, Part},
    raw::{captured, scan},
    runtime::de::{control, key, replay},
    session::{
        depth::Level,
        failure::{from_replayed, new_error, new_mismatch},
        policy::read_policy,
        trace::{at_name, missing_member},
    },
};

impl<'de, T: Deserialize<'de>> Deserialize<'de> for DeltaItem<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = captured::capture(deserializer)?;
        if !text.starts_with('{') {
            return Err(not_an_object(&text));
        }
        scan::check_captured(&text)?;
        let kind = match kind_of(&text)? {
            Some(kind) => kind,
            None => return replay::captured(text, PhantomData).map(DeltaItem::Changed),
        };
        let members: DynamicResource = replay::captured(text, PhantomData)?;
        // What follows finds fault with members of the item, which stand a level below it.
        let _level = Level::enter()?;
        Ok(match kind {
            Kind::Removed => DeltaItem::Removed(Removed::annotated(members)?),
            Kind::DeletedEntity => DeltaItem::Removed(Removed::of_deleted_entity(members)?),
            Kind::Link => DeltaItem::Link(DeltaLink::of(members)?),
            Kind::DeletedLink => DeltaItem::DeletedLink(DeltaLink::of(members)?),
        })
    }
}

#[cold]
fn not_an_object<E: de::Error>(text: &str) -> E {
    let (kind, found) = match text {
        "null" => (ErrorKind::Null, "null"),
        _ => (ErrorKind::Type, text),
    };
    new_mismatch(
        kind,
        "an item of a delta is an object",
        "an object: an entity, a removed one or a link",
        found,
    )
}

/// An item that is not an entity.
#[derive(Debug, Clone, Copy)]
enum Kind {
    Removed,
    DeletedEntity,
    Link,
    DeletedLink,
}

/// Looks at the names of an item's members, and at the context's value.
fn kind_of<E: de::Error>(text: &str) -> Result<Option<Kind>, E> {
    let mut parser = serde_json::Deserializer::from_str(text);
    KindSeed
        .deserialize(&mut parser)
        .map_err(|error| from_replayed(&error))
}

struct KindSeed;

impl<'de> DeserializeSeed<'de> for KindSeed {
    type Value = Option<Kind>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for KindSeed {
    type Value = Option<Kind>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an item of a delta")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let policy = read_policy();
        let (mut kind, mut began) = (None, false);
        while let Some(name) = map.next_key_seed(key::Name)? {
            match control::own_name(&name, policy.version) {
                Some("removed") => {
                    if policy.streaming && began {
                        return Err(at_name(&name, out_of_order()));
                    }
                    map.next_value::<IgnoredAny>()?;
                    kind = Some(Kind::Removed);
                }
                Some("context") => {
                    let context = map.next_value_seed(captured::Captured)?;
                    kind = kind.or_else(|| of_context(&context));
                    continue;
                }
                _ => _ = map.next_value::<IgnoredAny>()?,
            }
            began = true;
        }
        Ok(kind)
    }
}

/// In an ordered payload, `removed` comes first, or directly after the context (section 15.3).
#[cold]
fn out_of_order<E: de::Error>() -> E {
    new_error(
        ErrorKind::Order,
        "out of order in an ordered payload: `removed` comes first, or directly after the context",
    )
}

/// The kind that a context names. ObjectSeed that is no string is whoever reads the item's to refuse.
fn of_context(text: &str) -> Option<Kind> {
    let url: String = serde_json::from_str(text).ok()?;
    match ContextUrl::parse(&url).part()? {
        Part::DeletedEntity => Some(Kind::DeletedEntity),
        Part::Link => Some(Kind::Link),
        Part::DeletedLink => Some(Kind::DeletedLink),
        Part::Entity | Part::Delta => None,
    }
}

/// Refuses an item without this member, or where it is no string.
pub(super) fn require_string<E: de::Error>(members: &DynamicResource, name: &str) -> Result<(), E> {
    let found = match members.raw(name).map(RawJson::as_str) {
        Some(json) if json.starts_with('"') => return Ok(()),
        found => found,
    };
    let error = match found {
        Some(json) => new_mismatch(
            ErrorKind::Type,
            format_args!("`{name}` is a string, not {json}"),
            "a string",
            json,
        ),
        None => return Err(missing_member(name)),
    };
    Err(at_name(name, error))
}
