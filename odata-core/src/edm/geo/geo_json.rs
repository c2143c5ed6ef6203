//! Reading and writing GeoJSON, shared by all shapes.

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
    text_form::BrokenRule,
};

/// A shape with a GeoJSON form.
pub(super) trait GeoJson: Sized {
    /// The primitive, for messages.
    const PRIMITIVE: Primitive;

    /// Converts a geometry object, or returns the rule that it breaks.
    fn from_object(object: Object) -> Result<Self, Reason>;
}

/// Parses GeoJSON text.
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
        let broken = BrokenRule {
            primitive: T::PRIMITIVE,
            reason: &reason,
        };
        D::Error::invalid_value(Unexpected::Other(kind.name()), &broken)
    })
}

/// Writes the members in the order that OData requires.
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

/// Returns the JSON text of a shape, for messages and `Display`.
pub(super) fn text(shape: &impl Serialize) -> String {
    // Only maps whose keys are not strings fail, and a shape has none.
    serde_json::to_string(shape).unwrap_or_default()
}

/// Returns the error for a shape that was built from invalid parts.
pub(super) fn invalid(primitive: Primitive, shape: &impl Serialize, reason: Reason) -> ParseError {
    ParseError::new(primitive, &text(shape), reason)
}

/// Returns whether `declared` includes shapes of type `other`: `Edm.Geography` and `Edm.Geometry` are the bases of the types whose names
/// start with theirs.
pub(super) fn includes(declared: Primitive, other: Primitive) -> bool {
    let base = matches!(declared, Primitive::Geography | Primitive::Geometry);
    declared == other || base && other.name().starts_with(declared.name())
}

/// Implements the traits that follow from [`GeoJson`] and `Serialize`.
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

            /// Parses GeoJSON text.
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

        /// Displays the canonical GeoJSON text.
        impl ::std::fmt::Display for $type {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(&$crate::edm::geo::geo_json::text(self))
            }
        }

        impl $crate::model::odata_type::ODataType for $type {
            const NAME: &'static str = $crate::edm::primitive::Primitive::$type.name();

            fn accepts(name: &str) -> bool {
                $crate::edm::primitive::Primitive::from_name(name).is_some_and(|other| {
                    $crate::edm::geo::geo_json::includes(
                        $crate::edm::primitive::Primitive::$type,
                        other,
                    )
                })
            }
        }

        $crate::codec::property_type::property_type! { [] $type, }

        impl $crate::validate::Validate for $type {}
    };
}

pub(super) use geo_json;
