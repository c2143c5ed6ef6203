//! JSON values with positions, read from text and written as text.

use std::{fmt, ops::Range};

use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// Deeper than any CSDL document, shallow enough for the stack.
const MAX_DEPTH: usize = 64;

/// A value and its bytes in the text. Values that are only written have no bytes.
#[derive(Debug, Default)]
pub(super) struct Json {
    pub(super) range: Range<usize>,
    pub(super) value: JsonValue,
}

#[derive(Debug, Default)]
pub(super) enum JsonValue {
    #[default]
    Null,
    Bool(bool),
    /// The exact text of a number.
    Number(String),
    Text(String),
    Array(Vec<Json>),
    /// In the order of the text.
    Object(Vec<(String, Json)>),
}

impl From<JsonValue> for Json {
    fn from(value: JsonValue) -> Self {
        Self {
            value,
            ..Self::default()
        }
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        JsonValue::Text(text.to_owned()).into()
    }
}

impl Json {
    /// Parses the whole text. Text that is not JSON, or nested too deeply, is an error.
    pub(super) fn parse(text: &str) -> Result<Self, serde_json::Error> {
        let root: &RawValue = serde_json::from_str(text)?;
        located(root, text, 0)
    }

    pub(super) fn get(&self, name: &str) -> Option<&Self> {
        self.members()
            .iter()
            .find_map(|(key, value)| (key == name).then_some(value))
    }

    /// Returns the members of an object; no members for any other value.
    pub(super) fn members(&self) -> &[(String, Self)] {
        match &self.value {
            JsonValue::Object(members) => members,
            _ => &[],
        }
    }

    /// Returns the members of an object that name model elements: neither keywords nor annotations.
    pub(super) fn names(&self) -> impl Iterator<Item = &(String, Self)> + Clone {
        self.members()
            .iter()
            .filter(|(name, _)| !name.starts_with('$') && !name.contains('@'))
    }

    pub(super) fn items(&self) -> &[Self] {
        match &self.value {
            JsonValue::Array(items) => items,
            _ => &[],
        }
    }

    pub(super) fn text(&self) -> Option<&str> {
        match &self.value {
            JsonValue::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Returns text, or a number or boolean as it is written: facets and default values have any of these types.
    pub(super) fn scalar(&self) -> Option<String> {
        match &self.value {
            JsonValue::Text(text) | JsonValue::Number(text) => Some(text.clone()),
            JsonValue::Bool(value) => Some(value.to_string()),
            _ => None,
        }
    }
}

fn located(raw: &RawValue, text: &str, depth: usize) -> Result<Json, serde_json::Error> {
    let own = raw.get();
    if depth > MAX_DEPTH {
        return Err(serde::de::Error::custom(format_args!(
            "nested deeper than {MAX_DEPTH} levels"
        )));
    }
    // A captured value is a slice of the text that it was captured from.
    let start = (own.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    let mut end = start + own.len();
    let value = match own.as_bytes().first() {
        Some(b'{') => {
            end = start + 1;
            let Members(members) = serde_json::from_str(own)?;
            let members = members
                .into_iter()
                .map(|(name, value)| Ok((name, located(value, text, depth + 1)?)));
            JsonValue::Object(members.collect::<Result<_, serde_json::Error>>()?)
        }
        Some(b'[') => {
            end = start + 1;
            let items: Vec<&RawValue> = serde_json::from_str(own)?;
            let items = items.into_iter().map(|item| located(item, text, depth + 1));
            JsonValue::Array(items.collect::<Result<_, _>>()?)
        }
        Some(b'"') => JsonValue::Text(serde_json::from_str(own)?),
        Some(b't' | b'f') => JsonValue::Bool(serde_json::from_str(own)?),
        Some(b'n') => JsonValue::Null,
        _ => JsonValue::Number(own.to_owned()),
    };
    let range = start..end;
    Ok(Json { range, value })
}

/// The members of an object in order, their values captured.
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

/// Returns an object of members.
pub(super) fn object(members: impl IntoIterator<Item = (String, Json)>) -> Json {
    JsonValue::Object(members.into_iter().collect()).into()
}

/// Returns an array of values.
pub(super) fn array<J: Into<Json>>(items: impl IntoIterator<Item = J>) -> Json {
    JsonValue::Array(items.into_iter().map(Into::into).collect()).into()
}

impl Json {
    fn write(&self, depth: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.value {
            JsonValue::Null => f.write_str("null"),
            JsonValue::Bool(value) => write!(f, "{value}"),
            JsonValue::Number(number) => f.write_str(number),
            JsonValue::Text(text) => write_text(text, f),
            JsonValue::Array(items) => {
                f.write_str("[")?;
                for (index, item) in items.iter().enumerate() {
                    f.write_str(if index == 0 { "" } else { ", " })?;
                    item.write(depth, f)?;
                }
                f.write_str("]")
            }
            JsonValue::Object(members) if members.is_empty() => f.write_str("{}"),
            JsonValue::Object(members) => {
                f.write_str("{\n")?;
                for (index, (name, value)) in members.iter().enumerate() {
                    f.write_str(if index == 0 { "" } else { ",\n" })?;
                    write!(f, "{:1$}", "", (depth + 1) * 2)?;
                    write_text(name, f)?;
                    f.write_str(": ")?;
                    value.write(depth + 1, f)?;
                }
                write!(f, "\n{:1$}}}", "", depth * 2)
            }
        }
    }
}

/// Writes a string with the escapes of serde_json.
fn write_text(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str(&serde_json::to_string(text).map_err(|_| fmt::Error)?)
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(0, f)
    }
}
