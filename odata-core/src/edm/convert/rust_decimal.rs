//! Conversions of the crate `rust_decimal`.

use crate::edm::decimal::Decimal;

/// Always exact, including trailing zeros.
impl From<rust_decimal::Decimal> for Decimal {
    fn from(number: rust_decimal::Decimal) -> Self {
        Self::from_scaled(number.mantissa(), number.scale())
    }
}

exact! {
    /// Exact, with as many trailing zeros as fit. Fails for more than 96 bits of digits, for more than 28 digits after the decimal point, and
    /// for `INF`, `-INF` and `NaN`.
    &Decimal => rust_decimal::Decimal, "rust_decimal::Decimal": |number| {
        let with_digits = |count| {
            let (digits, scale) = number.to_scaled(count)?;
            rust_decimal::Decimal::try_from_i128_with_scale(digits, scale).ok()
        };
        with_digits(number.written_fraction_digits()).or_else(|| with_digits(number.fraction_digits()))
    }
}

by_value! { Decimal => rust_decimal::Decimal }
