//! A property of each primitive type.

use odata_core::{
    ODataResource,
    edm::{
        Binary, Date, DateTimeOffset, Decimal, Duration, Guid, Stream, TimeOfDay,
        geo::{GeographyPoint, GeometryPolygon},
    },
};

/// A property of each primitive type.
#[derive(Debug, ODataResource)]
#[odata(namespace = "library.service", name = "Everything")]
pub struct Everything {
    #[odata(key)]
    pub id: i32,
    pub binary: Option<Binary>,
    pub boolean: Option<bool>,
    pub byte: Option<u8>,
    pub date: Option<Date>,
    pub date_time_offset: Option<DateTimeOffset>,
    pub decimal: Option<Decimal>,
    pub double: Option<f64>,
    pub duration: Option<Duration>,
    pub guid: Option<Guid>,
    pub int16: Option<i16>,
    pub int64: Option<i64>,
    pub s_byte: Option<i8>,
    pub single: Option<f32>,
    pub stream: Option<Stream>,
    pub string: Option<String>,
    pub time_of_day: Option<TimeOfDay>,
    pub geography_point: Option<GeographyPoint>,
    pub geometry_polygon: Option<GeometryPolygon>,
    pub binaries: Vec<Binary>,
    pub decimals: Vec<Option<Decimal>>,
}
