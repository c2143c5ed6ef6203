//! `Edm.Decimal`.

use std::{fmt, str::FromStr};

use crate::edm::{
    error::{ParseError, Reason},
    primitive::Primitive,
    scan::Scan,
};

pub(crate) mod value;
pub(crate) mod wire;

/// A decimal number with every digit it was written with: `Edm.Decimal`.
///
/// The *text* of the number is kept, so nothing is ever rounded, a trailing zero or an exponent survives, and no detour
/// through `f64` is taken: from `serde_json` it is read from and written to the JSON text itself. Up to
/// [1024](Self::MAX_TEXT) characters are read, with an exponent of 32 bits. Other formats hand over what numbers they
/// have; exactness is then theirs.
///
/// Equality, order and hash are those of the value: `1.0` equals `1` and `10e-1`. `INF`, `-INF` and `NaN`, which 4.01 has
/// for decimals of floating scale, are values as well; they are ordered `-INF` < numbers < `INF` < `NaN`, and equal to
/// themselves.
///
/// *Canonical text:* that of a JSON number. What it allows is kept as it came; a `+` in front and leading zeros, which
/// the OData ABNF allows in strings, are dropped. OData 4.0 has exponents only under `ExponentialDecimals=true`: where
/// the options of [`json`](crate::json) say so, one is refused and, when writing, written out in zeros (as far as 1024
/// characters go). Plain serde takes and keeps any.
///
/// ```
/// use odata_core::edm::Decimal;
///
/// let price: Decimal = serde_json::from_str("79228162514264337593543950335.10")?;
/// assert_eq!(serde_json::to_string(&price)?, "79228162514264337593543950335.10");
/// assert_eq!(price, "79228162514264337593543950335.1".parse()?);
/// assert!(price > Decimal::from(i64::MAX));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// A JSON string is read only where the reading options say `IEEE754Compatible=true`. The default is 0. Source: OData
/// JSON Format 4.01 §7.1 and §3.2, OData ABNF rule `decimalValue`.
#[derive(Clone)]
pub struct Decimal {
    /// A JSON number, or one of the three words.
    text: Box<str>,
}

const INF: &str = "INF";
const NEGATIVE_INF: &str = "-INF";
const NAN: &str = "NaN";

impl Decimal {
    /// How many characters a number may have.
    pub const MAX_TEXT: usize = 1024;

    /// The text: a JSON number, or `INF`, `-INF` or `NaN`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it is a number, not `INF`, `-INF` or `NaN`.
    #[must_use]
    pub fn is_finite(&self) -> bool {
        self.rank() == 0
    }

    /// Whether the text has an exponent, which 4.0 allows only with the format parameter `ExponentialDecimals=true`.
    #[must_use]
    pub fn has_exponent(&self) -> bool {
        self.is_finite() && self.text.contains(['e', 'E'])
    }

