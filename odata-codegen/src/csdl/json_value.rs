//! JSON with the place of every value: serde_json reads it, and captured values say where they stand in the text.

use std::fmt;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// Deeper than any CSDL document, shallow enough for the stack.
const MAX_DEPTH: usize = 64;

/// A value and its byte offset in the text.
#[derive(Debug)]
pub(crate) struct Json {
    pub(crate) offset: usize,
    pub(crate) value: JsonValue,
}

#[derive(Debug)]
pub(crate) enum JsonValue {
    Null,
    Bool(bool),
    /// As written.
    Number(String),
    Text(String),
    Array(Vec<Json>),
    /// In the order of the text.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Parses the whole text.
    ///
    /// # Errors
    ///
    /// What serde_json says, which knows line and column, about text that is not JSON or is nested too deeply.
    pub(crate) fn parse(text: &str) -> Result<Json, serde_json::Error> {
        let root: &RawValue = serde_json::from_str(text)?;
        located(root, text, 0)
    }

    pub(crate) fn get(&self, name: &str) -> Option<&Json> {
        self.members()
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value)
    }

    /// The members of an object; nothing for any other value.
    pub(crate) fn members(&self) -> &[(String, Json)] {
        match &self.value {
            JsonValue::Object(members) => members,
            _ => &[],
        }
    }

    pub(crate) fn items(&self) -> &[Json] {
        match &self.value {
            JsonValue::Array(items) => items,
            _ => &[],
        }
    }

    pub(crate) fn text(&self) -> Option<&str> {
        match &self.value {
            JsonValue::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Text, or a number as it is written: facets and default values come as either.
    pub(crate) fn scalar(&self) -> Option<String> {
        match &self.value {
            JsonValue::Text(text) | JsonValue::Number(text) => Some(text.clone()),
            JsonValue::Bool(value) => Some(value.to_string()),
            _ => None,
        }
    }
}

fn located(raw: &RawValue, text: &str, depth: usize) -> Result<Json, serde_json::Error> {
    let own = raw.get();
    // A captured value is a slice of the text it was captured from.
    let offset = (own.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    if depth > MAX_DEPTH {
        return Err(serde::de::Error::custom(format_args!(
            "nested deeper than {MAX_DEPTH} levels"
        )));
    }
    let value = match own.as_bytes().first() {
        Some(b'{') => {
            let Members(members) = serde_json::from_str(own)?;
            let members = members
                .into_iter()
                .map(|(name, value)| Ok((name, located(value, text, depth + 1)?)));
            JsonValue::Object(members.collect::<Result<_, serde_json::Error>>()?)
        }
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(own)?;
            JsonValue::Array(
                items
                    .into_iter()
                    .map(|item| located(item, text, depth + 1))
                    .collect::<Result<_, _>>()?,
            )
        }
        Some(b'"') => JsonValue::Text(serde_json::from_str(own)?),
        Some(b't' | b'f') => JsonValue::Bool(serde_json::from_str(own)?),
        Some(b'n') => JsonValue::Null,
        _ => JsonValue::Number(own.to_owned()),
    };
    Ok(Json { offset, value })
}

/// An object's members in order, the values captured.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de> serde::Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Members<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}
