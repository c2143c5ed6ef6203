//! The coordinate reference system of a shape.

use std::fmt;

use serde::{
    de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, Visitor},
    ser::{Serialize, SerializeMap, Serializer},
};

/// The name of a coordinate reference system, such as `EPSG:4326`.
///
/// RFC 7946 no longer has it, OData does: a `crs` object of type `name`. Without one, a geography
/// is in WGS 84 (`EPSG:4326`) and a geometry in whatever its `SRID` facet says.
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
/// Source: OData JSON Format 4.01 §7.1.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Crs(String);

impl Crs {
    /// The system of that name.
    pub fn new(name: impl Into<String>) -> Self {
        Self(name.into())
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Crs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct CrsVisitor;

        impl<'de> Visitor<'de> for CrsVisitor {
            type Value = Crs;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(r#"a "crs" of type "name" whose "properties" have a "name""#)
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Crs, A::Error> {
                let (mut named, mut name) = (false, None);
                while let Some(key) = map.next_key::<String>()? {
                    match key.as_str() {
                        "type" => named = map.next_value::<String>()? == "name",
                        "properties" => name = Some(map.next_value::<Properties>()?.0),
                        _ => _ = map.next_value::<IgnoredAny>()?,
                    }
                }
                name.filter(|_| named)
                    .map(Crs)
                    .ok_or_else(|| A::Error::invalid_type(serde::de::Unexpected::Map, &self))
            }
        }

        deserializer.deserialize_map(CrsVisitor)
    }
}

/// The object below `properties`.
struct Properties(String);

impl<'de> Deserialize<'de> for Properties {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PropertiesVisitor;

        impl<'de> Visitor<'de> for PropertiesVisitor {
            type Value = Properties;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(r#"an object with the "name" of a reference system"#)
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Properties, A::Error> {
                let mut name = None;
                while let Some(key) = map.next_key::<String>()? {
                    match key.as_str() {
                        "name" => name = Some(map.next_value()?),
                        _ => _ = map.next_value::<IgnoredAny>()?,
                    }
                }
                name.map(Properties)
                    .ok_or_else(|| A::Error::missing_field("name"))
            }
        }

        deserializer.deserialize_map(PropertiesVisitor)
    }
}

impl Serialize for Properties {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry("name", &self.0)?;
        map.end()
    }
}

impl Serialize for Crs {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("type", "name")?;
        map.serialize_entry("properties", &Properties(self.0.clone()))?;
        map.end()
    }
}
