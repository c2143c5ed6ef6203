//! Checks JSON text against a primitive that only a type annotation names.

use std::str::FromStr;

#[cfg(feature = "geo")]
use crate::edm::geo::conforms as geo_conforms;
use crate::edm::{
    binary::Binary,
    date::Date,
    date_time_offset::DateTimeOffset,
    decimal::Decimal,
    duration::Duration,
    error::{ParseError, Reason},
    guid::Guid,
    primitive::Primitive,
    text_form::TextForm,
    time_of_day::TimeOfDay,
};

impl Primitive {
    /// Checks that JSON text is a value of this primitive or `null`. Meant for dynamic values, whose type only an annotation
    /// names. Numbers must be JSON numbers; [`check_with`](Self::check_with) accepts strings.
    ///
    /// # Errors
    /// The text is not such a value; the error names the rule that it breaks. [`Stream`](Self::Stream) accepts any text.
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

    /// Does the same as [`check`](Self::check). With `ieee754`, the format parameter `IEEE754Compatible=true` (JSON 4.01
    /// §3.2), an `Edm.Int64` or `Edm.Decimal` may also be a string.
    ///
    /// # Errors
    /// The errors of [`check`](Self::check).
    pub fn check_with(self, json: &str, ieee754: bool) -> Result<(), ParseError> {
        let json = json.trim_matches([' ', '\t', '\r', '\n']);
        if json == "null" {
            return Ok(());
        }
        self.conforms(json, ieee754)
            .map_err(|reason| ParseError::new(self, json, reason))
    }

    fn conforms(self, json: &str, ieee754: bool) -> Result<(), Reason> {
        match self {
            Self::Boolean => matches!(json, "true" | "false")
                .then_some(())
                .ok_or(Reason::Borrowed("it must be true or false")),
            Self::String => string(json).map(drop),
            Self::Stream => Ok(()),
            Self::Binary => text::<Binary>(json),
            Self::Date => text::<Date>(json),
            Self::DateTimeOffset => text::<DateTimeOffset>(json),
            Self::Duration => text::<Duration>(json),
            Self::Guid => text::<Guid>(json),
            Self::TimeOfDay => text::<TimeOfDay>(json),
            Self::Byte => check_integer::<u8>(json),
            Self::SByte => check_integer::<i8>(json),
            Self::Int16 => check_integer::<i16>(json),
            Self::Int32 => check_integer::<i32>(json),
            Self::Int64 if ieee754 && json.starts_with('"') => check_integer::<i64>(&string(json)?),
            Self::Int64 => check_integer::<i64>(json),
            Self::Decimal if ieee754 && json.starts_with('"') => {
                Decimal::read(&string(json)?).map(drop)
            }
            Self::Decimal if is_number(json) => Decimal::read(json).map(drop),
            Self::Decimal => Err(NOT_A_NUMBER.into()),
            Self::Double => check_float(json, f64::is_finite),
            Self::Single => check_float(json, f32::is_finite),
            _ => geo_conforms(self, json),
        }
    }
}

const NOT_A_NUMBER: &str = "it must be a JSON number";

/// Returns whether the text starts like a JSON number.
fn is_number(json: &str) -> bool {
    json.starts_with(|first: char| first == '-' || first.is_ascii_digit())
}

/// Returns the content of a JSON string.
fn string(json: &str) -> Result<String, Reason> {
    if json.starts_with('"') {
        serde_json::from_str(json).map_err(|error| error.to_string().into())
    } else {
        Err("it must be a JSON string".into())
    }
}

fn text<T: TextForm>(json: &str) -> Result<(), Reason> {
    T::read(&string(json)?).map(drop)
}

fn check_integer<T: FromStr>(text: &str) -> Result<(), Reason> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err("it must be a whole number, without fraction or exponent".into());
    }
    // Rust parses no minus sign into an unsigned type, not even "-0".
    let text = if digits.bytes().all(|byte| byte == b'0') {
        digits
    } else {
        text
    };
    T::from_str(text)
        .map(drop)
        .map_err(|_| Reason::Borrowed("it is out of range"))
}

fn check_float<T: FromStr>(json: &str, is_finite: fn(T) -> bool) -> Result<(), Reason> {
    if matches!(json, r#""INF""# | r#""-INF""# | r#""NaN""#) {
        return Ok(());
    }
    let value = is_number(json).then(|| T::from_str(json).ok()).flatten();
    match value.map(is_finite) {
        Some(true) => Ok(()),
        Some(false) => Err("it is out of range".into()),
        None => Err(r#"it must be a JSON number, "INF", "-INF" or "NaN""#.into()),
    }
}

/// Without the feature `geo` any object passes for GeoJSON.
#[cfg(not(feature = "geo"))]
fn geo_conforms(_: Primitive, json: &str) -> Result<(), Reason> {
    match json.starts_with('{') {
        true => Ok(()),
        false => Err("it must be a GeoJSON object".into()),
    }
}
