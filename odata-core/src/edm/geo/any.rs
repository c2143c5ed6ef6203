//! Any shape, and collections of shapes.

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
            /// The reference system, if one is given.
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
            /// The collection of these shapes.
            #[must_use]
            pub fn new(shapes: Vec<$any>) -> Self {
                Self { shapes, crs: None }
            }

            /// The same collection in another reference system; no coordinates are converted.
            #[must_use]
            pub fn with_crs(self, crs: impl Into<Option<Crs>>) -> Self {
                Self { crs: crs.into(), ..self }
            }

            /// The shapes.
            #[must_use]
            pub fn shapes(&self) -> &[$any] {
                &self.shapes
            }

            /// The shapes, without the reference system.
            #[must_use]
            pub fn into_shapes(self) -> Vec<$any> {
                self.shapes
            }

            /// The reference system, if one is given.
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
    /// The keys of the GeoJSON object may come in any order. Refused are an unknown `type`, missing
    /// `coordinates`, positions with fewer than two or more than four numbers, lines of one
    /// position, and polygons whose rings are open or have fewer than four positions. `bbox` and
    /// foreign members are skipped. Written are `type`, `coordinates` (or `geometries`) and, if
    /// there is one, `crs`.
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
    /// Source: OData JSON Format 4.01 §7.1, RFC 7946 §3.1.
    Geography
    /// Shapes on the round earth: `Edm.GeographyCollection`. Collections may stand in collections,
    /// at most 50 deep.
    GeographyCollection
    Point GeographyPoint
    LineString GeographyLineString
    Polygon GeographyPolygon
    MultiPoint GeographyMultiPoint
    MultiLineString GeographyMultiLineString
    MultiPolygon GeographyMultiPolygon
}

any! {
    /// Any shape in a plane: `Edm.Geometry`. See [`Geography`] for what is read and written.
    Geometry
    /// Shapes in a plane: `Edm.GeometryCollection`. Collections may stand in collections, at most
    /// 50 deep.
    GeometryCollection
    Point GeometryPoint
    LineString GeometryLineString
    Polygon GeometryPolygon
    MultiPoint GeometryMultiPoint
    MultiLineString GeometryMultiLineString
    MultiPolygon GeometryMultiPolygon
}
