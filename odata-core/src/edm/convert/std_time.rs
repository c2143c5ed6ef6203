//! Conversions of `std::time`.

use std::time::{self, SystemTime, UNIX_EPOCH};

use crate::edm::{
    convert::{ConversionError, PICOSECONDS, nanoseconds, signed_nanoseconds},
    date_time_offset::DateTimeOffset,
    duration::Duration,
};

const SYSTEM_TIME: &str = "std::time::SystemTime";
const STD_DURATION: &str = "std::time::Duration";

/// The result is in UTC. Fails outside the years of `DateTimeOffset`.
impl TryFrom<SystemTime> for DateTimeOffset {
    type Error = ConversionError;

    fn try_from(time: SystemTime) -> Result<Self, ConversionError> {
        // Round the seconds down, so that the fraction is not negative.
        let parts = match time.duration_since(UNIX_EPOCH) {
            Ok(after) => i64::try_from(after.as_secs())
                .ok()
                .map(|seconds| (seconds, after.subsec_nanos())),
            Err(before) => {
                let before = before.duration();
                let seconds = 0_i64.checked_sub_unsigned(before.as_secs());
                match before.subsec_nanos() {
                    0 => seconds.map(|seconds| (seconds, 0)),
                    nanos => seconds
                        .and_then(|seconds| seconds.checked_sub(1))
                        .map(|seconds| (seconds, 1_000_000_000 - nanos)),
                }
            }
        };
        parts
            .and_then(|(seconds, nanos)| Self::from_unix(seconds, u64::from(nanos) * PICOSECONDS))
            .ok_or_else(|| ConversionError::new(format_args!("{time:?}"), "Edm.DateTimeOffset"))
    }
}

/// Converts the instant without its offset. Fails for digits finer than nanoseconds and outside the range of the system's clock.
impl TryFrom<DateTimeOffset> for SystemTime {
    type Error = ConversionError;

    fn try_from(value: DateTimeOffset) -> Result<Self, ConversionError> {
        let instant = nanoseconds(value.time().picosecond()).and_then(|nanos| {
            let seconds = time::Duration::from_secs(value.unix_seconds().unsigned_abs());
            let whole = if value.unix_seconds() < 0 {
                UNIX_EPOCH.checked_sub(seconds)
            } else {
                UNIX_EPOCH.checked_add(seconds)
            };
            whole?.checked_add(time::Duration::from_nanos(u64::from(nanos)))
        });
        instant.ok_or_else(|| ConversionError::new(value, SYSTEM_TIME))
    }
}

/// Fails if the seconds do not fit an `i64`.
impl TryFrom<time::Duration> for Duration {
    type Error = ConversionError;

    fn try_from(length: time::Duration) -> Result<Self, ConversionError> {
        let picoseconds = i64::from(length.subsec_nanos()) * PICOSECONDS.cast_signed();
        i64::try_from(length.as_secs())
            .ok()
            .and_then(|seconds| Self::new(seconds, picoseconds))
            .ok_or_else(|| ConversionError::new(format_args!("{length:?}"), "Edm.Duration"))
    }
}

/// Fails for a negative duration and for digits finer than nanoseconds.
impl TryFrom<Duration> for time::Duration {
    type Error = ConversionError;

    fn try_from(length: Duration) -> Result<Self, ConversionError> {
        let seconds = u64::try_from(length.whole_seconds()).ok();
        let nanos = signed_nanoseconds(length.subsecond_picoseconds())
            .and_then(|nanos| u32::try_from(nanos).ok());
        seconds
            .zip(nanos)
            .map(|(seconds, nanos)| Self::new(seconds, nanos))
            .ok_or_else(|| ConversionError::new(length, STD_DURATION))
    }
}
