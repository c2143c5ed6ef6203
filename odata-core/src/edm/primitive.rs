//! The table of the Edm primitives: their names and an example of each.

use std::fmt;

macro_rules! primitives {
    ($($(#[$doc:meta])* $variant:ident $example:literal)*) => {
        /// A primitive type of the Entity Data Model (CSDL 4.01 §3.3).
        ///
        /// ```
        /// use odata_core::edm::Primitive;
        ///
        /// let date = Primitive::from_name("#Date");
        /// assert_eq!(date, Some(Primitive::Date));
        /// assert_eq!(Primitive::Date.name(), "Edm.Date");
        /// assert!(Primitive::Date.check(r#""2016-13-22""#).is_err());
        /// ```
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Primitive {
            $($(#[$doc])* $variant,)*
        }

        impl Primitive {
            /// Every primitive.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Returns the qualified name, such as `Edm.Int32`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => concat!("Edm.", stringify!($variant)),)*
                }
            }

            /// Returns an example of a value, as JSON text.
            #[must_use]
            pub const fn example(self) -> &'static str {
                match self {
                    $(Self::$variant => $example,)*
                }
            }

            /// Returns the primitive with this name, in each form that a type annotation may have: `#Int32` (4.0), `Int32` (4.01),
            /// and the qualified `Edm.Int32` or `#Edm.Int32` that some services write. Names are case-sensitive.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                let name = name.strip_prefix('#').unwrap_or(name);
                Some(match name.strip_prefix("Edm.").unwrap_or(name) {
                    $(stringify!($variant) => Self::$variant,)*
                    _ => return None,
                })
            }
        }
    };
}

primitives! {
    /// Bytes: [`Binary`](crate::edm::Binary).
    Binary r#""T0RhdGE=""#
    /// `true` or `false`: `bool`.
    Boolean "true"
    /// An unsigned 8-bit integer: `u8`.
    Byte "255"
    /// A day: [`Date`](crate::edm::Date).
    Date r#""2026-01-31""#
    /// A date and time with its offset from UTC: [`DateTimeOffset`](crate::edm::DateTimeOffset).
    DateTimeOffset r#""2026-01-31T09:30:00Z""#
    /// A decimal number of any precision: [`Decimal`](crate::edm::Decimal).
    Decimal "34.95"
    /// A 64-bit binary floating-point number: `f64`.
    Double "3.14"
    /// A signed length of time: [`Duration`](crate::edm::Duration).
    Duration r#""P1DT2H30M""#
    /// A 128-bit identifier: [`Guid`](crate::edm::Guid).
    Guid r#""7d9af2c1-0b6e-4c53-9f0e-2a64d0e1b3f8""#
    /// A signed 16-bit integer: `i16`.
    Int16 "-32768"
    /// A signed 32-bit integer: `i32`.
    Int32 "2147483647"
    /// A signed 64-bit integer: `i64`.
    Int64 "9007199254740993"
    /// A signed 8-bit integer: `i8`.
    SByte "-128"
    /// A 32-bit binary floating-point number: `f32`.
    Single "0.5"
    /// A media stream.
    Stream r#""text""#
    /// Text: `String`.
    String r#""text""#
    /// A time of day: [`TimeOfDay`](crate::edm::TimeOfDay).
    TimeOfDay r#""07:59:59.999""#
    /// Any shape on the round earth.
    Geography r#"{"type":"Point","coordinates":[142.1,64.1]}"#
    /// A position on the round earth.
    GeographyPoint r#"{"type":"Point","coordinates":[142.1,64.1]}"#
    /// A line on the round earth.
    GeographyLineString r#"{"type":"LineString","coordinates":[[0,0],[1,1]]}"#
    /// An area on the round earth.
    GeographyPolygon r#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}"#
    /// Positions on the round earth.
    GeographyMultiPoint r#"{"type":"MultiPoint","coordinates":[[0,0],[1,1]]}"#
    /// Lines on the round earth.
    GeographyMultiLineString r#"{"type":"MultiLineString","coordinates":[[[0,0],[1,1]]]}"#
    /// Areas on the round earth.
    GeographyMultiPolygon r#"{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]]]}"#
    /// Shapes on the round earth.
    GeographyCollection r#"{"type":"GeometryCollection","geometries":[]}"#
    /// Any shape in a plane.
    Geometry r#"{"type":"Point","coordinates":[2,3]}"#
    /// A position in a plane.
    GeometryPoint r#"{"type":"Point","coordinates":[2,3]}"#
    /// A line in a plane.
    GeometryLineString r#"{"type":"LineString","coordinates":[[0,0],[1,1]]}"#
    /// An area in a plane.
    GeometryPolygon r#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}"#
    /// Positions in a plane.
    GeometryMultiPoint r#"{"type":"MultiPoint","coordinates":[[0,0],[1,1]]}"#
    /// Lines in a plane.
    GeometryMultiLineString r#"{"type":"MultiLineString","coordinates":[[[0,0],[1,1]]]}"#
    /// Areas in a plane.
    GeometryMultiPolygon r#"{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]]]}"#
    /// Shapes in a plane.
    GeometryCollection r#"{"type":"GeometryCollection","geometries":[]}"#
}

impl Primitive {
    /// Returns "an Edm.Date such as ..." for messages; with `{:#}`, the name alone.
    pub(crate) fn expected(self) -> Expectation {
        Expectation(self)
    }
}

/// Displays the name and the example of a primitive.
pub(crate) struct Expectation(Primitive);

impl fmt::Display for Expectation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.alternate() {
            return f.write_str(self.0.name());
        }
        write!(f, "an {} such as {}", self.0.name(), self.0.example())
    }
}

/// The qualified name.
impl fmt::Display for Primitive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl fmt::Debug for Primitive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
