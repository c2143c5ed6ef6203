//! `Edm.Duration`.

use super::text_form::text_form;
use crate::edm::{
    error::Reason,
    primitive::Primitive,
    scan::{Scan, number, picoseconds},
    text_form::{Line, TextForm},
    time_of_day::{digits_needed, print_fraction},
};

/// A signed length of time to the picosecond, without years or months: `Edm.Duration`, which is `xs:dayTimeDuration`.
///
/// The range is about ±292 billion years. Years, months and weeks are errors, since their length is not fixed. So is a text with a missing
/// part (`P`, `PT`, `P1DT`).
///
/// *Canonical text* (XML Schema 1.1 §3.4.27): `-` if negative, `P`, days, `T`, hours below 24, minutes below 60, seconds below 60. Parts
/// that are zero and trailing zeros of a fraction are omitted; zero is `PT0S`. For example, `PT36H` is written as `P1DT12H`. Reading also
/// accepts parts of any size, a leading `+`, and lower-case letters (literals of the ABNF are case-insensitive).
///
/// ```
/// use odata_core::edm::Duration;
///
/// let length: Duration = "-PT90M0.50S".parse()?;
/// assert_eq!(length.to_string(), "-PT1H30M0.5S");
/// assert_eq!((length.whole_seconds(), length.subsecond_picoseconds()), (-5400, -500_000_000_000));
/// assert!(length < "P12D".parse()?);
/// assert!("P1Y".parse::<Duration>().is_err());
/// # Ok::<(), odata_core::edm::ParseError>(())
/// ```
///
/// Default: zero. Source: JSON 4.01 §7.1, ABNF rule `durationValue`.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Duration {
    // Both have the same sign or are zero, so that the derived `Ord` is that of the length.
    seconds: i64,
    picoseconds: i64,
}

const PICOSECONDS_PER_SECOND: i64 = 1_000_000_000_000;
const SECONDS_PER_DAY: u64 = 86_400;

/// The longest text: `-P106751991167299DT23H59M59.999999999999S`.
const MAX_TEXT_LENGTH: usize = 41;

impl Duration {
    /// The duration of no time, `PT0S`.
    pub const ZERO: Self = Self {
        seconds: 0,
        picoseconds: 0,
    };

    /// Creates a duration; `None` if the signs differ, or if the picoseconds are a second or more.
    ///
    /// ```
    /// # use odata_core::edm::Duration;
    /// assert_eq!(Duration::new(90, 0).map(|length| length.to_string()).as_deref(), Some("PT1M30S"));
    /// assert!(Duration::new(90, -1).is_none());
    /// ```
    #[must_use]
    pub const fn new(seconds: i64, picoseconds: i64) -> Option<Self> {
        let have_opposite_signs = seconds > 0 && picoseconds < 0 || seconds < 0 && picoseconds > 0;
        if have_opposite_signs
            || picoseconds <= -PICOSECONDS_PER_SECOND
            || picoseconds >= PICOSECONDS_PER_SECOND
        {
            return None;
        }
        Some(Self {
            seconds,
            picoseconds,
        })
    }

    /// Creates a duration from seconds.
    #[must_use]
    pub const fn from_seconds(seconds: i64) -> Self {
        Self {
            seconds,
            picoseconds: 0,
        }
    }

