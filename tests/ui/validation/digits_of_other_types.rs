use odata_core::{ODataResource, edm::Date};

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(validate(digits(precision = 3)))]
    copies: i32,
    #[odata(validate(digits(precision = 3)))]
    prices: Vec<odata_core::edm::Decimal>,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Delivery {
    #[odata(validate(digits(precision = 3)))]
    day: Date,
}

fn main() {}
