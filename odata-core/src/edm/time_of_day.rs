//! `Edm.TimeOfDay`.

use super::text_form::{compared_by, text_form};
use crate::edm::{
    error::Reason,
    primitive::Primitive,
    scan::{Scan, picoseconds, scale},
    text_form::{Line, TextForm},
};

/// A time of the day from 00:00:00 up to, not including, 24:00:00, to the picosecond: `Edm.TimeOfDay`.
///
/// Up to twelve fraction digits are exact, and their number is preserved, so that `08:00:00.0000000` is written back as it was read.
/// Equality, order and hash are those of the time: `08:00:00` equals `08:00:00.000`. Hour 24 and second 60 are errors: OData times have
/// no leap seconds (CSDL 4.01 §3.3).
///
/// *Canonical text:* `hh:mm:ss`, or `hh:mm:ss.f` with 1 to 12 fraction digits. Reading also accepts `hh:mm`.
///
/// ```
/// use odata_core::edm::TimeOfDay;
///
/// let time: TimeOfDay = "07:59:59.250".parse()?;
/// assert_eq!((time.hour(), time.minute(), time.second()), (7, 59, 59));
/// assert_eq!(time.picosecond(), 250_000_000_000);
/// assert_eq!(time.to_string(), "07:59:59.250");
/// assert_eq!("08:15".parse::<TimeOfDay>()?.to_string(), "08:15:00");
/// # Ok::<(), odata_core::edm::ParseError>(())
/// ```
///
/// The default is midnight. Source: JSON 4.01 §7.1, ABNF rule `timeOfDayValue`.
#[derive(Clone, Copy, Default)]
pub struct TimeOfDay {
    /// Picoseconds since midnight (57 bits), then the number of fraction digits in the text (4 bits).
    packed: u64,
}

const PICOSECONDS_PER_SECOND: u64 = 1_000_000_000_000;
const SECONDS_PER_DAY: u64 = 86_400;

/// The longest text: `23:59:59.999999999999`.
pub(crate) const MAX_TEXT_LENGTH: usize = 21;

impl TimeOfDay {
    /// 00:00:00.
    pub const MIDNIGHT: Self = Self { packed: 0 };

    /// Creates a time, or returns `None` if a part is out of range. The text has as few fraction digits as possible.
    ///
    /// ```
    /// # use odata_core::edm::TimeOfDay;
    /// let time = TimeOfDay::new(23, 30, 0, 500_000_000_000);
    /// assert_eq!(time.map(|time| time.to_string()).as_deref(), Some("23:30:00.5"));
    /// assert!(TimeOfDay::new(24, 0, 0, 0).is_none());
    /// ```
    #[must_use]
    pub const fn new(hour: u8, minute: u8, second: u8, picosecond: u64) -> Option<Self> {
        if hour > 23 || minute > 59 || second > 59 || picosecond >= PICOSECONDS_PER_SECOND {
            return None;
        }
        let seconds = hour as u64 * 3600 + minute as u64 * 60 + second as u64;
        Some(Self::pack(seconds, picosecond, digits_needed(picosecond)))
    }

    /// Creates the time that is this many picoseconds after midnight; `None` for a day or more.
    #[must_use]
    pub const fn from_picoseconds_since_midnight(picoseconds: u64) -> Option<Self> {
        let seconds = picoseconds / PICOSECONDS_PER_SECOND;
        if seconds >= SECONDS_PER_DAY {
            return None;
        }
        let picosecond = picoseconds % PICOSECONDS_PER_SECOND;
        Some(Self::pack(seconds, picosecond, digits_needed(picosecond)))
    }

    /// Returns the same time with `digits` fraction digits in its text; `None` for more than 12 or too few digits.
    ///
    /// ```
    /// # use odata_core::edm::TimeOfDay;
    /// let time: TimeOfDay = "10:00:00.5".parse()?;
    /// assert_eq!(time.with_fraction_digits(3).map(|time| time.to_string()).as_deref(), Some("10:00:00.500"));
    /// assert!(time.with_fraction_digits(0).is_none());
    /// # Ok::<(), odata_core::edm::ParseError>(())
    /// ```
    #[must_use]
    pub const fn with_fraction_digits(self, digits: u8) -> Option<Self> {
        if digits > 12 || digits < digits_needed(self.picosecond()) {
            return None;
        }
        Some(Self {
            packed: self.packed & !0xF | digits as u64,
        })
    }

    /// Packs valid parts.
    pub(crate) const fn pack(seconds: u64, picosecond: u64, digits: u8) -> Self {
        Self {
            packed: (seconds * PICOSECONDS_PER_SECOND + picosecond) << 4 | digits as u64,
        }
    }