    /// Returns whether the duration is less than zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.seconds < 0 || self.picoseconds < 0
    }

    /// Returns the total of whole seconds, rounded toward zero.
    #[must_use]
    pub const fn whole_seconds(self) -> i64 {
        self.seconds
    }

    /// Returns the picoseconds beyond the whole seconds, with the same sign.
    #[must_use]
    pub const fn subsecond_picoseconds(self) -> i64 {
        self.picoseconds
    }

    /// Returns the whole duration in picoseconds.
    #[must_use]
    pub const fn whole_picoseconds(self) -> i128 {
        self.seconds as i128 * PICOSECONDS_PER_SECOND as i128 + self.picoseconds as i128
    }

    /// Creates a duration from picoseconds; `None` if the seconds do not fit an `i64`.
    #[must_use]
    pub fn from_picoseconds(picoseconds: i128) -> Option<Self> {
        let seconds = i64::try_from(picoseconds / i128::from(PICOSECONDS_PER_SECOND)).ok()?;
        let picoseconds = i64::try_from(picoseconds % i128::from(PICOSECONDS_PER_SECOND)).ok()?;
        Some(Self {
            seconds,
            picoseconds,
        })
    }

    /// Returns the days of the canonical text, without the sign.
    #[must_use]
    pub const fn days(self) -> u64 {
        self.seconds.unsigned_abs() / SECONDS_PER_DAY
    }

    /// Returns the hours of the canonical text, 0 to 23.
    #[must_use]
    pub const fn hours(self) -> u8 {
        (self.seconds.unsigned_abs() % SECONDS_PER_DAY / 3600) as u8
    }

    /// Returns the minutes of the canonical text, 0 to 59.
    #[must_use]
    pub const fn minutes(self) -> u8 {
        (self.seconds.unsigned_abs() / 60 % 60) as u8
    }

    /// Returns the whole seconds of the canonical text, 0 to 59.
    #[must_use]
    pub const fn seconds(self) -> u8 {
        (self.seconds.unsigned_abs() % 60) as u8
    }

    /// Returns the sum; `None` if it does not fit.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        Self::from_picoseconds(
            self.whole_picoseconds()
                .checked_add(other.whole_picoseconds())?,
        )
    }

    /// Returns the negated duration; `None` if it does not fit.
    #[must_use]
    pub fn checked_neg(self) -> Option<Self> {
        Some(Self {
            seconds: self.seconds.checked_neg()?,
            picoseconds: -self.picoseconds,
        })
    }

    fn text(self) -> Line<{ MAX_TEXT_LENGTH + 2 }> {
        let mut line = Line::new();
        if self.is_negative() {
            line.push(b'-');
        }
        line.push(b'P');
        let (days, hours, minutes, seconds) =
            (self.days(), self.hours(), self.minutes(), self.seconds());
        if days > 0 {
            match u8::try_from(days) {
                Ok(days @ ..=99) => line.push_short(days),
                _ => line.push_padded(days, 1),
            }
            line.push(b'D');
        }
        let fraction = self.picoseconds.unsigned_abs();
        let has_no_time = hours == 0 && minutes == 0 && seconds == 0 && fraction == 0;
        if has_no_time && days > 0 {
            return line;
        }
        line.push(b'T');
        if hours > 0 {
            line.push_short(hours);
            line.push(b'H');
        }
        if minutes > 0 {
            line.push_short(minutes);
            line.push(b'M');
        }
        if seconds > 0 || fraction > 0 || has_no_time {
            line.push_short(seconds);
            print_fraction(&mut line, fraction, digits_needed(fraction));
            line.push(b'S');
        }
        line
    }
}

/// The letters of a duration in their required order, and the seconds of each unit.
const DATE_PARTS: [(u8, u64); 1] = [(b'D', SECONDS_PER_DAY)];
const TIME_PARTS: [(u8, u64); 3] = [(b'H', 3600), (b'M', 60), (b'S', 1)];

const FORM: &str = "a duration must be `P`, days `D`, then `T` with hours `H`, minutes `M` and seconds `S`, at least one of them, \
                    in this order (years, months and weeks have no fixed length)";
const TOO_LONG: &str = "the duration is longer than 64 bits of seconds";

impl TextForm for Duration {
    const PRIMITIVE: Primitive = Primitive::Duration;

    fn read(text: &str) -> Result<Self, Reason> {
        let mut scan = Scan::new(text);
        let is_negative = scan.sign().unwrap_or(false);
        if !scan.eat_letter(b'P') {
            return Err(FORM.into());
        }
        // The sum is negated at the end, since the negative range of an `i64` is larger.
        let mut sum = Self::ZERO;
        let days = sum.scan_parts(&mut scan, &DATE_PARTS)?;
        let has_time = scan.eat_letter(b'T');
        let parts = if has_time {
            sum.scan_parts(&mut scan, &TIME_PARTS)?
        } else {
            days
        };
        if parts == 0 || !scan.is_empty() {
            return Err(FORM.into());
        }
        if is_negative {
            Ok(sum)
        } else {
            sum.checked_neg().ok_or_else(|| TOO_LONG.into())
        }
    }
}

impl Duration {
    /// Consumes parts, each at most once and in this order, and subtracts them. Returns their number.
    fn scan_parts(&mut self, scan: &mut Scan<'_>, parts: &[(u8, u64)]) -> Result<u32, Reason> {
        let mut found = 0;
        let mut parts = parts.iter();
        loop {
            let digits = scan.digits();
            if digits.is_empty() {
                return Ok(found);
            }
            let fraction = if scan.eat(b'.') {
                Some(
                    picoseconds(scan.digits())
                        .ok_or("a fraction of a second must have 1 to 12 digits")?,
                )
            } else {
                None
            };
            let &(letter, seconds) = parts
                .find(|(letter, _)| scan.eat_letter(*letter))
                .ok_or(FORM)?;
            if let Some(fraction) = fraction {
                if letter != b'S' {
                    return Err("only seconds may have a fraction".into());
                }
                self.picoseconds = -fraction.cast_signed();
            }
            let length = number(digits)
                .and_then(|number| number.checked_mul(seconds))
                .ok_or(TOO_LONG)?;
            self.seconds = self.seconds.checked_sub_unsigned(length).ok_or(TOO_LONG)?;
            found += 1;
        }
    }
}

text_form!(Duration);
