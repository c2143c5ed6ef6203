//! Conversions of the crate `chrono`.

use chrono::{
    DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, Offset, TimeDelta, TimeZone, Timelike,
    Utc,
};

use crate::edm::{
    convert::{
        ConversionError, nanoseconds, picoseconds, signed_nanoseconds, signed_picoseconds,
        whole_minutes,
    },
    date::Date,
    date_time_offset::DateTimeOffset,
    duration::Duration,
    time_of_day::TimeOfDay,
};

exact! {
    /// Never fails today, but `chrono` may extend its years.
    NaiveDate => Date, "Edm.Date": |date| {
        // Both fit: chrono has months and days as `u32`.
        Date::new(date.year(), date.month() as u8, date.day() as u8)
    }

    /// Fails outside the years of `chrono`.
    Date => NaiveDate, "chrono::NaiveDate": |date| {
        NaiveDate::from_ymd_opt(date.year(), date.month().into(), date.day().into())
    }

    /// Fails for a leap second.
    NaiveTime => TimeOfDay, "Edm.TimeOfDay": |time| {
        let picosecond = picoseconds(time.nanosecond());
        // chrono has the hour, the minute and the second as `u32`.
        TimeOfDay::new(time.hour() as u8, time.minute() as u8, time.second() as u8, picosecond)
    }

    /// Fails for digits finer than nanoseconds.
    TimeOfDay => NaiveTime, "chrono::NaiveTime": |time| {
        let nanos = nanoseconds(time.picosecond())?;
        NaiveTime::from_num_seconds_from_midnight_opt(time.seconds_since_midnight(), nanos)
    }

    /// Preserves the offset. Fails for digits finer than nanoseconds and outside the years of `chrono`.
    DateTimeOffset => DateTime<FixedOffset>, "chrono::DateTime": |value| {
        let offset = FixedOffset::east_opt(i32::from(value.offset_minutes()) * 60)?;
        Some(instant(value)?.with_timezone(&offset))
    }

    /// Converts the instant without its offset. Fails for digits finer than nanoseconds and outside the years of `chrono`.
    DateTimeOffset => DateTime<Utc>, "chrono::DateTime": |value| { instant(value) }

    /// Fails for digits finer than nanoseconds and for more than 64 bits of milliseconds.
    Duration => TimeDelta, "chrono::TimeDelta": |length| {
        let nanos = signed_nanoseconds(length.subsecond_picoseconds())?;
        TimeDelta::try_seconds(length.whole_seconds())?
            .checked_add(&TimeDelta::nanoseconds(nanos.into()))
    }
}

fn instant(value: DateTimeOffset) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp(
        value.unix_seconds(),
        nanoseconds(value.time().picosecond())?,
    )
}

/// Preserves the offset of the time zone at that instant. Fails for a leap second and for an offset with seconds.
impl<Tz: TimeZone> TryFrom<DateTime<Tz>> for DateTimeOffset {
    type Error = ConversionError;

    fn try_from(value: DateTime<Tz>) -> Result<Self, ConversionError> {
        Self::from_unix(
            value.timestamp(),
            picoseconds(value.timestamp_subsec_nanos()),
        )
        .zip(whole_minutes(value.offset().fix().local_minus_utc()))
        .and_then(|(instant, minutes)| instant.at_offset(minutes))
        .ok_or_else(|| ConversionError::new(format_args!("{value:?}"), "Edm.DateTimeOffset"))
    }
}

/// Always exact.
impl From<TimeDelta> for Duration {
    fn from(length: TimeDelta) -> Self {
        let picoseconds = signed_picoseconds(length.subsec_nanos());
        // chrono rounds the seconds toward zero, so that the seconds and the fraction have the same sign.
        Self::new(length.num_seconds(), picoseconds).unwrap_or_default()
    }
}
