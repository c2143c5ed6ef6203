//! A cursor over ASCII text, shared by the temporal primitives and decimals.

/// The rest of a text.
#[derive(Clone, Copy)]
pub(crate) struct Scan<'a>(&'a [u8]);

impl<'a> Scan<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self(text.as_bytes())
    }

    pub(crate) fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// Consumes `mark` if it is next, and returns whether it was.
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

    /// Consumes a letter in either case: literal strings of the OData ABNF are case-insensitive (RFC 5234 §2.3).
    #[inline]
    pub(crate) fn eat_letter(&mut self, upper: u8) -> bool {
        self.eat(upper) || self.eat(upper.to_ascii_lowercase())
    }

    /// Consumes a sign if one is next; `Some(true)` is a minus.
    pub(crate) fn sign(&mut self) -> Option<bool> {
        if self.eat(b'-') {
            Some(true)
        } else if self.eat(b'+') {
            Some(false)
        } else {
            None
        }
    }

    /// Consumes exactly two digits.
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

    /// Consumes the next digits, if there are any.
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

/// Parses ASCII digits; `None` if the number does not fit.
pub(crate) fn number(digits: &[u8]) -> Option<u64> {
    digits.iter().try_fold(0_u64, |sum, digit| {
        sum.checked_mul(10)?
            .checked_add(u64::from(digit.wrapping_sub(b'0')))
    })
}

/// Converts 1 to 12 fraction digits of a second into picoseconds. More digits would need rounding.
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

/// Returns ten to the power of `exponent`, which is at most 12.
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
