//! `Edm.DateTimeOffset`.

use std::{num::NonZeroU8, time::SystemTime};

use super::text_form::{compared_by, text_form};
use crate::edm::{
    date::{self, Date},
    error::Reason,
    primitive::Primitive,
    scan::Scan,
    text_form::{Line, TextForm},
    time_of_day::{self, TimeOfDay, digits_needed},
};

/// A date and a time at an offset from UTC, to the picosecond: `Edm.DateTimeOffset`.
///
/// It preserves the local date and time, the offset and the number of fraction digits, so that a value is written back as it was read. A
/// text without an offset is an error. So are hour 24 and second 60 (CSDL 4.01 §3.3: no leap seconds).
///
/// **Equality, order and hash** are those of the instant, as in `chrono`, `time` and XML Schema: `09:30+01:00` equals `08:30Z` of the same
/// day, with any number of fraction digits. To compare the offset as well, use [`offset_minutes`](Self::offset_minutes) or the texts.
///
/// *Canonical text:* the canonical [`Date`], `T`, the canonical [`TimeOfDay`] (always with seconds), then `Z` for UTC or `+hh:mm` /
/// `-hh:mm`. Reading also accepts a time without seconds, a zero offset as `+00:00` or `-00:00`, and lower-case `t` and `z` (literals of
/// the ABNF are case-insensitive).
///
/// ```
/// use odata_core::edm::DateTimeOffset;
///
/// let noon: DateTimeOffset = "2026-01-31T12:00:00.000+02:00".parse()?;
/// assert_eq!(noon.to_string(), "2026-01-31T12:00:00.000+02:00");
/// assert_eq!(noon, "2026-01-31T10:00:00Z".parse()?);
/// assert_eq!((noon.date().day(), noon.time().hour(), noon.offset_minutes()), (31, 12, 120));
/// assert!("2026-01-31T12:00:00".parse::<DateTimeOffset>().is_err());
/// # Ok::<(), odata_core::edm::ParseError>(())
/// ```
///
/// Source: JSON 4.01 §7.1, ABNF rule `dateTimeOffsetValue`.
#[derive(Clone, Copy)]
pub struct DateTimeOffset {
    // The fields of a `Date`, unnested: with a `Date` here, the value would have 24 bytes instead of 16.
    year: i32,
    month: NonZeroU8,
    day: NonZeroU8,
    /// Minutes, -1439 to 1439: the range of the ABNF.
    offset: i16,
    time: TimeOfDay,
}

const MAX_TEXT_LENGTH: usize = date::MAX_TEXT_LENGTH + 1 + time_of_day::MAX_TEXT_LENGTH + 6;

const PICOSECONDS_PER_MILLISECOND: u64 = 1_000_000_000;

/// The offsets of the ABNF: less than a day.
const OFFSETS: std::ops::RangeInclusive<i16> = -1439..=1439;

impl DateTimeOffset {
    /// 1970-01-01T00:00:00Z.
    pub const UNIX_EPOCH: Self = match Date::new(1970, 1, 1) {
        Some(date) => Self::from_parts(date, TimeOfDay::MIDNIGHT, 0),
        None => Self::from_parts(Date::MIN, TimeOfDay::MIDNIGHT, 0),
    };

    /// Creates a value from the local date and time and an offset in minutes east of UTC; `None` for an offset of a day or more.
    ///
    /// ```
    /// use odata_core::edm::{Date, DateTimeOffset, TimeOfDay};
    ///
    /// let date = Date::new(2026, 1, 31).ok_or("date")?;
    /// let time = TimeOfDay::new(9, 30, 0, 0).ok_or("time")?;
    /// let value = DateTimeOffset::new(date, time, -150).ok_or("offset")?;
    /// assert_eq!(value.to_string(), "2026-01-31T09:30:00-02:30");
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn new(date: Date, time: TimeOfDay, offset_minutes: i16) -> Option<Self> {
        OFFSETS
            .contains(&offset_minutes)
            .then_some(Self::from_parts(date, time, offset_minutes))
    }

    /// Creates a value with a valid offset.
    const fn from_parts(date: Date, time: TimeOfDay, offset: i16) -> Self {
        let Date { year, month, day } = date;
        Self {
            year,
            month,
            day,
            offset,
            time,
        }
    }

    /// Returns the current time in UTC, to the millisecond. If the clock is outside of the years of this type, the result is
    /// [`UNIX_EPOCH`](Self::UNIX_EPOCH).
    ///
    /// For other precisions, convert a [`SystemTime`].
    ///
    /// ```
    /// use odata_core::edm::DateTimeOffset;
    ///
    /// let now = DateTimeOffset::now();
    /// assert!(now > "2024-01-01T00:00:00Z".parse()?);
    /// assert_eq!(now.to_string().len(), "2024-01-01T00:00:00.000Z".len());
    /// # Ok::<(), odata_core::edm::ParseError>(())
    /// ```
    #[must_use]
    pub fn now() -> Self {
        let now = Self::try_from(SystemTime::now()).unwrap_or(Self::UNIX_EPOCH);
        let millisecond = now.time.picosecond() / PICOSECONDS_PER_MILLISECOND;
        let picosecond = millisecond * PICOSECONDS_PER_MILLISECOND;
        Self::at(now.unix_seconds(), picosecond, 3, 0).unwrap_or(now)
    }

