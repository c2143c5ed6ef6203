//! The rules `digits` and `range` on decimals.

use std::ops::{RangeFrom, RangeInclusive, RangeToInclusive};

use crate::{
    edm::decimal::Decimal,
    validate::{Digits, Limits},
};

impl Digits for Decimal {
    fn integer_digits(&self) -> u64 {
        Decimal::integer_digits(self)
    }

    fn fraction_digits(&self) -> u64 {
        Decimal::fraction_digits(self)
    }

    fn significant_digits(&self) -> u64 {
        Decimal::significant_digits(self)
    }
}

/// A limit as text, which is exact: `range(min = "0.1")`. The derive accepts only decimals.
fn compare(value: &Decimal, least: Option<&str>, greatest: Option<&str>) -> bool {
    let parse = |text: Option<&str>| text.and_then(|it| it.parse::<Decimal>().ok());
    parse(least).is_none_or(|least| *value >= least)
        && parse(greatest).is_none_or(|greatest| *value <= greatest)
}

#[diagnostic::do_not_recommend]
impl Limits<Decimal> for RangeInclusive<&str> {
    fn allows(&self, value: &Decimal) -> bool {
        compare(value, Some(self.start()), Some(self.end()))
    }

    fn in_words(&self) -> String {
        format!("at least {} and at most {}", self.start(), self.end())
    }
}

#[diagnostic::do_not_recommend]
impl Limits<Decimal> for RangeFrom<&str> {
    fn allows(&self, value: &Decimal) -> bool {
        compare(value, Some(self.start), None)
    }

    fn in_words(&self) -> String {
        format!("at least {}", self.start)
    }
}

#[diagnostic::do_not_recommend]
impl Limits<Decimal> for RangeToInclusive<&str> {
    fn allows(&self, value: &Decimal) -> bool {
        compare(value, None, Some(self.end))
    }

    fn in_words(&self) -> String {
        format!("at most {}", self.end)
    }
}
