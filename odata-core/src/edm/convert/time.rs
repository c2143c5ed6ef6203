//! Conversions of the crate `time`.

use time::{Month, OffsetDateTime, Time, UtcOffset};

use crate::edm::{
    convert::{nanoseconds, picoseconds, signed_nanoseconds, signed_picoseconds, whole_minutes},
    date::Date,
    date_time_offset::DateTimeOffset,
    duration::Duration,
    time_of_day::TimeOfDay,
};

exact! {
    /// Never fails today, but the years of `time` depend on its features.
    time::Date => Date, "Edm.Date": |date| {
        Date::new(date.year(), date.month().into(), date.day())
    }

    /// Fails outside the years of `time`: -9999 to 9999, or more with its feature `large-dates`.
    Date => time::Date, "time::Date": |date| {
        let month = Month::try_from(date.month()).ok()?;
        time::Date::from_calendar_date(date.year(), month, date.day()).ok()
    }

    /// Never fails, since `time` has no leap seconds.
    Time => TimeOfDay, "Edm.TimeOfDay": |time| {
        let (hour, minute, second, nanos) = time.as_hms_nano();
        TimeOfDay::new(hour, minute, second, picoseconds(nanos))
    }

    /// Fails for digits finer than nanoseconds.
    TimeOfDay => Time, "time::Time": |time| {
        let nanos = nanoseconds(time.picosecond())?;
        Time::from_hms_nano(time.hour(), time.minute(), time.second(), nanos).ok()
    }

    /// Preserves the offset. Fails for an offset with seconds or of a day or more.
    OffsetDateTime => DateTimeOffset, "Edm.DateTimeOffset": |value| {
        let (date, time) = (value.date().try_into().ok()?, value.time().try_into().ok()?);
        DateTimeOffset::new(date, time, whole_minutes(value.offset().whole_seconds())?)
    }

    /// Preserves the offset. Fails for digits finer than nanoseconds and outside the years of `time`.
    DateTimeOffset => OffsetDateTime, "time::OffsetDateTime": |value| {
        let (date, time) = (value.date().try_into().ok()?, value.time().try_into().ok()?);
        let offset = UtcOffset::from_whole_seconds(i32::from(value.offset_minutes()) * 60).ok()?;
        Some(OffsetDateTime::new_in_offset(date, time, offset))
    }

    /// Fails for digits finer than nanoseconds.
    Duration => time::Duration, "time::Duration": |length| {
        let nanos = signed_nanoseconds(length.subsecond_picoseconds())?;
        Some(time::Duration::new(length.whole_seconds(), nanos))
    }
}

/// Always exact.
impl From<time::Duration> for Duration {
    fn from(length: time::Duration) -> Self {
        let picoseconds = signed_picoseconds(length.subsec_nanoseconds());
        // In `time`, the seconds and the fraction also have the same sign.
        Self::new(length.whole_seconds(), picoseconds).unwrap_or_default()
    }
}
