use std::collections::HashSet;

use odata_core::{
    ReadOptions, Version, WriteOptions,
    edm::Decimal,
    json::{from_str, from_str_with, to_string, to_string_with},
};

fn read(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn a_json_number_is_written_as_it_was_read() {
    let long = format!("0.{}", "7".repeat(1022));
    for json in [
        "0",
        "-0",
        "-0.0",
        "1.50",
        "34.95",
        "-79228162514264337593543950335",
        "0.0000000000000000000000000001",
        "123456789012345678901234567890.123456789012345678901234567890",
        "9223372036854775808",
        &long,
    ] {
        let value: Decimal = serde_json::from_str(json).unwrap();
        assert_eq!((value.as_str(), value.to_string().as_str()), (json, json));
        assert_eq!(serde_json::to_string(&value).unwrap(), json);
        assert_eq!(
            serde_json::from_reader::<_, Decimal>(json.as_bytes())
                .unwrap()
                .as_str(),
            json
        );
        assert_eq!(read(json).as_str(), json);
    }
}

#[test]
fn an_exponent_requires_401_or_an_option() {
    let reading = ReadOptions::client().version(Version::V401);
    let writing = WriteOptions::new().version(Version::V401);
    for (json, plain) in [
        ("1e-6", "0.000001"),
        ("1E+5", "100000"),
        ("-2.50e12", "-2500000000000"),
        ("1e400", &format!("1{}", "0".repeat(400))),
        ("1e2000", "1e2000"),
    ] {
        let value: Decimal = from_str_with(json, &reading).unwrap();
        assert_eq!(value.as_str(), json);
        assert_eq!(to_string_with(&value, &writing).unwrap(), json);
        assert_eq!(to_string(&value).unwrap(), plain);
        assert!(from_str::<Decimal>(json).is_err());
        let plain_serde: Decimal = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&plain_serde).unwrap(), json);
    }
    let exponents = ReadOptions::client().exponential_decimals(true);
    assert!(from_str_with::<Decimal>("1e-6", &exponents).is_ok());
}

#[test]
fn white_space_around_a_number_is_ignored() {
    let values: Vec<Decimal> = serde_json::from_str("[ 1.0 ,\n2.00\t]").unwrap();
    assert_eq!(serde_json::to_string(&values).unwrap(), "[1.0,2.00]");
}

#[test]
fn signs_and_zeros_that_json_does_not_have_are_dropped() {
    for (text, canonical) in [
        ("+1.5", "1.5"),
        ("007", "7"),
        ("-00.50", "-0.50"),
        ("000", "0"),
        ("+0012e+3", "12e+3"),
    ] {
        assert_eq!(read(text).as_str(), canonical);
    }
}

#[test]
fn a_text_that_is_not_a_decimal_is_an_error() {
    for text in [
        "", "-", "+", ".5", "5.", "1e", "1e+", "--1", "1.2.3", "0x10", "1_000", "1,5", " 1", "1 ",
        "Infinity", "inf", "nan", "-NaN", "１",
    ] {
        let error = text.parse::<Decimal>().unwrap_err();
        assert_eq!(error.edm_type(), "Edm.Decimal", "{text:?}");
        assert!(
            error.to_string().contains("digits with at most a sign"),
            "{error}"
        );
    }
    assert!(
        "1e9999999999"
            .parse::<Decimal>()
            .unwrap_err()
            .reason()
            .contains("exponent")
    );
    assert!(
        "1".repeat(1025)
            .parse::<Decimal>()
            .unwrap_err()
            .reason()
            .contains("1024")
    );
    let error = serde_json::from_str::<Decimal>(&"1".repeat(1025))
        .unwrap_err()
        .to_string();
    assert!(error.contains("1024"), "{error}");
}

#[test]
fn another_json_value_is_an_error() {
    for (json, found) in [
        ("true", "boolean `true`"),
        ("null", "null"),
        ("[1]", "sequence"),
        ("{\"a\":1}", "map"),
    ] {
        let error = serde_json::from_str::<Decimal>(json)
            .unwrap_err()
            .to_string();
        assert!(
            error.contains(found) && error.contains("an Edm.Decimal such as 34.95"),
            "{error}"
        );
    }
}

#[test]
fn null_is_read_as_none() {
    assert_eq!(
        serde_json::from_str::<Option<Decimal>>("null").unwrap(),
        None
    );
    assert_eq!(
        serde_json::from_str::<Option<Decimal>>("1.0").unwrap(),
        Some(read("1"))
    );
}

#[test]
fn a_string_is_read_only_under_ieee754_compatible() {
    let ieee754 = |json| from_str_with::<Decimal>(json, &ReadOptions::client().ieee754(true));
    let error = serde_json::from_str::<Decimal>("\"78.10\"")
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("a string needs IEEE754Compatible=true"),
        "{error}"
    );
    assert_eq!(ieee754("\"78.10\"").unwrap().as_str(), "78.10");
    assert_eq!(ieee754("\"7\\u0038.10\"").unwrap().as_str(), "78.10");
    assert_eq!(ieee754("78.10").unwrap().as_str(), "78.10");
    assert!(ieee754("\"seven\"").is_err());
}

#[test]
fn infinity_requires_a_rule_that_allows_it() {
    let newer = ReadOptions::client().version(Version::V401);
    for word in ["INF", "-INF", "NaN"] {
        let json = format!("\"{word}\"");
        let error = from_str::<Decimal>(&json).unwrap_err().to_string();
        assert!(error.contains("OData 4.01"), "{error}");
        let value: Decimal = from_str_with(&json, &newer).unwrap();
        assert!(!value.is_finite());
        assert_eq!(serde_json::to_string(&value).unwrap(), json);
    }
    assert!(from_str_with::<Decimal>("\"1.5\"", &newer).is_err());
}

