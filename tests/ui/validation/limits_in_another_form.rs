use odata_core::{ODataResource, edm::Decimal};

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(validate(length(max: 3)))]
    note: String,
    #[odata(validate(length(max = "3")))]
    remark: String,
    #[odata(validate(length(min =)))]
    title: String,
    #[odata(validate(range(min = 1, 2)))]
    copies: i32,
    #[odata(validate(digits(9, 2)))]
    total: Decimal,
    #[odata(validate(digits(precision)))]
    discount: Decimal,
}

fn main() {}
