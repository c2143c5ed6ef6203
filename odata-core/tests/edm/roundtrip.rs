//! Every primitive round-trips from text to value to text and from value to text to value, and no text causes a
//! panic.

use odata_core::{
    __private::codec::NumberFormat,
    ReadOptions, Version, WriteOptions,
    edm::{Binary, Date, DateTimeOffset, Decimal, Duration, Guid, Primitive, TimeOfDay},
    json::{from_str_with, to_string_with},
};
use proptest::prelude::*;

use crate::rewrite;

fn year() -> impl Strategy<Value = String> {
    let number = prop_oneof![8 => -2500..12_500_i32, 1 => any::<i32>()];
    number.prop_map(|year| {
        let sign = if year < 0 { "-" } else { "" };
        format!("{sign}{:04}", year.unsigned_abs())
    })
}

fn date() -> impl Strategy<Value = String> {
    (year(), 1..=12_u8, 1..=28_u8)
        .prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}"))
}

fn fraction() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "\\.[0-9]{1,12}"]
}

fn time() -> impl Strategy<Value = String> {
    (0..24_u8, 0..60_u8, 0..60_u8, fraction()).prop_map(|(hour, minute, second, fraction)| {
        format!("{hour:02}:{minute:02}:{second:02}{fraction}")
    })
}

fn date_time_offset() -> impl Strategy<Value = String> {
    let offset = (-1439..=1439_i32).prop_map(|minutes| match minutes {
        0 => "Z".to_owned(),
        _ => {
            let sign = if minutes < 0 { '-' } else { '+' };
            format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
        }
    });
    (date(), time(), offset).prop_map(|(date, time, offset)| format!("{date}T{time}{offset}"))
}

fn decimal() -> impl Strategy<Value = String> {
    "-?(0|[1-9][0-9]{0,40})(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,3})?"
}

/// Two texts of the same value with different zeros and exponents.
fn same_decimals() -> impl Strategy<Value = (Decimal, Decimal)> {
    ("-?[0-9]{1,20}", -30..30_i32, 0..10_usize).prop_map(|(digits, exponent, zeros)| {
        let one = format!("{digits}e{exponent}");
        let zeros_behind = "0".repeat(zeros);
        let other = format!("{digits}.{zeros_behind}0E{exponent}");
        (one.parse().unwrap(), other.parse().unwrap())
    })
}

