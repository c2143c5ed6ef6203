//! The bounds of numbers (`Validation.Minimum`, `Validation.Maximum`).

use super::Edm;

/// A bound as a value of the type of its property.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Bound {
    Integer(i128),
    Float(f64),
    /// Digits with an optional sign and fraction.
    Decimal(String),
}

/// The reason why a text is not the bound of a property.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoBound {
    /// The values of the type are not numbers.
    Type,
    /// The text is not a number of the type.
    Number,
    /// The number is outside the type.
    Range,
}

impl Bound {
    pub(crate) fn parse(edm: Edm, text: &str) -> Result<Self, NoBound> {
        let text = text.trim();
        match edm {
            Edm::Decimal => decimal(text).map(Self::Decimal).ok_or(NoBound::Number),
            Edm::Double | Edm::Single => {
                let value: f64 = text.parse().map_err(|_| NoBound::Number)?;
                let limit = if edm == Edm::Single {
                    f64::from(f32::MAX)
                } else {
                    f64::MAX
                };
                let fits = value.abs() <= limit;
                fits.then_some(Self::Float(value)).ok_or(NoBound::Range)
            }
            _ => {
                let (least, greatest) = edm.enumeration_range().ok_or(NoBound::Type)?;
                let digits = decimal(text).ok_or(NoBound::Number)?;
                let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
                if fraction.bytes().any(|digit| digit != b'0') {
                    return Err(NoBound::Number);
                }
                // Too many digits for an `i128` are too many for the type.
                let value = whole.parse().map_err(|_| NoBound::Range)?;
                let fits = (least..=greatest).contains(&value);
                fits.then_some(Self::Integer(value)).ok_or(NoBound::Range)
            }
        }
    }

    /// Returns whether the bound is greater than another bound of the same type.
    pub(crate) fn exceeds(&self, other: &Self) -> bool {
        let number = |bound: &Self| match bound {
            Self::Integer(value) => value.to_string().parse::<f64>().ok(),
            Self::Float(value) => Some(*value),
            Self::Decimal(text) => text.parse().ok(),
        };
        match (self, other) {
            (Self::Integer(own), Self::Integer(other)) => own > other,
            _ => number(self) > number(other),
        }
    }
}

/// Returns the digits of a decimal, without a plus sign.
fn decimal(text: &str) -> Option<String> {
    let text = text.strip_prefix('+').unwrap_or(text);
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    (is_number(whole) && is_number(fraction)).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bound_is_a_number_of_the_type() {
        for (edm, text, expected) in [
            (Edm::Int32, " 5.00 ", Ok(Bound::Integer(5))),
            (Edm::Int32, "+7", Ok(Bound::Integer(7))),
            (Edm::Int32, "0.5", Err(NoBound::Number)),
            (Edm::Int32, "many", Err(NoBound::Number)),
            (Edm::Int32, "2147483648", Err(NoBound::Range)),
            (Edm::Byte, "-1", Err(NoBound::Range)),
            (Edm::Int64, &"9".repeat(50), Err(NoBound::Range)),
            (Edm::Single, "1e300", Err(NoBound::Range)),
            (Edm::Double, "1e300", Ok(Bound::Float(1e300))),
            (Edm::Double, "INF", Err(NoBound::Range)),
            (Edm::Double, "NaN", Err(NoBound::Range)),
            (
                Edm::Decimal,
                "-0.50",
                Ok(Bound::Decimal("-0.50".to_owned())),
            ),
            (Edm::Decimal, "1e3", Err(NoBound::Number)),
            (Edm::Date, "2020-01-01", Err(NoBound::Type)),
        ] {
            assert_eq!(Bound::parse(edm, text), expected, "{edm:?} {text}");
        }
    }
}
