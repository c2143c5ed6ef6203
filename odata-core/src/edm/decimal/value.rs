//! The value of a decimal's text: `1.0`, `1` and `10e-1` are equal.

use std::{
    cmp::Ordering,
    hash::{Hash, Hasher},
};

use crate::edm::decimal::{Decimal, INF, NAN, NEGATIVE_INF};

impl Decimal {
    /// Returns the position of the value in the order `-INF` < numbers (0) < `INF` < `NaN`.
    pub(super) fn rank(&self) -> i8 {
        match &*self.text {
            NEGATIVE_INF => -1,
            INF => 1,
            NAN => 2,
            _ => 0,
        }
    }

    pub(super) fn parts(&self) -> Parts<'_> {
        let text = self.text.as_bytes();
        let (is_negative, unsigned) = match text {
            [b'-', rest @ ..] => (true, rest),
            all => (false, all),
        };
        let end = |mark: fn(&u8) -> bool, part: &[u8]| part.iter().position(mark);
        let (mantissa, exponent) = match end(|byte| matches!(byte, b'e' | b'E'), unsigned) {
            Some(end) => (unsigned.get(..end), exponent_of(&self.text)),
            None => (Some(unsigned), None),
        };
        let mantissa = mantissa.unwrap_or_default();
        let point = end(|&byte| byte == b'.', mantissa);
        let (integer, fraction) = mantissa
            .split_at_checked(point.unwrap_or(mantissa.len()))
            .unwrap_or_default();
        Parts::new(
            is_negative,
            integer,
            fraction.strip_prefix(b".").unwrap_or_default(),
            exponent.map_or(0, i64::from),
        )
    }
}

pub(super) fn exponent_of(text: &str) -> Option<i32> {
    let (_, exponent) = text.split_once(['e', 'E'])?;
    exponent.parse().ok()
}

/// The parts of a number's text, and its significant digits.
pub(super) struct Parts<'a> {
    pub(super) is_negative: bool,
    pub(super) integer: &'a [u8],
    pub(super) fraction: &'a [u8],
    pub(super) exponent: i64,
    /// The number of leading zeros.
    zeros: usize,
    /// The number of digits from the first to the last that is not zero; 0 for the value 0.
    pub(super) significant: usize,
}

impl<'a> Parts<'a> {
    fn new(is_negative: bool, integer: &'a [u8], fraction: &'a [u8], exponent: i64) -> Self {
        let mut parts = Self {
            is_negative,
            integer,
            fraction,
            exponent,
            zeros: 0,
            significant: 0,
        };
        let is_zero = |&digit: &u8| digit == b'0';
        parts.zeros = parts.digits().take_while(is_zero).count();
        let trailing = parts.digits().rev().take_while(is_zero).count();
        parts.significant = (integer.len() + fraction.len()).saturating_sub(parts.zeros + trailing);
        parts
    }

    pub(super) fn digits(&self) -> impl DoubleEndedIterator<Item = u8> + Clone + use<'a> {
        self.integer.iter().chain(self.fraction).copied()
    }

    pub(super) fn is_zero(&self) -> bool {
        self.significant == 0
    }

    /// Returns the digits without leading and trailing zeros.
    pub(super) fn value_digits(&self) -> impl Iterator<Item = u8> + Clone + use<'a> {
        self.digits().skip(self.zeros).take(self.significant)
    }

    /// Returns the number of places from the first digit that is not zero to the decimal point.
    pub(super) fn magnitude(&self) -> i64 {
        // Both counts are at most the length of the text, so that nothing overflows.
        self.integer.len() as i64 - self.zeros as i64 + self.exponent
    }

    fn signum(&self) -> i8 {
        match (self.is_zero(), self.is_negative) {
            (true, _) => 0,
            (false, true) => -1,
            (false, false) => 1,
        }
    }

    /// Compares the absolute values of two numbers that are not zero.
    fn cmp_magnitude(&self, other: &Self) -> Ordering {
        self.magnitude()
            .cmp(&other.magnitude())
            .then_with(|| self.value_digits().cmp(other.value_digits()))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.text == other.text {
            return Ordering::Equal;
        }
        let rank = self.rank().cmp(&other.rank());
        if rank.is_ne() || !self.is_finite() {
            return rank;
        }
        let (this, that) = (self.parts(), other.parts());
        let sign = this.signum();
        sign.cmp(&that.signum()).then_with(|| match sign {
            0 => Ordering::Equal,
            1 => this.cmp_magnitude(&that),
            _ => that.cmp_magnitude(&this),
        })
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Decimal {}

impl Hash for Decimal {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.rank().hash(state);
        let parts = self.parts();
        if self.is_finite() && !parts.is_zero() {
            (parts.is_negative, parts.magnitude()).hash(state);
            parts.value_digits().for_each(|digit| digit.hash(state));
        }
    }
}
