use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Money {
    amount: i32,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(default)]
    total: Money,
}

fn main() {}
