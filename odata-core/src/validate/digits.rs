//! The digits that the `digits` rule checks.

/// A number whose digits can be counted, for `validate(digits(...))`.
///
/// [`Decimal`](crate::edm::Decimal) implements it. Implement it to use the rule on a type of your own.
///
/// ```
/// use odata_core::{edm::Decimal, validate::Digits};
///
/// let price: Decimal = "-0120.50".parse()?;
/// assert_eq!((price.integer_digits(), price.fraction_digits(), price.significant_digits()), (3, 1, 4));
/// # Ok::<(), odata_core::edm::ParseError>(())
/// ```
///
/// Source: CSDL 4.01 §7.2.3 (precision), §7.2.4 (scale).
#[diagnostic::on_unimplemented(
    message = "the digits of `{Self}` cannot be counted",
    label = "`digits` is a rule of `edm::Decimal`",
    note = "use `edm::Decimal`, or implement `odata_core::validate::Digits` for `{Self}`"
)]
pub trait Digits {
    /// Returns the number of digits before the decimal point, without leading zeros.
    fn integer_digits(&self) -> u64;

    /// Returns the number of digits after the decimal point, without trailing zeros.
    fn fraction_digits(&self) -> u64;

    /// Returns the number of digits from the first to the last that is not zero.
    fn significant_digits(&self) -> u64;
}

/// The digits after the decimal point that `digits` allows.
#[derive(Debug, Clone, Copy)]
pub enum Scale {
    /// At most this number.
    AtMost(u32),
    /// As many as the precision has.
    Variable,
    /// Any number: the precision limits the significant digits.
    Floating,
}

/// A limit that a number exceeds.
pub(super) struct Exceeded {
    pub(super) most: u32,
    /// The words before and after *digits* in a message.
    pub(super) unit: (&'static str, &'static str),
    pub(super) count: u64,
}

/// Returns the first limit that the number exceeds.
pub(super) fn exceeded<T: Digits + ?Sized>(
    value: &T,
    precision: Option<u32>,
    scale: Scale,
) -> Option<Exceeded> {
    let limit = |most: u32, unit, count: u64| {
        (count > u64::from(most)).then_some(Exceeded { most, unit, count })
    };
    let (integer, fraction) = (value.integer_digits(), value.fraction_digits());
    match (precision, scale) {
        (precision, Scale::AtMost(scale)) => precision
            .and_then(|precision| {
                let most = precision.saturating_sub(scale);
                limit(most, ("", " before the point"), integer)
            })
            .or_else(|| limit(scale, ("", " after the point"), fraction)),
        (Some(precision), Scale::Variable) => limit(precision, ("", ""), integer + fraction),
        (Some(precision), Scale::Floating) => {
            limit(precision, ("significant ", ""), value.significant_digits())
        }
        (None, Scale::Variable | Scale::Floating) => None,
    }
}
