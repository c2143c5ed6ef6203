//! The shapes with coordinates, each on the round earth and in a plane.

use serde::ser::{Serialize, Serializer};

use super::geo_json::geo_json;
use crate::edm::{
    error::{ParseError, Reason},
    geo::{
        coordinates::{
            FromCoordinates, Line, Rings, check_line, check_lines, check_nothing, check_polygons,
            check_rings,
        },
        crs::Crs,
        geo_json::{GeoJson, invalid, serialize},
        object::{Kind, Object},
        position::Position,
    },
    primitive::Primitive,
};

macro_rules! shapes {
    ($($(#[$doc:meta])* $name:ident $kind:ident $coordinates:ty, $check:ident;)*) => {$(
        $(#[$doc])*
        ///
        /// See [`Geography`](super::Geography) for the JSON form.
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            coordinates: $coordinates,
            crs: Option<Crs>,
        }

        impl $name {
            /// Creates the shape with these coordinates.
            ///
            /// # Errors
            /// A line has only one position, or a ring is open or has fewer than four positions.
            pub fn new(coordinates: $coordinates) -> Result<Self, ParseError> {
                let shape = Self { coordinates, crs: None };
                match $check(&shape.coordinates) {
                    Ok(()) => Ok(shape),
                    Err(reason) => Err(invalid(Primitive::$name, &shape, reason)),
                }
            }

            /// Sets the reference system. The coordinates are not converted.
            #[must_use]
            pub fn with_crs(self, crs: impl Into<Option<Crs>>) -> Self {
                Self { crs: crs.into(), ..self }
            }

            /// Returns the coordinates.
            #[must_use]
            pub fn coordinates(&self) -> &$coordinates {
                &self.coordinates
            }

            /// Converts into the coordinates, without the reference system.
            #[must_use]
            pub fn into_coordinates(self) -> $coordinates {
                self.coordinates
            }

            /// Returns the reference system, if there is one.
            #[must_use]
            pub fn crs(&self) -> Option<&Crs> {
                self.crs.as_ref()
            }
        }

        impl GeoJson for $name {
            const PRIMITIVE: Primitive = Primitive::$name;

            fn from_object(mut object: Object) -> Result<Self, Reason> {
                let coordinates = object.coordinates_of(Kind::$kind)?;
                let coordinates = <$coordinates>::from_coordinates(coordinates)?;
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
    GeographyPoint Point Position, check_nothing;
    /// A line on the round earth: `Edm.GeographyLineString`.
    GeographyLineString LineString Line, check_line;
    /// An area on the round earth, the outer ring first: `Edm.GeographyPolygon`.
    GeographyPolygon Polygon Rings, check_rings;
    /// Positions on the round earth: `Edm.GeographyMultiPoint`.
    GeographyMultiPoint MultiPoint Vec<Position>, check_nothing;
    /// Lines on the round earth: `Edm.GeographyMultiLineString`.
    GeographyMultiLineString MultiLineString Vec<Line>, check_lines;
    /// Areas on the round earth: `Edm.GeographyMultiPolygon`.
    GeographyMultiPolygon MultiPolygon Vec<Rings>, check_polygons;
    /// A position in a plane: `Edm.GeometryPoint`.
    GeometryPoint Point Position, check_nothing;
    /// A line in a plane: `Edm.GeometryLineString`.
    GeometryLineString LineString Line, check_line;
    /// An area in a plane, the outer ring first: `Edm.GeometryPolygon`.
    GeometryPolygon Polygon Rings, check_rings;
    /// Positions in a plane: `Edm.GeometryMultiPoint`.
    GeometryMultiPoint MultiPoint Vec<Position>, check_nothing;
    /// Lines in a plane: `Edm.GeometryMultiLineString`.
    GeometryMultiLineString MultiLineString Vec<Line>, check_lines;
    /// Areas in a plane: `Edm.GeometryMultiPolygon`.
    GeometryMultiPolygon MultiPolygon Vec<Rings>, check_polygons;
}