    /// Returns the hour, 0 to 23.
    #[must_use]
    pub const fn hour(self) -> u8 {
        (self.seconds_since_midnight() / 3600) as u8
    }

    /// Returns the minute of the hour, 0 to 59.
    #[must_use]
    pub const fn minute(self) -> u8 {
        (self.seconds_since_midnight() / 60 % 60) as u8
    }

    /// Returns the second of the minute, 0 to 59.
    #[must_use]
    pub const fn second(self) -> u8 {
        (self.seconds_since_midnight() % 60) as u8
    }

    /// Returns the picosecond of the second, 0 to 999 999 999 999.
    #[must_use]
    pub const fn picosecond(self) -> u64 {
        self.picoseconds_since_midnight() % PICOSECONDS_PER_SECOND
    }

    /// Returns the number of fraction digits in the text, 0 to 12.
    #[must_use]
    pub const fn fraction_digits(self) -> u8 {
        (self.packed & 0xF) as u8
    }

    /// Returns the whole seconds since midnight.
    #[must_use]
    pub const fn seconds_since_midnight(self) -> u32 {
        (self.picoseconds_since_midnight() / PICOSECONDS_PER_SECOND) as u32
    }

    /// Returns the picoseconds since midnight.
    #[must_use]
    pub const fn picoseconds_since_midnight(self) -> u64 {
        self.packed >> 4
    }

    /// Consumes a time.
    #[inline]
    pub(crate) fn scan(scan: &mut Scan<'_>) -> Result<Self, Reason> {
        let (hour, minute) = (|| {
            let hour = scan.two_digits()?;
            Some((hour, scan.eat(b':').then(|| scan.two_digits())??))
        })()
        .ok_or("a time must be hours and minutes of two digits each, separated by `:`")?;
        let (mut second, mut picosecond, mut digits) = (0, 0, 0);
        if scan.eat(b':') {
            second = scan
                .two_digits()
                .ok_or("the seconds must have two digits")?;
            if scan.eat(b'.') {
                let fraction = scan.digits();
                picosecond = picoseconds(fraction)
                    .ok_or("a fraction of a second must have 1 to 12 digits")?;
                digits = fraction.len() as u8;
            }
        }
        match () {
            () if hour > 23 => Err("the hour must be 00 to 23".into()),
            () if minute > 59 => Err("the minute must be 00 to 59".into()),
            () if second > 59 => Err("the second must be 00 to 59".into()),
            () => {
                let seconds = u64::from(hour) * 3600 + u64::from(minute) * 60 + u64::from(second);
                Ok(Self::pack(seconds, picosecond, digits))
            }
        }
    }

    /// Appends the canonical text.
    #[inline]
    pub(crate) fn print<const N: usize>(self, line: &mut Line<N>) {
        let seconds = self.seconds_since_midnight();
        line.push_two((seconds / 3600) as u8);
        line.push(b':');
        line.push_two((seconds / 60 % 60) as u8);
        line.push(b':');
        line.push_two((seconds % 60) as u8);
        print_fraction(line, self.picosecond(), self.fraction_digits());
    }

    fn text(self) -> Line<{ MAX_TEXT_LENGTH + 2 }> {
        let mut line = Line::new();
        self.print(&mut line);
        line
    }
}

/// Returns the number of fraction digits that a fraction of a second needs.
pub(crate) const fn digits_needed(picosecond: u64) -> u8 {
    let (mut rest, mut digits) = (picosecond, 12);
    if rest == 0 {
        return 0;
    }
    while rest.is_multiple_of(10) {
        rest /= 10;
        digits -= 1;
    }
    digits
}

/// Appends `.` and the first `digits` digits of a fraction of a second; nothing for 0 digits.
#[inline]
pub(crate) fn print_fraction<const N: usize>(line: &mut Line<N>, picosecond: u64, digits: u8) {
    if digits > 0 {
        let digits = usize::from(digits);
        line.push(b'.');
        line.push_padded(picosecond / scale(12 - digits), digits);
    }
}

impl TextForm for TimeOfDay {
    const PRIMITIVE: Primitive = Primitive::TimeOfDay;

    fn read(text: &str) -> Result<Self, Reason> {
        let mut scan = Scan::new(text);
        let time = Self::scan(&mut scan)?;
        if scan.is_empty() {
            Ok(time)
        } else {
            Err("nothing may follow the time".into())
        }
    }
}

text_form!(TimeOfDay);
compared_by!(TimeOfDay, picoseconds_since_midnight);