#[test]
fn equality_and_hash_use_the_value() {
    for same in [
        &["0", "-0", "0.00", "0e9", "-0.0e-9"][..],
        &["1", "1.0", "10e-1", "0.1e1", "100e-2", "1E0"],
        &["-120", "-1.2e2", "-120.000", "-0.00012e6"],
        &["1e300", "10e299", "0.01e302"],
    ] {
        let values: Vec<Decimal> = same.iter().map(|text| read(text)).collect();
        assert!(values.iter().all(|value| *value == values[0]), "{same:?}");
        assert_eq!(
            values.into_iter().collect::<HashSet<_>>().len(),
            1,
            "{same:?}"
        );
    }
}

#[test]
fn decimals_are_ordered_by_value() {
    let ordered = [
        "-INF", "-1e400", "-10", "-9.99", "-1.01", "-1", "-1e-9", "0", "1e-9", "0.1", "0.11",
        "0.2", "1", "9.5", "9.51", "10", "1e400", "1.1e400", "INF", "NaN",
    ];
    for pair in ordered.windows(2) {
        assert!(read(pair[0]) < read(pair[1]), "{pair:?}");
        assert!(read(pair[1]) > read(pair[0]), "{pair:?}");
    }
    assert_eq!(read("NaN"), read("NaN"));
}

#[test]
fn digits_around_the_point_are_counted_by_value() {
    for (text, integer, fraction) in [
        ("0", 0, 0),
        ("0.00", 0, 0),
        ("123.456", 3, 3),
        ("-001.500", 1, 1),
        ("1e3", 4, 0),
        ("1e-3", 0, 3),
        ("0.05", 0, 2),
        ("12.5e-1", 1, 2),
        ("100", 3, 0),
    ] {
        let value = read(text);
        assert_eq!(
            (value.integer_digits(), value.fraction_digits()),
            (integer, fraction),
            "{text}"
        );
    }
    assert!(read("1e2147483647").integer_digits() > 2_000_000_000);
}

#[test]
fn an_exponent_can_be_expanded() {
    for (text, plain) in [
        ("1e3", "1000"),
        ("1.50e1", "15.0"),
        ("0.05e1", "0.5"),
        ("0.00e3", "0"),
        ("-12e-1", "-1.2"),
        ("1e-3", "0.001"),
        ("123e-3", "0.123"),
        ("5.0", "5.0"),
        ("120.5e-2", "1.205"),
    ] {
        assert_eq!(read(text).to_plain().as_deref(), Some(plain), "{text}");
        assert_eq!(read(plain), read(text));
    }
    for text in [
        "1e1024",
        "1e-1024",
        "1e2147483647",
        "1e-2147483648",
        "INF",
        "NaN",
    ] {
        assert_eq!(read(text).to_plain(), None, "{text}");
    }
    assert!(read("1e3").has_exponent() && !read("1000").has_exponent());
}

#[test]
fn a_decimal_converts_from_and_to_integers_and_floats() {
    assert_eq!(
        read("170141183460469231731687303715884105727").to_i128(),
        Some(i128::MAX)
    );
    assert_eq!(
        read("-170141183460469231731687303715884105728").to_i128(),
        Some(i128::MIN)
    );
    assert_eq!(
        read("170141183460469231731687303715884105728").to_i128(),
        None
    );
    assert_eq!(read("1.2e1").to_i128(), Some(12));
    assert_eq!(read("12.00").to_i128(), Some(12));
    assert_eq!(read("12.01").to_i128(), None);
    assert_eq!(read("-0.0").to_i128(), Some(0));
    assert_eq!(read("1e99").to_i128(), None);
    assert_eq!(read("INF").to_i128(), None);
    assert_eq!(
        (
            read("0.1").to_f64(),
            read("1e999").to_f64(),
            read("-INF").to_f64()
        ),
        (0.1, f64::INFINITY, f64::NEG_INFINITY)
    );
    for (number, text) in [
        (0.1, "0.1"),
        (2.0, "2"),
        (1e300, "1e300"),
        (f64::INFINITY, "INF"),
        (f64::NAN, "NaN"),
        (-0.0, "-0"),
    ] {
        assert_eq!(Decimal::from(number).as_str(), text);
    }
    assert_eq!(
        Decimal::from(u128::MAX).as_str(),
        "340282366920938463463374607431768211455"
    );
    assert_eq!(Decimal::default().as_str(), "0");
}

#[test]
fn a_json_tree_limits_the_precision_of_a_decimal() {
    let value: Decimal = serde_json::from_value(serde_json::json!(1.5)).unwrap();
    assert_eq!(value.as_str(), "1.5");
    assert_eq!(
        serde_json::to_value(read("1.50")).unwrap(),
        serde_json::json!(1.5)
    );
}

#[test]
fn a_decimal_is_a_string_as_a_map_key() {
    let prices = std::collections::BTreeMap::from([(read("1.50"), 1)]);
    assert_eq!(
        serde_json::to_string(&prices).unwrap_or_else(|error| error.to_string()),
        r#"{"1.5":1}"#
    );
}

#[test]
fn zero_has_no_sign() {
    for text in ["0", "-0", "0.00", "-0.0e7"] {
        let value = read(text);
        assert_eq!(
            (value.is_zero(), value.is_negative()),
            (true, false),
            "{text}"
        );
    }
    for (text, is_negative) in [
        ("0.01", false),
        ("-0.01", true),
        ("-INF", true),
        ("NaN", false),
    ] {
        let value = read(text);
        assert_eq!(
            (value.is_zero(), value.is_negative()),
            (false, is_negative),
            "{text}"
        );
    }
}
