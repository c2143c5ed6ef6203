//! Exact JSON text: what bags, late tags and untyped properties keep.

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, DeserializeSeed, MapAccess, SeqAccess, Visitor},
    ser::SerializeStruct,
};

use crate::{error::ErrorKind, scope};

mod quoted;
pub(crate) mod scan;
mod string;

pub(crate) use quoted::{Quoted, unquoted, write_quoted};
pub(crate) use string::write_string;

/// The name by which serde_json hands out, and takes in, a value's own text.
pub(crate) const RAW_VALUE: &str = "$serde_json::private::RawValue";

/// What is between the quotation marks of a JSON string, where nothing in it is escaped and that is its content.
#[inline]
pub(crate) fn unescaped(json: &str) -> Option<&str> {
    let inside = json.strip_prefix('"')?.strip_suffix('"')?;
    (!inside.as_bytes().contains(&b'\\')).then_some(inside)
}

/// The content of a JSON string, its escapes undone: services write `/` as `\/` and letters as `\u00e4`. `None` of anything else.
pub(crate) fn string(json: &str) -> Option<Cow<'_, str>> {
    match unescaped(json) {
        Some(inside) => Some(Cow::Borrowed(inside)),
        None => serde_json::from_str(json).ok().map(Cow::Owned),
    }
}

/// One JSON value as text, exactly as it came but for white space between tokens.
///
/// Numbers keep every digit, strings their escapes. It is the value of a [`DynamicProperties`](crate::DynamicProperties) entry and of
/// an annotation. Through serde_json it is read and written verbatim; other formats are read to the JSON they stand for, and numbers
/// are then as exact as that parser.
///
/// ```
/// use odata_core::JsonText;
///
/// let price: JsonText = serde_json::from_str("79228162514264337593543950335 ")?;
/// assert_eq!(price.as_str(), "79228162514264337593543950335");
/// assert_eq!(JsonText::new(&[1, 2])?.as_str(), "[1,2]");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct JsonText(Box<str>);

impl JsonText {
    /// The JSON text of a value.
    ///
    /// # Errors
    /// Where the value's `Serialize` fails or it has a map whose keys are not strings.
    pub fn new<T: Serialize + ?Sized>(value: &T) -> Result<JsonText, crate::Error> {
        let text = serde_json::to_string(value).map_err(crate::Error::from_write)?;
        Ok(JsonText(text.into()))
    }

    /// The value, typed.
    ///
    /// # Errors
    /// Where the text is not a `T`; the error says what was expected and found, and where.
    pub fn get<'a, T: Deserialize<'a>>(&'a self) -> Result<T, crate::Error> {
        crate::json::read_text(&self.0)
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the value is null.
    pub fn is_null(&self) -> bool {
        &*self.0 == "null"
    }

    /// Takes captured text: refuses what is nested past the limit and drops white space between tokens.
    pub(crate) fn take<E: de::Error>(text: &str) -> Result<JsonText, E> {
        scan::check(text)?;
        Ok(JsonText(scan::compact(Cow::Borrowed(text)).into()))
    }

    /// A string.
    pub(crate) fn string(text: &str) -> JsonText {
        JsonText(serde_json::Value::from(text).to_string().into())
    }

    /// From text that this crate wrote itself.
    pub(crate) fn from_trusted(text: String) -> JsonText {
        JsonText(text.into())
    }
}

impl crate::ODataType for JsonText {
    const NAME: &'static str = "Edm.Untyped";

    fn accepts(_: &str) -> bool {
        true
    }
}

impl crate::Validate for JsonText {}

impl fmt::Debug for JsonText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for JsonText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Default for JsonText {
    fn default() -> Self {
        JsonText("null".into())
    }
}

impl<'de> Deserialize<'de> for JsonText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        JsonText::take(&capture(deserializer)?)
    }
}

impl Serialize for JsonText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_text(&self.0, serializer)
    }
}

