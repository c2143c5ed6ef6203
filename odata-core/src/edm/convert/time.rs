//! Conversions of the crate `time`.

use time::{Month, OffsetDateTime, Time, UtcOffset};

use crate::edm::{
    convert::{ConversionError, PICOSECONDS, nanoseconds, signed_nanoseconds},
    date::Date,
    date_time_offset::DateTimeOffset,
    duration::Duration,
    time_of_day::TimeOfDay,
};

/// Never fails today, but the years of `time` depend on its features.
impl TryFrom<time::Date> for Date {
    type Error = ConversionError;

    fn try_from(date: time::Date) -> Result<Self, ConversionError> {
        Self::new(date.year(), date.month().into(), date.day())
            .ok_or_else(|| ConversionError::new(date, "Edm.Date"))
    }
}

/// Fails outside the years of `time`: -9999 to 9999, or more with its feature `large-dates`.
impl TryFrom<Date> for time::Date {
    type Error = ConversionError;

    fn try_from(date: Date) -> Result<Self, ConversionError> {
        Month::try_from(date.month())
            .and_then(|month| Self::from_calendar_date(date.year(), month, date.day()))
            .map_err(|_| ConversionError::new(date, "time::Date"))
    }
}

/// Never fails, since `time` has no leap seconds.
impl TryFrom<Time> for TimeOfDay {
    type Error = ConversionError;

    fn try_from(time: Time) -> Result<Self, ConversionError> {
        let (hour, minute, second, nanos) = time.as_hms_nano();
        Self::new(hour, minute, second, u64::from(nanos) * PICOSECONDS)
            .ok_or_else(|| ConversionError::new(time, "Edm.TimeOfDay"))
    }
}

/// Fails for digits finer than nanoseconds.
impl TryFrom<TimeOfDay> for Time {
    type Error = ConversionError;

    fn try_from(time: TimeOfDay) -> Result<Self, ConversionError> {
        nanoseconds(time.picosecond())
            .and_then(|nanos| {
                Self::from_hms_nano(time.hour(), time.minute(), time.second(), nanos).ok()
            })
            .ok_or_else(|| ConversionError::new(time, "time::Time"))
    }
}

/// Preserves the offset. Fails for an offset with seconds or of a day or more.
impl TryFrom<OffsetDateTime> for DateTimeOffset {
    type Error = ConversionError;

    fn try_from(value: OffsetDateTime) -> Result<Self, ConversionError> {
        let offset = value.offset().whole_seconds();
        let whole = offset % 60 == 0;
        let minutes = i16::try_from(offset / 60).ok().filter(|_| whole);
        minutes
            .zip(Date::try_from(value.date()).ok())
            .zip(TimeOfDay::try_from(value.time()).ok())
            .and_then(|((minutes, date), time)| Self::new(date, time, minutes))
            .ok_or_else(|| ConversionError::new(value, "Edm.DateTimeOffset"))
    }
}

/// Preserves the offset. Fails for digits finer than nanoseconds and outside the years of `time`.
impl TryFrom<DateTimeOffset> for OffsetDateTime {
    type Error = ConversionError;

    fn try_from(value: DateTimeOffset) -> Result<Self, ConversionError> {
        UtcOffset::from_whole_seconds(i32::from(value.offset_minutes()) * 60)
            .ok()
            .zip(value.date().try_into().ok())
            .zip(value.time().try_into().ok())
            .map(|((offset, date), time)| Self::new_in_offset(date, time, offset))
            .ok_or_else(|| ConversionError::new(value, "time::OffsetDateTime"))
    }
}

/// Always exact.
impl From<time::Duration> for Duration {
    fn from(length: time::Duration) -> Self {
        let picoseconds = i64::from(length.subsec_nanoseconds()) * PICOSECONDS.cast_signed();
        // `time` also gives both the same sign.
        Self::new(length.whole_seconds(), picoseconds).unwrap_or_default()
    }
}

/// Fails for digits finer than nanoseconds.
impl TryFrom<Duration> for time::Duration {
    type Error = ConversionError;

    fn try_from(length: Duration) -> Result<Self, ConversionError> {
        signed_nanoseconds(length.subsecond_picoseconds())
            .map(|nanos| Self::new(length.whole_seconds(), nanos))
            .ok_or_else(|| ConversionError::new(length, "time::Duration"))
    }
}
