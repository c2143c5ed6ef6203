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
/// About ±292 billion years are held. Years, months and weeks are refused since their length is not fixed, and so is a
/// text without any part (`P`, `PT`, `P1DT`).
///
/// *Canonical text*, as XML Schema 1.1 §3.4.27 has it: `-` if negative, `P`, days, `T`, hours below 24, minutes below
/// 60, seconds below 60; parts that are zero are left out, and so are zeros at the end of a fraction; no time at all is
/// `PT0S`. So `PT36H` is written `P1DT12H`. Read as well: parts of any size, `+` in front, letters in lower case
/// (literals of the ABNF are case-insensitive).
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
/// The default is no time at all. Source: OData JSON Format 4.01 §7.1, OData ABNF rule `durationValue`.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Duration {
    // Both have the same sign or are zero, so that the derived order is that of the length.
    seconds: i64,
    picoseconds: i64,
}

const SECOND: i64 = 1_000_000_000_000;
const DAY: u64 = 86_400;

/// The longest text: `-P106751991167299DT23H59M59.999999999999S`.
const LONGEST: usize = 41;

impl Duration {
    /// No time at all, `PT0S`.
    pub const ZERO: Self = Self {
        seconds: 0,
        picoseconds: 0,
    };

    /// Seconds and picoseconds, which must not have different signs, and less than a second of picoseconds; else `None`.
    ///
    /// ```
    /// # use odata_core::edm::Duration;
    /// assert_eq!(Duration::new(90, 0).map(|length| length.to_string()).as_deref(), Some("PT1M30S"));
    /// assert!(Duration::new(90, -1).is_none());
    /// ```
    #[must_use]
    pub const fn new(seconds: i64, picoseconds: i64) -> Option<Self> {
        let opposed = seconds > 0 && picoseconds < 0 || seconds < 0 && picoseconds > 0;
        if opposed || picoseconds <= -SECOND || picoseconds >= SECOND {
            return None;
        }
        Some(Self {
            seconds,
            picoseconds,
        })
    }

    /// So many seconds.
    #[must_use]
    pub const fn from_seconds(seconds: i64) -> Self {
        Self {
            seconds,
            picoseconds: 0,
        }
    }

    /// Whether it is less than no time.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.seconds < 0 || self.picoseconds < 0
    }

    /// All whole seconds, rounded towards zero.
    #[must_use]
    pub const fn whole_seconds(self) -> i64 {
        self.seconds
    }

    /// What is left beside the whole seconds, with the same sign.
    #[must_use]
    pub const fn subsecond_picoseconds(self) -> i64 {
        self.picoseconds
    }

    /// All picoseconds.
    #[must_use]
    pub const fn whole_picoseconds(self) -> i128 {
        self.seconds as i128 * SECOND as i128 + self.picoseconds as i128
    }

    /// So many picoseconds, or `None` where the seconds do not fit an `i64`.
    #[must_use]
    pub fn from_picoseconds(picoseconds: i128) -> Option<Self> {
        let seconds = i64::try_from(picoseconds / i128::from(SECOND)).ok()?;
        let picoseconds = i64::try_from(picoseconds % i128::from(SECOND)).ok()?;
        Some(Self {
            seconds,
            picoseconds,
        })
    }

    /// The whole days of the canonical text, without the sign.
    #[must_use]
    pub const fn days(self) -> u64 {
        self.seconds.unsigned_abs() / DAY
    }

    /// The hours of the canonical text, 0 to 23.
    #[must_use]
    pub const fn hours(self) -> u8 {
        (self.seconds.unsigned_abs() % DAY / 3600) as u8
    }

    /// The minutes of the canonical text, 0 to 59.
    #[must_use]
    pub const fn minutes(self) -> u8 {
        (self.seconds.unsigned_abs() / 60 % 60) as u8
    }

    /// The whole seconds of the canonical text, 0 to 59.
    #[must_use]
    pub const fn seconds(self) -> u8 {
        (self.seconds.unsigned_abs() % 60) as u8
    }

    /// The sum, or `None` where it does not fit.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        Self::from_picoseconds(
            self.whole_picoseconds()
                .checked_add(other.whole_picoseconds())?,
        )
    }

    /// The same length in the other direction, or `None` where it does not fit.
    #[must_use]
    pub fn checked_neg(self) -> Option<Self> {
        Some(Self {
            seconds: self.seconds.checked_neg()?,
            picoseconds: -self.picoseconds,
        })
    }

    fn text(self) -> Line<{ LONGEST + 2 }> {
        let mut line = Line::new();
        if self.is_negative() {
            line.push(b'-');
        }
        line.push(b'P');
        let (days, hours, minutes, seconds) =
            (self.days(), self.hours(), self.minutes(), self.seconds());
        if days > 0 {
            line.push_padded(days, 1);
            line.push(b'D');
        }
        let fraction = self.picoseconds.unsigned_abs();
        let no_time = hours == 0 && minutes == 0 && seconds == 0 && fraction == 0;
        if no_time && days > 0 {
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
        if seconds > 0 || fraction > 0 || no_time {
            line.push_short(seconds);
            print_fraction(&mut line, fraction, digits_needed(fraction));
            line.push(b'S');
        }
        line
    }
}

/// The letters of a duration in the order they must come, and how many seconds one of each is.
const DATE_PARTS: [(u8, u64); 1] = [(b'D', DAY)];
const TIME_PARTS: [(u8, u64); 3] = [(b'H', 3600), (b'M', 60), (b'S', 1)];

const FORM: &str = "a duration is `P`, days `D`, then `T` with hours `H`, minutes `M` and seconds `S`, at least one of them, \
                    in this order (years, months and weeks have no fixed length)";
const TOO_LONG: &str = "the duration is longer than 64 bits of seconds";

impl TextForm for Duration {
    const PRIMITIVE: Primitive = Primitive::Duration;

    fn read(text: &str) -> Result<Self, Reason> {
        let mut scan = Scan::new(text);
        let negative = scan.sign().unwrap_or(false);
        if !scan.eat_letter(b'P') {
            return Err(FORM.into());
        }
        // The sum is negative from the start, since there is one more negative number of 64 bits.
        let mut sum = Self::ZERO;
        let days = sum.scan_parts(&mut scan, &DATE_PARTS)?;
        let time = scan.eat_letter(b'T');
        let parts = if time {
            sum.scan_parts(&mut scan, &TIME_PARTS)?
        } else {
            days
        };
        if parts == 0 || !scan.is_empty() {
            return Err(FORM.into());
        }
        if negative {
            Ok(sum)
        } else {
            sum.checked_neg().ok_or_else(|| TOO_LONG.into())
        }
    }
}

impl Duration {
    /// Subtracts the parts that are next, each at most once and in this order; answers how many there were.
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
                        .ok_or("a fraction of a second has 1 to 12 digits")?,
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
