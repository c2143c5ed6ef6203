//! Each primitive as a property of a resource.

use odata_core::{
    ErrorKind, ODataResource, ReadOptions, WriteOptions,
    edm::{
        Binary, Date, DateTimeOffset, Decimal, Duration, Guid, PrimitiveValue, Stream, TimeOfDay,
    },
    json::{from_str, from_str_with, to_string, to_string_with},
};

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "Sensors")]
struct Reading {
    on: Option<bool>,
    byte: Option<u8>,
    small: Option<i8>,
    short: Option<i16>,
    count: Option<i32>,
    long: Option<i64>,
    ratio: Option<f32>,
    exact_ratio: Option<f64>,
    price: Option<Decimal>,
    label: Option<String>,
    raw: Option<Binary>,
    day: Option<Date>,
    at: Option<DateTimeOffset>,
    time: Option<TimeOfDay>,
    length: Option<Duration>,
    id: Option<Guid>,
    picture: Option<Stream>,
    any: Option<PrimitiveValue>,
    #[odata(default)]
    longs: Vec<i64>,
    #[odata(default)]
    days: Vec<Option<Date>>,
}

#[test]
fn every_primitive_is_written_as_it_was_read() {
    let json = concat!(
        r#"{"on":true,"byte":255,"small":-128,"short":-32768,"count":-2147483648,"#,
        r#""long":9223372036854775807,"ratio":0.1,"exactRatio":-4.25e-300,"price":1.50,"#,
        r#""label":"a\nb","raw":"-_8","day":"2024-02-29","at":"2024-02-29T12:00:00.0-07:00","#,
        r#""time":"23:59:59.999999999999","length":"-P1DT0.5S","#,
        r#""id":"0f8fad5b-d9cb-469f-a165-70867728950e","picture":"text","any":12.0,"#,
        r#""longs":[-1,0],"days":["0001-01-01",null]}"#,
    );
    let reading: Reading = from_str(json).unwrap();
    assert_eq!(to_string(&reading).unwrap(), json);
    let plain: Reading = serde_json::from_str(json).unwrap();
    assert_eq!(plain, reading);
    let from_reader: Reading = odata_core::json::from_reader(json.as_bytes()).unwrap();
    assert_eq!(from_reader, reading);
}

#[test]
fn a_value_of_another_type_is_an_error_at_its_property() {
    for (property, value) in [
        ("on", "1"),
        ("on", "\"true\""),
        ("byte", "-1"),
        ("byte", "256"),
        ("byte", "1.5"),
        ("small", "128"),
        ("small", "\"1\""),
        ("short", "1e2"),
        ("count", "1.0"),
        ("count", "\"5\""),
        ("count", "2147483648"),
        ("long", "1.5"),
        ("long", "\"5\""),
        ("ratio", "1e39"),
        ("exactRatio", "1e999"),
        ("exactRatio", "\"Infinity\""),
        ("price", "\"1.50\""),
        ("price", "true"),
        ("label", "7"),
        ("label", "\"\\ud800\""),
        ("label", "\"\\x41\""),
        ("raw", "\"A\""),
        ("day", "\"2023-02-29\""),
        ("at", "\"2024-02-29T12:00:00\""),
        ("at", "1709208000"),
        ("time", "\"24:00:00\""),
        ("length", "\"P1Y\""),
        ("id", "\"0f8fad5bd9cb469fa16570867728950e\""),
        ("any", "{\"a\":1}"),
    ] {
        let error = from_str::<Reading>(&format!("{{\"{property}\":{value}}}")).unwrap_err();
        assert_eq!(
            error.pointer().to_string(),
            format!("/{property}"),
            "{error}"
        );
    }
    let error = from_str::<Reading>(r#"{"longs":[1,"x"]}"#).unwrap_err();
    assert_eq!(error.pointer().to_string(), "/longs/1", "{error}");
}

#[test]
fn an_error_names_what_was_expected() {
    let error = from_str::<Reading>(r#"{"day":"2023-02-29"}"#).unwrap_err();
    let text = error.to_string();
    assert!(
        text.contains("an Edm.Date such as \"2026-01-31\""),
        "{text}"
    );
    assert!(text.contains("the month does not have that day"), "{text}");
    assert_ne!(error.kind(), ErrorKind::Syntax);
}

#[test]
fn long_numbers_are_strings_under_ieee754_compatible() {
    let json =
        r#"{"long":"-9223372036854775808","price":"78.10","longs":["1","9007199254740993"]}"#;
    let reading: Reading = from_str_with(json, &ReadOptions::client().ieee754(true)).unwrap();
    assert_eq!(reading.long, Some(i64::MIN));
    assert_eq!(
        to_string_with(&reading, &WriteOptions::new().ieee754(true)).unwrap(),
        {
            r#"{"long":"-9223372036854775808","price":"78.10","longs":["1","9007199254740993"],"days":[]}"#
        }
    );
}

#[test]
fn short_numbers_are_numbers_under_ieee754_compatible() {
    let reading = Reading {
        count: Some(1),
        ..Reading::default()
    };
    assert_eq!(
        to_string_with(&reading, &WriteOptions::new().ieee754(true)).unwrap(),
        r#"{"count":1,"longs":[],"days":[]}"#
    );
}

#[test]
fn binary_properties_are_standard_base64_with_the_option() {
    let reading = Reading {
        raw: Some(vec![0xff, 0xef, 0xff, 0xef].into()),
        ..Reading::default()
    };
    assert_eq!(
        to_string(&reading).unwrap(),
        r#"{"raw":"_-__7w==","longs":[],"days":[]}"#
    );
    assert_eq!(
        to_string_with(&reading, &WriteOptions::new().standard_base64(true)).unwrap(),
        r#"{"raw":"/+//7w==","longs":[],"days":[]}"#
    );
}

#[test]
fn infinite_floats_and_nan_are_strings() {
    let json = r#"{"ratio":"-INF","exactRatio":"NaN","longs":[],"days":[]}"#;
    let reading: Reading = from_str(json).unwrap();
    assert_eq!(reading.ratio, Some(f32::NEG_INFINITY));
    assert_eq!(to_string(&reading).unwrap(), json);
}

#[test]
fn minus_zero_is_an_integer() {
    let reading: Reading = from_str(r#"{"small":-0,"count":-0,"long":-0}"#).unwrap();
    assert_eq!(reading.small, Some(0));
    assert_eq!((reading.count, reading.long), (Some(0), Some(0)));
}

crate::round_trip::round_trips! {
    types: [Reading],
    hierarchies: [],
    enumerations: [],
}
