//! The items of a delta: what an item is depends on its members (JSON 4.01 §15).

use std::{borrow::Cow, collections::HashMap, fmt};

use serde::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::{
    dynamic::MemberName,
    error::{ErrorKind, Listing},
    model::{Kind, StructuredType},
    protocol::{ContextUrl, Part},
    raw::Captured,
    runtime::de::key,
    session::{
        Level, at_index, at_name, from_replayed, is_in_delta, new_error, new_mismatch, read_policy,
    },
};

/// The kind of an item that is not a new or changed entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ItemKind {
    /// A removed entity, in the form of 4.01.
    Removed,
    /// A removed entity, in the form of 4.0.
    DeletedEntity,
    Link,
    DeletedLink,
}

/// The kind of an item, and whether it is identified, found in its members before it is read.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct ItemSummary {
    /// `None` for a new or changed entity.
    pub(crate) kind: Option<ItemKind>,
    /// Whether there is an id or any property; in a nested delta, an id or the whole key.
    pub(crate) has_identity: bool,
}

/// Summarizes an item, which is an object.
pub(crate) fn summarize<E: de::Error>(text: &str) -> Result<ItemSummary, E> {
    summarize_with(text, None)
}

fn summarize_with<E: de::Error>(text: &str, nested_key: Option<&[&str]>) -> Result<ItemSummary, E> {
    let mut parser = serde_json::Deserializer::from_str(text);
    SummarySeed { nested_key }
        .deserialize(&mut parser)
        .map_err(|error| from_replayed(&error))
}

/// Rejects a nested delta (`Orders@delta`) with an item that is not an entity, or with a removed entity that nothing identifies. `key` has
/// the names of the key properties; none if they are not known.
fn check_nested<E: de::Error>(text: &str, key: &[&str]) -> Result<(), E> {
    check_items(text, "an array of entities", |item| {
        check_nested_item(item, key)
    })
    .map_err(|error| from_replayed(&error))
}

/// Rejects `@removed` outside of a delta, and in a complex value.
pub(crate) fn check_removed<E: de::Error>(
    declared: Option<&'static StructuredType>,
) -> Result<(), E> {
    let is_complex = declared.is_some_and(|it| it.kind() == Kind::Complex);
    if is_in_delta() && !is_complex {
        Ok(())
    } else {
        Err(misplaced_removed())
    }
}

/// Returns the error for `@removed` where no entity can be removed.
#[cold]
pub(crate) fn misplaced_removed<E: de::Error>() -> E {
    new_error(
        ErrorKind::InvalidName,
        "`@removed` is allowed only in an item of a delta, and in a single related entity inside a delta",
    )
}

/// Returns the error for a removed entity without id and key.
#[cold]
pub(crate) fn unidentified<E: de::Error>(key: &[&str]) -> E {
    let expected = match key {
        [] => "`@odata.id` or the key properties".to_owned(),
        key => format!("`@odata.id` or {}", Listing(key.iter())),
    };
    new_mismatch(
        ErrorKind::Missing,
        format_args!("nothing identifies the removed entity: expected {expected}"),
        expected.as_str(),
        "neither",
    )
}

struct SummarySeed<'k> {
    /// The names of the key properties if the item is in a nested delta, which is not checked elsewhere.
    nested_key: Option<&'k [&'k str]>,
}

impl<'de> DeserializeSeed<'de> for SummarySeed<'_> {
    type Value = ItemSummary;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for SummarySeed<'_> {
    type Value = ItemSummary;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an item of a delta")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let _level = Level::enter()?;
        let mut summary = ItemSummary::default();
        let (mut has_members, mut key_parts) = (false, 0);
        while let Some(name) = map.next_key_seed(key::Name)? {
            self.read_member(&name, &mut summary, &mut has_members, &mut map)
                .map(|is_key_part| key_parts += usize::from(is_key_part))
                .map_err(|error| at_name(&name, error))?;
        }
        let key = self.nested_key.unwrap_or_default();
        summary.has_identity |= !key.is_empty() && key_parts == key.len();
        Ok(summary)
    }
}

