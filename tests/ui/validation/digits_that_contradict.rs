use odata_core::{ODataResource, edm::Decimal};

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
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
