//! The number types of Rust, with the rules of OData JSON.

use odata_core::__private::codec::NumberFormat;

fn read<T: NumberFormat>(json: &str) -> Result<T, String> {
    T::deserialize_number(&mut serde_json::Deserializer::from_str(json), || false)
        .map_err(|error| error.to_string())
}

fn read_compatible<T: NumberFormat>(json: &str) -> Result<T, String> {
    T::deserialize_number(&mut serde_json::Deserializer::from_str(json), || true)
        .map_err(|error| error.to_string())
}

fn write<T: NumberFormat>(value: T) -> String {
    let mut out = Vec::new();
    value
        .serialize_number(&mut serde_json::Serializer::new(&mut out), || false)
        .unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn integers_have_their_whole_range() {
    assert_eq!((read("-128"), read("127")), (Ok(i8::MIN), Ok(i8::MAX)));
    assert_eq!((read("0"), read("255")), (Ok(u8::MIN), Ok(u8::MAX)));
    assert_eq!(
        (read("-32768"), read("32767")),
        (Ok(i16::MIN), Ok(i16::MAX))
    );
    assert_eq!(
        (read("-2147483648"), read("2147483647")),
        (Ok(i32::MIN), Ok(i32::MAX))
    );
    assert_eq!(
        (read("-9223372036854775808"), read("9223372036854775807")),
        (Ok(i64::MIN), Ok(i64::MAX))
    );
    assert_eq!(
        (read("65535"), read("4294967295")),
        (Ok(u16::MAX), Ok(u32::MAX))
    );
    assert_eq!(
        (read("18446744073709551615"), read("7"), read("-7")),
        (Ok(u64::MAX), Ok(7_usize), Ok(-7_isize))
    );
}

#[test]
fn an_integer_out_of_range_is_an_error_with_the_range() {
    for error in [
        read::<i8>("128").unwrap_err(),
        read::<i8>("-129").unwrap_err(),
    ] {
        assert!(
            error.contains("an Edm.SByte, a whole number from -128 to 127"),
            "{error}"
        );
    }
    assert!(
        read::<u8>("-1")
            .unwrap_err()
            .contains("integer `-1`, expected an Edm.Byte, a whole number from 0 to 255")
    );
    assert!(
        read::<u8>("256").is_err()
            && read::<i16>("32768").is_err()
            && read::<i32>("-2147483649").is_err()
    );
    assert!(
        read::<i64>("9223372036854775808").is_err() && read::<i64>("-9223372036854775809").is_err()
    );
    assert!(read::<u64>("-1").is_err() && read::<u64>("18446744073709551616").is_err());
    assert!(read::<i32>(&format!("3{}", "0".repeat(500))).is_err());
    assert!(read::<i64>(&format!("3{}", "0".repeat(500))).is_err());
}

#[test]
fn minus_zero_is_an_integer() {
    assert_eq!(
        (read("-0"), read("-0"), read("-0")),
        (Ok(0_i32), Ok(0_i64), Ok(0_u8))
    );
}

#[test]
fn a_fraction_or_an_exponent_is_not_an_integer() {
    for json in ["1.0", "0.0", "1e2", "1E0", "-2.5", "2.5e1"] {
        assert!(
            read::<i32>(json)
                .unwrap_err()
                .contains("without fraction or exponent"),
            "{json}"
        );
        assert!(
            read::<i64>(json)
                .unwrap_err()
                .contains("without fraction or exponent"),
            "{json}"
        );
    }
}

#[test]
fn another_json_value_is_not_an_integer() {
    for json in ["\"1\"", "true", "null", "[1]", "{}"] {
        assert!(
            read::<i32>(json).is_err() && read::<i64>(json).is_err() && read::<f64>(json).is_err(),
            "{json}"
        );
    }
}

#[test]
fn an_int64_is_a_string_under_ieee754_compatible_only() {
    assert_eq!(read_compatible("\"-9223372036854775808\""), Ok(i64::MIN));
    assert_eq!(read_compatible("9223372036854775807"), Ok(i64::MAX));
    assert_eq!(read_compatible("\"18446744073709551615\""), Ok(u64::MAX));
    assert!(
        read::<i64>("\"5\"")
            .unwrap_err()
            .contains("a string needs IEEE754Compatible=true")
    );
    for json in [
        "\"5.0\"",
        "\"\"",
        "\" 5\"",
        "\"5e1\"",
        "\"9223372036854775808\"",
    ] {
        assert!(read_compatible::<i64>(json).is_err(), "{json}");
    }
    assert!(
        read_compatible::<i32>("\"5\"").is_err(),
        "only 64 bits do not fit a double"
    );
    assert!(read_compatible::<f64>("\"5\"").is_err());
}

#[test]
fn doubles_are_read_exactly() {
    for text in [
        "0.1",
        "-1.7976931348623157e308",
        "5e-324",
        "2.2250738585072011e-308",
        "9007199254740993",
        "-8.6736173798840355e-19",
        "123456789.123456789",
    ] {
        assert_eq!(read(text), Ok(text.parse::<f64>().unwrap()), "{text}");
    }
    assert_eq!(read("-0").map(f64::to_bits), Ok((-0.0_f64).to_bits()));
    assert_eq!(read("3"), Ok(3.0_f64));
    assert!(read::<f64>("1e309").is_err());
}

#[test]
fn a_single_does_not_overflow_into_infinity() {
    assert_eq!(read("3.4028235e38"), Ok(f32::MAX));
    assert_eq!(read("-1e-50"), Ok(-0.0_f32));
    assert_eq!(read("16777217"), Ok(16_777_216_f32));
    let error = read::<f32>("-3.5e38").unwrap_err();
    assert!(
        error.contains("an Edm.Single, a number from -3.4028235e38 to 3.4028235e38"),
        "{error}"
    );
}

#[test]
fn inf_and_nan_are_strings() {
    assert_eq!(
        (read("\"INF\""), read("\"-INF\"")),
        (Ok(f64::INFINITY), Ok(f32::NEG_INFINITY))
    );
    assert!(read::<f64>("\"NaN\"").unwrap().is_nan() && read::<f32>("\"NaN\"").unwrap().is_nan());
    for json in [
        "\"inf\"",
        "\"Infinity\"",
        "\"+INF\"",
        "\"nan\"",
        "\"1.5\"",
        "\"\"",
    ] {
        assert!(
            read::<f64>(json)
                .unwrap_err()
                .contains(r#""INF", "-INF" and "NaN""#),
            "{json}"
        );
    }
}

#[test]
fn numbers_are_written_as_json_numbers() {
    assert_eq!(
        (
            write(-5_i8),
            write(i64::MIN),
            write(u64::MAX),
            write(9_usize)
        ),
        (
            "-5".into(),
            i64::MIN.to_string(),
            u64::MAX.to_string(),
            "9".into()
        )
    );
    assert_eq!(
        (write(0.1_f64), write(0.1_f32), write(-2.5e-7_f64)),
        ("0.1".into(), "0.1".into(), "-2.5e-7".into())
    );
}

#[test]
fn numbers_without_a_json_number_are_written_as_strings() {
    assert_eq!(
        (
            write(f64::INFINITY),
            write(f64::NEG_INFINITY),
            write(f64::NAN)
        ),
        ("\"INF\"".into(), "\"-INF\"".into(), "\"NaN\"".into())
    );
    assert_eq!(
        (
            write(f32::INFINITY),
            write(f32::NEG_INFINITY),
            write(-f32::NAN)
        ),
        ("\"INF\"".into(), "\"-INF\"".into(), "\"NaN\"".into())
    );
}
