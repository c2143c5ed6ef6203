//! The types that hold any shape, and the collections of shapes.

use serde::ser::{Serialize, Serializer};

use super::geo_json::geo_json;
use crate::edm::{
    error::Reason,
    geo::{
        crs::Crs,
        geo_json::{GeoJson, serialize},
        object::{Kind, Object},
        shapes::{
            GeographyLineString, GeographyMultiLineString, GeographyMultiPoint,
            GeographyMultiPolygon, GeographyPoint, GeographyPolygon, GeometryLineString,
            GeometryMultiLineString, GeometryMultiPoint, GeometryMultiPolygon, GeometryPoint,
            GeometryPolygon,
        },
    },
    primitive::Primitive,
};

macro_rules! any {
    (
        $(#[$doc:meta])* $any:ident
        $(#[$collection_doc:meta])* $collection:ident
        $($kind:ident $shape:ident)*
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum $any {
            $(
                #[doc = concat!("A `", stringify!($kind), "`.")]
                $kind($shape),
            )*
            /// A `GeometryCollection`.
            Collection($collection),
        }

        impl $any {
            /// Returns the reference system, if there is one.
            #[must_use]
            pub fn crs(&self) -> Option<&Crs> {
                match self {
                    $(Self::$kind(shape) => shape.crs(),)*
                    Self::Collection(shapes) => shapes.crs(),
                }
            }
        }

        impl GeoJson for $any {
            const PRIMITIVE: Primitive = Primitive::$any;

            fn from_object(object: Object) -> Result<Self, Reason> {
                Ok(match object.kind {
                    $(Kind::$kind => Self::$kind(GeoJson::from_object(object)?),)*
                    Kind::GeometryCollection => Self::Collection(GeoJson::from_object(object)?),
                })
            }
        }

        impl Serialize for $any {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$kind(shape) => shape.serialize(serializer),)*
                    Self::Collection(shapes) => shapes.serialize(serializer),
                }
            }
        }

        geo_json!($any);

        $(
            impl From<$shape> for $any {
                fn from(shape: $shape) -> Self {
                    Self::$kind(shape)
                }
            }
        )*

        impl From<$collection> for $any {
            fn from(shapes: $collection) -> Self {
                Self::Collection(shapes)
            }
        }

        $(#[$collection_doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $collection {
            shapes: Vec<$any>,
            crs: Option<Crs>,
        }

        impl $collection {
            /// Creates a collection of these shapes.
            #[must_use]
            pub fn new(shapes: Vec<$any>) -> Self {
                Self { shapes, crs: None }
            }

            /// Sets the reference system. No coordinates are converted.
            #[must_use]
            pub fn with_crs(self, crs: impl Into<Option<Crs>>) -> Self {
                Self { crs: crs.into(), ..self }
            }

            /// Returns the shapes.
            #[must_use]
            pub fn shapes(&self) -> &[$any] {
                &self.shapes
            }

            /// Converts into the shapes, without the reference system.
            #[must_use]
            pub fn into_shapes(self) -> Vec<$any> {
                self.shapes
            }

            /// Returns the reference system, if there is one.
            #[must_use]
            pub fn crs(&self) -> Option<&Crs> {
                self.crs.as_ref()
            }
        }

        impl GeoJson for $collection {
            const PRIMITIVE: Primitive = Primitive::$collection;

            fn from_object(mut object: Object) -> Result<Self, Reason> {
                let members = object.geometries()?.into_iter();
                let shapes = members.map(GeoJson::from_object).collect::<Result<_, _>>()?;
                Ok(Self { shapes, crs: object.crs })
            }
        }

        impl Serialize for $collection {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serialize(serializer, Kind::GeometryCollection, &self.shapes, self.crs.as_ref())
            }
        }

        geo_json!($collection);
    };
}

any! {
    /// Any shape on the round earth: `Edm.Geography`.
    ///
    /// The members of the GeoJSON object may be in any order. Errors are an unknown `type`, missing `coordinates`, positions with fewer
    /// than two or more than four numbers, lines of one position, and polygons whose rings are open or have fewer than four positions.
    /// Reading skips `bbox` and unknown members. Writing writes `type`, `coordinates` (or `geometries`) and `crs`, if there is one.
    ///
    /// ```
    /// use odata_core::edm::geo::Geography;
    ///
    /// let json = r#"{"type":"GeometryCollection","geometries":[
    ///     {"type":"Point","coordinates":[13.4,52.5]},
    ///     {"type":"LineString","coordinates":[[13.4,52.5],[2.35,48.85]]}
    /// ]}"#;
    /// let Geography::Collection(shapes) = json.parse()? else { return Err("no collection".into()) };
    /// assert!(matches!(shapes.shapes(), [Geography::Point(_), Geography::LineString(_)]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Source: JSON 4.01 §7.1, RFC 7946 §3.1.
    Geography
    /// Shapes on the round earth: `Edm.GeographyCollection`. It may contain collections.
    GeographyCollection
    Point GeographyPoint
    LineString GeographyLineString
    Polygon GeographyPolygon
    MultiPoint GeographyMultiPoint
    MultiLineString GeographyMultiLineString
    MultiPolygon GeographyMultiPolygon
}

any! {
    /// Any shape in a plane: `Edm.Geometry`. See [`Geography`] for the JSON form.
    Geometry
    /// Shapes in a plane: `Edm.GeometryCollection`. It may contain collections.
    GeometryCollection
    Point GeometryPoint
    LineString GeometryLineString
    Polygon GeometryPolygon
    MultiPoint GeometryMultiPoint
    MultiLineString GeometryMultiLineString
    MultiPolygon GeometryMultiPolygon
}
