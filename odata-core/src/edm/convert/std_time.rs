//! Conversions of `std::time`.

use std::time::{self, SystemTime, UNIX_EPOCH};

use crate::edm::{
    convert::{ConversionError, nanoseconds, picoseconds, signed_nanoseconds, signed_picoseconds},
    date_time_offset::DateTimeOffset,
    duration::Duration,
};

/// The result is in UTC. Fails outside the years of `DateTimeOffset`.
impl TryFrom<SystemTime> for DateTimeOffset {
    type Error = ConversionError;

    fn try_from(time: SystemTime) -> Result<Self, ConversionError> {
        let parts = match time.duration_since(UNIX_EPOCH) {
            Ok(after) => {
                (0_i64.checked_add_unsigned(after.as_secs())).zip(Some(after.subsec_nanos()))
            }
            // The seconds are rounded down, so that the fraction is not negative.
            Err(before) => {
                let before = before.duration();
                let nanos = (1_000_000_000 - before.subsec_nanos()) % 1_000_000_000;
                (0_i64.checked_sub_unsigned(before.as_secs()))
                    .and_then(|seconds| seconds.checked_sub((nanos > 0).into()))
                    .zip(Some(nanos))
            }
        };
        parts
            .and_then(|(seconds, nanos)| Self::from_unix(seconds, picoseconds(nanos)))
            .ok_or_else(|| ConversionError::new(format_args!("{time:?}"), "Edm.DateTimeOffset"))
    }
}

/// Fails if the seconds do not fit an `i64`.
impl TryFrom<time::Duration> for Duration {
    type Error = ConversionError;

    fn try_from(length: time::Duration) -> Result<Self, ConversionError> {
        let picoseconds = signed_picoseconds(length.subsec_nanos());
        i64::try_from(length.as_secs())
            .ok()
            .and_then(|seconds| Self::new(seconds, picoseconds))
            .ok_or_else(|| ConversionError::new(format_args!("{length:?}"), "Edm.Duration"))
    }
}

exact! {
    /// Converts the instant without its offset. Fails for digits finer than nanoseconds and outside the range of the system's clock.
    DateTimeOffset => SystemTime, "std::time::SystemTime": |value| {
        let nanos = nanoseconds(value.time().picosecond())?;
        let seconds = time::Duration::from_secs(value.unix_seconds().unsigned_abs());
        let whole = match value.unix_seconds() {
            ..0 => UNIX_EPOCH.checked_sub(seconds),
            0.. => UNIX_EPOCH.checked_add(seconds),
        };
        whole?.checked_add(time::Duration::from_nanos(nanos.into()))
    }

    /// Fails for a negative duration and for digits finer than nanoseconds.
    Duration => time::Duration, "std::time::Duration": |length| {
        let nanos = signed_nanoseconds(length.subsecond_picoseconds())?;
        let seconds = u64::try_from(length.whole_seconds()).ok()?;
        Some(time::Duration::new(seconds, u32::try_from(nanos).ok()?))
    }
}
