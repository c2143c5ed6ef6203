//! Reading digits and marks from the front of a text: what the temporal primitives share.

/// What is left of a text to read.
#[derive(Clone, Copy)]
pub(crate) struct Scan<'a>(&'a [u8]);

impl<'a> Scan<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self(text.as_bytes())
    }

    pub(crate) fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// Takes `mark` if it is next.
    #[inline]
    pub(crate) fn eat(&mut self, mark: u8) -> bool {
        match self.0 {
            [first, rest @ ..] if *first == mark => {
                self.0 = rest;
                true
            }
            _ => false,
        }
    }

    /// Takes a letter in either case: literal strings of the OData ABNF are case-insensitive (RFC 5234 §2.3).
    #[inline]
    pub(crate) fn eat_letter(&mut self, upper: u8) -> bool {
        self.eat(upper) || self.eat(upper.to_ascii_lowercase())
    }

    /// Takes a sign if one is next: `Some(true)` for minus.
    pub(crate) fn sign(&mut self) -> Option<bool> {
        if self.eat(b'-') {
            Some(true)
        } else if self.eat(b'+') {
            Some(false)
        } else {
            None
        }
    }

    /// Takes exactly two digits.
    #[inline]
    pub(crate) fn two_digits(&mut self) -> Option<u8> {
        let [tens, ones, rest @ ..] = self.0 else {
            return None;
        };
        let (tens, ones) = (tens.wrapping_sub(b'0'), ones.wrapping_sub(b'0'));
        if tens > 9 || ones > 9 {
            return None;
        }
        self.0 = rest;
        Some(tens * 10 + ones)
    }

    /// Takes the digits that are next, none included, and leaves the rest.
    #[inline]
    pub(crate) fn digits(&mut self) -> &'a [u8] {
        let end = self
            .0
            .iter()
            .position(|byte| !byte.is_ascii_digit())
            .unwrap_or(self.0.len());
        let (digits, rest) = self.0.split_at_checked(end).unwrap_or_default();
        self.0 = rest;
        digits
    }
}

/// The number that ASCII digits write, if it fits.
pub(crate) fn number(digits: &[u8]) -> Option<u64> {
    digits.iter().try_fold(0_u64, |sum, digit| {
        sum.checked_mul(10)?
            .checked_add(u64::from(digit.wrapping_sub(b'0')))
    })
}

/// Fraction digits of a second as picoseconds: 1 to 12 digits, so that nothing is rounded.
#[inline]
pub(crate) fn picoseconds(digits: &[u8]) -> Option<u64> {
    if digits.is_empty() || digits.len() > 12 {
        return None;
    }
    let sum = digits.iter().fold(0_u64, |sum, digit| {
        sum * 10 + u64::from(digit.wrapping_sub(b'0'))
    });
    Some(sum * scale(12 - digits.len()))
}

/// Ten to the power of `exponent` (12 at most).
#[inline]
pub(crate) fn scale(exponent: usize) -> u64 {
    #[expect(
        clippy::indexing_slicing,
        reason = "a constant: an index out of range does not compile"
    )]
    const POWERS: [u64; 13] = {
        let mut powers = [1_u64; 13];
        let mut i = 1;
        while i < 13 {
            powers[i] = powers[i - 1] * 10;
            i += 1;
        }
        powers
    };
    POWERS.get(exponent).copied().unwrap_or(1)
}
