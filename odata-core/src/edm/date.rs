//! `Edm.Date`.

use std::num::NonZeroU8;

use super::text_form::text_form;
use crate::edm::{
    error::Reason,
    primitive::Primitive,
    scan::{Scan, number},
    text_form::{Line, TextForm},
};

/// A day of the proleptic Gregorian calendar, without a time or an offset: `Edm.Date`.
///
/// The year may be negative and may have more than four digits. Year 0 is the year before year 1 (astronomical numbering, as in XML
/// Schema 1.1). The year must fit an `i32`.
///
/// *Canonical text:* `YYYY-MM-DD`, with at least four digits in the year and `-` before a negative year. Reading also accepts `-0000` for
/// year 0.
///
/// ```
/// use odata_core::edm::Date;
///
/// let day: Date = "2028-02-29".parse()?;
/// assert_eq!((day.year(), day.month(), day.day()), (2028, 2, 29));
/// assert_eq!(Date::new(2028, 2, 29), Some(day));
/// assert!("2027-02-29".parse::<Date>().is_err());
/// assert!(day < "12026-01-01".parse()?);
/// # Ok::<(), odata_core::edm::ParseError>(())
/// ```
///
/// Source: JSON 4.01 §7.1, ABNF rule `dateValue`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    // In this order, so that the derived `Ord` is chronological.
    pub(super) year: i32,
    pub(super) month: NonZeroU8,
    pub(super) day: NonZeroU8,
}

/// The longest text: `-2147483648-12-31`.
pub(crate) const MAX_TEXT_LENGTH: usize = 17;

impl Date {
    /// The first day: 1 January of the year -2147483648.
    pub const MIN: Self = Self {
        year: i32::MIN,
        month: NonZeroU8::MIN,
        day: NonZeroU8::MIN,
    };

    /// The last day: 31 December of the year 2147483647.
    pub const MAX: Self = match Self::new(i32::MAX, 12, 31) {
        Some(date) => date,
        None => Self::MIN,
    };

