//! The one table of Edm primitives: names, examples, and what text is a value of which.

use std::fmt;

use crate::edm::{
    binary::Binary,
    date::Date,
    date_time_offset::DateTimeOffset,
    decimal::Decimal,
    duration::Duration,
    error::{ParseError, Reason},
    guid::Guid,
    text_form::TextForm,
    time_of_day::TimeOfDay,
};

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

            /// The qualified name, such as `Edm.Int32`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => concat!("Edm.", stringify!($variant)),)*
                }
            }

            /// A value as JSON writes it.
            #[must_use]
            pub const fn example(self) -> &'static str {
                match self {
                    $(Self::$variant => $example,)*
                }
            }

            /// The primitive of that name, in each form a type annotation may have: `#Int32` (4.0), `Int32` (4.01) and the
            /// qualified `Edm.Int32` or `#Edm.Int32` that some services write. Names are case-sensitive.
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
    /// Bytes: [`Binary`].
    Binary r#""T0RhdGE=""#
    /// `true` or `false`: `bool`.
    Boolean "true"
    /// 8 bits without sign: `u8`.
    Byte "255"
    /// A day: [`Date`].
    Date r#""2026-01-31""#
    /// A date and time with its offset from UTC: [`DateTimeOffset`].
    DateTimeOffset r#""2026-01-31T09:30:00Z""#
    /// A decimal number of any length: [`Decimal`].
    Decimal "34.95"
    /// 64 bits of binary floating point: `f64`.
    Double "3.14"
    /// A length of time: [`Duration`].
    Duration r#""P1DT2H30M""#
    /// A 128-bit identifier: [`Guid`].
    Guid r#""7d9af2c1-0b6e-4c53-9f0e-2a64d0e1b3f8""#
    /// 16 bits with sign: `i16`.
    Int16 "-32768"
    /// 32 bits with sign: `i32`.
    Int32 "2147483647"
    /// 64 bits with sign: `i64`.
    Int64 "9007199254740993"
    /// 8 bits with sign: `i8`.
    SByte "-128"
    /// 32 bits of binary floating point: `f32`.
    Single "0.5"
    /// A media stream.
    Stream r#""text""#
    /// Text: `String`.
    String r#""text""#
    /// A time of the day: [`TimeOfDay`].
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
    /// Whether the text of a JSON value is a value of this primitive, `null` included: for dynamic values, whose type a
    /// tag names and no Rust type checks. Numbers must be JSON numbers; [`check_with`](Self::check_with) says otherwise.
    ///
    /// # Errors
    /// Names the rule that the text breaks. Text that is no JSON at all may pass for [`Stream`](Self::Stream), which takes
    /// anything.
    ///
    /// ```
    /// use odata_core::edm::Primitive;
    ///
    /// assert!(Primitive::Double.check(r#""INF""#).is_ok());
    /// assert!(Primitive::Int32.check("2147483648").is_err());
    /// assert!(Primitive::Int64.check("null").is_ok());
    /// ```
    pub fn check(self, json: &str) -> Result<(), ParseError> {
        self.check_with(json, false)
    }

    /// As [`check`](Self::check); with `ieee754`, `Edm.Int64` and `Edm.Decimal` may be strings, too, as the format
    /// parameter `IEEE754Compatible=true` has it (OData JSON Format 4.01 §3.2).
    ///
    /// # Errors
    /// Names the rule that the text breaks.
    pub fn check_with(self, json: &str, ieee754: bool) -> Result<(), ParseError> {
        let json = json.trim_matches([' ', '\t', '\r', '\n']);
        if json == "null" {
            return Ok(());
        }
        self.verdict(json, ieee754)
            .map_err(|reason| ParseError::new(self, json, reason))
    }

    fn verdict(self, json: &str, ieee754: bool) -> Result<(), Reason> {
        match self {
            Self::Boolean => matches!(json, "true" | "false")
                .then_some(())
                .ok_or(Reason::Borrowed("it is true or false")),
            Self::String => string(json).map(drop),
            Self::Stream => Ok(()),
            Self::Binary => text::<Binary>(json),
            Self::Date => text::<Date>(json),
            Self::DateTimeOffset => text::<DateTimeOffset>(json),
            Self::Duration => text::<Duration>(json),
            Self::Guid => text::<Guid>(json),
            Self::TimeOfDay => text::<TimeOfDay>(json),
            Self::Byte => integer::<u8>(json),
            Self::SByte => integer::<i8>(json),
            Self::Int16 => integer::<i16>(json),
            Self::Int32 => integer::<i32>(json),
            Self::Int64 if ieee754 && json.starts_with('"') => integer::<i64>(&string(json)?),
            Self::Int64 => integer::<i64>(json),
            Self::Decimal if ieee754 && json.starts_with('"') => {
                Decimal::read(&string(json)?).map(drop)
            }
            Self::Decimal if number(json) => Decimal::read(json).map(drop),
            Self::Decimal => Err(NOT_A_NUMBER.into()),
            Self::Double => float(json, f64::is_finite),
            Self::Single => float(json, f32::is_finite),
            _ => crate::edm::geo_verdict(self, json),
        }
    }

    /// "an Edm.Date such as ..." for messages.
    pub(crate) fn expected(self) -> Expectation {
        Expectation(self)
    }
}

/// Prints what a value of a primitive looks like.
pub(crate) struct Expectation(Primitive);

impl fmt::Display for Expectation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an {} such as {}", self.0.name(), self.0.example())
    }
}

const NOT_A_NUMBER: &str = "it is a JSON number";

/// Whether the text starts as a JSON number does.
fn number(json: &str) -> bool {
    json.starts_with(|first: char| first == '-' || first.is_ascii_digit())
}

/// The content of a JSON string.
fn string(json: &str) -> Result<String, Reason> {
    if json.starts_with('"') {
        serde_json::from_str(json).map_err(|error| error.to_string().into())
    } else {
        Err("it is a JSON string".into())
    }
}

fn text<T: TextForm>(json: &str) -> Result<(), Reason> {
    T::read(&string(json)?).map(drop)
}

fn integer<T: std::str::FromStr>(text: &str) -> Result<(), Reason> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err("it is a whole number without fraction or exponent".into());
    }
    // Rust reads "-0" into a type without sign no more than "-1".
    let text = if digits.bytes().all(|byte| byte == b'0') {
        digits
    } else {
        text
    };
    T::from_str(text)
        .map(drop)
        .map_err(|_| Reason::Borrowed("it is out of range"))
}

fn float<T: std::str::FromStr>(json: &str, finite: fn(T) -> bool) -> Result<(), Reason> {
    if matches!(json, r#""INF""# | r#""-INF""# | r#""NaN""#) {
        return Ok(());
    }
    let value = number(json).then(|| T::from_str(json).ok()).flatten();
    match value.map(finite) {
        Some(true) => Ok(()),
        Some(false) => Err("it is out of range".into()),
        None => Err(r#"it is a JSON number, "INF", "-INF" or "NaN""#.into()),
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
