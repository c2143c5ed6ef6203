use odata_core::{ODataResource, edm::Decimal};

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(validate(range(min = "one", max = "1,5")))]
    words: Decimal,
    #[odata(validate(range(min = "2", max = "1.5")))]
    crossed: Decimal,
}

fn main() {}