    /// Creates the instant that is this many seconds and picoseconds after 1970-01-01T00:00:00Z, in UTC; `None` if the year does not fit,
    /// or if the picoseconds are a second or more.
    ///
    /// ```
    /// # use odata_core::edm::DateTimeOffset;
    /// let value = DateTimeOffset::from_unix(-1, 500_000_000_000);
    /// assert_eq!(value.map(|value| value.to_string()).as_deref(), Some("1969-12-31T23:59:59.5Z"));
    /// ```
    #[must_use]
    pub fn from_unix(seconds: i64, picosecond: u64) -> Option<Self> {
        if picosecond >= 1_000_000_000_000 {
            return None;
        }
        Self::at(seconds, picosecond, digits_needed(picosecond), 0)
    }

    /// Returns the same instant at another offset; `None` if the offset is a day or more, or if the year does not fit.
    ///
    /// ```
    /// # use odata_core::edm::DateTimeOffset;
    /// let value: DateTimeOffset = "2026-01-31T23:30:00Z".parse()?;
    /// assert_eq!(value.at_offset(60).map(|value| value.to_string()).as_deref(), Some("2026-02-01T00:30:00+01:00"));
    /// # Ok::<(), odata_core::edm::ParseError>(())
    /// ```
    #[must_use]
    pub fn at_offset(self, offset_minutes: i16) -> Option<Self> {
        if !OFFSETS.contains(&offset_minutes) {
            return None;
        }
        Self::at(
            self.unix_seconds(),
            self.time.picosecond(),
            self.time.fraction_digits(),
            offset_minutes,
        )
    }

    fn at(unix_seconds: i64, picosecond: u64, digits: u8, offset: i16) -> Option<Self> {
        let local = unix_seconds.checked_add(i64::from(offset) * 60)?;
        let date = Date::from_days_since_epoch(local.div_euclid(86_400))?;
        let time = TimeOfDay::pack(local.rem_euclid(86_400).cast_unsigned(), picosecond, digits);
        Some(Self::from_parts(date, time, offset))
    }

    /// Returns the same value with `digits` fraction digits in its text; `None` for more than 12 or too few digits.
    #[must_use]
    pub fn with_fraction_digits(self, digits: u8) -> Option<Self> {
        Some(Self {
            time: self.time.with_fraction_digits(digits)?,
            ..self
        })
    }

    /// Returns the local date.
    #[must_use]
    pub const fn date(self) -> Date {
        Date {
            year: self.year,
            month: self.month,
            day: self.day,
        }
    }

    /// Returns the local time.
    #[must_use]
    pub const fn time(self) -> TimeOfDay {
        self.time
    }

    /// Returns the offset in minutes east of UTC, -1439 to 1439; 0 for UTC.
    #[must_use]
    pub const fn offset_minutes(self) -> i16 {
        self.offset
    }

    /// Returns the whole seconds since 1970-01-01T00:00:00Z, rounded down. Together with
    /// [`time().picosecond()`](TimeOfDay::picosecond) they are the exact instant.
    #[must_use]
    pub const fn unix_seconds(self) -> i64 {
        self.date().days_since_epoch() * 86_400 + self.time.seconds_since_midnight() as i64
            - self.offset as i64 * 60
    }

    fn instant(self) -> (i64, u64) {
        (self.unix_seconds(), self.time.picosecond())
    }

    fn text(self) -> Line<{ MAX_TEXT_LENGTH + 2 }> {
        let mut line = Line::new();
        self.date().print(&mut line);
        line.push(b'T');
        self.time.print(&mut line);
        if self.offset == 0 {
            line.push(b'Z');
        } else {
            let minutes = self.offset.unsigned_abs();
            line.push(if self.offset < 0 { b'-' } else { b'+' });
            line.push_two((minutes / 60) as u8);
            line.push(b':');
            line.push_two((minutes % 60) as u8);
        }
        line
    }
}

/// Consumes `Z`, `+hh:mm` or `-hh:mm`, and returns the minutes.
#[inline]
fn scan_offset(scan: &mut Scan<'_>) -> Result<i16, Reason> {
    if scan.eat_letter(b'Z') {
        return Ok(0);
    }
    let is_negative = scan
        .sign()
        .ok_or("the offset from UTC is missing: `Z`, or a sign with hours and minutes")?;
    let minutes = (|| {
        let hours = scan.two_digits().filter(|&hours| hours < 24)?;
        let minutes = scan
            .eat(b':')
            .then(|| scan.two_digits())?
            .filter(|&minutes| minutes < 60)?;
        Some(i16::from(hours) * 60 + i16::from(minutes))
    })()
    .ok_or("the offset must be `Z`, or a sign, hours 00 to 23, `:` and minutes 00 to 59")?;
    Ok(if is_negative { -minutes } else { minutes })
}

impl TextForm for DateTimeOffset {
    const PRIMITIVE: Primitive = Primitive::DateTimeOffset;

    fn read(text: &str) -> Result<Self, Reason> {
        let mut scan = Scan::new(text);
        let date = Date::scan(&mut scan)?;
        if !scan.eat_letter(b'T') {
            return Err("`T` must separate the date from the time".into());
        }
        let time = TimeOfDay::scan(&mut scan)?;
        let offset = scan_offset(&mut scan)?;
        if scan.is_empty() {
            Ok(Self::from_parts(date, time, offset))
        } else {
            Err("nothing may follow the offset".into())
        }
    }
}

text_form!(DateTimeOffset);
compared_by!(DateTimeOffset, instant);
