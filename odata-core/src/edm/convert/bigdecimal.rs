//! Conversions of the crate `bigdecimal`.

use std::str::FromStr;

use bigdecimal::BigDecimal;

use crate::edm::{convert::ConversionError, decimal::Decimal};

/// Exact. Fails if the text of the number has more than 1024 characters.
impl TryFrom<&BigDecimal> for Decimal {
    type Error = ConversionError;

    fn try_from(number: &BigDecimal) -> Result<Self, ConversionError> {
        let (digits, scale) = number.as_bigint_and_scale();
        let plain = u32::try_from(scale).ok();
        let text = match plain.filter(|&scale| scale <= 64) {
            // The usual form: 1.50, not 150e-2.
            Some(_) => number.to_plain_string(),
            None => format!("{digits}e{}", -i128::from(scale)),
        };
        Self::read(&text).map_err(|_| ConversionError::new(text, "Edm.Decimal"))
    }
}

exact! {
    /// Exact, including trailing zeros. Fails for `INF`, `-INF` and `NaN`.
    &Decimal => BigDecimal, "bigdecimal::BigDecimal": |number| {
        BigDecimal::from_str(number.as_str()).ok().filter(|_| number.is_finite())
    }
}

by_value! { BigDecimal => Decimal, Decimal => BigDecimal }
