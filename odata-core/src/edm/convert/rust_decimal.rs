//! Conversions of the crate `rust_decimal`.

use crate::edm::{convert::ConversionError, decimal::Decimal};

/// Always exact, including trailing zeros.
impl From<rust_decimal::Decimal> for Decimal {
    fn from(number: rust_decimal::Decimal) -> Self {
        Self::from_scaled(number.mantissa(), number.scale())
    }
}

/// Exact, with as many trailing zeros as fit. Fails for more than 96 bits of digits, for more than 28 digits after the decimal point, and
/// for `INF`, `-INF` and `NaN`.
impl TryFrom<&Decimal> for rust_decimal::Decimal {
    type Error = ConversionError;

    fn try_from(number: &Decimal) -> Result<Self, ConversionError> {
        let shortest = || number.to_scaled(number.fraction_digits());
        number
            .to_scaled(number.written_fraction_digits())
            .and_then(fitting)
            .or_else(|| shortest().and_then(fitting))
            .ok_or_else(|| ConversionError::new(number, "rust_decimal::Decimal"))
    }
}

fn fitting((digits, scale): (i128, u32)) -> Option<rust_decimal::Decimal> {
    rust_decimal::Decimal::try_from_i128_with_scale(digits, scale).ok()
}

impl TryFrom<Decimal> for rust_decimal::Decimal {
    type Error = ConversionError;

    fn try_from(number: Decimal) -> Result<Self, ConversionError> {
        (&number).try_into()
    }
}