    /// Whether it is 0, in any text.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.is_finite() && self.parts().is_zero()
    }

    /// Whether it is less than 0.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        self.text.starts_with('-') && !self.is_zero()
    }

    /// How many digits the value has before the decimal point, without leading zeros: what the facet `Precision` less
    /// `Scale` limits.
    ///
    /// ```
    /// # use odata_core::edm::Decimal;
    /// let value: Decimal = "-0120.50".parse()?;
    /// assert_eq!((value.integer_digits(), value.fraction_digits()), (3, 1));
    /// let value: Decimal = "12e-4".parse()?;
    /// assert_eq!((value.integer_digits(), value.fraction_digits()), (0, 4));
    /// # Ok::<(), odata_core::edm::ParseError>(())
    /// ```
    #[must_use]
    pub fn integer_digits(&self) -> u64 {
        let parts = self.parts();
        if !self.is_finite() || parts.is_zero() {
            0
        } else {
            u64::try_from(parts.magnitude()).unwrap_or(0)
        }
    }

    /// How many digits the value has after the decimal point, without trailing zeros: what the facet `Scale` limits.
    #[must_use]
    pub fn fraction_digits(&self) -> u64 {
        let parts = self.parts();
        if !self.is_finite() || parts.is_zero() {
            0
        } else {
            u64::try_from(parts.significant as i64 - parts.magnitude()).unwrap_or(0)
        }
    }

    /// The text without an exponent, or `None` where that has more than [1024](Self::MAX_TEXT) characters or there is no
    /// number.
    ///
    /// ```
    /// # use odata_core::edm::Decimal;
    /// let plain = |text: &str| text.parse::<Decimal>().ok().and_then(|value| value.to_plain());
    /// assert_eq!(plain("-1.50e3").as_deref(), Some("-1500"));
    /// assert_eq!(plain("25E-4").as_deref(), Some("0.0025"));
    /// assert_eq!(plain("1e2000"), None);
    /// ```
    #[must_use]
    pub fn to_plain(&self) -> Option<String> {
        if !self.is_finite() {
            return None;
        }
        if !self.has_exponent() {
            return Some(self.text.to_string());
        }
        let parts = self.parts();
        let point = i64::try_from(parts.integer.len())
            .ok()?
            .checked_add(parts.exponent)?;
        let digits = i64::try_from(parts.integer.len() + parts.fraction.len()).ok()?;
        // A sign, a zero and a point may join the digits.
        let room = Self::MAX_TEXT as i64 - 3;
        if !(digits - room..=room).contains(&point) {
            return None;
        }
        let mut text = String::new();
        if point <= 0 {
            text.extend(std::iter::repeat_n('0', usize::try_from(1 - point).ok()?));
        }
        text.extend(parts.digits().map(char::from));
        text.extend(std::iter::repeat_n(
            '0',
            usize::try_from(point - digits).unwrap_or(0),
        ));
        let point = usize::try_from(point.max(1)).ok()?;
        if point < text.len() {
            text.insert(point, '.');
        }
        let zeros = text.bytes().take_while(|&byte| byte == b'0').count();
        let leading = if text.as_bytes().get(zeros).is_some_and(|&byte| byte != b'.') {
            zeros
        } else {
            zeros.saturating_sub(1)
        };
        let sign = if parts.negative { "-" } else { "" };
        Some(format!("{sign}{}", text.get(leading..).unwrap_or_default()))
    }

    /// The value as an integer, or `None` where it is none or has more than 128 bits.
    #[must_use]
    pub fn to_i128(&self) -> Option<i128> {
        match self.fraction_digits() {
            0 => self.to_scaled(0).map(|(integer, _)| integer),
            _ => None,
        }
    }

    /// The value without its point, which stands `scale` digits from the right, and `scale`;
    /// `None` where that loses digits, has more than 128 bits or is no number.
    pub(crate) fn to_scaled(&self, scale: u64) -> Option<(i128, u32)> {
        let parts = self.parts();
        let scale = u32::try_from(scale).ok()?;
        if !self.is_finite() || parts.is_zero() {
            return self.is_finite().then_some((0, scale));
        }
        let length = parts.magnitude() + i64::from(scale);
        // No integer of 128 bits has more than 39 digits.
        if self.fraction_digits() > u64::from(scale) || length > 39 {
            return None;
        }
        let digits = parts.value_digits().chain(std::iter::repeat(b'0'));
        let add = |sum: i128, digit: u8| {
            let digit = i128::from(digit - b'0');
            sum.checked_mul(10)?
                .checked_add(if parts.negative { -digit } else { digit })
        };
        let integer = digits
            .take(usize::try_from(length).ok()?)
            .try_fold(0, add)?;
        Some((integer, scale))
    }

    /// The number that is written with these digits and a point `scale` digits from the right.
    #[cfg(feature = "rust_decimal")]
    pub(crate) fn from_scaled(integer: i128, scale: u32) -> Self {
        let sign = if integer < 0 { "-" } else { "" };
        let scale = scale as usize;
        let mut digits = format!("{:0width$}", integer.unsigned_abs(), width = scale + 1);
        if scale > 0 {
            digits.insert(digits.len() - scale, '.');
        }
        Self {
            text: format!("{sign}{digits}").into(),
        }
    }

    /// How many digits the text has after the decimal point, trailing zeros included.
    #[cfg(feature = "rust_decimal")]
    pub(crate) fn written_fraction_digits(&self) -> u64 {
        let parts = self.parts();
        u64::try_from(parts.fraction.len() as i64 - parts.exponent).unwrap_or(0)
    }

    /// The nearest `f64`, which may be infinite.
    #[must_use]
    pub fn to_f64(&self) -> f64 {
        self.text.parse().unwrap_or(f64::NAN)
    }

    /// Reads the text of a number as JSON or the OData ABNF write it, or one of the three words.
    pub(crate) fn read(text: &str) -> Result<Self, Reason> {
        if matches!(text, INF | NEGATIVE_INF | NAN) {
            return Ok(Self { text: text.into() });
        }
        if text.len() > Self::MAX_TEXT {
            return Err("a number may have 1024 characters".into());
        }
        let mut scan = Scan::new(text);
        let negative = scan.sign().unwrap_or(false);
        let integer = scan.digits();
        let fraction = scan.eat(b'.').then(|| scan.digits());
        let exponent = scan.eat_letter(b'E').then(|| {
            let negative = scan.sign();
            (negative, scan.digits())
        });
        let missing = [Some(integer), fraction, exponent.map(|(_, digits)| digits)]
            .into_iter()
            .flatten()
            .any(<[u8]>::is_empty);
        if missing || !scan.is_empty() {
            return Err(
                "a decimal is digits with at most a sign, a fraction and an exponent".into(),
            );
        }
        if exponent.is_some() && value::exponent_of(text).is_none() {
            return Err("the exponent must have 32 bits".into());
        }
        // Zeros before the first digit that counts, but not the only one.
        let zeros = integer
            .iter()
            .take_while(|&&digit| digit == b'0')
            .count()
            .min(integer.len() - 1);
        let unsigned = text
            .trim_start_matches(['+', '-'])
            .get(zeros..)
            .unwrap_or_default();
        let text = match negative {
            true => format!("-{unsigned}").into(),
            false => unsigned.into(),
        };
        Ok(Self { text })
    }
}

