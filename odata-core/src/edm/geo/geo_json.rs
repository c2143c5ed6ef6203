//! What all shapes share: reading from and writing as GeoJSON.

use serde::{
    de::{Deserialize, Deserializer, Error, Unexpected},
    ser::{Serialize, SerializeMap, Serializer},
};

use crate::edm::{
    error::{ParseError, Reason},
    geo::{
        crs::Crs,
        object::{Kind, Object},
    },
    primitive::Primitive,
    text_form::Because,
};

/// A shape that is written as a GeoJSON object.
pub(super) trait GeoJson: Sized {
    /// Which primitive, for messages.
    const PRIMITIVE: Primitive;

    /// Takes the object if it is such a shape, or names the rule it breaks.
    fn from_object(object: Object) -> Result<Self, Reason>;
}

/// Reads the text of a JSON value.
pub(super) fn read<T: GeoJson>(json: &str) -> Result<T, Reason> {
    let object: Object = serde_json::from_str(json).map_err(|error| error.to_string())?;
    T::from_object(object)
}

pub(super) fn deserialize<'de, T: GeoJson, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let object = Object::deserialize(deserializer)?;
    let kind = object.kind;
    T::from_object(object).map_err(|reason| {
        let because = Because {
            primitive: T::PRIMITIVE,
            reason: &reason,
        };
        D::Error::invalid_value(Unexpected::Other(kind.name()), &because)
    })
}

/// Writes the keys in the order that OData asks for.
pub(super) fn serialize<S: Serializer>(
    serializer: S,
    kind: Kind,
    content: &impl Serialize,
    crs: Option<&Crs>,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(2 + usize::from(crs.is_some())))?;
    map.serialize_entry("type", kind.name())?;
    let key = match kind {
        Kind::GeometryCollection => "geometries",
        _ => "coordinates",
    };
    map.serialize_entry(key, content)?;
    if let Some(crs) = crs {
        map.serialize_entry("crs", crs)?;
    }
    map.end()
}

/// The JSON text of a shape, for messages and `Display`.
pub(super) fn text(shape: &impl Serialize) -> String {
    // Only a map with keys that are no strings fails, and there is none.
    serde_json::to_string(shape).unwrap_or_default()
}

/// Refuses a shape that was made from parts.
pub(super) fn refuse(primitive: Primitive, shape: &impl Serialize, reason: Reason) -> ParseError {
    ParseError::new(primitive, &text(shape), reason)
}

/// Whether a shape of type `other` may stand where `declared` is: `Edm.Geography` and
/// `Edm.Geometry` are the bases of the types that begin with their names.
pub(super) fn takes(declared: Primitive, other: Primitive) -> bool {
    let base = matches!(declared, Primitive::Geography | Primitive::Geometry);
    declared == other || base && other.name().starts_with(declared.name())
}

/// The traits that follow from [`GeoJson`] and `Serialize`.
macro_rules! geo_json {
    ($type:ident) => {
        impl<'de> ::serde::Deserialize<'de> for $type {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                $crate::edm::geo::geo_json::deserialize(deserializer)
            }
        }

        impl ::std::str::FromStr for $type {
            type Err = $crate::edm::error::ParseError;

            /// Reads GeoJSON text.
            fn from_str(json: &str) -> Result<Self, Self::Err> {
                $crate::edm::geo::geo_json::read(json).map_err(|reason| {
                    $crate::edm::error::ParseError::new(
                        $crate::edm::primitive::Primitive::$type,
                        json,
                        reason,
                    )
                })
            }
        }

        /// The canonical GeoJSON text.
        impl ::std::fmt::Display for $type {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(&$crate::edm::geo::geo_json::text(self))
            }
        }

        impl $crate::model::odata_type::ODataType for $type {
            const NAME: &'static str = $crate::edm::primitive::Primitive::$type.name();

            fn accepts(name: &str) -> bool {
                $crate::edm::primitive::Primitive::from_name(name).is_some_and(|other| {
                    $crate::edm::geo::geo_json::takes(
                        $crate::edm::primitive::Primitive::$type,
                        other,
                    )
                })
            }
        }

        impl $crate::validate::Validate for $type {}
    };
}

pub(super) use geo_json;
