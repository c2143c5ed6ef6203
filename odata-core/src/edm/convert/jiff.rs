//! Conversions of the crate `jiff`.

use jiff::{
    SignedDuration, Timestamp, ZonedDateTime, civil,
    tz::{Offset, TimeZone},
};

use crate::edm::{
    convert::{nanoseconds, picoseconds, signed_nanoseconds, signed_picoseconds, whole_minutes},
    date::Date,
    date_time_offset::DateTimeOffset,
    duration::Duration,
    time_of_day::TimeOfDay,
};

exact! {
    /// Never fails today, but `jiff` may extend its years.
    civil::Date => Date, "Edm.Date": |date| {
        let (month, day) = (date.month().cast_unsigned(), date.day().cast_unsigned());
        Date::new(date.year().into(), month, day)
    }

    /// Fails outside the years -9999 to 9999.
    Date => civil::Date, "jiff::civil::Date": |date| {
        let (month, day) = (date.month().cast_signed(), date.day().cast_signed());
        civil::Date::new(i16::try_from(date.year()).ok()?, month, day).ok()
    }

    /// Never fails, since `jiff` has no leap seconds.
    civil::Time => TimeOfDay, "Edm.TimeOfDay": |time| {
        let [hour, minute, second] =
            [time.hour(), time.minute(), time.second()].map(i8::cast_unsigned);
        let picosecond = picoseconds(time.subsec_nanosecond().unsigned_abs());
        TimeOfDay::new(hour, minute, second, picosecond)
    }

    /// Fails for digits finer than nanoseconds.
    TimeOfDay => civil::Time, "jiff::civil::Time": |time| {
        let [hour, minute, second] =
            [time.hour(), time.minute(), time.second()].map(u8::cast_signed);
        let nanos = nanoseconds(time.picosecond())?.cast_signed();
        civil::Time::new(hour, minute, second, nanos).ok()
    }

    /// The result is in UTC. Never fails today, but `jiff` may extend its years.
    Timestamp => DateTimeOffset, "Edm.DateTimeOffset": |instant| {
        // jiff rounds the seconds toward zero; the fraction has the same sign.
        let nanos = instant.subsec_nanosecond();
        let seconds = instant.as_second() - i64::from(nanos < 0);
        let picosecond = picoseconds(nanos.rem_euclid(1_000_000_000).unsigned_abs());
        DateTimeOffset::from_unix(seconds, picosecond)
    }

    /// Converts the instant without its offset. Fails for digits finer than nanoseconds and outside the years -9999 to 9999.
    DateTimeOffset => Timestamp, "jiff::Timestamp": |value| {
        let nanos = nanoseconds(value.time().picosecond())?;
        Timestamp::new(value.unix_seconds(), nanos.cast_signed()).ok()
    }

    /// Preserves the offset at that instant but not the name of the time zone. Fails for an offset with seconds or of a day or more.
    &ZonedDateTime => DateTimeOffset, "Edm.DateTimeOffset": |value| {
        let minutes = whole_minutes(value.offset().seconds())?;
        DateTimeOffset::try_from(value.timestamp()).ok()?.at_offset(minutes)
    }

    /// Uses a time zone with that fixed offset. Fails for digits finer than nanoseconds and outside the years -9999 to 9999.
    DateTimeOffset => ZonedDateTime, "jiff::ZonedDateTime": |value| {
        let offset = Offset::from_seconds(i32::from(value.offset_minutes()) * 60).ok()?;
        let instant = Timestamp::try_from(value).ok()?;
        Some(ZonedDateTime::new(instant, TimeZone::fixed(offset)))
    }

    /// Fails for digits finer than nanoseconds.
    Duration => SignedDuration, "jiff::SignedDuration": |length| {
        let nanos = signed_nanoseconds(length.subsecond_picoseconds())?;
        Some(SignedDuration::new(length.whole_seconds(), nanos))
    }
}

by_value! { ZonedDateTime => DateTimeOffset }

/// Always exact.
impl From<SignedDuration> for Duration {
    fn from(length: SignedDuration) -> Self {
        let picoseconds = signed_picoseconds(length.subsec_nanos());
        // jiff also uses the same sign for the seconds and the fraction.
        Self::new(length.as_secs(), picoseconds).unwrap_or_default()
    }
}
