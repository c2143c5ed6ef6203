//! Reads and writes error responses.

use std::marker::PhantomData;

use serde::{
    Serialize, Serializer,
    de::{self, MapAccess},
    ser::SerializeMap,
};

use crate::{
    dynamic::Members,
    error::ErrorKind,
    payload::{
        odata_error::{
            ErrorObject, ODataError,
            detail::{ErrorDetail, NullableMember},
            inner_error::InnerError,
        },
        protocol_object::{ArraySeed, ObjectSeed, ProtocolObject, deserialize_object},
    },
    session::{at_name, missing_member, new_error, read_policy},
};

impl<'de> ProtocolObject<'de> for ODataError {
    const EXPECTED: &'static str = "an error response, an object with the member `error`";
    const REQUIRED: &'static [&'static str] = &["error"];

    fn empty() -> Self {
        ODataError::default()
    }

    fn read_member<A: MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> Result<bool, A::Error> {
        if name != "error" {
            return Ok(false);
        }
        *self.error = map.next_value_seed(ObjectSeed(PhantomData))?;
        Ok(true)
    }

    fn other_members(&mut self) -> &mut Members {
        &mut self.siblings
    }
}

impl<'de> ProtocolObject<'de> for ErrorObject {
    const EXPECTED: &'static str = ErrorDetail::EXPECTED;

    fn empty() -> Self {
        ErrorObject::default()
    }

    fn read_member<A: MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> Result<bool, A::Error> {
        match name {
            "details" => self.details = Some(map.next_value_seed(ArraySeed(PhantomData))?),
            "innererror" | "innerError" if self.inner_error.is_none() => {
                self.inner_error = Some(map.next_value()?);
                self.is_camel_case = name == "innerError";
            }
            _ => return self.own.read_member(name, map),
        }
        Ok(true)
    }

    fn other_members(&mut self) -> &mut Members {
        &mut self.own.other_members
    }

    fn finish<E: de::Error>(mut self) -> Result<Self, E> {
        self.own = self.own.finish()?;
        Ok(self)
    }
}

impl<'de> ProtocolObject<'de> for ErrorDetail {
    const EXPECTED: &'static str = "an object with `code` and `message`";

    fn empty() -> Self {
        ErrorDetail::default()
    }

    fn read_member<A: MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> Result<bool, A::Error> {
        match name {
            "code" => self.code = Some(map.next_value()?),
            "message" => self.message = Some(map.next_value()?),
            "target" => self.target = Some(map.next_value()?),
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn other_members(&mut self) -> &mut Members {
        &mut self.other_members
    }

    fn finish<E: de::Error>(self) -> Result<Self, E> {
        check_required("code", &self.code)?;
        check_required("message", &self.message)?;
        Ok(self)
    }
}

/// Rejects a missing, null or empty `code` or `message` if the options require all members.
fn check_required<E: de::Error>(name: &str, text: &NullableMember<String>) -> Result<(), E> {
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

impl<'de> ProtocolObject<'de> for InnerError {
    const EXPECTED: &'static str = "an object";

    fn empty() -> Self {
        InnerError::new()
    }

    fn other_members(&mut self) -> &mut Members {
        &mut self.0
    }
}

deserialize_object!(ODataError ErrorDetail InnerError);

impl Serialize for ODataError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("error", &self.error)?;
        self.siblings.write(&mut map)?;
        map.end()
    }
}

/// Writes a member unless it is missing.
fn write_member<M: SerializeMap, T: Serialize>(
    map: &mut M,
    name: &str,
    value: &NullableMember<T>,
) -> Result<(), M::Error> {
    match value {
        Some(value) => map.serialize_entry(name, value),
        None => Ok(()),
    }
}

impl ErrorDetail {
    fn write<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        write_member(map, "code", &self.code)?;
        write_member(map, "message", &self.message)?;
        write_member(map, "target", &self.target)
    }
}

impl Serialize for ErrorObject {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.own.write(&mut map)?;
        write_member(&mut map, "details", &self.details)?;
        write_member(&mut map, self.inner_error_name(), &self.inner_error)?;
        self.own.other_members.write(&mut map)?;
        map.end()
    }
}

impl Serialize for ErrorDetail {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.write(&mut map)?;
        self.other_members.write(&mut map)?;
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
