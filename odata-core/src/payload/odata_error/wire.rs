//! Error bodies from and to JSON.

use std::marker::PhantomData;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer, de, de::MapAccess, ser::SerializeMap,
};

use crate::{
    dynamic::members::Members,
    error::ErrorKind,
    payload::{
        odata_error::{MainError, ODataError, Tri, detail::ErrorDetail, inner::InnerError},
        protocol_object,
        protocol_object::{ArraySeed, ObjectSeed, ProtocolObject},
    },
    session::{
        failure::new_error,
        policy::read_policy,
        trace::{at_name, missing_member},
    },
};

/// The whole body while it is being read.
#[derive(Default)]
struct Body {
    error: Option<MainError>,
    more: Members,
}

impl<'de> ProtocolObject<'de> for Body {
    const EXPECTED: &'static str = "an object with the member `error`";

    fn member<A: MapAccess<'de>>(&mut self, name: &str, map: &mut A) -> Result<bool, A::Error> {
        if name != "error" {
            return Ok(false);
        }
        self.error = Some(map.next_value_seed(ObjectSeed(PhantomData))?);
        Ok(true)
    }

    fn more(&mut self) -> &mut Members {
        &mut self.more
    }
}

impl<'de> Deserialize<'de> for ODataError {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let body: Body = protocol_object::read(deserializer)?;
        match body.error {
            Some(error) => Ok(ODataError {
                error,
                more: body.more,
            }),
            None => Err(missing_member("error")),
        }
    }
}

impl<'de> ProtocolObject<'de> for MainError {
    const EXPECTED: &'static str = "an object that says what went wrong";

    fn member<A: MapAccess<'de>>(&mut self, name: &str, map: &mut A) -> Result<bool, A::Error> {
        match name {
            "code" => self.code = Some(map.next_value()?),
            "message" => self.message = Some(map.next_value()?),
            "target" => self.target = Some(map.next_value()?),
            "details" => self.details = Some(map.next_value_seed(ArraySeed(PhantomData))?),
            "innererror" | "innerError" if self.inner.is_none() => {
                self.inner = Some(map.next_value()?);
                self.capital_inner = name == "innerError";
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn more(&mut self) -> &mut Members {
        &mut self.more
    }

    fn finish<E: de::Error>(self) -> Result<Self, E> {
        require("code", &self.code)?;
        require("message", &self.message)?;
        Ok(self)
    }
}

impl<'de> ProtocolObject<'de> for ErrorDetail {
    const EXPECTED: &'static str = "an object that says what went wrong";

    fn member<A: MapAccess<'de>>(&mut self, name: &str, map: &mut A) -> Result<bool, A::Error> {
        match name {
            "code" => self.code = Some(map.next_value()?),
            "message" => self.message = Some(map.next_value()?),
            "target" => self.target = Some(map.next_value()?),
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn more(&mut self) -> &mut Members {
        &mut self.more
    }

    fn finish<E: de::Error>(self) -> Result<Self, E> {
        require("code", &self.code)?;
        require("message", &self.message)?;
        Ok(self)
    }
}

/// In a strict reading, `code` and `message` must be there and not be empty.
fn require<E: de::Error>(name: &str, text: &Tri<String>) -> Result<(), E> {
    if !read_policy().require_all {
        return Ok(());
    }
    let problem = match text {
        None => return Err(missing_member(name)),
        Some(None) => format!("`{name}` must not be null"),
        Some(Some(text)) if text.is_empty() => format!("`{name}` must not be empty"),
        Some(Some(_)) => return Ok(()),
    };
    Err(at_name(name, new_error(ErrorKind::Missing, problem)))
}

impl<'de> Deserialize<'de> for ErrorDetail {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        protocol_object::read(deserializer)
    }
}

impl<'de> ProtocolObject<'de> for InnerError {
    const EXPECTED: &'static str = "an object";

    fn member<A: MapAccess<'de>>(&mut self, _: &str, _: &mut A) -> Result<bool, A::Error> {
        Ok(false)
    }

    fn more(&mut self) -> &mut Members {
        &mut self.0
    }
}

impl<'de> Deserialize<'de> for InnerError {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        protocol_object::read(deserializer)
    }
}

impl Serialize for ODataError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("error", &self.error)?;
        self.more.write(&mut map)?;
        map.end()
    }
}

/// Writes a member that is there, null or not.
fn entry<M: SerializeMap, T: Serialize>(
    map: &mut M,
    name: &str,
    value: &Tri<T>,
) -> Result<(), M::Error> {
    match value {
        Some(value) => map.serialize_entry(name, value),
        None => Ok(()),
    }
}

impl Serialize for MainError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        entry(&mut map, "code", &self.code)?;
        entry(&mut map, "message", &self.message)?;
        entry(&mut map, "target", &self.target)?;
        entry(&mut map, "details", &self.details)?;
        entry(&mut map, self.inner_name(), &self.inner)?;
        self.more.write(&mut map)?;
        map.end()
    }
}

impl Serialize for ErrorDetail {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        entry(&mut map, "code", &self.code)?;
        entry(&mut map, "message", &self.message)?;
        entry(&mut map, "target", &self.target)?;
        self.more.write(&mut map)?;
        map.end()
    }
}

impl Serialize for InnerError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        self.0.write(&mut map)?;
        map.end()
    }
}
