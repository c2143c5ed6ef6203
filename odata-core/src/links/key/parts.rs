//! The key among all that an entity writes: a serializer that looks at the names of members, and at no value but those of the key.

use std::fmt;

use serde::{
    Serialize, Serializer,
    ser::{self, Impossible, SerializeMap},
};

use crate::{
    error::{Error, ErrorKind},
    links::key::literal,
    model::{property::Property, structured_type::StructuredType},
    runtime::de::seen::Seen,
};

/// Appends the values of a key to a URL.
pub(super) struct Parts<'a> {
    url: &'a mut String,
    /// The properties of the key.
    key: Vec<&'static Property>,
    /// Those of them that are written, by their place.
    written: Seen,
    /// The property whose value comes next, where it is one of the key.
    next: Option<(u16, &'static Property)>,
    /// The JSON of a value, in one buffer for all.
    json: Vec<u8>,
}

impl<'a> Parts<'a> {
    pub(super) fn new(url: &'a mut String, declared: &'static StructuredType) -> Parts<'a> {
        Parts {
            url,
            key: declared.properties().filter(|it| it.is_key()).collect(),
            written: Seen::new(),
            next: None,
            json: Vec::new(),
        }
    }

    /// Whether there is nothing to look for.
    pub(super) fn is_keyless(&self) -> bool {
        self.key.is_empty()
    }

    pub(super) fn take<T: Serialize + ?Sized>(&mut self, entity: &T) -> Result<(), Error> {
        entity
            .serialize(Taking::Entity(self))
            .map_err(|Failed(error)| error)
    }

    /// The first property of the key that has not been written.
    pub(super) fn missing(&self) -> Option<&'static Property> {
        let mut key = (0..).zip(&self.key);
        key.find(|(place, _)| !self.written.contains(*place))
            .map(|(_, it)| *it)
    }

    fn name(&mut self, name: &str) {
        let mut key = (0..).zip(&self.key);
        self.next = key
            .find(|(_, it)| it.name() == name)
            .map(|(place, it)| (place, *it));
    }

    fn value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        let Some((place, property)) = self.next.take() else {
            return Ok(());
        };
        self.json.clear();
        serde_json::to_writer(&mut self.json, value).map_err(Error::from_write)?;
        let json = String::from_utf8_lossy(&self.json);
        // A null is as good as none (CSDL 4.01, section 6.5).
        if json == "null" {
            return Ok(());
        }
        self.url
            .push(if self.written.is_empty() { '(' } else { ',' });
        // A key of one part is written without its name.
        if self.key.len() > 1 {
            literal::percent_encode(self.url, property.name());
            self.url.push('=');
        }
        literal::push(self.url, property.type_name(), &json)
            .map_err(|error| error.below(property.name()))?;
        self.written.insert(place);
        Ok(())
    }
}

/// What is taken, and of whom.
enum Taking<'p, 'a> {
    /// An entity: an object, whose members are looked at.
    Entity(&'p mut Parts<'a>),
    /// A member's name.
    Name(&'p mut Parts<'a>),
}

/// An error of this crate on its way through serde.
#[derive(Debug)]
struct Failed(Error);

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Failed {}

impl ser::Error for Failed {
    fn custom<T: fmt::Display>(message: T) -> Failed {
        Failed(Error::of_kind(ErrorKind::Write, message.to_string()))
    }
}

fn no_entity<T>() -> Result<T, Failed> {
    Err(ser::Error::custom(
        "an entity is written as an object with names for members",
    ))
}

macro_rules! refused {
    ($($method:ident($($ty:ty),*) -> $answer:ident;)*) => {$(
        fn $method(self, $(_: $ty),*) -> Result<Self::$answer, Failed> {
            no_entity()
        }
    )*};
}

impl<'p, 'a> Serializer for Taking<'p, 'a> {
    type Ok = ();
    type Error = Failed;
    type SerializeSeq = Impossible<(), Failed>;
    type SerializeTuple = Impossible<(), Failed>;
    type SerializeTupleStruct = Impossible<(), Failed>;
    type SerializeTupleVariant = Impossible<(), Failed>;
    type SerializeMap = Members<'p, 'a>;
    type SerializeStruct = Impossible<(), Failed>;
    type SerializeStructVariant = Impossible<(), Failed>;

    fn serialize_map(self, _: Option<usize>) -> Result<Members<'p, 'a>, Failed> {
        match self {
            Taking::Entity(parts) => Ok(Members(parts)),
            Taking::Name(_) => no_entity(),
        }
    }

    fn serialize_str(self, text: &str) -> Result<(), Failed> {
        match self {
            Taking::Entity(_) => no_entity(),
            Taking::Name(parts) => {
                parts.name(text);
                Ok(())
            }
        }
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Failed> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Failed> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Failed> {
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
    type Error = Failed;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, name: &T) -> Result<(), Failed> {
        name.serialize(Taking::Name(self.0))
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failed> {
        self.0.value(value).map_err(Failed)
    }

    fn end(self) -> Result<(), Failed> {
        Ok(())
    }
}
