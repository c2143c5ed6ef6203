//! The primitives, which a collection or a property may be declared as.

use odata_core::{RawJson, edm};

use crate::table::CaseType;

/// Returns the entry of the primitive with that qualified name.
#[must_use]
pub fn find(name: &str) -> Option<&'static CaseType> {
    PRIMITIVES.iter().find(|ty| ty.qualified == name)
}

// Any item may be null: the legend has no facets for them.
macro_rules! primitives {
    ($($name:literal: $ty:ty,)*) => {
        static PRIMITIVES: &[CaseType] = &[$(CaseType::of_value::<Option<$ty>>($name)),*];
    };
}

primitives! {
    "Edm.Binary": edm::Binary,
    "Edm.Boolean": bool,
    "Edm.Byte": u8,
    "Edm.Date": edm::Date,
    "Edm.DateTimeOffset": edm::DateTimeOffset,
    "Edm.Decimal": edm::Decimal,
    "Edm.Double": f64,
    "Edm.Duration": edm::Duration,
    "Edm.Guid": edm::Guid,
    "Edm.Int16": i16,
    "Edm.Int32": i32,
    "Edm.Int64": i64,
    "Edm.SByte": i8,
    "Edm.Single": f32,
    "Edm.Stream": edm::Stream,
    "Edm.String": String,
    "Edm.TimeOfDay": edm::TimeOfDay,
    "Edm.PrimitiveType": edm::PrimitiveValue,
    "Edm.Untyped": RawJson,
    "Edm.Geography": edm::geo::Geography,
    "Edm.GeographyPoint": edm::geo::GeographyPoint,
    "Edm.GeographyLineString": edm::geo::GeographyLineString,
    "Edm.GeographyPolygon": edm::geo::GeographyPolygon,
    "Edm.GeographyMultiPoint": edm::geo::GeographyMultiPoint,
    "Edm.GeographyMultiLineString": edm::geo::GeographyMultiLineString,
    "Edm.GeographyMultiPolygon": edm::geo::GeographyMultiPolygon,
    "Edm.GeographyCollection": edm::geo::GeographyCollection,
    "Edm.Geometry": edm::geo::Geometry,
    "Edm.GeometryPoint": edm::geo::GeometryPoint,
    "Edm.GeometryLineString": edm::geo::GeometryLineString,
    "Edm.GeometryPolygon": edm::geo::GeometryPolygon,
    "Edm.GeometryMultiPoint": edm::geo::GeometryMultiPoint,
    "Edm.GeometryMultiLineString": edm::geo::GeometryMultiLineString,
    "Edm.GeometryMultiPolygon": edm::geo::GeometryMultiPolygon,
    "Edm.GeometryCollection": edm::geo::GeometryCollection,
}