/// Writes text that is known to be JSON: verbatim into serde_json, as the value it stands for into any other format.
pub(crate) fn write_text<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    if is_serde_json::<S>() {
        write_verbatim(text, serializer)
    } else {
        serde_json::from_str::<serde_json::Value>(text)
            .map_err(serde::ser::Error::custom)?
            .serialize(serializer)
    }
}

#[inline]
fn write_verbatim<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    let mut raw = serializer.serialize_struct(RAW_VALUE, 1)?;
    raw.serialize_field(RAW_VALUE, text)?;
    raw.end()
}

/// serde gives a serializer no name of its own; the type's name serves. A wrapper around serde_json's names it too.
pub(crate) fn is_serde_json<S>() -> bool {
    let name = std::any::type_name::<S>();
    // The usual one first: that comparison is done when the program is compiled.
    name.starts_with("&mut serde_json::ser::Serializer<")
        || name.contains("serde_json::") && !name.contains("serde_json::ser::MapKeySerializer")
}

/// The text of the value that comes next: borrowed from a slice, owned from a reader or another format.
pub(crate) fn capture<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Cow<'de, str>, D::Error> {
    deserializer.deserialize_newtype_struct(RAW_VALUE, Capture)
}

/// [`capture`] as a seed.
#[derive(Clone, Copy)]
pub(crate) struct Captured;

impl<'de> DeserializeSeed<'de> for Captured {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        capture(deserializer)
    }
}

struct Capture;

impl<'de> Visitor<'de> for Capture {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    /// serde_json: a map of one entry whose value is the text.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        map.next_key::<de::IgnoredAny>()?;
        map.next_value_seed(Text)
    }

    /// Any other format: the value itself.
    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Self::Value, D::Error> {
        let mut text = String::new();
        deserializer.deserialize_any(Transcribe(&mut text))?;
        Ok(Cow::Owned(text))
    }
}

struct Text;

impl<'de> DeserializeSeed<'de> for Text {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Text {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON text")
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text))
    }
}

/// Writes what a self-describing format holds as JSON text.
struct Transcribe<'a>(&'a mut String);

impl Transcribe<'_> {
    fn scalar<T: Serialize + ?Sized, E: de::Error>(self, value: &T) -> Result<(), E> {
        self.0
            .push_str(&serde_json::to_string(value).map_err(E::custom)?);
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Transcribe<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Transcribe<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value that JSON can hold")
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<(), E> {
        self.scalar(&value)
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<(), E> {
        self.scalar(&value)
    }

    fn visit_i128<E: de::Error>(self, value: i128) -> Result<(), E> {
        self.scalar(&value)
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<(), E> {
        self.scalar(&value)
    }

    fn visit_u128<E: de::Error>(self, value: u128) -> Result<(), E> {
        self.scalar(&value)
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<(), E> {
        if value.is_finite() {
            self.scalar(&value)
        } else {
            Err(scope::fail(ErrorKind::Value, "JSON has no number for it"))
        }
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<(), E> {
        self.scalar(value)
    }

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        self.0.push_str("null");
        Ok(())
    }

    fn visit_none<E: de::Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let _level = scope::Level::enter()?;
        self.0.push('[');
        let mut first = true;
        loop {
            let end = self.0.len();
            if !first {
                self.0.push(',');
            }
            if items.next_element_seed(Transcribe(self.0))?.is_none() {
                self.0.truncate(end);
                break;
            }
            first = false;
        }
        self.0.push(']');
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        let _level = scope::Level::enter()?;
        self.0.push('{');
        let mut first = true;
        while let Some(name) = members.next_key::<Cow<'de, str>>()? {
            if !first {
                self.0.push(',');
            }
            first = false;
            Transcribe(self.0).scalar::<str, A::Error>(&name)?;
            self.0.push(':');
            members.next_value_seed(Transcribe(self.0))?;
        }
        self.0.push('}');
        Ok(())
    }
}
