//! Conversions of the crate `chrono`.

use chrono::{
    DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, Offset, TimeDelta, TimeZone, Timelike,
    Utc,
};

use crate::edm::{
    convert::{ConversionError, PICOSECONDS, nanoseconds, signed_nanoseconds},
    date::Date,
    date_time_offset::DateTimeOffset,
    duration::Duration,
    time_of_day::TimeOfDay,
};

/// Never fails today, but `chrono` may extend its years.
impl TryFrom<NaiveDate> for Date {
    type Error = ConversionError;

    fn try_from(date: NaiveDate) -> Result<Self, ConversionError> {
        // Both fit: chrono has months and days as `u32`.
        Self::new(date.year(), date.month() as u8, date.day() as u8)
            .ok_or_else(|| ConversionError::new(date, "Edm.Date"))
    }
}

/// Fails outside the years of `chrono`.
impl TryFrom<Date> for NaiveDate {
    type Error = ConversionError;

    fn try_from(date: Date) -> Result<Self, ConversionError> {
        Self::from_ymd_opt(date.year(), date.month().into(), date.day().into())
            .ok_or_else(|| ConversionError::new(date, "chrono::NaiveDate"))
    }
}

/// Fails for a leap second.
impl TryFrom<NaiveTime> for TimeOfDay {
    type Error = ConversionError;

    fn try_from(time: NaiveTime) -> Result<Self, ConversionError> {
        let seconds = u64::from(time.num_seconds_from_midnight());
        let nanoseconds = u64::from(time.nanosecond());
        if nanoseconds >= 1_000_000_000 {
            return Err(ConversionError::new(time, "Edm.TimeOfDay"));
        }
        Self::from_picoseconds_since_midnight((seconds * 1_000_000_000 + nanoseconds) * PICOSECONDS)
            .ok_or_else(|| ConversionError::new(time, "Edm.TimeOfDay"))
    }
}

/// Fails for digits finer than nanoseconds.
impl TryFrom<TimeOfDay> for NaiveTime {
    type Error = ConversionError;

    fn try_from(time: TimeOfDay) -> Result<Self, ConversionError> {
        nanoseconds(time.picosecond())
            .and_then(|nanos| {
                Self::from_num_seconds_from_midnight_opt(time.seconds_since_midnight(), nanos)
            })
            .ok_or_else(|| ConversionError::new(time, "chrono::NaiveTime"))
    }
}

/// Preserves the offset of the time zone at that instant. Fails for a leap second and for an offset with seconds.
impl<Tz: TimeZone> TryFrom<DateTime<Tz>> for DateTimeOffset {
    type Error = ConversionError;

    fn try_from(value: DateTime<Tz>) -> Result<Self, ConversionError> {
        let offset = value.offset().fix().local_minus_utc();
        let whole = offset % 60 == 0;
        Self::from_unix(
            value.timestamp(),
            u64::from(value.timestamp_subsec_nanos()) * PICOSECONDS,
        )
        .zip(i16::try_from(offset / 60).ok().filter(|_| whole))
        .and_then(|(instant, minutes)| instant.at_offset(minutes))
        .ok_or_else(|| ConversionError::new(format_args!("{value:?}"), "Edm.DateTimeOffset"))
    }
}

/// Preserves the offset. Fails for digits finer than nanoseconds and outside the years of `chrono`.
impl TryFrom<DateTimeOffset> for DateTime<FixedOffset> {
    type Error = ConversionError;

    fn try_from(value: DateTimeOffset) -> Result<Self, ConversionError> {
        let offset = FixedOffset::east_opt(i32::from(value.offset_minutes()) * 60);
        instant(value)
            .zip(offset)
            .map(|(instant, offset)| instant.with_timezone(&offset))
            .ok_or_else(|| ConversionError::new(value, "chrono::DateTime"))
    }
}

/// Converts the instant without its offset. Fails for digits finer than nanoseconds and outside the years of `chrono`.
impl TryFrom<DateTimeOffset> for DateTime<Utc> {
    type Error = ConversionError;

    fn try_from(value: DateTimeOffset) -> Result<Self, ConversionError> {
        instant(value).ok_or_else(|| ConversionError::new(value, "chrono::DateTime"))
    }
}

fn instant(value: DateTimeOffset) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp(
        value.unix_seconds(),
        nanoseconds(value.time().picosecond())?,
    )
}

/// Always exact.
impl From<TimeDelta> for Duration {
    fn from(length: TimeDelta) -> Self {
        let picoseconds = i64::from(length.subsec_nanos()) * PICOSECONDS.cast_signed();
        // chrono rounds the seconds toward zero, so that both have the same sign.
        Self::new(length.num_seconds(), picoseconds).unwrap_or_default()
    }
}

/// Fails for digits finer than nanoseconds and for more than 64 bits of milliseconds.
impl TryFrom<Duration> for TimeDelta {
    type Error = ConversionError;

    fn try_from(length: Duration) -> Result<Self, ConversionError> {
        let nanos = signed_nanoseconds(length.subsecond_picoseconds()).map(i64::from);
        nanos
            .zip(Self::try_seconds(length.whole_seconds()))
            .and_then(|(nanos, seconds)| seconds.checked_add(&Self::nanoseconds(nanos)))
            .ok_or_else(|| ConversionError::new(length, "chrono::TimeDelta"))
    }
}
