use odata_core::ODataResource;

struct Money(i64);

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Price<T> {
    value: T,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Discount {
    #[odata(base)]
    price: Price<Money>,
}

fn main() {}
