//! Conversions of dates, times and durations preserve the value or are errors.

use std::fmt::Debug;

use odata_core::edm::{Date, DateTimeOffset, Duration, TimeOfDay};

use crate::convert::{no_way, read};

/// Each text is a value of `A` that converts to `B` and back without loss.
#[track_caller]
fn there_and_back<A, B>(texts: &[&str])
where
    A: std::str::FromStr<Err: Debug> + Clone + PartialEq + Debug + TryFrom<B, Error: Debug>,
    B: TryFrom<A, Error: Debug>,
{
    for text in texts {
        let value: A = read(text);
        let other: B = value.clone().try_into().unwrap();
        assert_eq!(A::try_from(other).unwrap(), value);
    }
}

const DATES: &[&str] = &["2024-02-29", "0001-01-01", "-0044-03-15", "9999-12-31"];
const TIMES: &[&str] = &["00:00:00", "23:59:59.999999999", "12:30:15.5"];
const INSTANTS: &[&str] = &[
    "2024-02-29T12:30:15.123456789+05:30",
    "1969-12-31T23:59:59.000000001Z",
    "0001-01-02T00:00:00-23:59",
];
const LENGTHS: &[&str] = &[
    "PT0S",
    "-PT0.000000001S",
    "P1DT2H3M4.5S",
    "-P400D",
    "P106751991167DT7H12M55S",
];
const TOO_FINE: [&str; 3] = [
    "12:00:00.0000000001",
    "2024-02-29T12:00:00.0000000001+01:00",
    "PT0.0000000001S",
];

#[cfg(feature = "chrono")]
#[test]
fn chrono_types_convert() {
    use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};

    there_and_back::<Date, NaiveDate>(DATES);
    there_and_back::<TimeOfDay, NaiveTime>(TIMES);
    there_and_back::<DateTimeOffset, DateTime<FixedOffset>>(INSTANTS);
    there_and_back::<DateTimeOffset, DateTime<Utc>>(INSTANTS);
    there_and_back::<Duration, TimeDelta>(LENGTHS);
    no_way::<Date, NaiveDate>(&["500000-01-01", "-2147483648-01-01"]);
    no_way::<TimeOfDay, NaiveTime>(&TOO_FINE[..1]);
    no_way::<DateTimeOffset, DateTime<Utc>>(&[TOO_FINE[1], "500000-01-01T00:00:00Z"]);
    no_way::<Duration, TimeDelta>(&[TOO_FINE[2], "P106751991167300DT15H30M7S"]);

    let value: DateTimeOffset = read(INSTANTS[0]);
    let date_time: DateTime<FixedOffset> = value.try_into().unwrap();
    assert_eq!(date_time.offset().local_minus_utc(), 19_800);
    let back: DateTimeOffset = date_time.try_into().unwrap();
    assert_eq!(back.to_string(), INSTANTS[0]);
    // Leap seconds and offsets with seconds have no Edm value.
    let leap = NaiveTime::from_hms_nano_opt(23, 59, 59, 1_500_000_000).unwrap();
    assert!(TimeOfDay::try_from(leap).is_err());
    let amsterdam = FixedOffset::east_opt(1172).unwrap();
    let old = amsterdam.with_ymd_and_hms(1937, 1, 1, 0, 0, 0).unwrap();
    assert!(DateTimeOffset::try_from(old).is_err());
    let last: DateTimeOffset = DateTime::<Utc>::MAX_UTC.try_into().unwrap();
    assert_eq!(last.date().year(), 262_142);
    let length: Duration = TimeDelta::MIN.into();
    assert_eq!(TimeDelta::try_from(length), Ok(TimeDelta::MIN));
}

#[cfg(feature = "jiff")]
#[test]
fn jiff_types_convert() {
    use jiff::{SignedDuration, Timestamp, ZonedDateTime, civil};

    there_and_back::<Date, civil::Date>(DATES);
    there_and_back::<TimeOfDay, civil::Time>(TIMES);
    there_and_back::<DateTimeOffset, ZonedDateTime>(INSTANTS);
    there_and_back::<DateTimeOffset, Timestamp>(INSTANTS);
    there_and_back::<Duration, SignedDuration>(LENGTHS);
    no_way::<Date, civil::Date>(&["10000-01-01", "-10000-01-01"]);
    no_way::<TimeOfDay, civil::Time>(&TOO_FINE[..1]);
    no_way::<DateTimeOffset, ZonedDateTime>(&[TOO_FINE[1], "10000-01-01T00:00:00Z"]);
    no_way::<Duration, SignedDuration>(&TOO_FINE[2..]);

    let zoned: ZonedDateTime = read::<DateTimeOffset>(INSTANTS[0]).try_into().unwrap();
    assert_eq!(zoned.offset().seconds(), 19_800);
    assert_eq!(
        DateTimeOffset::try_from(&zoned).unwrap().to_string(),
        INSTANTS[0]
    );
    for length in [SignedDuration::MIN, SignedDuration::MAX] {
        assert_eq!(SignedDuration::try_from(Duration::from(length)), Ok(length));
    }
    for instant in [
        Timestamp::MIN,
        Timestamp::MAX,
        Timestamp::new(-1, -1).unwrap(),
    ] {
        let value: DateTimeOffset = instant.try_into().unwrap();
        assert_eq!(Timestamp::try_from(value), Ok(instant));
    }
}

#[cfg(feature = "time")]
#[test]
fn time_types_convert() {
    use time::{OffsetDateTime, Time, UtcOffset};

    there_and_back::<Date, time::Date>(DATES);
    there_and_back::<TimeOfDay, Time>(TIMES);
    there_and_back::<DateTimeOffset, OffsetDateTime>(INSTANTS);
    there_and_back::<Duration, time::Duration>(LENGTHS);
    no_way::<Date, time::Date>(&["1000000-01-01"]);
    no_way::<TimeOfDay, Time>(&TOO_FINE[..1]);
    no_way::<DateTimeOffset, OffsetDateTime>(&TOO_FINE[1..2]);
    no_way::<Duration, time::Duration>(&TOO_FINE[2..]);

    let value: OffsetDateTime = read::<DateTimeOffset>(INSTANTS[0]).try_into().unwrap();
    assert_eq!(value.offset().whole_seconds(), 19_800);
    let odd = value.to_offset(UtcOffset::from_hms(0, 19, 32).unwrap());
    assert!(DateTimeOffset::try_from(odd).is_err());
    for length in [time::Duration::MIN, time::Duration::MAX] {
        assert_eq!(time::Duration::try_from(Duration::from(length)), Ok(length));
    }
}
