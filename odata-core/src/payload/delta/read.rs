//! Reading of the items of a delta.

use std::{borrow::Cow, fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer,
    de::{self, Visitor},
};

use crate::{
    dynamic::DynamicResource,
    error::ErrorKind,
    model::{Kind, ODataType, StructuredType, described},
    payload::delta::{DeltaItem, link::DeltaLink, nested_removed, removed::Removed},
    raw::{captured, scan},
    runtime::{
        ItemKind,
        de::{delta::summarize, replay},
    },
    session::{Level, enter_delta, new_error, new_mismatch},
};

/// The name of the newtype struct as which an item is deserialized. The probe of an item type (`ContentType`) recognizes an item by it.
pub(crate) const DELTA_ITEM: &str = "$odata::DeltaItem";

impl<'de, T: Deserialize<'de> + ODataType> Deserialize<'de> for DeltaItem<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(DELTA_ITEM, ItemVisitor(PhantomData))
    }
}

struct ItemVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de> + ODataType> Visitor<'de> for ItemVisitor<T> {
    type Value = DeltaItem<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an item of a delta")
    }

    /// Reads the entity alone. Only the probe of an item type calls this.
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        T::deserialize(deserializer).map(DeltaItem::Changed)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Self::Value, D::Error> {
        let text = captured::capture(deserializer)?;
        let declared = described(T::KIND);
        if let Some(declared) = declared.filter(|it| it.kind() == Kind::Complex) {
            return Err(not_entities(declared));
        }
        if !text.starts_with('{') {
            return Err(not_an_object(&text));
        }
        scan::check_captured(&text)?;
        let _delta = enter_delta();
        match summarize(&text)?.kind {
            Some(kind) => read_other(kind, text, declared),
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

/// A delta has the changes to entities (JSON 4.01 §15).
#[cold]
fn not_entities<E: de::Error>(declared: &'static StructuredType) -> E {
    new_error(
        ErrorKind::Type,
        format_args!(
            "a delta has entities, and `{}` is a complex type: add `#[odata(key)]` to the fields that identify an entity",
            declared.name()
        ),
    )
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
