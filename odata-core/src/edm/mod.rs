//! The Edm primitives for which Rust has no type of its own, one file each.
//!
//! Each reads exactly what the OData ABNF allows and keeps all of it: twelve fraction digits of a second, the offset of a
//! date-time, every digit of a decimal. Each has [`FromStr`](std::str::FromStr) with a [`ParseError`] that says what is
//! wrong, `Display` with the canonical text that its documentation states, serde, and equality, order and hash by value.
//!
//! | Edm | Rust | | Edm | Rust |
//! |---|---|---|---|---|
//! | `Edm.Boolean` | `bool` | | `Edm.Binary` | [`Binary`] |
//! | `Edm.SByte`, `Edm.Byte` | `i8`, `u8` | | `Edm.Date` | [`Date`] |
//! | `Edm.Int16`, `Edm.Int32`, `Edm.Int64` | `i16`, `i32`, `i64` | | `Edm.TimeOfDay` | [`TimeOfDay`] |
//! | `Edm.Single`, `Edm.Double` | `f32`, `f64` | | `Edm.DateTimeOffset` | [`DateTimeOffset`] |
//! | `Edm.String` | `String` | | `Edm.Duration` | [`Duration`] |
//! | `Edm.Decimal` | [`Decimal`] | | `Edm.Guid` | [`Guid`] |
//! | `Edm.PrimitiveType` | [`PrimitiveValue`] | | `Edm.Stream` | [`Stream`] |
//! | `Edm.Untyped` | [`Untyped`] | | `Edm.Geography*`, `Edm.Geometry*` | `geo` (feature `geo`) |
//!
//! [`Primitive`] is the table of the primitives themselves, for values whose type only a tag names.
//!
//! Conversions from and to the types of `uuid`, `chrono`, `jiff`, `time`, `rust_decimal` and `bigdecimal` are behind
//! features of these names. A conversion keeps the value or is a [`ConversionError`].

mod any_resource;
mod binary;
mod convert;
mod date;
mod date_time_offset;
mod decimal;
mod duration;
mod error;
#[cfg(feature = "geo")]
pub mod geo;
mod guid;
#[doc(hidden)]
pub mod number;
mod primitive;
mod primitive_value;
mod scan;
mod stream;
mod text_form;
mod time_of_day;

/// `Edm.Untyped`: any JSON value, exact (JSON format 4.01, section 7.5).
pub use crate::JsonText as Untyped;
pub use any_resource::{AnyComplex, AnyEntity};
pub use binary::Binary;
pub use convert::ConversionError;
pub use date::Date;
pub use date_time_offset::DateTimeOffset;
pub use decimal::Decimal;
#[doc(hidden)]
pub use decimal::{TextRules, deserialize_decimal};
pub use duration::Duration;
pub use error::ParseError;
pub use guid::Guid;
pub use primitive::Primitive;
pub use primitive_value::PrimitiveValue;
pub use stream::Stream;
pub use time_of_day::TimeOfDay;

#[cfg(feature = "geo")]
use geo::verdict as geo_verdict;

/// Whether JSON text may be GeoJSON: without the feature `geo` only that it is an object.
#[cfg(not(feature = "geo"))]
fn geo_verdict(_: Primitive, json: &str) -> Result<(), error::Reason> {
    match json.starts_with('{') {
        true => Ok(()),
        false => Err("it is a GeoJSON object".into()),
    }
}
