use odata_core::{ODataResource, edm::Decimal};

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(validate(digits()))]
    none: Decimal,
    #[odata(validate(digits))]
    bare: Decimal,
    #[odata(validate(digits(max = 3)))]
    max: Decimal,
    #[odata(validate(digits(precision = 3, precision = 4)))]
    twice: Decimal,
    #[odata(validate(digits(floating)))]
    floating: Decimal,
    #[odata(validate(digits(precision = 3, scale = 1, floating)))]
    both: Decimal,
    #[odata(validate(digits(precision = 0)))]
    zero: Decimal,
    #[odata(validate(digits(precision = 2, scale = 3)))]
    scale: Decimal,
    #[odata(digits(precision = 2))]
    key: Decimal,
}

fn main() {}
