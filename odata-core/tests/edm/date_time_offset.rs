use std::collections::HashSet;

use odata_core::edm::{Date, DateTimeOffset, TimeOfDay};

use crate::{assert_errors, assert_preserved, rewrite};

fn read(text: &str) -> DateTimeOffset {
    text.parse().unwrap()
}

#[test]
fn offset_and_precision_are_preserved() {
    assert_preserved::<DateTimeOffset>(&[
        "2025-07-04T18:45:30Z",
        "2025-07-04T18:45:30.000Z",
        "2025-07-04T18:45:30.123456789012-05:30",
        "2025-07-04T00:00:00+14:00",
        "2025-07-04T23:59:59.9999999+00:01",
        "-0753-04-21T06:00:00-23:59",
        "10191-01-01T00:00:00+23:59",
        "0000-01-01T00:00:00Z",
    ]);
}

#[test]
fn other_accepted_texts_are_written_in_canonical_form() {
    for (text, canonical) in [
        ("2025-07-04T18:45Z", "2025-07-04T18:45:00Z"),
        ("2025-07-04T18:45+01:00", "2025-07-04T18:45:00+01:00"),
        ("2025-07-04T18:45:30.50+00:00", "2025-07-04T18:45:30.50Z"),
        ("2025-07-04T18:45:30-00:00", "2025-07-04T18:45:30Z"),
        ("2025-07-04t18:45:30z", "2025-07-04T18:45:30Z"),
    ] {
        assert_eq!(rewrite::<DateTimeOffset>(text), canonical);
    }
}

#[test]
fn a_text_that_is_not_a_date_time_with_an_offset_is_an_error() {
    assert_errors::<DateTimeOffset>(&[
        ("2025-07-04T18:45:30", "offset from UTC is missing"),
        ("2025-07-04T18:45", "offset from UTC is missing"),
        ("2025-07-04 18:45:30Z", "`T` must separate"),
        ("2025-07-04", "`T` must separate"),
        ("2025-02-30T18:45:30Z", "does not have that day"),
        ("2025-14-04T18:45:30Z", "month must be"),
        ("2025-07-04T24:00:00Z", "hour must be"),
        ("2016-12-31T23:59:60Z", "second must be"),
        ("2025-07-04T18:45:30.1234567890123Z", "1 to 12 digits"),
        ("2025-07-04T18:45:30.Z", "1 to 12 digits"),
        ("2025-07-04T18:45:30+24:00", "hours 00 to 23"),
        ("2025-07-04T18:45:30+01:60", "hours 00 to 23"),
        ("2025-07-04T18:45:30+0100", "hours 00 to 23"),
        ("2025-07-04T18:45:30+01", "hours 00 to 23"),
        ("2025-07-04T18:45:30 Z", "offset from UTC is missing"),
        ("2025-07-04T18:45:30ZZ", "nothing may follow"),
        ("2025-07-04T18:45:30Z ", "nothing may follow"),
        (" 2025-07-04T18:45:30Z", "four digits"),
        ("/Date(1751654730000)/", "four digits"),
        ("", "four digits"),
    ]);
}

#[test]
fn only_a_json_string_is_a_date_time_offset() {
    for json in [
        "1751654730",
        "1.5",
        "null",
        "[\"2025-07-04T18:45:30Z\"]",
        "{}",
    ] {
        let error = serde_json::from_str::<DateTimeOffset>(json)
            .unwrap_err()
            .to_string();
        assert!(
            error.contains(r#"expected an Edm.DateTimeOffset such as "2026-01-31T09:30:00Z""#),
            "{error}"
        );
    }
}

#[test]
fn equality_order_and_hash_use_the_instant() {
    let same = [
        read("2025-07-04T18:45:30Z"),
        read("2025-07-04T20:45:30.000+02:00"),
        read("2025-07-04T00:15:30-18:30"),
    ];
    assert!(
        same.iter()
            .all(|value| *value == same[0] && value.cmp(&same[0]).is_eq())
    );
    assert_eq!(HashSet::from(same).len(), 1);
    assert!(read("2025-07-04T18:45:30+00:01") < same[0]);
    assert!(read("2025-07-04T18:45:30.000000000001Z") > same[0]);
    // The local date is later, the instant is earlier.
    assert!(read("2026-01-01T05:00:00+12:00") < read("2025-12-31T20:00:00-01:00"));
}

#[test]
fn a_date_time_offset_has_an_instant_and_parts() {
    let value = read("2001-09-09T03:46:40.25+02:00");
    assert_eq!(value.unix_seconds(), 1_000_000_000);
    assert_eq!(
        (value.date(), value.offset_minutes()),
        (Date::new(2001, 9, 9).unwrap(), 120)
    );
    assert_eq!(
        value.time(),
        TimeOfDay::new(3, 46, 40, 250_000_000_000).unwrap()
    );
    assert_eq!(
        DateTimeOffset::from_unix(1_000_000_000, 250_000_000_000),
        Some(value)
    );
    assert_eq!(
        DateTimeOffset::new(value.date(), value.time(), 120)
            .unwrap()
            .to_string(),
        value.to_string()
    );
    assert_eq!(
        value.at_offset(-600).unwrap().to_string(),
        "2001-09-08T15:46:40.25-10:00"
    );
    assert_eq!(
        value.with_fraction_digits(6).unwrap().to_string(),
        "2001-09-09T03:46:40.250000+02:00"
    );
    assert_eq!(
        value.with_fraction_digits(1).map(|value| value.to_string()),
        None
    );
    assert_eq!(
        DateTimeOffset::UNIX_EPOCH.to_string(),
        "1970-01-01T00:00:00Z"
    );
    assert_eq!(DateTimeOffset::new(value.date(), value.time(), 1440), None);
    assert_eq!(value.at_offset(i16::MIN), None);
    assert_eq!(DateTimeOffset::from_unix(i64::MAX, 0), None);
    assert_eq!(DateTimeOffset::from_unix(0, 1_000_000_000_000), None);
}

#[test]
fn at_offset_is_none_beyond_the_last_year() {
    let last = read("2147483647-12-31T23:59:59Z");
    assert_eq!(last.at_offset(1), None);
    assert_eq!(last.at_offset(-1), Some(last));
    let first = read("-2147483648-01-01T00:00:00+23:59");
    assert!(first < read("-2147483648-01-01T00:00:00Z"));
}

#[test]
fn a_date_time_offset_is_small() {
    assert_eq!(size_of::<Option<DateTimeOffset>>(), 16);
    assert_eq!(
        format!("{:?}", read("2025-07-04T18:45:30Z")),
        "DateTimeOffset(2025-07-04T18:45:30Z)"
    );
}
