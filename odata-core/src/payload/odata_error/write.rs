//! Writing of error responses.

use serde::{Serialize, Serializer, ser::SerializeMap};

use crate::payload::odata_error::{
    ErrorObject, ODataError,
    detail::{ErrorDetail, NullableMember},
    inner_error::InnerError,
};

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
