//! A serializer that extracts the values of the key from an entity. It serializes no other value.

use std::{borrow::Cow, collections::HashMap, fmt};

use serde::{
    Serialize, Serializer,
    ser::{self, Impossible, SerializeMap},
};
use serde_json::value::RawValue;

use crate::{
    error::{Error, ErrorKind},
    links::key::literal,
    model::{KeyPart, StructuredType, key_parts},
    runtime::Seen,
};

/// Appends the values of a key to a URL.
pub(super) struct Parts<'a> {
    url: &'a mut String,
    key: Vec<KeyPart>,
    /// The parts of the key that have been written, by index.
    written: Seen,
    /// The parts, by index, that are in the value of the member that is next.
    next: Vec<u16>,
    /// The JSON of a value. One buffer for all values.
    json: Vec<u8>,
}

impl<'a> Parts<'a> {
    pub(super) fn new(
        url: &'a mut String,
        declared: &'static StructuredType,
    ) -> Result<Parts<'a>, Error> {
        Ok(Parts {
            url,
            key: key_parts(declared)?,
            written: Seen::new(),
            next: Vec::new(),
            json: Vec::new(),
        })
    }

    /// Returns the parts of the key.
    pub(super) fn key(&self) -> &[KeyPart] {
        &self.key
    }

    pub(super) fn write<T: Serialize + ?Sized>(&mut self, entity: &T) -> Result<(), Error> {
        entity
            .serialize(KeySerializer::Entity(self))
            .map_err(|SerdeError(error)| error)
    }

    /// Returns the first part of the key that has not been written.
    pub(super) fn missing(&self) -> Option<KeyPart> {
        let mut key = (0..).zip(&self.key);
        key.find(|(index, _)| !self.written.contains(*index))
            .map(|(_, it)| *it)
    }

    /// Ends the predicate.
    pub(super) fn close(self) {
        self.url.push(')');
    }

    /// Sets the member whose value is next.
    fn set_member(&mut self, name: &str) {
        let key = (0..).zip(&self.key);
        let parts = key.filter(|(_, it)| it.split().0 == name);
        self.next.clear();
        self.next.extend(parts.map(|(index, _)| index));
    }

    /// Writes the parts of the key that are in the value of the next member.
    fn value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        if self.next.is_empty() {
            return Ok(());
        }
        self.json.clear();
        serde_json::to_writer(&mut self.json, value).map_err(Error::from_write)?;
        let json = std::mem::take(&mut self.json);
        let text = String::from_utf8_lossy(&json);
        for index in std::mem::take(&mut self.next) {
            let Some(part) = self.key.get(usize::from(index)).copied() else {
                continue;
            };
            match part.split() {
                (_, None) => self.part(index, part, &text)?,
                (_, Some(rest)) => {
                    if let Some(value) = value_at(&text, rest) {
                        self.part(index, part, value.get())?;
                    }
                }
            }
        }
        self.json = json;
        Ok(())
    }

    /// Writes one part of the key.
    pub(super) fn part(&mut self, index: u16, part: KeyPart, json: &str) -> Result<(), Error> {
        // The value of a key is never null (CSDL 4.01 §6.5).
        if json == "null" {
            return Ok(());
        }
        self.url
            .push(if self.written.is_empty() { '(' } else { ',' });
        // A key of one property has no name.
        if self.key.len() > 1 {
            literal::percent_encode(self.url, part.name);
            self.url.push('=');
        }
        literal::push(self.url, part.property.literal_type(), json)
            .map_err(|error| part.locate(error))?;
        self.written.insert(index);
        Ok(())
    }
}

/// Returns the value at a path below an object, if all objects on the way are present.
fn value_at<'j>(object: &'j str, path: &str) -> Option<&'j RawValue> {
    let (first, rest) = match path.split_once('/') {
        Some((first, rest)) => (first, Some(rest)),
        None => (path, None),
    };
    let members: Option<HashMap<Cow<'_, str>, &RawValue>> = serde_json::from_str(object).ok()?;
    let value = members?.remove(first)?;
    match rest {
        Some(rest) => value_at(value.get(), rest),
        None => Some(value),
    }
}

