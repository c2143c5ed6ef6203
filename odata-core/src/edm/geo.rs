//! `Edm.Geography*` and `Edm.Geometry*`: shapes as GeoJSON (feature `geo`).
//!
//! Each primitive has a type, so that a property declared as a point rejects a line: [`GeographyPoint`] for positions on the round earth,
//! [`GeometryPoint`] for positions in a plane, and so on. [`Geography`] and [`Geometry`] accept any shape; their documentation has the
//! rules.
//!
//! *Canonical text:* `type`, `coordinates` (or `geometries`), then `crs` if there is one. Coordinates are 64-bit floats in their shortest
//! form.
//!
//! ```
//! use odata_core::edm::geo::{Crs, GeographyPoint};
//!
//! let point: GeographyPoint = serde_json::from_str(r#"{"coordinates":[13.40,52.52],"type":"Point"}"#)?;
//! assert_eq!((point.coordinates().x(), point.coordinates().y()), (13.4, 52.52));
//! assert_eq!(point.to_string(), r#"{"type":"Point","coordinates":[13.4,52.52]}"#);
//!
//! let line = r#"{"type":"LineString","coordinates":[[1,2],[3,4]]}"#;
//! let error = serde_json::from_str::<GeographyPoint>(line).unwrap_err();
//! assert!(error.to_string().contains("the type must be Point, not LineString"));
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! Source: JSON 4.01 §7.1, RFC 7946.

pub(crate) mod any;
pub(crate) mod coordinates;
pub(crate) mod crs;
pub(crate) mod geo_json;
pub(crate) mod object;
pub(crate) mod position;
pub(crate) mod shapes;

pub use crate::edm::geo::{
    any::{Geography, GeographyCollection, Geometry, GeometryCollection},
    crs::Crs,
    position::Position,
    shapes::{
        GeographyLineString, GeographyMultiLineString, GeographyMultiPoint, GeographyMultiPolygon,
        GeographyPoint, GeographyPolygon, GeometryLineString, GeometryMultiLineString,
        GeometryMultiPoint, GeometryMultiPolygon, GeometryPoint, GeometryPolygon,
    },
};
use crate::edm::{error::Reason, primitive::Primitive};

/// Checks that JSON text is GeoJSON of a primitive.
pub(super) fn conforms(primitive: Primitive, json: &str) -> Result<(), Reason> {
    macro_rules! check {
        ($($name:ident)*) => {
            match primitive {
                $(Primitive::$name => geo_json::read::<$name>(json).map(drop),)*
                _ => Err("it must be a shape".into()),
            }
        };
    }
    check! {
        Geography GeographyPoint GeographyLineString GeographyPolygon
        GeographyMultiPoint GeographyMultiLineString GeographyMultiPolygon GeographyCollection
        Geometry GeometryPoint GeometryLineString GeometryPolygon
        GeometryMultiPoint GeometryMultiLineString GeometryMultiPolygon GeometryCollection
    }
}
