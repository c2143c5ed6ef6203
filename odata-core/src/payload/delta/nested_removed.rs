//! Removed entities inside a changed entity.

use std::fmt;

use serde::de::{self, Deserializer, MapAccess, Visitor};

use crate::{
    dynamic::MemberName,
    raw::Captured,
    runtime::{
        de::{
            delta::{check_items, check_reason, misplaced_removed, unidentified},
            key,
        },
        is_nested_delta,
    },
    session::{Level, at_name, from_replayed, read_policy},
};

/// Rejects a removed entity in a collection that is not a nested delta, and one that nothing identifies (JSON 4.01 §15.2).
///
/// The reader of an entity cannot check this, because it does not know whether the entity is an item of an array.
pub(super) fn check<E: de::Error>(text: &str) -> Result<(), E> {
    check_value(text, false).map_err(|error| from_replayed(&error))
}

fn check_value(text: &str, is_item: bool) -> Result<(), serde_json::Error> {
    // Most values contain no removed entity. An escaped name contains a backslash.
    if !text.contains("removed\"") && !text.contains('\\') {
        return Ok(());
    }
    match text.as_bytes() {
        [b'{', ..] => {
            let mut parser = serde_json::Deserializer::from_str(text);
            parser.deserialize_map(ObjectVisitor { is_item })
        }
        [b'[', ..] => check_items(text, "an array", |item| check_value(item, true)),
        _ => Ok(()),
    }
}

struct ObjectVisitor {
    /// Whether an array holds the object.
    is_item: bool,
}

impl<'de> Visitor<'de> for ObjectVisitor {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let _level = Level::enter()?;
        let version = read_policy().version;
        let (mut is_removed, mut has_identity) = (false, false);
        while let Some(name) = map.next_key_seed(key::Name)? {
            let value = map.next_value_seed(Captured)?;
            let result = match MemberName::parse(&name).own_control(version) {
                Some("removed") if self.is_item => Err(misplaced_removed()),
                Some("removed") => {
                    is_removed = true;
                    check_reason(&value)
                }
                Some("id") => {
                    has_identity |= value != "null";
                    Ok(())
                }
                // Reading the entity checks a nested delta.
                _ if is_nested_delta(&name) => Ok(()),
                _ => check_value(&value, false).map_err(|error| from_replayed(&error)),
            };
            result.map_err(|error| at_name(&name, error))?;
            has_identity |= !name.contains(['@', '#']);
        }
        if is_removed && !has_identity {
            return Err(unidentified(&[]));
        }
        Ok(())
    }
}
