//! `Edm.Decimal`.

use std::{fmt, str::FromStr};

use crate::edm::{
    error::{ParseError, Reason},
    primitive::Primitive,
    scan::Scan,
};

pub(crate) mod limits;
pub(crate) mod value;
pub(crate) mod wire;

/// A decimal number with all its digits: `Edm.Decimal`.
///
/// It holds the *text* of the number, so that nothing is rounded and trailing zeros and exponents are preserved. `serde_json` reads it from
/// and writes it to the JSON text, never through `f64`. The text has at most [1024](Self::MAX_TEXT) characters, and the exponent must fit
/// 32 bits. With other formats, numbers are as exact as the format's parser.
///
/// Equality, order and hash are those of the value: `1.0` equals `1` and `10e-1`. `INF`, `-INF` and `NaN`, which OData 4.01 defines for
/// decimals of floating scale, are values as well. Their order is `-INF` < numbers < `INF` < `NaN`, and each equals itself.
///
/// *Canonical text:* a JSON number, exactly as it was read, without a leading `+` and leading zeros, which the ABNF allows in strings.
/// OData 4.0 has exponents only with `ExponentialDecimals=true`: the options of [`json`](crate::json) can reject them when reading and
/// replace them by zeros when writing (up to 1024 characters). Plain serde accepts and preserves them.
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
/// A JSON string is an error unless the read options have `IEEE754Compatible=true`. Default: 0. Source: JSON 4.01 §3.2 and §7.1, ABNF rule
/// `decimalValue`.
#[derive(Clone)]
pub struct Decimal {
    /// A JSON number, `INF`, `-INF` or `NaN`.
    text: Box<str>,
}

const INF: &str = "INF";
const NEGATIVE_INF: &str = "-INF";
const NAN: &str = "NaN";

impl Decimal {
    /// The maximum number of characters.
    pub const MAX_TEXT: usize = 1024;

    /// Returns the text: a JSON number, or `INF`, `-INF` or `NaN`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns whether the value is a number, not `INF`, `-INF` or `NaN`.
    #[must_use]
    pub fn is_finite(&self) -> bool {
        self.rank() == 0
    }

    /// Returns whether the text has an exponent, which OData 4.0 allows only with `ExponentialDecimals=true`.
    #[must_use]
    pub fn has_exponent(&self) -> bool {
        self.is_finite() && self.text.contains(['e', 'E'])
    }

    /// Returns whether the value is 0.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.is_finite() && self.parts().is_zero()
    }

    /// Returns whether the value is less than 0.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        self.text.starts_with('-') && !self.is_zero()
    }

    /// Returns the number of digits before the decimal point, without leading zeros. The difference of the facets `Precision` and `Scale`
    /// limits it.
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

    /// Returns the number of digits after the decimal point, without trailing zeros. The facet `Scale` limits it.
    #[must_use]
    pub fn fraction_digits(&self) -> u64 {
        let parts = self.parts();
        if !self.is_finite() || parts.is_zero() {
            0
        } else {
            u64::try_from(parts.significant as i64 - parts.magnitude()).unwrap_or(0)
        }
    }

    /// Returns the number of digits from the first to the last that is not zero, which `Precision` limits if the scale is
    /// `floating`.
    ///
    /// ```
    /// # use odata_core::edm::Decimal;
    /// let value: Decimal = "-0012.050e9".parse()?;
    /// assert_eq!(value.significant_digits(), 4);
    /// # Ok::<(), odata_core::edm::ParseError>(())
    /// ```
    #[must_use]
    pub fn significant_digits(&self) -> u64 {
        self.parts().significant as u64
    }

    /// Returns the text without an exponent; `None` if that has more than [1024](Self::MAX_TEXT) characters, or if the value is not finite.
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
        // Besides digits, there may be a sign, a zero and a point.
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
        let sign = if parts.is_negative { "-" } else { "" };
        Some(format!("{sign}{}", text.get(leading..).unwrap_or_default()))
    }

    /// Returns the value as an integer; `None` if it is not one or has more than 128 bits.
    #[must_use]
    pub fn to_i128(&self) -> Option<i128> {
        match self.fraction_digits() {
            0 => self.to_scaled(0).map(|(integer, _)| integer),
            _ => None,
        }
    }

    /// Returns the value multiplied by ten to the power of `scale`, and `scale`; `None` if that has a fraction or more than 128 bits, or
    /// if the value is not finite.
    pub(crate) fn to_scaled(&self, scale: u64) -> Option<(i128, u32)> {
        let parts = self.parts();
        let scale = u32::try_from(scale).ok()?;
        if !self.is_finite() || parts.is_zero() {
            return self.is_finite().then_some((0, scale));
        }
        let length = parts.magnitude() + i64::from(scale);
        // An integer of 128 bits has at most 39 digits.
        if self.fraction_digits() > u64::from(scale) || length > 39 {
            return None;
        }
        let digits = parts.value_digits().chain(std::iter::repeat(b'0'));
        let add = |sum: i128, digit: u8| {
            let digit = i128::from(digit - b'0');
            sum.checked_mul(10)?
                .checked_add(if parts.is_negative { -digit } else { digit })
        };
        let integer = digits
            .take(usize::try_from(length).ok()?)
            .try_fold(0, add)?;
        Some((integer, scale))
    }

    /// Creates the number with these digits and a decimal point `scale` digits from the right.
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

    /// Returns the number of digits after the decimal point, including trailing zeros.
    #[cfg(feature = "rust_decimal")]
    pub(crate) fn written_fraction_digits(&self) -> u64 {
        let parts = self.parts();
        u64::try_from(parts.fraction.len() as i64 - parts.exponent).unwrap_or(0)
    }

    /// Returns the nearest `f64`, which may be infinite.
    #[must_use]
    pub fn to_f64(&self) -> f64 {
        self.text.parse().unwrap_or(f64::NAN)
    }

    /// Parses a number of JSON or of the OData ABNF, `INF`, `-INF` or `NaN`.
    pub(crate) fn read(text: &str) -> Result<Self, Reason> {
        if matches!(text, INF | NEGATIVE_INF | NAN) {
            return Ok(Self { text: text.into() });
        }
        if text.len() > Self::MAX_TEXT {
            return Err("a number must have at most 1024 characters".into());
        }
        let mut scan = Scan::new(text);
        let is_negative = scan.sign().unwrap_or(false);
        let integer = scan.digits();
        let fraction = scan.eat(b'.').then(|| scan.digits());
        let exponent = scan.eat_letter(b'E').then(|| {
            scan.sign();
            scan.digits()
        });
        let mut parts = [Some(integer), fraction, exponent].into_iter().flatten();
        if parts.any(<[u8]>::is_empty) || !scan.is_empty() {
            return Err(
                "a decimal must be digits with at most a sign, a fraction and an exponent".into(),
            );
        }
        if exponent.is_some() && value::exponent_of(text).is_none() {
            return Err("the exponent must fit 32 bits".into());
        }
        // Leading zeros, except a last digit.
        let zeros = integer
            .iter()
            .take_while(|&&digit| digit == b'0')
            .count()
            .min(integer.len() - 1);
        let unsigned = text
            .trim_start_matches(['+', '-'])
            .get(zeros..)
            .unwrap_or_default();
        let text = match is_negative {
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

/// Displays the canonical text.
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

/// Uses the shortest text that reads back as the same `f64`, or `INF`, `-INF` or `NaN`.
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
            // The debug text has an exponent for very large and very small numbers, and `.0` for whole ones.
            let text = format!("{number:?}");
            text.strip_suffix(".0").unwrap_or(&text).into()
        };
        Self { text }
    }
}
