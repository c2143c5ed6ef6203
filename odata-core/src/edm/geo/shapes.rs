//! The shapes that have coordinates, each once on the round earth and once in a plane.

use serde::ser::{Serialize, Serializer};

use super::geo_json::geo_json;
use crate::edm::{
    error::{ParseError, Reason},
    geo::{
        coordinates::{
            Line, Rings, check_line, check_lines, check_nothing, check_polygons, check_rings,
        },
        crs::Crs,
        geo_json::{GeoJson, refuse, serialize},
        object::{Kind, Object},
        position::Position,
    },
    primitive::Primitive,
};

macro_rules! shapes {
    ($($(#[$doc:meta])* $name:ident $kind:ident $coordinates:ty, $nested:ident $check:ident;)*) => {$(
        $(#[$doc])*
        ///
        /// See [`Geography`](super::Geography) for what is read and written.
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            coordinates: $coordinates,
            crs: Option<Crs>,
        }

        impl $name {
            /// The shape with these coordinates.
            ///
            /// # Errors
            /// A line of one position; a ring that is open or has fewer than four positions.
            pub fn new(coordinates: $coordinates) -> Result<Self, ParseError> {
                let shape = Self { coordinates, crs: None };
                match $check(&shape.coordinates) {
                    Ok(()) => Ok(shape),
                    Err(reason) => Err(refuse(Primitive::$name, &shape, reason)),
                }
            }

            /// The same shape in another reference system; the coordinates are not converted.
            #[must_use]
            pub fn with_crs(self, crs: impl Into<Option<Crs>>) -> Self {
                Self { crs: crs.into(), ..self }
            }

            /// The coordinates.
            #[must_use]
            pub fn coordinates(&self) -> &$coordinates {
                &self.coordinates
            }

            /// The coordinates, without the reference system.
            #[must_use]
            pub fn into_coordinates(self) -> $coordinates {
                self.coordinates
            }

            /// The reference system, if one is given.
            #[must_use]
            pub fn crs(&self) -> Option<&Crs> {
                self.crs.as_ref()
            }
        }

        impl GeoJson for $name {
            const PRIMITIVE: Primitive = Primitive::$name;

            fn from_object(mut object: Object) -> Result<Self, Reason> {
                let coordinates = object.coordinates_of(Kind::$kind)?.$nested()?;
                $check(&coordinates)?;
                Ok(Self { coordinates, crs: object.crs })
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serialize(serializer, Kind::$kind, &self.coordinates, self.crs.as_ref())
            }
        }

        geo_json!($name);
    )*};
}

shapes! {
    /// A position on the round earth: `Edm.GeographyPoint`.
    GeographyPoint Point Position, position check_nothing;
    /// A line on the round earth: `Edm.GeographyLineString`.
    GeographyLineString LineString Line, positions check_line;
    /// An area on the round earth, the outer ring first: `Edm.GeographyPolygon`.
    GeographyPolygon Polygon Rings, lines check_rings;
    /// Positions on the round earth: `Edm.GeographyMultiPoint`.
    GeographyMultiPoint MultiPoint Vec<Position>, positions check_nothing;
    /// Lines on the round earth: `Edm.GeographyMultiLineString`.
    GeographyMultiLineString MultiLineString Vec<Line>, lines check_lines;
    /// Areas on the round earth: `Edm.GeographyMultiPolygon`.
    GeographyMultiPolygon MultiPolygon Vec<Rings>, polygons check_polygons;
    /// A position in a plane: `Edm.GeometryPoint`.
    GeometryPoint Point Position, position check_nothing;
    /// A line in a plane: `Edm.GeometryLineString`.
    GeometryLineString LineString Line, positions check_line;
    /// An area in a plane, the outer ring first: `Edm.GeometryPolygon`.
    GeometryPolygon Polygon Rings, lines check_rings;
    /// Positions in a plane: `Edm.GeometryMultiPoint`.
    GeometryMultiPoint MultiPoint Vec<Position>, positions check_nothing;
    /// Lines in a plane: `Edm.GeometryMultiLineString`.
    GeometryMultiLineString MultiLineString Vec<Line>, lines check_lines;
    /// Areas in a plane: `Edm.GeometryMultiPolygon`.
    GeometryMultiPolygon MultiPolygon Vec<Rings>, polygons check_polygons;
}