impl Default for Decimal {
    fn default() -> Self {
        Self::from(0_u8)
    }
}

impl FromStr for Decimal {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::read(text).map_err(|reason| ParseError::new(Primitive::Decimal, text, reason))
    }
}

impl TryFrom<&str> for Decimal {
    type Error = ParseError;

    fn try_from(text: &str) -> Result<Self, ParseError> {
        text.parse()
    }
}

/// The canonical text.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Decimal({})", self.text)
    }
}

macro_rules! from_integers {
    ($($type:ident)*) => {$(
        impl From<$type> for Decimal {
            fn from(number: $type) -> Self {
                Self { text: number.to_string().into() }
            }
        }
    )*};
}

from_integers! { i8 u8 i16 u16 i32 u32 i64 u64 i128 u128 }

/// The shortest text that reads back as the same `f64`; `INF`, `-INF` or `NaN` where it is not finite.
impl From<f64> for Decimal {
    fn from(number: f64) -> Self {
        let text = if number.is_nan() {
            NAN.into()
        } else if number.is_infinite() {
            if number > 0.0 {
                INF.into()
            } else {
                NEGATIVE_INF.into()
            }
        } else {
            // Rust's debug text has an exponent for very large and very small numbers, and `.0` for whole ones.
            let text = format!("{number:?}");
            text.strip_suffix(".0").unwrap_or(&text).into()
        };
        Self { text }
    }
}