impl SummarySeed<'_> {
    /// Reads a member; returns whether it is a part of the key.
    fn read_member<'de, A: MapAccess<'de>>(
        &self,
        name: &Cow<'de, str>,
        summary: &mut ItemSummary,
        has_members: &mut bool,
        map: &mut A,
    ) -> Result<bool, A::Error> {
        let policy = read_policy();
        match MemberName::parse(name).own_control(policy.version) {
            Some("removed") => {
                if policy.streaming && *has_members {
                    return Err(out_of_order());
                }
                let removed = map.next_value_seed(Captured)?;
                if self.nested_key.is_some() {
                    check_reason(&removed)?;
                }
                summary.kind = Some(ItemKind::Removed);
            }
            Some("context") => {
                let context = map.next_value_seed(Captured)?;
                summary.kind = summary.kind.or_else(|| kind_in_context(&context));
                return Ok(false);
            }
            Some("id") => summary.has_identity |= map.next_value_seed(Captured)? != "null",
            _ => {
                *has_members = true;
                let is_property = !name.contains(['@', '#']);
                let Some(key) = self.nested_key else {
                    map.next_value::<IgnoredAny>()?;
                    summary.has_identity |= is_property;
                    return Ok(false);
                };
                let value = map.next_value_seed(Captured)?;
                if is_nested_delta(name) {
                    // The type of these entities is not known here.
                    check_nested::<A::Error>(&value, &[])?;
                }
                summary.has_identity |= is_property && key.is_empty();
                return Ok(value != "null" && key.contains(&&**name));
            }
        }
        *has_members = true;
        Ok(false)
    }
}

/// Checks the value of `removed` of a related entity: an object whose reason, if any, is one of two (JSON 4.01 §15.3).
pub(crate) fn check_reason<E: de::Error>(removed: &str) -> Result<(), E> {
    if !removed.starts_with('{') {
        return Err(new_mismatch(
            ErrorKind::Type,
            format_args!("`removed` is {removed}; expected an object"),
            "an object",
            removed,
        ));
    }
    let members: HashMap<Cow<'_, str>, &RawValue> =
        serde_json::from_str(removed).map_err(|error| from_replayed(&error))?;
    match members.get("reason").map(|it| it.get()) {
        None | Some("\"deleted\"" | "\"changed\"") => Ok(()),
        Some(reason) => {
            let _level = Level::enter()?;
            Err(at_name(
                "reason",
                new_mismatch(
                    ErrorKind::Value,
                    format_args!("the reason must be \"deleted\" or \"changed\", not {reason}"),
                    "\"deleted\" or \"changed\"",
                    reason,
                ),
            ))
        }
    }
}

/// Returns whether `name` is a nested delta, such as `Orders@delta`.
pub(crate) fn is_nested_delta(name: &str) -> bool {
    matches!(MemberName::parse(name), MemberName::Control { target, name: "delta", .. } if !target.is_empty())
}

/// Returns the error for `removed` in another position than the first or the one after the context, in an ordered payload (JSON 4.01
/// §15.3).
#[cold]
fn out_of_order<E: de::Error>() -> E {
    new_error(
        ErrorKind::Order,
        "out of order in an ordered payload: `removed` must be first, or directly after the context",
    )
}

/// Returns the kind that a context names. A context that is not a string is rejected when the item is read.
fn kind_in_context(text: &str) -> Option<ItemKind> {
    let url: String = serde_json::from_str(text).ok()?;
    match ContextUrl::parse(&url).part()? {
        Part::DeletedEntity => Some(ItemKind::DeletedEntity),
        Part::Link => Some(ItemKind::Link),
        Part::DeletedLink => Some(ItemKind::DeletedLink),
        Part::Entity | Part::Delta => None,
    }
}

/// Checks each item of the array whose text this is.
pub(crate) fn check_items(
    text: &str,
    expected: &'static str,
    check: impl Fn(&str) -> Result<(), serde_json::Error>,
) -> Result<(), serde_json::Error> {
    serde_json::Deserializer::from_str(text).deserialize_seq(ItemChecks { expected, check })
}

struct ItemChecks<F> {
    expected: &'static str,
    check: F,
}

impl<'de, F: Fn(&str) -> Result<(), serde_json::Error>> Visitor<'de> for ItemChecks<F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let _level = Level::enter()?;
        let mut index = 0;
        while let Some(text) = items.next_element_seed(Captured)? {
            (self.check)(&text).map_err(|error| at_index(index, from_replayed(&error)))?;
            index += 1;
        }
        Ok(())
    }
}

/// Checks an item of a nested delta.
pub(super) fn check_nested_item<E: de::Error>(text: &str, key: &[&str]) -> Result<(), E> {
    if !text.starts_with('{') {
        return Err(not_an_entity(text));
    }
    let summary = summarize_with(text, Some(key))?;
    match summary.kind {
        Some(ItemKind::Link | ItemKind::DeletedLink) => Err(not_an_entity("a link")),
        Some(ItemKind::Removed | ItemKind::DeletedEntity) if !summary.has_identity => {
            Err(unidentified(key))
        }
        _ => Ok(()),
    }
}

#[cold]
fn not_an_entity<E: de::Error>(found: &str) -> E {
    new_mismatch(
        ErrorKind::Type,
        "an item of a nested delta must be an entity, a reference to one or a removed entity",
        "an entity",
        found,
    )
}
