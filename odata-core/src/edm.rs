//! The Edm primitives for which Rust has no type, one file each.
//!
//! Each type reads exactly what the OData ABNF allows and preserves all of it: twelve fraction digits of a second, the offset of a
//! date-time, every digit of a decimal. Each implements [`FromStr`](std::str::FromStr) with a [`ParseError`] that explains what is
//! wrong, `Display` with the canonical text that the documentation of the type defines, serde's traits, and equality, order and hash by
//! value.
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
//! | `Edm.Untyped` | [`RawJson`](crate::RawJson) | | `Edm.Geography*`, `Edm.Geometry*` | `geo` (feature `geo`) |
//!
//! [`Primitive`] lists the primitives, for values whose type only an annotation names.
//!
//! The features `uuid`, `chrono`, `jiff`, `time`, `rust_decimal` and `bigdecimal` enable conversions from and to the types of these
//! crates. A conversion is exact or returns a [`ConversionError`].

pub(crate) mod binary;
pub(crate) mod conformance;
pub(crate) mod convert;
pub(crate) mod date;
pub(crate) mod date_time_offset;
pub(crate) mod decimal;
pub(crate) mod duration;
pub(crate) mod error;
#[cfg(feature = "geo")]
pub mod geo;
pub(crate) mod guid;
pub(crate) mod odata_type;
pub(crate) mod primitive;
pub(crate) mod primitive_value;
pub(crate) mod scan;
pub(crate) mod stream;
pub(crate) mod text_form;
pub(crate) mod time_of_day;

pub use crate::edm::{
    binary::Binary, convert::ConversionError, date::Date, date_time_offset::DateTimeOffset,
    decimal::Decimal, duration::Duration, error::ParseError, guid::Guid, primitive::Primitive,
    primitive_value::PrimitiveValue, stream::Stream, time_of_day::TimeOfDay,
};
