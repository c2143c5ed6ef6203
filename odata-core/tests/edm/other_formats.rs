//! Formats other than JSON text: the values that they pass and receive.

use odata_core::{
    __private::codec::NumberFormat,
    edm::{Date, Decimal, Guid},
};
use serde::de::{
    Deserialize, IntoDeserializer,
    value::{Error, MapDeserializer},
};

/// serde can write plain values into a formatter, which is not JSON.
fn displayed(value: &impl serde::Serialize) -> String {
    struct Through<'a, T>(&'a T);

    impl<T: serde::Serialize> std::fmt::Display for Through<'_, T> {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            self.0.serialize(f)
        }
    }

    Through(value).to_string()
}

fn decimal<'de, T: IntoDeserializer<'de, Error>>(value: T) -> Result<Decimal, Error> {
    Decimal::deserialize(value.into_deserializer())
}

#[test]
fn a_decimal_is_read_from_any_number_of_a_format() {
    assert_eq!(decimal(-5_i64).unwrap().as_str(), "-5");
    assert_eq!(decimal(u64::MAX).unwrap().as_str(), "18446744073709551615");
    assert_eq!(decimal(u128::MAX).unwrap(), Decimal::from(u128::MAX));
    assert_eq!(decimal(0.1_f64).unwrap().as_str(), "0.1");
    assert!(decimal(f64::NAN).is_err());
    assert!(decimal("1.5").is_err());
    assert!(decimal(true).is_err());
}

#[test]
fn a_decimal_is_written_as_a_number_that_represents_it_exactly() {
    for (text, written) in [
        ("-5.0", "-5"),
        ("18446744073709551615", "18446744073709551615"),
        ("0.10", "0.1"),
        (
            "79228162514264337593543950335.5",
            "79228162514264337593543950335.5",
        ),
    ] {
        assert_eq!(displayed(&text.parse::<Decimal>().unwrap()), written);
    }
}

/// With the feature `arbitrary_precision`, which any crate of a build may enable, `serde_json` passes
/// numbers as an object with one member.
#[test]
fn numbers_are_read_under_arbitrary_precision() {
    fn number<T: NumberFormat>(text: &str) -> Result<T, Error> {
        let entry = ("$serde_json::private::Number", text);
        T::deserialize_number(MapDeserializer::new([entry].into_iter()), || false)
    }
    assert_eq!(number("-0"), Ok(0_i64));
    assert_eq!(number("9223372036854775807"), Ok(i64::MAX));
    assert_eq!(number("2.5e-3"), Ok(0.0025_f64));
    assert!(number::<i64>("1.0").is_err() && number::<i64>("9223372036854775808").is_err());
    assert!(number::<f64>("1e999").is_err() && number::<f32>("1e39").is_err());
    let object = MapDeserializer::<_, Error>::new([("number", "1")].into_iter());
    assert!(i64::deserialize_number(object, || false).is_err());
}

#[test]
fn text_primitives_are_strings_in_every_format() {
    let date: Date = "2026-01-31".parse().unwrap();
    assert_eq!(displayed(&date), "2026-01-31");
    let read: Result<Date, Error> = Date::deserialize("2026-01-31".into_deserializer());
    assert_eq!(read, Ok(date));
    let owned = String::from("0f8fad5b-d9cb-469f-a165-70867728950e");
    let read: Result<Guid, Error> = Guid::deserialize(owned.into_deserializer());
    assert!(read.is_ok());
}
