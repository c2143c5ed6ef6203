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
}

fn main() {}
