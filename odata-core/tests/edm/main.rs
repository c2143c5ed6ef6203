//! The Edm primitives: texts that are read, texts that are errors, texts that are written.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::{
    fmt::{Debug, Display},
    str::FromStr,
};

use odata_core::edm::ParseError;
use serde::de::DeserializeOwned;

#[path = "../support/round_trip.rs"]
mod round_trip;

mod binary;
mod convert;
#[cfg(any(feature = "chrono", feature = "jiff", feature = "time"))]
mod convert_temporal;
mod date;
mod date_time_offset;
mod decimal;
mod duration;
mod errors;
#[cfg(feature = "geo")]
mod geo;
mod guid;
mod number;
mod options;
mod other_formats;
mod primitive;
mod primitive_value;
#[cfg(feature = "derive")]
mod property;
mod roundtrip;
mod stream;
mod time_of_day;

/// Reads `text` as text and as a JSON string, and returns the written text, which must be the same for both.
fn rewrite<T>(text: &str) -> String
where
    T: FromStr<Err = ParseError>
        + Display
        + Debug
        + DeserializeOwned
        + serde::Serialize
        + PartialEq,
{
    let value: T = text.parse().unwrap();
    let json = serde_json::to_string(text).unwrap();
    let from_json: T = serde_json::from_str(&json).unwrap();
    assert_eq!(value, from_json);
    assert_eq!(
        value,
        serde_json::from_reader(json.as_bytes()).unwrap(),
        "a reader hands over owned text"
    );
    assert_eq!(
        value,
        serde_json::from_value(serde_json::Value::from(text)).unwrap()
    );
    let written = value.to_string();
    assert_eq!(
        serde_json::to_string(&value).unwrap(),
        format!("{written:?}")
    );
    written
}

/// Asserts that canonical texts are written as they were read.
#[track_caller]
fn assert_preserved<T>(texts: &[&str])
where
    T: FromStr<Err = ParseError>
        + Display
        + Debug
        + DeserializeOwned
        + serde::Serialize
        + PartialEq,
{
    for text in texts {
        assert_eq!(rewrite::<T>(text), *text);
    }
}

/// Asserts that each text is an error, as text and as a JSON string, with this part in its reason.
#[track_caller]
fn assert_errors<T>(texts: &[(&str, &str)])
where
    T: FromStr<Err = ParseError> + Debug + DeserializeOwned,
{
    for (text, reason) in texts {
        let error = text.parse::<T>().unwrap_err();
        assert!(
            error.reason().contains(reason),
            "{text:?}: {}",
            error.reason()
        );
        let error = serde_json::from_str::<T>(&serde_json::to_string(text).unwrap())
            .unwrap_err()
            .to_string();
        assert!(
            error.contains(reason) && error.contains("such as"),
            "{text:?}: {error}"
        );
    }
}