    /// Creates a date, or returns `None` if the calendar has no such day.
    ///
    /// ```
    /// # use odata_core::edm::Date;
    /// assert!(Date::new(2026, 2, 28).is_some());
    /// assert!(Date::new(2026, 2, 29).is_none());
    /// ```
    #[must_use]
    pub const fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        if month > 12 || day > days_in_month(year, month) {
            return None;
        }
        match (NonZeroU8::new(month), NonZeroU8::new(day)) {
            (Some(month), Some(day)) => Some(Self { year, month, day }),
            _ => None,
        }
    }

    /// Returns the year; 0 is the year before 1.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.year
    }

    /// Returns the month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month.get()
    }

    /// Returns the day of the month, 1 to 31.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day.get()
    }

    /// Returns the number of days since 1970-01-01, which is negative before that day.
    ///
    /// ```
    /// # use odata_core::edm::Date;
    /// assert_eq!(Date::new(1970, 1, 2).map(Date::days_since_epoch), Some(1));
    /// assert_eq!(Date::new(1969, 12, 31).map(Date::days_since_epoch), Some(-1));
    /// ```
    #[must_use]
    pub const fn days_since_epoch(self) -> i64 {
        // Years are counted from March, so that the leap day is the last day of a year. 400 years have 146097 days.
        let month = self.month.get() as i64;
        let year = self.year as i64 - if month <= 2 { 1 } else { 0 };
        let from_march = (month + 9) % 12;
        let day_of_year = (153 * from_march + 2) / 5 + self.day.get() as i64 - 1;
        let cycle = year.div_euclid(400);
        let year_of_cycle = year.rem_euclid(400);
        let day_of_cycle =
            year_of_cycle * 365 + year_of_cycle / 4 - year_of_cycle / 100 + day_of_year;
        cycle * 146_097 + day_of_cycle - DAYS_TO_EPOCH
    }

    /// Returns the day that is `days` after 1970-01-01, or `None` if its year does not fit.
    ///
    /// ```
    /// # use odata_core::edm::Date;
    /// assert_eq!(Date::from_days_since_epoch(19_782), Date::new(2024, 2, 29));
    /// ```
    #[must_use]
    pub const fn from_days_since_epoch(days: i64) -> Option<Self> {
        let Some(days) = days.checked_add(DAYS_TO_EPOCH) else {
            return None;
        };
        let cycle = days.div_euclid(146_097);
        let day_of_cycle = days.rem_euclid(146_097);
        // Subtracts a day for each past leap year: every 4th (1460), but not every 100th (36524), except the 400th (146096).
        let year_of_cycle = (day_of_cycle - day_of_cycle / 1_460 + day_of_cycle / 36_524
            - day_of_cycle / 146_096)
            / 365;
        let day_of_year =
            day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
        let from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 {
            from_march + 3
        } else {
            from_march - 9
        };
        let year = cycle * 400 + year_of_cycle + if month <= 2 { 1 } else { 0 };
        if year < i32::MIN as i64 || year > i32::MAX as i64 {
            return None;
        }
        Self::new(year as i32, month as u8, day as u8)
    }

    /// Consumes a date.
    #[inline]
    pub(crate) fn scan(scan: &mut Scan<'_>) -> Result<Self, Reason> {
        let is_negative = scan.eat(b'-');
        let digits = scan.digits();
        let year = match digits {
            [_, _, _, _] => number(digits),
            [b'0', ..] | [] | [_] | [_, _] | [_, _, _] => None,
            // More than ten digits never fit.
            [..] if digits.len() > 10 => return Err(YEAR_TOO_LONG.into()),
            [..] => number(digits),
        };
        let Some(year) = year else {
            return Err("the year must have four digits, or more without a leading zero".into());
        };
        let year = year.cast_signed();
        let Ok(year) = i32::try_from(if is_negative { -year } else { year }) else {
            return Err(YEAR_TOO_LONG.into());
        };
        let (month, day) = (|| {
            let month = scan.eat(b'-').then(|| scan.two_digits())??;
            let day = scan.eat(b'-').then(|| scan.two_digits())??;
            Some((month, day))
        })()
        .ok_or(
            "a date must be a year, then a month and a day of two digits each, separated by `-`",
        )?;
        Self::new(year, month, day).ok_or_else(|| match month {
            1..=12 => "the month does not have that day".into(),
            _ => "the month must be 01 to 12".into(),
        })
    }

    /// Appends the canonical text.
    #[inline]
    pub(crate) fn print<const N: usize>(self, line: &mut Line<N>) {
        if self.year < 0 {
            line.push(b'-');
        }
        match self.year {
            0..=9999 => {
                line.push_two((self.year / 100) as u8);
                line.push_two((self.year % 100) as u8);
            }
            _ => line.push_padded(u64::from(self.year.unsigned_abs()), 4),
        }
        line.push(b'-');
        line.push_two(self.month());
        line.push(b'-');
        line.push_two(self.day());
    }

    fn text(self) -> Line<{ MAX_TEXT_LENGTH + 2 }> {
        let mut line = Line::new();
        self.print(&mut line);
        line
    }
}

const YEAR_TOO_LONG: &str = "the year must be -2147483648 to 2147483647";

/// Days from 1 March of the year 0 to 1970-01-01.
const DAYS_TO_EPOCH: i64 = 719_468;

/// Returns the number of days in a month; 0 for an invalid month.
const fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 0,
    }
}

impl TextForm for Date {
    const PRIMITIVE: Primitive = Primitive::Date;

    fn read(text: &str) -> Result<Self, Reason> {
        let mut scan = Scan::new(text);
        let date = Self::scan(&mut scan)?;
        if scan.is_empty() {
            Ok(date)
        } else {
            Err("nothing may follow the day".into())
        }
    }
}

text_form!(Date);
