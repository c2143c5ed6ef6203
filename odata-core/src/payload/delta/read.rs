//! Reading of the items of a delta.

use std::{borrow::Cow, marker::PhantomData};

use serde::{Deserialize, Deserializer, de};

use crate::{
    dynamic::DynamicResource,
    error::ErrorKind,
    model::{ODataType, StructuredType, described},
    payload::delta::{DeltaItem, link::DeltaLink, nested_removed, removed::Removed},
    raw::{captured, scan},
    runtime::{
        ItemKind,
        de::{delta::summarize, replay},
    },
    session::{Level, enter_delta, new_mismatch},
};

impl<'de, T: Deserialize<'de> + ODataType> Deserialize<'de> for DeltaItem<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = captured::capture(deserializer)?;
        if !text.starts_with('{') {
            return Err(not_an_object(&text));
        }
        scan::check_captured(&text)?;
        let _delta = enter_delta();
        match summarize(&text)?.kind {
            Some(kind) => read_other(kind, text, described(T::KIND)),
            None => {
                nested_removed::check(&text)?;
                replay::captured(text, PhantomData).map(DeltaItem::Changed)
            }
        }
    }
}

/// Reads an item that is not a new or changed entity.
fn read_other<T, E: de::Error>(
    kind: ItemKind,
    text: Cow<'_, str>,
    declared: Option<&'static StructuredType>,
) -> Result<DeltaItem<T>, E> {
    let members: DynamicResource = replay::captured(text, PhantomData)?;
    // The errors below are about members of the item, which are one level deeper.
    let _level = Level::enter()?;
    Ok(match kind {
        ItemKind::Removed => DeltaItem::Removed(Removed::from_annotated(members, declared)?),
        ItemKind::DeletedEntity => DeltaItem::Removed(Removed::from_deleted_entity(members)?),
        ItemKind::Link => DeltaItem::Link(DeltaLink::from_members(members)?),
        ItemKind::DeletedLink => DeltaItem::DeletedLink(DeltaLink::from_members(members)?),
    })
}

#[cold]
fn not_an_object<E: de::Error>(text: &str) -> E {
    let (kind, found) = match text {
        "null" => (ErrorKind::Null, "null"),
        _ => (ErrorKind::Type, text),
    };
    new_mismatch(
        kind,
        "an item of a delta must be an object",
        "an object: an entity, a removed entity or a link",
        found,
    )
}
