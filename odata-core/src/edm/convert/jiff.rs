//! Conversions of the crate `jiff`.

use jiff::{
    SignedDuration, Timestamp, ZonedDateTime, civil,
    tz::{Offset, TimeZone},
};

use crate::edm::{
    convert::{ConversionError, PICOSECONDS, nanoseconds, signed_nanoseconds},
    date::Date,
    date_time_offset::DateTimeOffset,
    duration::Duration,
    time_of_day::TimeOfDay,
};

/// Never fails today, but `jiff` may extend its years.
impl TryFrom<civil::Date> for Date {
    type Error = ConversionError;

    fn try_from(date: civil::Date) -> Result<Self, ConversionError> {
        Self::new(
            date.year().into(),
            date.month().cast_unsigned(),
            date.day().cast_unsigned(),
        )
        .ok_or_else(|| ConversionError::new(date, "Edm.Date"))
    }
}

/// Fails outside the years -9999 to 9999.
impl TryFrom<Date> for civil::Date {
    type Error = ConversionError;

    fn try_from(date: Date) -> Result<Self, ConversionError> {
        i16::try_from(date.year())
            .ok()
            .and_then(|year| {
                Self::new(year, date.month().cast_signed(), date.day().cast_signed()).ok()
            })
            .ok_or_else(|| ConversionError::new(date, "jiff::civil::Date"))
    }
}

/// Never fails, since `jiff` has no leap seconds.
impl TryFrom<civil::Time> for TimeOfDay {
    type Error = ConversionError;

    fn try_from(time: civil::Time) -> Result<Self, ConversionError> {
        Self::new(
            time.hour().cast_unsigned(),
            time.minute().cast_unsigned(),
            time.second().cast_unsigned(),
            u64::from(time.subsec_nanosecond().unsigned_abs()) * PICOSECONDS,
        )
        .ok_or_else(|| ConversionError::new(time, "Edm.TimeOfDay"))
    }
}

/// Fails for digits finer than nanoseconds.
impl TryFrom<TimeOfDay> for civil::Time {
    type Error = ConversionError;

    fn try_from(time: TimeOfDay) -> Result<Self, ConversionError> {
        nanoseconds(time.picosecond())
            .and_then(|nanos| {
                Self::new(
                    time.hour().cast_signed(),
                    time.minute().cast_signed(),
                    time.second().cast_signed(),
                    nanos.cast_signed(),
                )
                .ok()
            })
            .ok_or_else(|| ConversionError::new(time, "jiff::civil::Time"))
    }
}

/// The result is in UTC. Never fails today, but `jiff` may extend its years.
impl TryFrom<Timestamp> for DateTimeOffset {
    type Error = ConversionError;

    fn try_from(instant: Timestamp) -> Result<Self, ConversionError> {
        // jiff rounds the seconds toward zero; the fraction has the same sign.
        let nanos = instant.subsec_nanosecond();
        let seconds = instant.as_second() - i64::from(nanos < 0);
        let picosecond = u64::from(nanos.rem_euclid(1_000_000_000).unsigned_abs()) * PICOSECONDS;
        Self::from_unix(seconds, picosecond)
            .ok_or_else(|| ConversionError::new(instant, "Edm.DateTimeOffset"))
    }
}

/// Converts the instant without its offset. Fails for digits finer than nanoseconds and outside the years -9999 to 9999.
impl TryFrom<DateTimeOffset> for Timestamp {
    type Error = ConversionError;

    fn try_from(value: DateTimeOffset) -> Result<Self, ConversionError> {
        nanoseconds(value.time().picosecond())
            .and_then(|nanos| Self::new(value.unix_seconds(), nanos.cast_signed()).ok())
            .ok_or_else(|| ConversionError::new(value, "jiff::Timestamp"))
    }
}

/// Preserves the offset at that instant but not the name of the time zone. Fails for an offset with seconds or of a day or more.
impl TryFrom<&ZonedDateTime> for DateTimeOffset {
    type Error = ConversionError;

    fn try_from(value: &ZonedDateTime) -> Result<Self, ConversionError> {
        let offset = value.offset().seconds();
        let whole = offset % 60 == 0;
        let minutes = i16::try_from(offset / 60).ok().filter(|_| whole);
        minutes
            .zip(Self::try_from(value.timestamp()).ok())
            .and_then(|(minutes, instant)| instant.at_offset(minutes))
            .ok_or_else(|| ConversionError::new(value, "Edm.DateTimeOffset"))
    }
}

impl TryFrom<ZonedDateTime> for DateTimeOffset {
    type Error = ConversionError;

    fn try_from(value: ZonedDateTime) -> Result<Self, ConversionError> {
        (&value).try_into()
    }
}

/// Uses a time zone with that fixed offset. Fails for digits finer than nanoseconds and outside the years -9999 to 9999.
impl TryFrom<DateTimeOffset> for ZonedDateTime {
    type Error = ConversionError;

    fn try_from(value: DateTimeOffset) -> Result<Self, ConversionError> {
        let offset = Offset::from_seconds(i32::from(value.offset_minutes()) * 60).ok();
        offset
            .zip(Timestamp::try_from(value).ok())
            .map(|(offset, instant)| Self::new(instant, TimeZone::fixed(offset)))
            .ok_or_else(|| ConversionError::new(value, "jiff::ZonedDateTime"))
    }
}

/// Always exact.
impl From<SignedDuration> for Duration {
    fn from(length: SignedDuration) -> Self {
        let picoseconds = i64::from(length.subsec_nanos()) * PICOSECONDS.cast_signed();
        // jiff also gives both the same sign.
        Self::new(length.as_secs(), picoseconds).unwrap_or_default()
    }
}

/// Fails for digits finer than nanoseconds.
impl TryFrom<Duration> for SignedDuration {
    type Error = ConversionError;

    fn try_from(length: Duration) -> Result<Self, ConversionError> {
        signed_nanoseconds(length.subsecond_picoseconds())
            .map(|nanos| Self::new(length.whole_seconds(), nanos))
            .ok_or_else(|| ConversionError::new(length, "jiff::SignedDuration"))
    }
}