proptest! {
    #[test]
    fn dates_round_trip(text in date()) {
        prop_assert_eq!(rewrite::<Date>(&text), text);
    }

    #[test]
    fn days_round_trip(days in -784_352_295_671_i64..=784_351_576_776) {
        let date = Date::from_days_since_epoch(days).unwrap();
        prop_assert_eq!(date.days_since_epoch(), days);
        prop_assert_eq!(Date::new(date.year(), date.month(), date.day()), Some(date));
    }

    #[test]
    fn times_round_trip(text in time()) {
        prop_assert_eq!(rewrite::<TimeOfDay>(&text), text);
    }

    #[test]
    fn date_time_offsets_round_trip(text in date_time_offset()) {
        prop_assert_eq!(rewrite::<DateTimeOffset>(&text), text);
    }

    #[test]
    fn instants_do_not_depend_on_the_offset(text in date_time_offset(), offset in -1439..=1439_i16) {
        let value: DateTimeOffset = text.parse().unwrap();
        if let Some(moved) = value.at_offset(offset) {
            prop_assert_eq!(moved, value);
            prop_assert_eq!(moved.offset_minutes(), offset);
            prop_assert_eq!(moved.to_string().parse::<DateTimeOffset>().unwrap(), value);
        }
    }

    #[test]
    fn durations_round_trip(seconds in any::<i64>(), picoseconds in 0..1_000_000_000_000_i64) {
        let length = Duration::new(seconds, if seconds < 0 { -picoseconds } else { picoseconds }).unwrap();
        let text = length.to_string();
        prop_assert_eq!(rewrite::<Duration>(&text), text.clone());
        prop_assert_eq!(text.parse::<Duration>().unwrap(), length);
    }

    #[test]
    fn guids_round_trip(bytes in any::<[u8; 16]>()) {
        let guid = Guid::from_bytes(bytes);
        prop_assert_eq!(rewrite::<Guid>(&guid.to_string()), guid.to_string());
        prop_assert_eq!(guid.to_string().to_uppercase().parse::<Guid>().unwrap(), guid);
    }

    #[test]
    fn binaries_round_trip(bytes in any::<Vec<u8>>()) {
        let binary = Binary::from(bytes);
        prop_assert_eq!(rewrite::<Binary>(&binary.to_string()), binary.to_string());
        prop_assert_eq!(binary.to_standard_base64().parse::<Binary>().unwrap(), binary);
    }

    #[test]
    fn base64_texts_round_trip(text in "[A-Za-z0-9_-]{0,12}={0,2}|[A-Za-z0-9+/]{0,12}={0,2}") {
        if let Ok(binary) = text.parse::<Binary>() {
            prop_assert_eq!(binary.to_string(), text);
        }
    }

    #[test]
    fn decimals_round_trip(json in decimal()) {
        let reading = ReadOptions::client().version(Version::V401);
        let writing = WriteOptions::new().version(Version::V401);
        let value: Decimal = from_str_with(&json, &reading).unwrap();
        prop_assert_eq!(to_string_with(&value, &writing).unwrap(), json.clone());
        prop_assert_eq!(value.as_str(), &json);
        if let Some(plain) = value.to_plain() {
            prop_assert!(!plain.contains(['e', 'E']));
            prop_assert_eq!(plain.parse::<Decimal>().unwrap(), value);
        }
    }

    #[test]
    fn decimals_of_the_same_value_are_equal((one, other) in same_decimals()) {
        use std::hash::{BuildHasher, RandomState};
        let state = RandomState::new();
        prop_assert_eq!(&one, &other);
        prop_assert_eq!(state.hash_one(&one), state.hash_one(&other));
    }

    #[test]
    fn decimals_have_the_order_of_integers(a in any::<i64>(), b in any::<i64>(), exponent in -20..20_i32) {
        let read = |number: i64| format!("{number}e{exponent}").parse::<Decimal>().unwrap();
        prop_assert_eq!(read(a).cmp(&read(b)), a.cmp(&b));
    }

    #[test]
    fn decimals_round_trip_through_another_format(number in any::<f64>().prop_filter("finite", |number| number.is_finite())) {
        let value = Decimal::from(number);
        prop_assert_eq!(value.to_f64(), number);
    }

    #[test]
    fn doubles_round_trip(number in any::<f64>().prop_filter("finite", |number| number.is_finite())) {
        let mut out = Vec::new();
        number.serialize_number(&mut serde_json::Serializer::new(&mut out), || false).unwrap();
        let back = f64::deserialize_number(&mut serde_json::Deserializer::from_slice(&out), || false).unwrap();
        prop_assert_eq!(back.to_bits(), number.to_bits());
    }

    #[test]
    fn singles_round_trip(number in any::<f32>().prop_filter("finite", |number| number.is_finite())) {
        let mut out = Vec::new();
        number.serialize_number(&mut serde_json::Serializer::new(&mut out), || false).unwrap();
        let back = f32::deserialize_number(&mut serde_json::Deserializer::from_slice(&out), || false).unwrap();
        prop_assert_eq!(back.to_bits(), number.to_bits());
    }

    #[test]
    fn integers_round_trip(number in any::<i64>()) {
        let json = number.to_string();
        let read = |json: &str| i64::deserialize_number(&mut serde_json::Deserializer::from_str(json), || true);
        prop_assert_eq!(read(&json).unwrap(), number);
        prop_assert_eq!(read(&format!("{json:?}")).unwrap(), number);
        prop_assert_eq!(Primitive::Int32.check(&json).is_ok(), i32::try_from(number).is_ok());
    }

    #[test]
    fn any_text_is_read_without_panic(text in any::<String>()) {
        let _ = text.parse::<Date>();
        let _ = text.parse::<TimeOfDay>();
        let _ = text.parse::<DateTimeOffset>();
        let _ = text.parse::<Duration>();
        let _ = text.parse::<Guid>();
        let _ = text.parse::<Binary>();
        let _ = text.parse::<Decimal>();
        for primitive in Primitive::ALL {
            let _ = primitive.check(&text);
        }
    }

    /// Texts of valid characters reach more code than other texts.
    #[test]
    fn any_text_of_valid_characters_is_read_without_panic(text in "[-+]?[PT0-9:.+eEZDHMS-]{0,40}") {
        if let Ok(value) = text.parse::<Duration>() {
            prop_assert_eq!(value.to_string().parse::<Duration>().unwrap(), value);
        }
        if let Ok(value) = text.parse::<DateTimeOffset>() {
            prop_assert_eq!(value.to_string().parse::<DateTimeOffset>().unwrap(), value);
        }
        if let Ok(value) = text.parse::<Decimal>() {
            prop_assert_eq!(value.to_string().parse::<Decimal>().unwrap(), value);
        }
    }
}
