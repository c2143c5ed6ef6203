use odata_core::edm::Duration;

use crate::{assert_errors, assert_preserved, rewrite};

fn read(text: &str) -> Duration {
    text.parse().unwrap()
}

#[test]
fn a_canonical_duration_is_written_as_it_was_read() {
    assert_preserved::<Duration>(&[
        "PT0S",
        "PT1S",
        "-PT1S",
        "P1D",
        "PT1H",
        "PT1M",
        "P1DT1S",
        "P3DT4H5M6.7S",
        "-P3DT4H5M6.7S",
        "PT0.000000000001S",
        "P400DT23H59M59.999999999999S",
        "-P106751991167299DT23H59M59.999999999999S",
        "P106751991167300DT15H30M7.999999999999S",
        "-P106751991167300DT15H30M8.999999999999S",
    ]);
}

#[test]
fn large_parts_carry_over_into_larger_units() {
    for (text, canonical) in [
        ("PT36H", "P1DT12H"),
        ("PT60S", "PT1M"),
        ("PT59.9990S", "PT59.999S"),
        ("P0D", "PT0S"),
        ("-PT0S", "PT0S"),
        ("P0DT0H0M0.0S", "PT0S"),
        ("PT86400S", "P1D"),
        ("PT1441M", "P1DT1M"),
        ("+PT5M", "PT5M"),
        ("P007D", "P7D"),
        ("p1dt2h3m4s", "P1DT2H3M4S"),
    ] {
        assert_eq!(rewrite::<Duration>(text), canonical);
    }
}

#[test]
fn a_text_that_is_not_a_day_time_duration_is_an_error() {
    assert_errors::<Duration>(&[
        ("", "at least one"),
        ("P", "at least one"),
        ("PT", "at least one"),
        ("-P", "at least one"),
        ("P1DT", "at least one"),
        ("P2Y", "years, months and weeks"),
        ("P1Y2M3D", "years, months and weeks"),
        ("P1M", "years, months and weeks"),
        ("P2W", "years, months and weeks"),
        ("P1H", "in this order"),
        ("PT1D", "in this order"),
        ("PT1S1M", "in this order"),
        ("PT1M1M", "in this order"),
        ("PT1", "in this order"),
        ("P1", "in this order"),
        ("1D", "in this order"),
        ("P-1D", "in this order"),
        ("P1D ", "in this order"),
        ("PT1.S", "1 to 12 digits"),
        ("PT.5S", "in this order"),
        ("PT1.0000000000001S", "1 to 12 digits"),
        ("PT1.5M", "only seconds"),
        ("P1.5D", "only seconds"),
        ("P106751991167301D", "longer than 64 bits"),
        ("PT9223372036854775808S", "longer than 64 bits"),
        ("P99999999999999999999999D", "longer than 64 bits"),
        ("1 day, 2:03:04", "in this order"),
    ]);
    assert!(serde_json::from_str::<Duration>("60").is_err());
}

#[test]
fn durations_are_ordered_by_length() {
    let mut lengths = [
        "PT0.1S", "-PT0.1S", "P1D", "-P1D", "PT0S", "-PT1.5S", "-PT1S", "PT1.5S",
    ]
    .map(read);
    lengths.sort();
    assert_eq!(
        lengths.map(|length| length.to_string()),
        [
            "-P1D", "-PT1.5S", "-PT1S", "-PT0.1S", "PT0S", "PT0.1S", "PT1.5S", "P1D"
        ]
    );
    assert_eq!(read("PT24H"), read("P1D"));
}

#[test]
fn a_duration_has_parts_and_arithmetic() {
    let length = read("-P1DT2H3M4.5S");
    assert!(length.is_negative());
    assert_eq!(
        (
            length.days(),
            length.hours(),
            length.minutes(),
            length.seconds()
        ),
        (1, 2, 3, 4)
    );
    assert_eq!(
        (length.whole_seconds(), length.subsecond_picoseconds()),
        (-93_784, -500_000_000_000)
    );
    assert_eq!(
        Duration::from_picoseconds(length.whole_picoseconds()),
        Some(length)
    );
    assert_eq!(Duration::new(-93_784, -500_000_000_000), Some(length));
    assert_eq!(Duration::new(1, -1), None);
    assert_eq!(Duration::new(0, 1_000_000_000_000), None);
    assert_eq!(length.checked_add(read("P2D")), Some(read("PT21H56M55.5S")));
    assert_eq!(length.checked_neg(), Some(read("P1DT2H3M4.5S")));
    assert_eq!(Duration::from_seconds(i64::MIN).checked_neg(), None);
    assert_eq!(
        Duration::from_seconds(i64::MAX).checked_add(Duration::from_seconds(1)),
        None
    );
    assert_eq!(Duration::default(), Duration::ZERO);
}
