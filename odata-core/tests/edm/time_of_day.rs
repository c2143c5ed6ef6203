use std::collections::HashSet;

use odata_core::edm::TimeOfDay;

use crate::{assert_errors, assert_preserved, rewrite};

#[test]
fn a_time_is_written_as_it_was_read() {
    assert_preserved::<TimeOfDay>(&[
        "00:00:00",
        "23:59:59",
        "12:30:15.5",
        "08:00:00.0000000",
        "04:05:06.000000000001",
        "23:59:59.999999999999",
    ]);
}

#[test]
fn seconds_are_optional_when_read_and_always_written() {
    assert_eq!(rewrite::<TimeOfDay>("18:45"), "18:45:00");
}

#[test]
fn a_time_outside_the_day_is_an_error() {
    assert_errors::<TimeOfDay>(&[
        ("24:00:00", "hour must be 00 to 23"),
        ("24:00", "hour must be 00 to 23"),
        ("10:60:00", "minute must be 00 to 59"),
        ("23:59:60", "second must be 00 to 59"),
        ("10:20:61", "second must be 00 to 59"),
    ]);
}

#[test]
fn another_form_of_a_time_is_an_error() {
    assert_errors::<TimeOfDay>(&[
        ("", "two digits each"),
        ("7:30:00", "two digits each"),
        ("0730", "two digits each"),
        ("07:30:", "seconds must have two digits"),
        ("07:30:5", "seconds must have two digits"),
        ("07:30:05.", "1 to 12 digits"),
        ("07:30:05.0000000000000", "1 to 12 digits"),
        ("07:30:05,5", "nothing may follow"),
        ("07:30:05Z", "nothing may follow"),
        ("07:30.5", "nothing may follow"),
        ("PT7H30M", "two digits each"),
    ]);
    assert!(serde_json::from_str::<TimeOfDay>("730").is_err());
}

#[test]
fn equality_order_and_hash_use_the_time() {
    let read = |text: &str| text.parse::<TimeOfDay>().unwrap();
    assert_eq!(read("10:00:00.500"), read("10:00:00.5"));
    assert_eq!(
        HashSet::from([read("10:00:00.500"), read("10:00:00.5"), read("10:00:00")]).len(),
        2
    );
    assert!(read("09:59:59.999999999999") < read("10:00"));
    assert!(read("10:00:00.9") > read("10:00:00.10"));
}

#[test]
fn a_time_of_day_has_parts_and_constructors() {
    let time: TimeOfDay = "13:14:15.016".parse().unwrap();
    assert_eq!(
        (
            time.hour(),
            time.minute(),
            time.second(),
            time.picosecond(),
            time.fraction_digits()
        ),
        (13, 14, 15, 16_000_000_000, 3)
    );
    assert_eq!(TimeOfDay::new(13, 14, 15, 16_000_000_000), Some(time));
    assert_eq!(
        TimeOfDay::from_picoseconds_since_midnight(time.picoseconds_since_midnight()),
        Some(time)
    );
    assert_eq!(TimeOfDay::new(0, 0, 0, 1_000_000_000_000), None);
    assert_eq!(TimeOfDay::new(0, 60, 0, 0), None);
    assert_eq!(
        TimeOfDay::from_picoseconds_since_midnight(86_400_000_000_000_000),
        None
    );
    assert_eq!(time.with_fraction_digits(13), None);
    assert_eq!(TimeOfDay::default(), TimeOfDay::MIDNIGHT);
}