/// The part of the entity that is serialized.
enum KeySerializer<'p, 'a> {
    /// The entity, an object.
    Entity(&'p mut Parts<'a>),
    /// The name of a member.
    Name(&'p mut Parts<'a>),
}

/// An error of this crate as an error of serde.
#[derive(Debug)]
struct SerdeError(Error);

impl fmt::Display for SerdeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for SerdeError {}

impl ser::Error for SerdeError {
    fn custom<T: fmt::Display>(message: T) -> SerdeError {
        SerdeError(Error::of_kind(ErrorKind::Write, message.to_string()))
    }
}

fn no_entity<T>() -> Result<T, SerdeError> {
    Err(ser::Error::custom("expected an entity: an object"))
}

macro_rules! refused {
    ($($method:ident($($ty:ty),*) -> $answer:ident;)*) => {$(
        fn $method(self, $(_: $ty),*) -> Result<Self::$answer, SerdeError> {
            no_entity()
        }
    )*};
}

impl<'p, 'a> Serializer for KeySerializer<'p, 'a> {
    type Ok = ();
    type Error = SerdeError;
    type SerializeSeq = Impossible<(), SerdeError>;
    type SerializeTuple = Impossible<(), SerdeError>;
    type SerializeTupleStruct = Impossible<(), SerdeError>;
    type SerializeTupleVariant = Impossible<(), SerdeError>;
    type SerializeMap = Members<'p, 'a>;
    type SerializeStruct = Impossible<(), SerdeError>;
    type SerializeStructVariant = Impossible<(), SerdeError>;

    fn serialize_map(self, _: Option<usize>) -> Result<Members<'p, 'a>, SerdeError> {
        match self {
            KeySerializer::Entity(parts) => Ok(Members(parts)),
            KeySerializer::Name(_) => no_entity(),
        }
    }

    fn serialize_str(self, text: &str) -> Result<(), SerdeError> {
        match self {
            KeySerializer::Entity(_) => no_entity(),
            KeySerializer::Name(parts) => {
                parts.set_member(text);
                Ok(())
            }
        }
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), SerdeError> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), SerdeError> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), SerdeError> {
        no_entity()
    }

    refused! {
        serialize_bool(bool) -> Ok;
        serialize_i8(i8) -> Ok;
        serialize_i16(i16) -> Ok;
        serialize_i32(i32) -> Ok;
        serialize_i64(i64) -> Ok;
        serialize_u8(u8) -> Ok;
        serialize_u16(u16) -> Ok;
        serialize_u32(u32) -> Ok;
        serialize_u64(u64) -> Ok;
        serialize_f32(f32) -> Ok;
        serialize_f64(f64) -> Ok;
        serialize_char(char) -> Ok;
        serialize_bytes(&[u8]) -> Ok;
        serialize_none() -> Ok;
        serialize_unit() -> Ok;
        serialize_unit_struct(&'static str) -> Ok;
        serialize_unit_variant(&'static str, u32, &'static str) -> Ok;
        serialize_seq(Option<usize>) -> SerializeSeq;
        serialize_tuple(usize) -> SerializeTuple;
        serialize_tuple_struct(&'static str, usize) -> SerializeTupleStruct;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> SerializeTupleVariant;
        serialize_struct(&'static str, usize) -> SerializeStruct;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> SerializeStructVariant;
    }
}

struct Members<'p, 'a>(&'p mut Parts<'a>);

impl SerializeMap for Members<'_, '_> {
    type Ok = ();
    type Error = SerdeError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, name: &T) -> Result<(), SerdeError> {
        name.serialize(KeySerializer::Name(self.0))
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), SerdeError> {
        self.0.value(value).map_err(SerdeError)
    }

    fn end(self) -> Result<(), SerdeError> {
        Ok(())
    }
}
