//! The coordinate reference system of a shape.

use std::collections::BTreeMap;

use serde::{
    de::{Deserialize, Deserializer, Error},
    ser::{Serialize, SerializeMap, Serializer},
};
use serde_json::Value;

/// The name of a coordinate reference system, such as `EPSG:4326`.
///
/// OData writes it as a `crs` object of type `name`, which RFC 7946 has removed. Without one, a geography is in WGS 84 (`EPSG:4326`) and a
/// geometry in the system of its `SRID` facet.
///
/// ```
/// use odata_core::edm::geo::Crs;
///
/// let crs = Crs::new("EPSG:25832");
/// let json = serde_json::to_string(&crs)?;
/// assert_eq!(json, r#"{"type":"name","properties":{"name":"EPSG:25832"}}"#);
/// assert_eq!(serde_json::from_str::<Crs>(&json)?, crs);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Source: JSON 4.01 §7.1.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Crs(String);

impl Crs {
    /// Creates the system with this name.
    pub fn new(name: impl Into<String>) -> Self {
        Self(name.into())
    }

    /// Returns the name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Crs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let crs = Value::deserialize(deserializer)?;
        let name = crs.pointer("/properties/name").and_then(Value::as_str);
        match (crs.get("type").and_then(Value::as_str), name) {
            (Some("name"), Some(name)) => Ok(Self::new(name)),
            _ => Err(D::Error::custom(
                r#"a "crs" must have the type "name" and "properties" with a "name""#,
            )),
        }
    }
}

impl Serialize for Crs {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("type", "name")?;
        map.serialize_entry("properties", &BTreeMap::from([("name", &self.0)]))?;
        map.end()
    }
}
